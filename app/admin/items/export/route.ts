import { Readable } from 'node:stream';
import { denial } from '@/lib/domain/access';
import { registerFilter } from '@/lib/domain/items/register-filter';
import { today } from '@/lib/server/clock';
import { type RegisterRow, registerRows } from '@/lib/server/register';
import { requireActor } from '@/lib/server/session';
import { csvOf } from '@/lib/sheets/write-csv';
import { xlsxOf } from '@/lib/sheets/write-xlsx';
import { denialSentence } from '@/lib/text/issues';
import { exportColumns, exportName } from '@/lib/text/register-export';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** What the register shows under a filter, all of it, written out as it is read. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  const reason = denial(actor, 'view');
  if (reason) return new Response(denialSentence(reason), { status: 403 });
  const search = new URL(request.url).searchParams;
  const format = search.get('format') === 'csv' ? 'csv' : 'xlsx';
  const rows = textsOf(registerRows(registerFilter.parse(Object.fromEntries(search)), actor));
  const heads = exportColumns.map(({ head }) => head);
  const written = format === 'csv' ? csvOf(heads, rows) : xlsxOf(exportName, exportColumns, rows);
  return new Response(Readable.toWeb(Readable.from(written)) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${exportName}${today()}.${format}`)}`,
      'cache-control': 'no-store',
    },
  });
}

async function* textsOf(chunks: AsyncIterable<readonly RegisterRow[]>) {
  for await (const rows of chunks) yield rows.map((row) => exportColumns.map(({ say }) => say(row)));
}
