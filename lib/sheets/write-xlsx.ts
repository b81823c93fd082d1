import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';

export type Column = { head: string; width: number };

/** A table as XLSX, row by row as they come. Every cell is a text: nothing in it is ever worked out. */
export function xlsxOf(
  name: string,
  columns: readonly Column[],
  chunks: AsyncIterable<readonly (readonly string[])[]>,
): AsyncIterable<Uint8Array> {
  const stream = new PassThrough();
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  write(workbook, { name, columns, chunks }).catch((error) => stream.destroy(error));
  return stream;
}

type Table = { name: string; columns: readonly Column[]; chunks: AsyncIterable<readonly (readonly string[])[]> };

async function write(workbook: ExcelJS.stream.xlsx.WorkbookWriter, { name, columns, chunks }: Table) {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ head, width }) => ({ header: head, width, style: { numFmt: '@' } }));
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).commit();
  for await (const rows of chunks) for (const row of rows) sheet.addRow([...row]).commit();
  sheet.commit();
  await workbook.commit();
}
