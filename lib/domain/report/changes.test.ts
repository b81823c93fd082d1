import { describe, expect, test } from 'vitest';
import { changesBetween, splitSentences } from '@/lib/domain/report/changes';
import type { Block, Report } from '@/lib/domain/report/content';
import { report } from '@/lib/domain/report/content';
import deting from '@/lib/domain/report/fixtures/deting-2020.json';
import { formatById } from '@/lib/domain/report/formats';

const format = formatById('2019') ?? expect.fail();
const seed = report.parse(deting);

const withText = (section: string, texts: Record<string, string>, year = 2020): Report => ({
  ...seed,
  year,
  text: {
    ...seed.text,
    [section]: Object.entries(texts).map(([id, text]): Block => ({ id, kind: 'paragraph', text })),
  },
});
const differences = (before: Report, after: Report) =>
  changesBetween(format, before, after).filter(({ kind }) => kind !== 'unchanged');

test('a report does not differ from itself: every section is one fold', () => {
  expect(changesBetween(format, seed, seed)).toEqual([
    { kind: 'unchanged', section: 'preamble', sentences: 3 },
    { kind: 'unchanged', section: 's1', sentences: 19 },
    { kind: 'unchanged', section: 's5', sentences: 6 },
    { kind: 'unchanged', section: 's6', sentences: 1 },
  ]);
});

test('a changed figure is named by its cell', () => {
  const after = structuredClone(seed);
  Object.assign(after.tables.t2_5?.licensing ?? {}, { decisions: 39 });
  expect(differences(seed, after)).toEqual([
    { kind: 'cell', address: 't2_5/licensing/decisions', before: 38, after: 39 },
  ]);
});

test('a figure entered where there was none is a change too', () => {
  const before = structuredClone(seed);
  Object.assign(before.tables.t3?.granted ?? {}, { natural_person: null });
  expect(differences(before, seed)).toEqual([
    { kind: 'cell', address: 't3/granted/natural_person', before: null, after: 0 },
  ]);
});

test('a reworded sentence shows what went and what came, the others are folded', () => {
  const before = withText('s6', { b1: '第一句没有变。全年公开此类信息345条。最后一句。' });
  const after = withText('s6', { b1: '第一句没有变。全年公开此类信息346条。最后一句。' });
  expect(changesBetween(format, before, after).slice(-3)).toEqual([
    { kind: 'unchanged', section: 's6', sentences: 1 },
    {
      kind: 'sentence',
      section: 's6',
      block: 'b1',
      before: '全年公开此类信息345条。',
      after: '全年公开此类信息346条。',
      parts: [
        { kind: 'same', text: '全年公开此类信息34' },
        { kind: 'removed', text: '5' },
        { kind: 'added', text: '6' },
        { kind: 'same', text: '条。' },
      ],
    },
    { kind: 'unchanged', section: 's6', sentences: 1 },
  ]);
});

describe('paragraphs', () => {
  const before = withText('s6', { a: '甲段。', b: '乙段。', c: '丙段。' });

  test('of one report are matched by id', () => {
    const after = withText('s6', { a: '甲段。', n: '新的一段。', c: '丙段。' });
    expect(differences(before, after)).toMatchObject([
      { kind: 'sentence', block: 'b', before: '乙段。', after: null },
      { kind: 'sentence', block: 'n', before: null, after: '新的一段。' },
    ]);
  });

  test('of another year are matched by wording, whatever their ids', () => {
    const lastYear = withText('s6', { x: '甲段。', y: '乙段。', z: '丙段。' }, 2019);
    expect(differences(lastYear, before)).toEqual([]);
  });
});

test('a change of the public note is told', () => {
  const corrected = { ...seed, correctionNote: '更正一处数字。' };
  expect(differences(seed, corrected)).toEqual([{ kind: 'note', before: '', after: '更正一处数字。' }]);
});

test('between formats only cells that both have are compared', () => {
  const next: Report = { ...seed, year: 2021, format: '2021', tables: { t2_5: { licensing: { decisions: 40 } } } };
  const newer = formatById('2021') ?? expect.fail();
  const cells = changesBetween(newer, seed, next).flatMap((change) => (change.kind === 'cell' ? [change.address] : []));
  expect(cells).toContain('t2_5/licensing/decisions');
  expect(cells.filter((address) => address.startsWith('t2_1'))).toEqual([]);
});

test('sentences keep the quotation mark that closes them, and no character is lost', () => {
  const text = '他说：“好。”第二句！没有句号的尾';
  expect(splitSentences(text)).toEqual(['他说：“好。”', '第二句！', '没有句号的尾']);
  expect(splitSentences('。。开头')).toEqual(['。。', '开头']);
});

test('two long texts with nothing in common are compared at once', () => {
  const text = (from: number) =>
    Array.from({ length: 20_000 }, (_, n) => String.fromCharCode(from + (n % 900))).join('');
  const [before, after] = [withText('s6', { b1: text(0x4e00) }), withText('s6', { b1: text(0x6000) })];
  expect(differences(before, after)).toHaveLength(2);
});
