import { madeFileResponse } from '@/app/(public)/made-file';
import { editionsOf } from '@/lib/server/public/public-editions';

type Signed = { slug: string; path: string; number: number; snapshot: string; plain: string };

/** What was signed, byte for byte: its SHA-256 is the one that the page prints. It is saved under the name of the document. */
export async function signedContentResponse({ slug, path, number, snapshot, plain }: Signed): Promise<Response> {
  const edition = (await editionsOf(slug, path)).find((each) => each.number === number);
  const file = { title: edition?.title ?? plain, number, mediaType: 'application/json; charset=utf-8' };
  return madeFileResponse({ ...file, bytes: new TextEncoder().encode(snapshot) }, 'json', plain);
}
