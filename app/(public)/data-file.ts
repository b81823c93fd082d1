import { type IndexExtension, indexFormats } from '@/lib/documents/open-data/index-formats';
import { publicArchive } from '@/lib/server/public/public-archive';
import { publicIndex } from '@/lib/server/public/public-index';
import { publicStream } from '@/lib/server/public/public-stream';
import { archiveFileName, dataWords } from '@/lib/text/open-data';

/** The index as it goes out, piece by piece. */
export async function indexResponse(slug: string, extension: IndexExtension, request: Request): Promise<Response> {
  const index = await publicIndex(slug, extension);
  if (!index) return new Response(null, { status: 404 });
  return streamed('index', index, request, {
    'Content-Type': indexFormats[extension].mediaType,
    'Content-Disposition': `attachment; filename="${slug}-index.${extension}"`,
  });
}

/** A year as a ZIP, made while it is read. */
export async function archiveResponse(slug: string, year: number, part: number, request: Request): Promise<Response> {
  const archive = await publicArchive(slug, year, part);
  if (!archive) return new Response(null, { status: 404 });
  const { organisation, parts, etag, bytes } = archive;
  const name = encodeURIComponent(archiveFileName(organisation, year, part, parts));
  const headers = {
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="${slug}-${year}${part > 1 ? `-${part}` : ''}.zip"; filename*=UTF-8''${name}`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    // What is in it may be withdrawn at any time.
    'Cache-Control': 'public, max-age=0, s-maxage=5',
    ETag: etag,
  };
  if (request.headers.get('if-none-match')?.includes(etag.slice(2)))
    return new Response(null, { status: 304, headers });
  return streamed('archive', bytes(), request, headers);
}

function streamed(
  kind: 'index' | 'archive',
  pieces: AsyncGenerator<Uint8Array | string>,
  request: Request,
  headers: Record<string, string>,
) {
  if (request.method === 'HEAD') return new Response(null, { headers });
  const body = publicStream(kind, pieces);
  if (body) return new Response(body, { headers });
  const wait = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', 'Retry-After': '30' };
  return new Response(dataWords.busy, { status: 429, headers: wait });
}
