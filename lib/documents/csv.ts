import { stringify } from 'csv-stringify/sync';
import type { Snapshot } from '@/lib/documents/snapshot';
import { valueAt } from '@/lib/domain/report/cells';
import type { Block } from '@/lib/domain/report/content';
import type { Table } from '@/lib/domain/report/format';
import { titleOf } from '@/lib/domain/report/report-of';
import { factLines, longTableHeadings, longTableWords } from '@/lib/text/documents';
import { printedFigure } from '@/lib/text/figures';

type Line = readonly [section: string, row: string, column: string, value: string, unit: string];

/**
 * The whole report as one long table in UTF-8 with a byte order mark, which spreadsheets need for Chinese. What a
 * spreadsheet would run as a formula begins with an apostrophe; a negative figure is left a figure.
 */
export function writeCsv(snapshot: Snapshot): Buffer {
  const lines = [longTableHeadings, ...linesOf(snapshot)].map((line) => line.map(harmless));
  return Buffer.from(stringify(lines, { bom: true, record_delimiter: 'windows' }), 'utf8');
}

function linesOf({ report, format, facts }: Snapshot): Line[] {
  const { title, preamble, facts: ofFacts } = longTableWords;
  return [
    [title, '', '', report.title ?? titleOf(report.organisation, report.year), ''],
    ...paragraphs(preamble, report.preamble),
    ...format.sections.flatMap((section) => [
      ...paragraphs(section.heading, report.text?.[section.id]),
      ...(section.tables ?? []).flatMap((id) =>
        format.tables
          .filter((table) => table.id === id)
          .flatMap((table) => figures(section.heading, table, report.tables)),
      ),
    ]),
    ...factLines(facts).map(([label, text]): Line => [ofFacts, label, '', text, '']),
  ];
}

const paragraphs = (section: string, blocks: readonly Block[] = []) =>
  blocks.map(
    ({ kind, text }, at): Line => [section, longTableWords.place(at + 1), longTableWords.kinds[kind], text, ''],
  );

function figures(heading: string, table: Table, tables: Snapshot['report']['tables']): Line[] {
  const section = table.caption === heading ? heading : inside(heading, table.caption);
  return table.rows
    .filter(({ figures }) => figures)
    .flatMap((row) =>
      table.columns.map(({ id, path, unit }): Line => {
        const value = printedFigure(valueAt(tables, `${table.id}/${row.id}/${id}`));
        return [section, inside(...row.path), inside(...path), value, unit ?? ''];
      }),
    );
}

const inside = (...names: readonly string[]) => names.join(' > ');

const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;
const figure = /^-?\d+(\.\d+)?$/;

/** What a spreadsheet would run as a formula begins with an apostrophe; a negative figure stays a figure. */
export const harmless = (text: string) => (formula.test(text) && !figure.test(text) ? `'${text}` : text);
