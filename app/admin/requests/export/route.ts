import { denial } from '@/lib/domain/access';
import { requestFilter } from '@/lib/domain/requests/register-filter';
import { today } from '@/lib/server/clock';
import { requireActor } from '@/lib/server/people/session';
import { exportedRequests } from '@/lib/server/requests/export-requests';
import { sheetDownload, sheetFormatOf } from '@/lib/sheets/download';
import { csvOf } from '@/lib/sheets/write-csv';
import { xlsxOf } from '@/lib/sheets/write-xlsx';
import { denialSentence } from '@/lib/text/issues';
import { requestExportColumns, requestExportName } from '@/lib/text/request-register';

/** What the register of requests shows under a filter, all of it, with who asked still masked. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  const reason = denial(actor, 'handle_requests');
  if (reason) return new Response(denialSentence(reason), { status: 403 });
  const search = new URL(request.url).searchParams;
  const format = sheetFormatOf(request);
  const chosen = await exportedRequests(requestFilter.parse(Object.fromEntries(search)), format, actor);
  const rows = textsOf(chosen);
  const heads = requestExportColumns.map(({ head }) => head);
  const written = format === 'csv' ? csvOf(heads, rows) : xlsxOf(requestExportName, requestExportColumns, rows);
  return sheetDownload(`${requestExportName}${today()}`, format, written);
}

type Row = Parameters<(typeof requestExportColumns)[number]['say']>[0];

async function* textsOf(chunks: AsyncIterable<readonly Row[]>) {
  for await (const rows of chunks) yield rows.map((row) => requestExportColumns.map(({ say }) => say(row)));
}
