import { expect, test } from 'vitest';
import { aReport } from '@/lib/domain/report/a-report';
import { inventedFormat } from '@/lib/domain/report/an-invented-format';
import { lastYearValue, proposals } from '@/lib/domain/report/carry-over';
import { report } from '@/lib/domain/report/content';
import city from '@/lib/domain/report/fixtures/city-2025.json';
import deting from '@/lib/domain/report/fixtures/deting-2020.json';
import { formatById, formats } from '@/lib/domain/report/formats';
import { gist, keyFigures } from '@/lib/domain/report/key-figures';
import { statedDisclosures } from '@/lib/domain/report/stated-disclosures';

const known = (id: string) => formatById(id) ?? expect.fail();
const seed = report.parse(deting);

test('the prose of the real report counts 345 + 120 + 80 items, sentence by sentence', () => {
  const stated = statedDisclosures(seed) ?? expect.fail();
  expect([stated.total, ...stated.parts.map(({ count }) => count)]).toEqual([545, 345, 120, 80]);
  for (const { section, block, start, end, quote } of stated.parts) {
    const text = seed.text?.[section]?.find(({ id }) => id === block)?.text;
    expect(text?.slice(start, end)).toBe(quote);
  }
});

test('the five figures of the real report, the one of the prose marked as such', () => {
  const figures = keyFigures(known('2019'), seed).map(({ label, value, unit, source }) => [label, value, unit, source]);
  expect(figures).toEqual([
    ['主动公开信息', 545, '条', 'prose'],
    ['行政许可决定', 38, '件', 'tables'],
    ['政府集中采购', '0.5344', '万元', 'tables'],
    ['收到公开申请', 0, '件', 'tables'],
    ['行政复议、诉讼', 0, '件', 'tables'],
  ]);
});

test("last year's figure stands beside those that both years have, across formats too", () => {
  const next = aReport('2021', { cells: { 't2_5/licensing/decisions': 44 } });
  const figures = keyFigures(known('2021'), next, { format: known('2019'), report: seed });
  expect(figures.map(({ label, lastYear }) => [label, lastYear])).toEqual([
    ['行政许可决定', 38],
    ['行政事业性收费', null],
    ['收到公开申请', 0],
    ['行政复议、诉讼', 0],
    ['行政处罚、强制决定', 0],
  ]);
});

test('the sentences above the tables of the real report', () => {
  expect(['s2', 's3', 's4'].map((section) => gist(known('2019'), section, seed))).toEqual([
    '2020年没有制定规范性文件；作出行政许可决定38件；集中采购3个项目，共0.5344万元（5344元）；没有行政事业性收费项目。',
    '2020年没有收到政府信息公开申请，也没有上年转来的申请，各项都是0。',
    '2020年没有因政府信息公开被申请行政复议，也没有被起诉。',
  ]);
});

test('the sentences above the tables of a city', () => {
  const figures = report.parse(city);
  expect(['s2', 's3', 's4'].map((section) => gist(known('2021'), section, figures))).toEqual([
    '2025年制发行政规范性文件564件；现行有效行政规范性文件4185件；作出行政许可决定11398889件；作出行政处罚决定6937489件；作出行政强制决定166105件；收取行政事业性收费316441万元。',
    '2025年新收政府信息公开申请14069件，上年结转560件，办结13810件，结转下年度819件。',
    '2025年因政府信息公开被申请行政复议790件；因政府信息公开被提起行政诉讼212件。',
  ]);
});

test('of figures that are not entered nothing is said', () => {
  const blank = { ...seed, tables: {} };
  expect(gist(known('2019'), 's3', blank)).toBeNull();
  expect(gist(known('2019'), 's1', seed)).toBeNull();
});

test('the year after takes over what was left and what was counted', () => {
  const last = aReport('2019', {
    year: 2019,
    cells: {
      't3/carried_forward/natural_person': 2,
      't2_5/licensing/items_last_year': 4,
      't2_5/licensing/change_this_year': -1,
    },
  });
  const found = Object.fromEntries(proposals(known('2019'), 2020, last).map(({ address, value }) => [address, value]));
  expect(found).toMatchObject({ 't3/carried_over/natural_person': 2, 't2_5/licensing/items_last_year': 3 });
  expect(Object.keys(found)).toHaveLength(11);
});

test('across formats only what maps is taken over, and nothing from any other year', () => {
  const next = proposals(known('2021'), 2021, seed);
  expect(next.map(({ address }) => address.split('/').slice(0, 2).join('/'))).toEqual(Array(6).fill('t3/carried_over'));
  expect(next[0]).toEqual({
    address: 't3/carried_over/natural_person',
    value: 0,
    note: '上年报告表三“结转下年度继续办理”',
  });
  expect(proposals(known('2021'), 2022, seed)).toEqual([]);
  const invented = inventedFormat();
  expect(proposals(invented, 2027, aReport('2021', { year: 2026 })).map(({ address }) => address)).toEqual([
    't3/carried_over/natural_person',
  ]);
});

test("last year's figure of a cell is blank where last year's form had no such cell", () => {
  expect(lastYearValue('t2_5/licensing/decisions', seed)).toBe(38);
  expect(lastYearValue('t2_1/normative_documents/issued', seed)).toBeNull();
  expect(lastYearValue('t2_5/licensing/decisions', null)).toBeNull();
});

test.each([...formats, inventedFormat()])('format $id says something above each of its tables', (format) => {
  const filled = aReport(format);
  for (const section of Object.keys(format.gists)) expect(gist(format, section, filled)).toMatch(/^\d{4}年.*。$/);
  expect(keyFigures(format, filled)).toHaveLength(5);
});
