import { denial } from '@/lib/domain/access';
import { requestFilter, requestSearchOf } from '@/lib/domain/requests/register-filter';
import { today } from '@/lib/server/clock';
import { isFromOwnPage } from '@/lib/server/documents/draft-door';
import { requireActor } from '@/lib/server/people/session';
import { Refusal } from '@/lib/server/refusal';
import { exportedApplicants, type RequestRowWithApplicant } from '@/lib/server/requests/export-requests';
import { sheetDownload, sheetFormatOf } from '@/lib/sheets/download';
import { csvOf } from '@/lib/sheets/write-csv';
import { xlsxOf } from '@/lib/sheets/write-xlsx';
import { denialSentence } from '@/lib/text/issues';
import { applicantExportName, applicantExportColumns as columns } from '@/lib/text/request-register';

/** The register with who asked, under a filter, for a reason; sent by its form alone, because it leaves a line in the trail. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOwnPage(request)) return new Response(null, { status: 403 });
  const actor = await requireActor();
  const denied = denial(actor, 'handle_requests') ?? denial(actor, 'view_applicants');
  if (denied) return new Response(denialSentence(denied), { status: 403 });
  const filter = requestFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  const reason = (await request.formData()).get('reason');
  const format = sheetFormatOf(request);
  try {
    const chosen = await exportedApplicants(
      filter,
      { format, reason: typeof reason === 'string' ? reason : '' },
      actor,
    );
    const rows = textsOf(chosen);
    const heads = columns.map(({ head }) => head);
    const written = format === 'csv' ? csvOf(heads, rows) : xlsxOf(applicantExportName, columns, rows);
    return sheetDownload(`${applicantExportName}${today()}`, format, written);
  } catch (error) {
    const [issue] = error instanceof Refusal ? error.issues : [];
    if (issue?.code !== 'bad_input') throw error;
    const chosen = requestSearchOf(filter);
    const location = `/admin/requests/export-applicants${chosen}${chosen === '' ? '?' : '&'}problem=${issue.problem}`;
    return new Response(null, { status: 303, headers: { location } });
  }
}

async function* textsOf(chunks: AsyncIterable<readonly RequestRowWithApplicant[]>) {
  for await (const rows of chunks) yield rows.map((row) => columns.map(({ say }) => say(row)));
}
