import { type ColumnKey, columnKeys, importColumns } from '@/lib/domain/items/import-columns';
import type { SignedIn } from '@/lib/server/people/session';
import { sheetOf, uploadSheet, wantImport } from '@/lib/server/sheets/import-sheets';
import { workOnSheet } from '@/lib/server/sheets/work-on-sheet';

export type PastRow = Partial<Record<ColumnKey, string>>;

/** A row of a list that nothing is wrong with. */
export const pastRow = (n: number, more: PastRow = {}): PastRow => ({
  title: `德亭镇2015年第${n}批农村低保名单公示`,
  body: `现将第${n}批农村低保名单予以公示。\n公示期七天，有异议的可以向镇政府反映。`,
  ...{ node: '社会救助', formedOn: '2015-03-02', publishedOn: '2015-03-05', place: '镇政务公开栏', ...more },
});

/** The list as a file, as a spreadsheet writes it. */
export const csvOfRows = (rows: readonly PastRow[]): Uint8Array =>
  new TextEncoder().encode(
    [columnKeys.map((key) => importColumns[key].head), ...rows.map((row) => columnKeys.map((key) => row[key] ?? ''))]
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
      .join('\r\n'),
  );

/** Uploads a list and lets the work on it be done. */
export async function uploadRows(rows: readonly PastRow[], person: SignedIn): Promise<string> {
  const id = await uploadSheet({ fileName: '2015年目录.csv', bytes: csvOfRows(rows) }, person);
  await workOnSheet(id);
  return id;
}

/** Takes the sound rows of a list in. Answers the list and the batches that came of it. */
export async function importRows(rows: readonly PastRow[], person: SignedIn) {
  const id = await uploadRows(rows, person);
  await wantImport({ id }, person);
  await workOnSheet(id);
  const sheet = await sheetOf(id, person);
  return { id, batches: sheet?.batches ?? [] };
}
