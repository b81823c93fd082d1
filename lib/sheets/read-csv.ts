import { CsvError, parse } from 'csv-parse';
import { type SheetRow, sheetLimits, textCell } from '@/lib/domain/sheet';
import { RefusedSheet } from '@/lib/sheets/refused-sheet';

/** The rows of a text whose cells are parted by commas, semicolons or tabs, in whatever encoding offices write. */
export async function readCsv(bytes: Uint8Array): Promise<SheetRow[]> {
  const text = decoded(bytes);
  if (text === null || text.includes('\0')) throw new RefusedSheet('encoding');
  const rows: SheetRow[] = [];
  let cells = 0;
  const parser = parse(text, {
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: 1024 * 1024,
    skip_records_with_error: false,
  });
  try {
    for await (const record of parser) {
      const values: string[] = record;
      rows.push({ number: rows.length + 1, cells: values.map(textCell) });
      cells += values.length;
      if (rows.length > sheetLimits.rows) throw new RefusedSheet('too_many_rows');
      if (cells > sheetLimits.cells) throw new RefusedSheet('too_many_cells');
    }
  } catch (error) {
    if (error instanceof CsvError) throw new RefusedSheet('broken');
    throw error;
  }
  return rows.filter((row) => row.cells.some((cell) => cell.kind === 'text' && cell.text.trim() !== ''));
}

// Spreadsheets on Chinese Windows write GB18030 (or its part GBK) without saying so; what is not valid UTF-8 is taken for it.
function decoded(bytes: Uint8Array): string | null {
  const [a, b] = bytes;
  const encodings =
    a === 0xff && b === 0xfe ? ['utf-16le'] : a === 0xfe && b === 0xff ? ['utf-16be'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // not this one
    }
  }
  return null;
}

/** What parts the cells of the first line; quoted text does not count. */
function delimiterOf(text: string): string {
  const line = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, 20_000))?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  const times = (sign: string) => line.split(sign).length - 1;
  return ['\t', ';'].find((sign) => times(sign) > times(',')) ?? ',';
}
