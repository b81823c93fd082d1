import 'server-only';
import type { Actor } from '@/lib/domain/access';
import { attachmentLimit } from '@/lib/domain/attachment';
import type { Issue } from '@/lib/domain/issue';
import { answered, isFromOwnPage, json, refusal } from '@/lib/server/documents/draft-door';
import { bytesOf } from '@/lib/server/files/bytes-of';
import { addFile, addPicture, askToAdd, itemFile, replaceFile } from '@/lib/server/files/files';
import { filePolicy } from '@/lib/server/security-headers';

type Asks = () => Promise<Actor>;

/**
 * Takes one file: its bytes are the body, its name stands in X-File-Name, URI-encoded. ?purpose=image lays it into the body,
 * ?replaces=SHA-256 in the place of another. What is larger than may come here is not read to its end.
 */
export function answerFile(request: Request, id: string, asker: Asks): Promise<Response> {
  return answered(async () => {
    if (!isFromOwnPage(request)) return refusal(403, []);
    const actor = await asker();
    await askToAdd(id, actor);
    const uploaded = await uploadedIn(request);
    if (uploaded instanceof Response) return uploaded;
    return json(200, await taken(new URL(request.url).searchParams, id, uploaded, actor));
  });
}

/** The file of a request to add one, or the refusal of it. */
export async function uploadedIn(request: Request): Promise<{ name: string; bytes: Uint8Array } | Response> {
  const name = nameIn(request.headers.get('x-file-name'));
  if (name === null) return refusal(422, [{ code: 'bad_input', field: 'attachment', problem: 'malformed' }]);
  const tooLarge: Issue = { code: 'attachment_refused', field: 'attachment', name, why: 'too_large' };
  if (Number(request.headers.get('content-length') ?? 0) > attachmentLimit) return refusal(413, [tooLarge]);
  const bytes = await bytesOf(request, attachmentLimit);
  return bytes === null ? refusal(413, [tooLarge]) : { name, bytes };
}

function taken(search: URLSearchParams, id: string, file: { name: string; bytes: Uint8Array }, actor: Actor) {
  const replaces = search.get('replaces');
  if (replaces !== null) return replaceFile(id, replaces, file, actor);
  return search.get('purpose') === 'image' ? addPicture(id, file, actor) : addFile(id, file, actor);
}

function nameIn(header: string | null): string | null {
  try {
    return header === null ? null : decodeURIComponent(header);
  } catch {
    return null;
  }
}

/** Hands a file out to whoever may see its item: never as a page, and leaving nothing on the machine. */
export function answerFileRead(id: string, sha256: string, asker: Asks): Promise<Response> {
  return answered(async () => {
    const actor = await asker();
    const file = await itemFile(id, sha256, actor);
    if (!file) return refusal(404, [{ code: 'not_found' }]);
    return handedOut(file);
  });
}

type HandedOut = { name: string; mediaType: string; size: number; bytes: () => ReadableStream<Uint8Array> };

/** A file as a download that no browser shows as a page and no machine keeps. */
export function handedOut(file: HandedOut): Response {
  const headers = {
    'Content-Type': file.mediaType,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", '%27')}`,
    'Content-Security-Policy': filePolicy,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  };
  return new Response(file.bytes(), { headers: { ...headers, 'Content-Length': String(file.size) } });
}
