import { Decimal } from 'decimal.js';
import type { CellAddress } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';

type Sheet = { valueAt: (cell: string) => number; addressAt: (cell: string) => CellAddress | null };

/** Whether a formula adds up just the cells that make this total, and comes to the value that is kept with it. */
export function isSumOf(
  format: ReportFormat,
  total: CellAddress,
  formula: string,
  result: number,
  sheet: Sheet,
): boolean {
  const cells = cellsIn(formula);
  if (cells === null) return false;
  const sum = cells.reduce((so, cell) => so.plus(sheet.valueAt(cell)), new Decimal(0));
  const added = cells.map(sheet.addressAt).sort().join();
  return sum.eq(result) && partsOf(format, total).some((parts) => parts.sort().join() === added);
}

/** The ways in which the form makes a total: along its row, down its column. */
function partsOf({ tables }: ReportFormat, total: CellAddress): CellAddress[][] {
  const [tableId, rowId, columnId] = total.split('/');
  const table = tables.find(({ id }) => id === tableId);
  const across = table?.columns.find(({ id }) => id === columnId)?.sumOf;
  const down = table?.rows.find(({ id }) => id === rowId)?.sumOf;
  return [
    ...(across ? [across.map((column): CellAddress => `${tableId}/${rowId}/${column}`)] : []),
    ...(down ? [down.map((row): CellAddress => `${tableId}/${row}/${columnId}`)] : []),
  ];
}

/** SUM(D5:I5) names D5, E5 … I5; null for any other kind of formula. */
function cellsIn(formula: string): string[] | null {
  const [, list] = /^SUM\(((?:[A-Z]{1,2}\d{1,4}(?::[A-Z]{1,2}\d{1,4})?,?)+)\)$/.exec(formula) ?? [];
  return list?.split(',').flatMap((range) => cellsOfRange(...corners(range))) ?? null;
}

type Corner = { column: number; row: number };

function corners(range: string): [Corner, Corner] {
  const [first = '', last = first] = range.split(':');
  return [cornerOf(first), cornerOf(last)];
}

function cornerOf(name: string): Corner {
  const letters = name.replace(/\d/g, '');
  const column = [...letters].reduce((so, letter) => so * 26 + letter.charCodeAt(0) - 64, 0);
  return { column, row: Number(name.slice(letters.length)) };
}

function cellsOfRange(from: Corner, to: Corner): string[] {
  const cells: string[] = [];
  for (let row = from.row; row <= to.row; row += 1) {
    for (let column = from.column; column <= to.column; column += 1) cells.push(`${lettersOf(column)}${row}`);
  }
  return cells;
}

const lettersOf = (column: number): string =>
  column <= 26
    ? String.fromCharCode(64 + column)
    : `${lettersOf(Math.trunc((column - 1) / 26))}${lettersOf(((column - 1) % 26) + 1)}`;
