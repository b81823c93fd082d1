import { expect, test } from 'vitest';
import { aReport, withCells } from '@/lib/domain/report/a-report';
import { inventedFormat } from '@/lib/domain/report/an-invented-format';
import { completeTables, valueAt } from '@/lib/domain/report/cells';
import { check } from '@/lib/domain/report/check';
import { type CellAddress, type Report, report as reportFile } from '@/lib/domain/report/content';
import city2025 from '@/lib/domain/report/fixtures/city-2025.json';
import deting2020 from '@/lib/domain/report/fixtures/deting-2020.json';
import jinhu2023 from '@/lib/domain/report/fixtures/jinhu-2023.json';
import { emptyDraft, formats } from '@/lib/domain/report/formats';
import { reportOf } from '@/lib/domain/report/report-of';
import { knownFormat } from '@/lib/domain/report/rules/example-findings';

const deting = reportFile.parse(deting2020);
const city = reportFile.parse(city2025);
const jinhu = reportFile.parse(jinhu2023);

const checked = (report: Report, more: { previous?: Report; others?: Report[] } = {}) =>
  check(report, { format: knownFormat(report.format), ...more });
const ids = (report: Report, more = {}) => checked(report, more).findings.map(({ rule }) => rule);
const cellsNamed = (report: Report, rule: string) =>
  checked(report).findings.flatMap((finding) =>
    finding.rule === rule ? [finding.places.flatMap((place) => (place.kind === 'cell' ? [place.address] : []))] : [],
  );
const draftReport = (format: string, cells: Record<CellAddress, number | null>) => {
  const report = aReport(format);
  return { ...report, tables: completeTables(knownFormat(format), withCells(report.tables, cells)) };
};

test('the real 2020 report: nothing stops it, and each of its known weaknesses is told once', () => {
  const { findings, equations, notRun } = checked(deting);
  expect(findings.every(({ severity }) => severity === 'warn')).toBe(true);
  expect(findings.map(({ rule }) => rule)).toEqual([
    'T2-NARR-DISCLOSED',
    'G-SUPERVISION',
    'G-PREAMBLE-HEADINGS',
    'G-PREAMBLE-HEADINGS',
    'G-CONTACT',
    'G-SELF-NAME',
    'G-TYPO',
  ]);
  expect(equations).toEqual({ total: 40, agree: 40, differ: 0, pending: 0 });
  expect(notRun).toEqual(['T3-YEAR-LINK', 'T4-PENDING-LINK', 'T2-2019-ITEM-LINK', 'G-JUMP', 'G-DUPLICATE']);
});

test('the real 2020 report: the prose counts 345 + 120 + 80 items, the table none', () => {
  const finding = checked(deting).findings.find(({ rule }) => rule === 'T2-NARR-DISCLOSED');
  expect(finding?.facts).toMatchObject({ parts: '345＋120＋80', sum: 545, figure: 0 });
  expect(finding?.places.flatMap((place) => (place.kind === 'text' ? [place.quote] : []))).toEqual([
    '全年公开此类信息345条',
    '全年公开此类信息120条',
    '全年公开此类信息80条',
  ]);
});

test('the real 2020 report: 乡 stands for 镇 exactly once', () => {
  const quotes = checked(deting).findings.flatMap(({ rule, places }) => (rule === 'G-SELF-NAME' ? places : []));
  expect(quotes).toMatchObject([{ kind: 'text', section: 's1', quote: '乡政府信息公开栏' }]);
});

test('two reports from the wild: one holds throughout, in the other one block of table four does not', () => {
  expect(checked(city).findings).toEqual([]);
  expect(checked(jinhu).findings).toMatchObject([
    { rule: 'T4-BLOCK-SUM', severity: 'block', facts: { left: 0, right: 3, difference: '3' } },
  ]);
  expect(checked(jinhu).equations).toEqual({ total: 42, agree: 41, differ: 1, pending: 0 });
});

test('figures without prose: what reads prose is not run, and says so', () => {
  const { notRun } = checked(city);
  for (const id of ['T3-NARR-NEW', 'G-YEARS', 'G-S5-NONEMPTY', 'G-CONTACT', 'G-DUPLICATE'])
    expect(notRun).toContain(id);
  for (const id of ['T3-COL-IDENTITY', 'G-BLANK', 'G-TITLE']) expect(notRun).not.toContain(id);
});

test('a valid report of each format has no finding at all', () => {
  for (const format of formats) expect(check(aReport(format), { format }).findings).toEqual([]);
});

