import { denial } from '@/lib/domain/access';
import { requireActor } from '@/lib/server/session';
import { csvOf } from '@/lib/sheets/write-csv';
import { writeTemplate } from '@/lib/sheets/write-template';
import { templateWords } from '@/lib/text/import-template';
import { denialSentence } from '@/lib/text/issues';
import { requestTemplateColumns, requestTemplateName, requestTemplateSheet } from '@/lib/text/request-import-template';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The register to fill in. As CSV it has the heads alone. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  const reason = denial(actor, 'handle_requests');
  if (reason) return new Response(denialSentence(reason), { status: 403 });
  const format = new URL(request.url).searchParams.get('format') === 'csv' ? 'csv' : 'xlsx';
  const bytes = format === 'csv' ? await heads() : await workbook();
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${requestTemplateName}.${format}`)}`,
      'cache-control': 'no-store',
    },
  });
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
