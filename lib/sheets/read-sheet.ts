import { type SheetRow, sheetLimits, shownIn } from '@/lib/domain/sheet';
import { readCsv } from '@/lib/sheets/read-csv';
import { readXlsx } from '@/lib/sheets/read-xlsx';
import { RefusedSheet } from '@/lib/sheets/refused-sheet';

/** The rows of an XLSX or CSV file, told by what is in it and not by its name. Refused with a RefusedSheet. */
export async function readSheet(bytes: Uint8Array): Promise<SheetRow[]> {
  if (bytes.length === 0) throw new RefusedSheet('empty');
  if (bytes.length > sheetLimits.bytes) throw new RefusedSheet('too_large');
  const rows = await rowsOf(bytes);
  if (rows.length === 0) throw new RefusedSheet('empty');
  if (lengthOf(rows) > sheetLimits.characters) throw new RefusedSheet('too_large');
  return rows;
}

function rowsOf(bytes: Uint8Array): Promise<SheetRow[]> {
  const begins = (...marks: number[]) => marks.every((mark, at) => bytes[at] === mark);
  if (begins(0x50, 0x4b)) return readXlsx(bytes);
  // The container of Office before 2007, in which a newer file that is locked by a password hides too.
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) throw new RefusedSheet(isEncrypted(bytes) ? 'encrypted' : 'old_excel');
  const others = [
    [0x25, 0x50, 0x44, 0x46],
    [0x89, 0x50, 0x4e, 0x47],
    [0xff, 0xd8, 0xff],
  ];
  if (others.some((marks) => begins(...marks))) throw new RefusedSheet('not_a_sheet');
  return readCsv(bytes);
}

const isEncrypted = (bytes: Uint8Array) => Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));

const lengthOf = (rows: readonly SheetRow[]) =>
  rows.reduce((sum, { cells }) => sum + cells.reduce((length, cell) => length + shownIn(cell).length, 0), 0);
