import { denial } from '@/lib/domain/access';
import { registerFilter } from '@/lib/domain/items/register-filter';
import { today } from '@/lib/server/clock';
import { type RegisterRow, registerRows } from '@/lib/server/items/register';
import { requireActor } from '@/lib/server/people/session';
import { sheetDownload, sheetFormatOf } from '@/lib/sheets/download';
import { csvOf } from '@/lib/sheets/write-csv';
import { xlsxOf } from '@/lib/sheets/write-xlsx';
import { denialSentence } from '@/lib/text/issues';
import { exportColumns, exportName } from '@/lib/text/register-export';

/** What the register shows under a filter, all of it, written out as it is read. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  const reason = denial(actor, 'view');
  if (reason) return new Response(denialSentence(reason), { status: 403 });
  const search = new URL(request.url).searchParams;
  const format = sheetFormatOf(request);
  const rows = textsOf(registerRows(registerFilter.parse(Object.fromEntries(search)), actor));
  const heads = exportColumns.map(({ head }) => head);
  const written = format === 'csv' ? csvOf(heads, rows) : xlsxOf(exportName, exportColumns, rows);
  return sheetDownload(`${exportName}${today()}`, format, written);
}

async function* textsOf(chunks: AsyncIterable<readonly RegisterRow[]>) {
  for await (const rows of chunks) yield rows.map((row) => exportColumns.map(({ say }) => say(row)));
}