test('an empty draft: every table is told as a whole, its sums are pending, nothing is called wrong', () => {
  for (const format of formats) {
    const empty = reportOf(
      { name: '德亭镇人民政府', level: 'township' },
      format.years.from,
      format,
      emptyDraft(format),
    );
    const { findings, equations } = check(empty, { format });
    const blanks = findings.filter(({ rule }) => rule === 'G-BLANK');
    expect(blanks.map(({ facts }) => facts.whole)).toEqual([1, 1, 1]);
    expect(equations).toMatchObject({ pending: equations.total, differ: 0 });
    expect(findings.filter(({ severity }) => severity === 'block').map(({ rule }) => rule)).toEqual([
      'G-SECTIONS',
      'G-SECTIONS',
      'G-BLANK',
      'G-BLANK',
      'G-BLANK',
      'G-S5-NONEMPTY',
    ]);
  }
});

test('40 sums: 32 agree, 1 differs, 7 are pending', () => {
  const report = draftReport('2019', {
    't3/np_reconfirm/other_org': null,
    't3/other_handling/other_org': null,
    't3/new_received/natural_person': Number(valueAt(aReport('2019').tables, 't3/new_received/natural_person')) + 1,
  });
  expect(checked(report).equations).toEqual({ total: 40, agree: 32, differ: 1, pending: 7 });
  expect(cellsNamed(report, 'G-BLANK')).toEqual([['t3/np_reconfirm/other_org', 't3/other_handling/other_org']]);
});

test('a column that is out is told once, not again for the total column that follows from it', () => {
  const report = draftReport('2021', { 't3/new_received/other_org': 500 });
  expect(ids(report)).toContain('T3-COL-IDENTITY');
  expect(cellsNamed(report, 'T3-COL-IDENTITY')).toEqual([
    ['new_received', 'carried_over', 'results_total', 'carried_forward'].map((row) => `t3/${row}/other_org`),
  ]);
  expect(checked(report).equations.differ).toBe(2);
});

test('a total that a file leaves out while its parts are there is blank; one that waits for a part is not', () => {
  const left = aReport('2021', { cells: { 't3/granted/total': null } });
  expect(cellsNamed(left, 'G-BLANK')).toEqual([['t3/granted/total']]);
  const waiting = draftReport('2021', { 't3/granted/other_org': null });
  expect(cellsNamed(waiting, 'G-BLANK')).toEqual([['t3/granted/other_org']]);
});

test('last year counts only if it is last year', () => {
  const report = aReport('2021', { year: 2023 });
  const previous = aReport('2021', { year: 2021 });
  expect(checked(report, { previous }).notRun).toContain('T3-YEAR-LINK');
  expect(ids(report, { previous: { ...previous, year: 2022 } })).toContain('T3-YEAR-LINK');
});

test('the first report of a new format is held to what both formats have in common', () => {
  const report = aReport('2021', { year: 2021, cells: { 't2_5/licensing/decisions': 500 } });
  const previous = aReport('2019', { year: 2020, cells: { 't2_5/licensing/decisions': 40 } });
  const found = ids(report, { previous });
  expect(found).toContain('G-JUMP');
  expect(found).toContain('T3-YEAR-LINK');
  expect(found).not.toContain('T2-INFORCE-LINK');
});

test('a report like that of another organisation is told, whatever its numbers', () => {
  const report = aReport('2021', { name: '德亭镇人民政府', year: 2022 });
  const copy = aReport('2021', { name: '德亭镇人民政府', year: 2021 });
  const found = checked(report, { others: [{ ...copy, organisation: { name: '大章镇人民政府', level: 'township' } }] });
  expect(found.findings.filter(({ rule }) => rule === 'G-DUPLICATE').map(({ facts }) => facts.name)).toEqual([
    '大章镇人民政府',
    '大章镇人民政府',
  ]);
});

test('an invented format is held to its rules with no change of code', () => {
  const format = inventedFormat();
  const report = aReport(format, { year: 2027 });
  expect(check(report, { format }).findings).toEqual([]);
  expect(check(report, { format }).equations.total).toBe(8 + 8 + 24 + 3);
  const cells = { 't3/granted/foreign_person': 90, 't2_10/data_sets/opened': -1, 't2_10/data_sets/volume': null };
  const spoiled = check(aReport(format, { year: 2027, cells }), { format }).findings.map(({ rule }) => rule);
  expect(spoiled).toEqual(['G-BLANK', 'T3-RESULT-SUM', 'T3-ROW-TOTAL', 'T2-NONNEG']);
});

test.each(['的', '，', '。', '1件', '1件。', '申请1件', '2018年，', '申请办结率为1%', '（', '0件0件'])(
  'a hundred thousand signs of “%s” are read within a moment, with findings that a page can show',
  (signs) => {
    const block = signs.repeat(20_000).slice(0, 20_000);
    const report = aReport('2019', { text: { s1: [block, block, block, block, block] } });
    expect(checked(report).findings.length).toBeLessThan(5_000);
  },
);
