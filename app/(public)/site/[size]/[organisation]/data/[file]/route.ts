import { archiveResponse, indexResponse } from '@/app/(public)/data-file';
import { isIndexExtension } from '@/lib/documents/open-data/index-formats';

type Place = { params: Promise<{ organisation: string; file: string }> };

export const dynamic = 'force-dynamic';

/** The index (index.json, index.csv, index.jsonld), and what was published of one year (2020.zip, 2020-2.zip). */
export async function GET(request: Request, { params }: Place) {
  const { organisation, file } = await params;
  const [, extension = ''] = /^index\.([a-z]+)$/.exec(file) ?? [];
  if (isIndexExtension(extension)) return indexResponse(organisation, extension, request);
  const [, year, part = '1'] = /^(\d{4})(?:-(\d+))?\.zip$/.exec(file) ?? [];
  if (!year) return new Response(null, { status: 404 });
  return archiveResponse(organisation, Number(year), Number(part), request);
}
