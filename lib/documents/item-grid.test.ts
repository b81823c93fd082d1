import { expect, test } from 'vitest';
import { piecesOf, placedTable } from '@/lib/documents/item-grid';
import type { TableCell } from '@/lib/domain/items/body';

const cell = (text: string, spans: Omit<TableCell, 'runs'> = {}): TableCell => ({ runs: [{ text }], ...spans });

const drawn = (rows: TableCell[][], headerRows = 0) => {
  const placed = placedTable(rows, headerRows);
  return {
    columns: placed.widths.length,
    headerRows: placed.headerRows,
    rows: placed.rows.map((cells) =>
      cells.map(({ x, colspan, rowspan, runs }) => `${x}:${runs[0]?.text ?? ''}${colspan}×${rowspan}`).join(' '),
    ),
  };
};

test('a cell stands beside what reaches down from above', () => {
  const rows = [
    [cell('村', { rowspan: 2 }), cell('金额', { colspan: 2 })],
    [cell('1'), cell('2')],
  ];
  expect(drawn(rows)).toEqual({ columns: 3, headerRows: 0, rows: ['0:村1×2 1:金额2×1', '1:11×1 2:21×1'] });
});

test('short rows are filled, and nothing reaches over another cell or beyond the last row', () => {
  const rows = [[cell('a'), cell('b', { rowspan: 9 })], [cell('c', { colspan: 3 })], []];
  expect(drawn(rows)).toEqual({ columns: 2, headerRows: 0, rows: ['0:a1×1 1:b1×3', '0:c1×1', '0:1×1'] });
});

test('a head ends where no heading reaches further', () => {
  const rows = [[cell('村', { rowspan: 2 }), cell('金额')], [cell('元')], [cell('x'), cell('1')]];
  expect(drawn(rows, 1).headerRows).toBe(2);
  expect(drawn(rows, 9).headerRows).toBe(3);
});

test('a column in which nothing begins is none', () => {
  const rows = [[cell('题', { colspan: 40 })], [cell('a', { colspan: 39 }), cell('b')]];
  expect(drawn(rows)).toEqual({ columns: 2, headerRows: 0, rows: ['0:题2×1', '0:a1×1 1:b1×1'] });
});

test('a column is as wide as what stands in it asks, and letters shrink where all do not fit', () => {
  const { widths, scale } = placedTable([[cell('1'), cell('两不愁三保障'.repeat(9)), cell('2020-07-01')]], 0);
  expect(scale).toBe(1);
  expect(widths.reduce((sum, width) => sum + width)).toBeCloseTo(1, 4);
  expect(widths[1]).toBeGreaterThan(widths[2] ?? 1);
  expect(widths[2]).toBeGreaterThan(widths[0] ?? 1);
  const wide = placedTable([Array.from({ length: 20 }, () => cell('123456.78'))], 0);
  expect(wide.scale).toBeLessThan(0.5);
  expect(new Set(wide.widths)).toEqual(new Set([0.05]));
});

test('what may be broken anywhere goes over the end of a link', () => {
  const runs = [
    { text: '详见a.gov.', href: 'https://a.gov.cn' },
    { text: 'cn/2020/07' },
    { text: '，' },
    { text: '共3户' },
  ];
  expect(piecesOf(runs)).toEqual([
    { text: '详见', href: 'https://a.gov.cn', loose: false },
    { text: 'a.gov.', href: 'https://a.gov.cn', loose: true },
    { text: 'cn/2020/07', loose: true },
    { text: '，', loose: true },
    { text: '共3户', loose: false },
  ]);
});
