import { denial } from '@/lib/domain/access';
import { requireActor } from '@/lib/server/people/session';
import { sheetDownload, sheetFormatOf } from '@/lib/sheets/download';
import { csvOf } from '@/lib/sheets/write-csv';
import { writeTemplate } from '@/lib/sheets/write-template';
import { templateWords } from '@/lib/text/import-template';
import { denialSentence } from '@/lib/text/issues';
import { requestTemplateColumns, requestTemplateName, requestTemplateSheet } from '@/lib/text/request-import-template';

/** The register to fill in. As CSV it has the heads alone. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  const reason = denial(actor, 'handle_requests');
  if (reason) return new Response(denialSentence(reason), { status: 403 });
  const format = sheetFormatOf(request);
  const bytes = format === 'csv' ? await heads() : await workbook();
  return sheetDownload(requestTemplateName, format, bytes);
}

function workbook() {
  const { explanations, choices } = templateWords;
  const columns = requestTemplateColumns();
  return writeTemplate({ sheet: requestTemplateSheet, explanations, choices, columns, rows: 20_000 });
}

async function heads() {
  async function* none() {}
  const chunks: Uint8Array[] = [];
  for await (const chunk of csvOf(
    requestTemplateColumns().map(({ head }) => head),
    none(),
  ))
    chunks.push(chunk);
  return Buffer.concat(chunks);
}
