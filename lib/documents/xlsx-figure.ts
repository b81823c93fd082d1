import type ExcelJS from 'exceljs';
import { sumOf, valueAt } from '@/lib/domain/report/cells';
import type { CellValue, Tables } from '@/lib/domain/report/content';
import type { Column, Row, Table } from '@/lib/domain/report/format';

/**
 * What stands in the cell of a figure: a number, for a total the formula with what it comes to, or text where no
 * spreadsheet could hold the figure exactly. `firstRow` is the sheet's row of the first figures.
 */
export function figureIn(table: Table, row: Row, column: Column, tables: Tables, firstRow: number): ExcelJS.CellValue {
  const value = signedAt(table, row, column, tables);
  if (value === null) return null;
  if (!isExact(value)) return String(value);
  const result = Number(value);
  const parts = partsOf(table, row, column);
  const sum = sumOf(parts.map((part) => signedAt(table, part.row, part.column, tables)));
  // A printed total that is not the sum of its parts stays what was signed.
  if (parts.length === 0 || sum === null || Number(sum) !== result) return result;
  const figureRows = table.rows.filter(({ figures }) => figures);
  const places = parts.map((part) => ({
    row: firstRow + figureRows.indexOf(part.row),
    column: table.labelColumns + table.columns.indexOf(part.column) + 1,
  }));
  return { formula: `SUM(${ranges(places)})`, result, date1904: false };
}

/** As many decimal places as were signed. */
export function numberFormat(table: Table, row: Row, column: Column, tables: Tables): string {
  const places = String(signedAt(table, row, column, tables) ?? '').split('.')[1]?.length ?? 0;
  return places > 0 ? `0.${'0'.repeat(places)}` : '0';
}

const signedAt = (table: Table, row: Row, column: Column, tables: Tables) =>
  valueAt(tables, `${table.id}/${row.id}/${column.id}`);

// Fifteen digits are what a spreadsheet keeps of a number.
const isExact = (value: CellValue) => String(value).replace(/\D/g, '').replace(/^0+/, '').length <= 15;

/** The cells of which a total is the sum, along its row where it is a total both ways; none for a typed cell. */
function partsOf(table: Table, row: Row, column: Column): { row: Row; column: Column }[] {
  const { sumOf: across } = column;
  if (across) return table.columns.filter(({ id }) => across.includes(id)).map((part) => ({ row, column: part }));
  return table.rows.filter(({ id }) => row.sumOf?.includes(id)).map((part) => ({ row: part, column }));
}

type Place = { row: number; column: number };

/** D5:I5 for cells of one row or column that lie side by side; D5:E5,G5 for those that do not. */
function ranges(cells: readonly Place[]): string {
  const runs: { first: Place; last: Place }[] = [];
  for (const cell of cells) {
    const run = runs.at(-1);
    if (run && cell.row + cell.column === run.last.row + run.last.column + 1) run.last = cell;
    else runs.push({ first: cell, last: cell });
  }
  return runs.map(({ first, last }) => (first === last ? name(first) : `${name(first)}:${name(last)}`)).join(',');
}

const name = ({ row, column }: Place) => `${letters(column)}${row}`;

const letters = (column: number): string =>
  column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);
