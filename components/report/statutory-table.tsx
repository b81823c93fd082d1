import type { ReactNode } from 'react';
import type { CellAddress, CellValue } from '@/lib/domain/report/content';
import type { Column, Row, Table } from '@/lib/domain/report/format';
import {
  bodyRows,
  columnId,
  columnSpan,
  type HeadCell,
  headingsAbove,
  headRows,
  type LabelCell,
} from '@/lib/domain/report/table-layout';
import { amountNote, printedFigure } from '@/lib/text/figures';

export type FigureCell = { address: CellAddress; table: Table; row: Row; column: Column; value: CellValue };

type StatutoryTableProps = {
  table: Table;
  /** Rows of figures by row id and column id: `report.tables[table.id]`. */
  figures: Readonly<Record<string, Readonly<Record<string, CellValue>>>> | undefined;
  /** What stands in a cell; the printed figure where nothing else is given. The editor puts its inputs here. */
  cell?: (cell: FigureCell) => ReactNode;
  /** More classes for a cell: a mark in a review. */
  cellClass?: (cell: FigureCell) => string | undefined;
  /** A `<tfoot>` below the official rows. */
  foot?: ReactNode;
};

/**
 * One official table as a real one: labels, merges and order are the format's, every figure has an address, and names the
 * headings that it stands under. Where the figures are too long for a phone, the table may scroll (class `wide`).
 */
export function StatutoryTable({ table, figures, cell, cellClass, foot }: StatutoryTableProps) {
  const head = headRows(table);
  const values = bodyRows(table).map((line) => ({ line, cells: cellsOf(table, line.row, figures) }));
  const above = table.columns.map((_, index) => headingsAbove(table, head, index + 1));
  const wide = isWide(
    table,
    values.flatMap(({ cells }) => cells),
  );
  return (
    // A region that can scroll must be reachable by keyboard; where it holds inputs, they are the way in.
    <section className="statutory-scroll" aria-label={table.name} tabIndex={cell ? undefined : 0}>
      <table id={table.id} className={`statutory ${shapeOf(table)}${wide ? ' wide' : ''}`}>
        <Caption table={table} />
        <Columns table={table} />
        <thead>{head.length > 0 ? <MergedHead head={head} /> : <PlainHead table={table} />}</thead>
        <tbody>
          {values.map(({ line, cells }) => (
            <tr key={line.id} id={line.id} className={line.row.sumOf && 'sum'}>
              {line.labels.map((label) => (
                <Label key={label.id} label={label} />
              ))}
              {cells.map((each, index) => (
                <td
                  key={each.column.id}
                  id={`${line.id}-c${index + 1}`}
                  headers={[...line.headings, ...(above[index] ?? [])].join(' ')}
                  colSpan={spanned(columnSpan(table, each.column))}
                  className={[weightOf(each), cellClass?.(each)].filter(Boolean).join(' ') || undefined}
                >
                  {cell ? cell(each) : printedFigure(each.value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot}
      </table>
    </section>
  );
}

// A small table carries its caption as the heading band of the form; a large one stands below a section heading
// that says the same, so that only its unit is shown.
function Caption({ table }: { table: Table }) {
  if (!table.headerRows) return <caption>{table.caption}</caption>;
  return (
    <caption>
      <span className="sr-only">{table.caption}</span>
      {table.unit && <span>单位：{table.unit}</span>}
    </caption>
  );
}

function Columns({ table }: { table: Table }) {
  return (
    <colgroup>
      {table.labelColumns > 1 && <col className="group" span={table.labelColumns - 1} />}
      {table.labelColumns > 0 && <col className="label" />}
      <col className="figure" span={table.gridColumns} />
    </colgroup>
  );
}

function MergedHead({ head }: { head: HeadCell[][] }) {
  return head.map((row) => (
    <tr key={row[0]?.id}>
      {row.map(({ id, text, colspan, rowspan, scope, corner }) =>
        corner ? (
          <td key={id} className="corner" colSpan={spanned(colspan)} rowSpan={spanned(rowspan)}>
            {text}
          </td>
        ) : (
          <th key={id} id={id} scope={scope} colSpan={spanned(colspan)} rowSpan={spanned(rowspan)}>
            {scope === 'col' ? <span className="upright">{text}</span> : text}
          </th>
        ),
      )}
    </tr>
  ));
}

function PlainHead({ table }: { table: Table }) {
  return (
    <tr>
      {table.labelColumns > 0 && (
        <th scope="col" colSpan={spanned(table.labelColumns)}>
          {table.rowHeader}
        </th>
      )}
      {table.columns.map((column, index) => (
        <th key={column.id} id={columnId(table, index + 1)} scope="col" colSpan={spanned(columnSpan(table, column))}>
          {column.label}
          {amountNote(column) && <small>{amountNote(column)}</small>}
        </th>
      ))}
    </tr>
  );
}

function Label({ label: { id, row, scope, colspan, rowspan } }: { label: LabelCell }) {
  const group = scope === 'rowgroup';
  return (
    <th
      id={id}
      scope={scope}
      colSpan={spanned(colspan)}
      rowSpan={spanned(rowspan)}
      className={group ? 'group' : undefined}
    >
      {group ? <span className="upright">{row.label}</span> : row.label}
    </th>
  );
}

const cellsOf = (table: Table, row: Row, figures: StatutoryTableProps['figures']): FigureCell[] =>
  table.columns.map((column) => ({
    address: `${table.id}/${row.id}/${column.id}`,
    table,
    row,
    column,
    value: figures?.[row.id]?.[column.id] ?? null,
  }));

function weightOf({ value, row, column }: FigureCell): string {
  const weight = value === null ? 'blank' : Number(value) === 0 ? 'zero' : 'some';
  return row.sumOf || column.sumOf ? `${weight} sum` : weight;
}

function shapeOf({ headerRows, labelColumns }: Table): string {
  if (!headerRows) return 'small';
  return labelColumns > 0 ? 'labelled' : 'bare';
}

// On a phone there is room for three digits in a column where seven stand beside row labels, for two where there are fifteen.
function isWide({ headerRows, columns }: Table, cells: readonly FigureCell[]): boolean {
  const room = columns.length > 7 ? 2 : 3;
  return Boolean(headerRows) && cells.some(({ value }) => printedFigure(value).length > room);
}

const spanned = (span: number) => (span > 1 ? span : undefined);
