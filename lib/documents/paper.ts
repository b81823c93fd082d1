import type { Snapshot } from '@/lib/documents/snapshot';
import { valueAt } from '@/lib/domain/report/cells';
import type { Block, Report } from '@/lib/domain/report/content';
import type { Section, Table } from '@/lib/domain/report/format';
import { titleOf } from '@/lib/domain/report/report-of';
import { bodyRows, columnSpan, headRows } from '@/lib/domain/report/table-layout';
import { dayInProse } from '@/lib/text/days';
import { correctedLine, factLines } from '@/lib/text/documents';
import { amountNote, printedFigure } from '@/lib/text/figures';
import { titleBySense } from '@/lib/text/public';

// The report as a run of pieces, as GB/T 9704 has them, before it is known whether they become PDF or DOCX.

export type PaperCell = {
  text: string;
  colspan: number;
  rowspan: number;
  /** A band names a part of table two; a group stands upright beside the rows that it groups. */
  role: 'band' | 'head' | 'corner' | 'group' | 'label' | 'figure';
};

/** One grid of rules. Table two is one grid of several parts, each with its own head; the others have one part. */
export type PaperTable = {
  name: string;
  columns: readonly ('group' | 'label' | 'figure')[];
  parts: readonly { head: PaperCell[][]; body: PaperCell[][] }[];
};

export type PaperPiece =
  | { kind: 'heading1' | 'heading2' | 'heading3' | 'paragraph'; text: string }
  | { kind: 'table'; table: PaperTable };

export type Paper = {
  title: string;
  /** The title in parts that are not to be broken inside. */
  titleLines: readonly string[];
  /** Below the title of a correction. */
  corrected: string | null;
  pieces: readonly PaperPiece[];
  signature: { organisation: string; day: string };
  facts: readonly (readonly [label: string, text: string])[];
};

/** What an official document of this snapshot consists of, in the order of print. */
export function paperOf({ report, format, facts }: Snapshot): Paper {
  const title = report.title ?? titleOf(report.organisation, report.year);
  return {
    title,
    titleLines: titleBySense(title, report.organisation.name),
    corrected: facts.number > 1 ? correctedLine(facts) : null,
    pieces: [
      ...prose(report.preamble),
      ...format.sections.flatMap((section): PaperPiece[] => [
        { kind: 'heading1', text: section.heading },
        ...prose(report.text?.[section.id]),
        ...tablesOf(section, format.tables).map((tables) => ({ kind: 'table' as const, table: grid(tables, report) })),
      ]),
    ],
    signature: { organisation: report.organisation.name, day: dayInProse(facts.publishedOn) },
    facts: factLines(facts),
  };
}

const prose = (blocks: readonly Block[] = []): PaperPiece[] => blocks.map(({ kind, text }) => ({ kind, text }));

/** The tables of a section, the small ones that share their columns put together as the form prints them. */
function tablesOf({ tables = [] }: Section, all: readonly Table[]): Table[][] {
  const grids: Table[][] = [];
  for (const table of tables.flatMap((id) => all.find((each) => each.id === id) ?? [])) {
    const last = grids.at(-1);
    if (last?.[0] && sharesGrid(last[0], table)) last.push(table);
    else grids.push([table]);
  }
  return grids;
}

const sharesGrid = (one: Table, other: Table) =>
  !one.headerRows &&
  !other.headerRows &&
  one.labelColumns === other.labelColumns &&
  one.gridColumns === other.gridColumns;

function grid(tables: readonly Table[], report: Report): PaperTable {
  const [{ labelColumns, gridColumns } = { labelColumns: 0, gridColumns: 0 }] = tables;
  return {
    name: tables.map(({ name }) => name).join('、'),
    columns: [
      ...Array.from({ length: labelColumns }, (_, at) => (at < labelColumns - 1 ? ('group' as const) : 'label')),
      ...Array.from({ length: gridColumns }, () => 'figure' as const),
    ],
    parts: tables.map((table) => ({ head: headOf(table), body: bodyOf(table, report) })),
  };
}

function headOf(table: Table): PaperCell[][] {
  if (table.headerRows) {
    return headRows(table).map((row) =>
      row.map(({ text, colspan, rowspan, corner }) => ({ text, colspan, rowspan, role: corner ? 'corner' : 'head' })),
    );
  }
  const { caption, labelColumns, gridColumns, rowHeader = '', columns } = table;
  const one = { rowspan: 1, role: 'head' } as const;
  return [
    [{ text: caption, colspan: labelColumns + gridColumns, rowspan: 1, role: 'band' }],
    [
      ...(labelColumns > 0 ? [{ ...one, text: rowHeader, colspan: labelColumns }] : []),
      ...columns.map((column) => ({
        ...{ ...one, text: `${column.label}${amountNote(column) ?? ''}`, colspan: columnSpan(table, column) },
      })),
    ],
  ];
}

const bodyOf = (table: Table, report: Report): PaperCell[][] =>
  bodyRows(table).map(({ row, labels }) => [
    ...labels.map(({ row: { label }, colspan, rowspan, scope }) => ({
      ...{ text: label ?? '', colspan, rowspan },
      role: scope === 'rowgroup' ? ('group' as const) : ('label' as const),
    })),
    ...table.columns.map((column) => ({
      text: printedFigure(valueAt(report.tables, `${table.id}/${row.id}/${column.id}`)),
      ...{ colspan: columnSpan(table, column), rowspan: 1, role: 'figure' as const },
    })),
  ]);
