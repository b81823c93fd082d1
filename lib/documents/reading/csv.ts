import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Reading } from '@/lib/documents/reading/reading';
import type { CellAddress } from '@/lib/domain/report/content';
import type { Column, ReportFormat, Row, Table } from '@/lib/domain/report/format';

const lines = z.array(z.array(z.string()));

/** Reads the long table: a line whose part, row, column and unit are those of a cell is its figure, any other is text. */
export async function readCsv(file: Uint8Array, format: ReportFormat): Promise<Reading> {
  const [headings = [], ...rows] = lines.parse(parse(Buffer.from(file), { bom: true })).map((line) => line.map(bare));
  const addresses = new Map(cellsIn(format));
  const cells = new Map<CellAddress, string>();
  const paragraphs = [headings.join('｜')];
  for (const [section = '', row = '', column = '', value = '', unit = ''] of rows) {
    const address = addresses.get([section, row, column, unit].join('｜'));
    if (address && !cells.has(address)) cells.set(address, value);
    else paragraphs.push([section, row, column, value, unit].join('｜'));
  }
  const title = rows[0]?.[3] ?? '';
  return { title, cells, paragraphs };
}

// The apostrophe that keeps a spreadsheet from running a text is not part of it.
const bare = (text: string) => text.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '');

function cellsIn(format: ReportFormat): [string, CellAddress][] {
  return format.tables.flatMap((table) =>
    table.rows
      .filter(({ figures }) => figures)
      .flatMap((row) =>
        table.columns.map((column): [string, CellAddress] => [
          whereIs(format, table, row, column),
          `${table.id}/${row.id}/${column.id}`,
        ]),
      ),
  );
}

function whereIs(format: ReportFormat, table: Table, row: Row, column: Column): string {
  const heading = format.sections.find(({ tables }) => tables?.includes(table.id))?.heading ?? '';
  const section = heading === table.caption ? heading : `${heading} > ${table.caption}`;
  return [section, row.path.join(' > '), column.path.join(' > '), column.unit ?? ''].join('｜');
}
