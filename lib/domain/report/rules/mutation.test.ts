import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aReport, withCells } from '@/lib/domain/report/a-report';
import { cellsOf, completeTables, sumOf, valueAt } from '@/lib/domain/report/cells';
import { check } from '@/lib/domain/report/check';
import type { CellAddress, CellValue, Report } from '@/lib/domain/report/content';
import { formats } from '@/lib/domain/report/formats';
import freeCells from '@/lib/domain/report/rules/free-cells.json';

// Every figure of a valid report, totals too, as a file carries them: one more or one less is either stopped by a rule
// that blocks, or the law leaves the figure free and the list says why.
describe.each(formats)('the $id format', (format) => {
  const report = aReport(format);
  const groups = Object.entries(freeCells).find(([id]) => id === format.id)?.[1] ?? [];
  const free = new Set<string>(groups.flatMap(({ cells }) => cells));
  const isStopped = (changed: Report) =>
    check(changed, { format }).findings.some(({ severity }) => severity === 'block');
  const changed = (address: CellAddress, by: 1 | -1) => ({
    ...report,
    tables: withCells(report.tables, { [address]: moved(valueAt(report.tables, address), by) }),
  });

  test('the report itself is not stopped', () => {
    expect(isStopped(report)).toBe(false);
  });

  test.each(cellsOf(format).map(({ address }) => address))('%s', (address) => {
    const stopped = ([1, -1] as const).map((by) => isStopped(changed(address, by)));
    expect(stopped).toEqual(free.has(address) ? [false, false] : [true, true]);
  });

  test('the list names cells of the format once, each with a reason', () => {
    const named = groups.flatMap(({ cells }) => cells);
    expect(named.length).toBe(free.size);
    const known = new Set<string>(cellsOf(format).map(({ address }) => address));
    for (const address of named) expect(known).toContain(address);
    for (const { reason } of groups) expect(reason.length).toBeGreaterThan(10);
  });

  test('any error in one typed cell of the requests is found in its own column', () => {
    const cells = cellsOf(format).filter(({ table, computed }) => table.id === 't3' && !computed);
    const property = fc.property(fc.constantFrom(...cells), fc.integer({ min: 1, max: 1000 }), (cell, spare) => {
      const value = Number(valueAt(report.tables, cell.address)) + spare;
      const { findings } = check(
        { ...report, tables: withCells(report.tables, { [cell.address]: value }) },
        { format },
      );
      const columns = findings
        .filter(({ rule }) => rule === 'T3-COL-IDENTITY' || rule === 'T3-RESULT-SUM')
        .flatMap(({ places }) =>
          places.flatMap((place) => (place.kind === 'cell' ? [place.address.split('/')[2]] : [])),
        );
      expect(new Set(columns)).toEqual(new Set([cell.column.id]));
    });
    fc.assert(property);
  });

  test('a balanced report with any figures is not stopped', () => {
    const typed = cellsOf(format).filter(({ computed, row }) => !computed && row.id !== 'rules');
    const figures = fc.array(fc.nat({ max: 5000 }), { minLength: typed.length, maxLength: typed.length });
    const property = fc.property(figures, (values) => {
      expect(check(balancedWith(values), { format }).findings.filter(({ severity }) => severity === 'block')).toEqual(
        [],
      );
    });
    fc.assert(property, { numRuns: 40 });

    function balancedWith(values: readonly number[]) {
      const cells = new Map<string, CellValue>(
        typed.map(({ address, column }, at) => [
          address,
          column.type === 'decimal' ? `${values[at]}.5` : (values[at] ?? 0),
        ]),
      );
      raise(cells, 't2_1/normative_documents/in_force', 10_000);
      const filled = withCells(report.tables, Object.fromEntries(cells));
      const wanting = cellsOf(format).filter(
        ({ table, row, column }) => table.id === 't3' && row.id === 'new_received' && !column.sumOf,
      );
      const leaves = format.tables.flatMap(({ rows }) =>
        rows.flatMap(({ id, sumOf: parts }) => (id === 'results_total' ? (parts ?? []) : [])),
      );
      for (const { column } of wanting) {
        const at = (row: string) => Number(valueAt(filled, `t3/${row}/${column.id}`));
        const received = Number(sumOf(leaves.map(at))) + at('carried_forward') - at('carried_over');
        cells.set(`t3/new_received/${column.id}`, Math.max(received, 0));
        if (received < 0) cells.set(`t3/carried_forward/${column.id}`, at('carried_forward') - received);
      }
      return { ...report, tables: completeTables(format, withCells(report.tables, Object.fromEntries(cells))) };
    }
  });
});

function moved(value: CellValue, by: number): CellValue {
  return typeof value === 'string' ? String(Number(value) + by) : (value ?? 0) + by;
}

function raise(cells: Map<string, CellValue>, address: string, to: number) {
  if (cells.has(address)) cells.set(address, to);
}
