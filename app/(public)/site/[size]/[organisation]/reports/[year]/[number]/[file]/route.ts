import { madeFileResponse } from '@/app/(public)/made-file';
import { isReportExtension } from '@/lib/documents/report-formats';
import { publicFile } from '@/lib/server/public/public-files';
import { publicStatus } from '@/lib/server/public/public-reports';

type Place = { params: Promise<{ organisation: string; year: string; number: string; file: string }> };

export const dynamic = 'force-dynamic';

/** A published report as PDF, Word, XLSX or CSV: /deting/reports/2020/1/report.pdf */
export async function GET(_request: Request, { params }: Place) {
  const { organisation, year, number, file } = await params;
  const [, extension = ''] = /^report\.([a-z]+)$/.exec(file) ?? [];
  if (!isReportExtension(extension)) return new Response(null, { status: 404 });
  const place = [organisation, Number(year), Number(number)] as const;
  const found = await publicFile(...place, extension);
  if (!found) return new Response(null, { status: await publicStatus(...place) });
  return madeFileResponse(found, extension, `${organisation}-${year}-${number}`);
}
