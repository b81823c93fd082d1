import 'server-only';
import type { AttachmentText, AttachmentType } from '@/lib/domain/attachment';
import type { Tx } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';

/** A file that has been recognised, with what can be read in it. */
export type FileToStore = { type: AttachmentType; sha256: string; bytes: Uint8Array; text: AttachmentText };

const chunkSize = 256 * 1024; // bytes
const atOnce = 16;

/** Keeps a file once an organisation, in pieces that are streamed out later one by one. */
export async function storeFile(tx: Tx, organisationId: string, { type, sha256, bytes, text }: FileToStore) {
  const { count } = await tx.storedFile.createMany({
    data: { organisationId, sha256, type, size: bytes.length, text: storable(text) },
    skipDuplicates: true, // of two who bring the same file at once, the second waits, and finds it there
  });
  if (count === 0) return;
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunkSize) }, (_, position) => ({
    ...{ organisationId, sha256, position },
    bytes: new Uint8Array(bytes.subarray(position * chunkSize, (position + 1) * chunkSize)),
  }));
  for (let from = 0; from < chunks.length; from += atOnce) {
    await tx.fileChunk.createMany({ data: chunks.slice(from, from + atOnce) });
  }
}

// PostgreSQL keeps neither NUL nor half a character; files may hold both.
function storable({ pieces, unread }: AttachmentText): Prisma.InputJsonObject {
  const kept = (text: string) => text.replace(/\0|\p{Cs}/gu, '\ufffd');
  return JSON.parse(JSON.stringify({ pieces, unread }), (_, part) => (typeof part === 'string' ? kept(part) : part));
}
