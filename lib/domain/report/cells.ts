import { Decimal } from 'decimal.js';
import type { CellAddress, CellValue, Tables } from '@/lib/domain/report/content';
import type { Column, ReportFormat, Row, Table } from '@/lib/domain/report/format';

export type Cell = {
  address: CellAddress;
  table: Table;
  row: Row;
  column: Column;
  /** Worked out from other cells, never typed. */
  computed: boolean;
  /** Position among the figure rows and the columns of its table, from 1. */
  place: { row: number; column: number };
};

const cellsByFormat = new WeakMap<ReportFormat, readonly Cell[]>();

/** Every value cell of a format, in the order of print. */
export function cellsOf(format: ReportFormat): readonly Cell[] {
  const known = cellsByFormat.get(format);
  if (known) return known;
  const cells = format.tables.flatMap(cellsOfTable);
  cellsByFormat.set(format, cells);
  return cells;
}

function cellsOfTable(table: Table): Cell[] {
  const figureRows = table.rows.filter(({ figures }) => figures);
  return figureRows.flatMap((row, r) =>
    table.columns.map((column, c) => ({
      address: `${table.id}/${row.id}/${column.id}` as const,
      table,
      row,
      column,
      computed: Boolean(row.sumOf ?? column.sumOf),
      place: { row: r + 1, column: c + 1 },
    })),
  );
}

const indexByFormat = new WeakMap<ReportFormat, ReadonlyMap<string, Cell>>();

/** The cell at an address, or null where the format has none. */
export function cellAt(format: ReportFormat, address: string): Cell | null {
  let index = indexByFormat.get(format);
  if (!index) {
    index = new Map(cellsOf(format).map((cell) => [cell.address, cell]));
    indexByFormat.set(format, index);
  }
  return index.get(address) ?? null;
}

/** What stands at an address; null where nothing is entered. */
export function valueAt(tables: Tables, address: string): CellValue {
  const [table = '', row = '', column = ''] = address.split('/');
  return tables[table]?.[row]?.[column] ?? null;
}

/** Puts a value at an address of these tables. The address must be one of a format's. */
export function putValue(tables: Tables, address: CellAddress, value: CellValue) {
  const [table = '', row = '', column = ''] = address.split('/');
  tables[table] ??= {};
  const rows = tables[table];
  rows[row] ??= {};
  rows[row][column] = value;
}

/** The typed cells that hold nothing yet. A blank is not a zero. */
export const blankCells = (format: ReportFormat, tables: Tables): CellAddress[] =>
  cellsOf(format).flatMap(({ address, computed }) => (computed || valueAt(tables, address) !== null ? [] : [address]));

/** The tables with their totals worked out; a total of which any part is blank is blank. Other cells fall away. */
export function completeTables(format: ReportFormat, tables: Tables): Tables {
  const complete: Tables = {};
  for (const cell of cellsOf(format)) {
    putValue(complete, cell.address, totalOf(cell, tables));
  }
  return complete;
}

function totalOf({ table, row, column, address, computed }: Cell, tables: Tables): CellValue {
  if (!computed) return valueAt(tables, address);
  const rows = row.sumOf ?? [row.id];
  const columns = column.sumOf ?? [column.id];
  return sumOf(rows.flatMap((r) => columns.map((c) => valueAt(tables, `${table.id}/${r}/${c}`))));
}

/** The exact sum: a number where all are integers, a decimal string otherwise; null where any is blank. */
export function sumOf(values: readonly CellValue[]): CellValue {
  let whole = 0;
  let exact: Decimal | null = null;
  for (const value of values) {
    if (value === null) return null;
    if (typeof value === 'number') whole += value;
    else exact = (exact ?? new Decimal(0)).plus(value);
  }
  return exact ? exact.plus(whole).toFixed() : whole;
}

export const isZero = (value: CellValue) => value !== null && Number(value) === 0;
