import { rowElementId } from '@/lib/domain/report/addresses';
import type { Column, Row, Table } from '@/lib/domain/report/format';

// How an official table is laid out in cells, and which headings each of its figures stands under.

export type HeadCell = {
  id: string;
  text: string;
  colspan: number;
  rowspan: number;
  scope: 'col' | 'colgroup';
  /** What stands in the corner above the row labels is a note, not the heading of anything. */
  corner: boolean;
  /** Value columns that it covers, from 1. */
  covers: { first: number; last: number };
};

/** The merged header rows as printed; none for a small table, whose header is one row of labels. */
export function headRows(table: Table): HeadCell[][] {
  const rows = table.headerRows ?? [];
  const free = rows.map(() => Array.from({ length: table.labelColumns + table.gridColumns }, () => true));
  return rows.map((row, r) =>
    row.map((cell) => {
      const from = free[r]?.indexOf(true) ?? 0;
      for (const line of free.slice(r, r + cell.rowspan)) line.fill(false, from, from + cell.colspan);
      const first = from - table.labelColumns + 1;
      const own = cell.colspan === 1 && r + cell.rowspan === rows.length;
      return {
        ...cell,
        id: own ? columnId(table, first) : `${table.id}-h${r + 1}-${first}`,
        scope: own ? 'col' : 'colgroup',
        corner: first < 1,
        covers: { first, last: first + cell.colspan - 1 },
      };
    }),
  );
}

export type LabelCell = { row: Row; id: string; colspan: number; rowspan: number; scope: 'row' | 'rowgroup' };

/** A printed row: the labels that begin in it (groups first), and the ids of all headings on its left. */
export type BodyRow = { row: Row; id: string; labels: LabelCell[]; headings: string[] };

export function bodyRows(table: Table): BodyRow[] {
  return table.rows
    .filter(({ figures }) => figures)
    .map((row) => {
      const above = groupsOf(table, row);
      const opening = above.filter((group) => firstFigureRow(table, group) === row);
      const labelled = row.label === null ? [] : [row];
      return {
        row,
        id: rowElementId(table, row),
        labels: [...opening, ...labelled].map((each) => labelCell(table, each)),
        headings: [...above, ...labelled].map((each) => headingId(table, each)),
      };
    });
}

/** Ids of the headings above a value column, outermost first. */
export function headingsAbove(table: Table, head: HeadCell[][], position: number): string[] {
  if (head.length === 0) return [columnId(table, position)];
  const covering = head
    .flat()
    .filter(({ corner, covers }) => !corner && covers.first <= position && position <= covers.last);
  return covering.map(({ id }) => id);
}

/** Where a table has fewer columns than its printed grid, the last one spans the rest: no blank boxes. */
export const columnSpan = (table: Table, column: Column) =>
  column === table.columns.at(-1) ? table.gridColumns - table.columns.length + 1 : 1;

export const columnId = (table: Table, position: number) => `${table.id}-c${position}`;

function labelCell(table: Table, row: Row): LabelCell {
  const { rowspan, colspan } = table.labelSpans[row.id] ?? {};
  return {
    row,
    id: headingId(table, row),
    rowspan: rowspan ?? (row.figures ? 1 : figureRowsOf(table, row).length),
    colspan: colspan ?? (row.figures ? table.labelColumns - row.level + 1 : 1),
    scope: row.figures ? 'row' : 'rowgroup',
  };
}

// A figure row's own id belongs to the row element; its heading is told apart from it.
const headingId = (table: Table, row: Row) => `${rowElementId(table, row)}${row.figures ? '-h' : ''}`;

const parentOf = (table: Table, row: Row) => table.rows.find(({ id }) => id === row.parent);

function groupsOf(table: Table, row: Row): Row[] {
  const parent = parentOf(table, row);
  return parent ? [...groupsOf(table, parent), parent] : [];
}

const figureRowsOf = (table: Table, group: Row) =>
  table.rows.filter((row) => row.figures && groupsOf(table, row).includes(group));

const firstFigureRow = (table: Table, group: Row) => figureRowsOf(table, group)[0];
