import { describe, expect, test } from 'vitest';
import { blankCells, cellsOf, completeTables, valueAt } from '@/lib/domain/report/cells';
import type { ReportFormat } from '@/lib/domain/report/format';
import { emptyDraft, formatById, formatCatalogue, formatFor, formats } from '@/lib/domain/report/formats';
import format2021 from '@/lib/domain/report/formats/2021.json';

const known = (id: string) => formatById(id) ?? expect.fail(`no format ${id}`);

const cellCounts = (format: ReportFormat) =>
  format.sections
    .filter(({ kind }) => kind === 'table')
    .map(({ id }) => [id, cellsOf(format).filter(({ table }) => table.section === id).length]);

test('each format has the value cells that its notice prints', () => {
  expect(cellCounts(known('2019'))).toEqual([
    ['s2', 22],
    ['s3', 161],
    ['s4', 15],
  ]);
  expect(cellCounts(known('2021'))).toEqual([
    ['s2', 10],
    ['s3', 175],
    ['s4', 15],
  ]);
});

test('a reporting year has the format in force for it', () => {
  const ids = [2018, 2019, 2020, 2021, 2026].map((year) => formatFor(year)?.id ?? null);
  expect(ids).toEqual([null, '2019', '2019', '2021', '2021']);
});

test('a newer format takes over from its first year without a change to the older one', () => {
  const next = { ...format2021, id: '2027', years: { from: 2027, to: null } };
  const catalogue = formatCatalogue([next, ...formats]);
  expect([2026, 2027, 2030].map((year) => formatFor(year, catalogue)?.id)).toEqual(['2021', '2027', '2027']);
});

describe('a format file that contradicts itself is refused', () => {
  const broken = {
    'two of one id': [format2021, format2021],
    'a sum of a row that is not there': [
      {
        ...format2021,
        tables: format2021.tables.map((table) => ({
          ...table,
          rows: table.rows.map((row) => ({ ...row, sumOf: ['ghost'] })),
        })),
      },
    ],
    'a figure of a cell that is not there': [
      { ...format2021, keyFigures: [{ label: '件数', unit: '件', cells: ['t3/ghost/total'] }] },
    ],
    'an unknown word': [{ ...format2021, colour: 'red' }],
  };
  test.each(Object.entries(broken))('%s', (_, sources) => {
    expect(() => formatCatalogue(sources)).toThrow();
  });
});

describe.each(formats)('format $id', (format) => {
  test('an empty draft holds every typed cell, blank, and no computed one', () => {
    const draft = emptyDraft(format);
    const typed = cellsOf(format).filter(({ computed }) => !computed);
    expect(blankCells(format, draft.tables)).toEqual(typed.map(({ address }) => address));
    const held = Object.values(draft.tables).flatMap((rows) => Object.values(rows).flatMap((row) => Object.keys(row)));
    expect(held).toHaveLength(typed.length);
  });

  test('a total is blank while any part is blank, and the sum as soon as none is', () => {
    const { tables } = emptyDraft(format);
    const row = tables.t3?.new_received ?? {};
    const parts = Object.keys(row);
    for (const [position, part] of parts.entries()) {
      expect(valueAt(completeTables(format, tables), 't3/new_received/total')).toBeNull();
      row[part] = position + 1;
    }
    expect(valueAt(completeTables(format, tables), 't3/new_received/total')).toBe(21);
  });

  test('the total of the results adds all kinds of result of all applicants', () => {
    const { tables } = emptyDraft(format);
    for (const row of Object.values(tables.t3 ?? {})) for (const column of Object.keys(row)) row[column] = 1;
    const leaves = format.tables.find(({ id }) => id === 't3')?.rows.find(({ id }) => id === 'results_total')?.sumOf;
    expect(valueAt(completeTables(format, tables), 't3/results_total/total')).toBe((leaves?.length ?? 0) * 6);
  });

  test('the printed label cells of the large tables fill their label columns', () => {
    for (const table of format.tables.filter(({ headerRows }) => headerRows)) {
      const width = table.headerRows?.[0]?.reduce((sum, { colspan }) => sum + colspan, 0);
      expect(width).toBe(table.labelColumns + table.columns.length);
    }
  });
});
