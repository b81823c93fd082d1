import 'server-only';
import type { RecognisedAttachment } from '@/lib/domain/attachment';
import { now } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db';
import type { RequestFileKind } from '@/lib/server/generated/client';
import { newIds } from '@/lib/server/new-ids';
import { keyRing } from '@/lib/server/sealing/key-ring';
import { open, openText, seal } from '@/lib/server/sealing/sealed';

const stretch = 256 * 1024; // bytes
const atOnce = 16;

export type FileOfRequest = { kind: RequestFileKind; attachment: RecognisedAttachment };

const placeOfName = (id: string) => ({ table: 'request_file', id }) as const;
export const placeOfStretch = (id: string, position: number) =>
  ({ table: 'request_file_chunk', id, position }) as const;

/** Keeps a file of a request in sealed stretches, with its name sealed too. Answers its id. */
export async function storeRequestFile(
  tx: Tx,
  { organisationId, id: requestId }: { organisationId: string; id: string },
  { kind, attachment: { type, size, name, bytes } }: FileOfRequest,
  addedBy: string,
): Promise<string> {
  const [id = ''] = newIds(1);
  const key = keyRing().current; // one for the whole file
  const { sealed: sealedName, sealedWith } = seal(name, placeOfName(id), key);
  await tx.requestFile.create({
    data: { id, organisationId, requestId, kind, type, size, sealedName, sealedWith, addedBy, addedAt: now() },
    select: { id: true },
  });
  const count = Math.ceil(bytes.length / stretch);
  for (let from = 0; from < count; from += atOnce) {
    const positions = Array.from({ length: Math.min(atOnce, count - from) }, (_, n) => from + n);
    await tx.requestFileChunk.createMany({
      data: positions.map((position) => {
        const part = bytes.subarray(position * stretch, (position + 1) * stretch);
        const { sealed } = seal(part, placeOfStretch(id, position), key);
        return { organisationId, fileId: id, position, sealed };
      }),
    });
  }
  return id;
}

type StoredFile = { id: string; size: number; sealedWith: string };

/** The name of a file; empty once it is erased. */
export const nameOfFile = ({
  id,
  sealedName,
  sealedWith,
}: {
  id: string;
  sealedName: Uint8Array | null;
  sealedWith: string;
}) => (sealedName ? openText(sealedName, sealedWith, placeOfName(id)) : '');

/**
 * The bytes of a file, stretch by stretch, each opened at its place: one that is missing, moved or changed ends the
 * download, and the last goes out only when the whole has the size that was taken in. A change of keys on the way is followed.
 */
export function openedBytes({ id, size }: Pick<StoredFile, 'id' | 'size'>): ReadableStream<Uint8Array> {
  let [position, sent] = [0, 0];
  return new ReadableStream({
    async pull(controller) {
      const row = await db.requestFileChunk.findUnique({
        where: { fileId_position: { fileId: id, position } },
        select: { sealed: true, file: { select: { sealedWith: true } } },
      });
      const bytes = row ? open(row.sealed, row.file.sealedWith, placeOfStretch(id, position)) : new Uint8Array();
      position += 1;
      sent += bytes.length;
      if (bytes.length === 0 || sent > size) {
        controller.error(new Error(`file ${id} of a request is damaged`));
        return;
      }
      controller.enqueue(new Uint8Array(bytes));
      if (sent === size) controller.close();
    },
  });
}

/** Seals a file anew with the key in use, whole. */
export async function resealFile(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM request_file WHERE id = ${id}::uuid FOR UPDATE`;
  const { sealedName, sealedWith, size } = await tx.requestFile.findUniqueOrThrow({
    where: { id },
    select: { sealedName: true, sealedWith: true, size: true },
  });
  if (!sealedName) return; // erased since
  const key = keyRing().current;
  for (let position = 0; position * stretch < size; position += 1) {
    const at = { fileId_position: { fileId: id, position } };
    const { sealed } = await tx.requestFileChunk.findUniqueOrThrow({ where: at, select: { sealed: true } });
    const place = placeOfStretch(id, position);
    const anew = seal(open(sealed, sealedWith, place), place, key);
    await tx.requestFileChunk.update({ where: at, data: { sealed: anew.sealed }, select: { position: true } });
  }
  const name = seal(openText(sealedName, sealedWith, placeOfName(id)), placeOfName(id), key);
  const data = { sealedName: name.sealed, sealedWith: name.sealedWith };
  await tx.requestFile.update({ where: { id }, data, select: { id: true } });
}
