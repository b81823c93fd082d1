import 'server-only';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { AttachmentText, Piece, Place } from '@/lib/domain/attachment';
import { canonicalJson } from '@/lib/domain/canonical';
import { sha256 as hashOf } from '@/lib/domain/hash';
import { type FileReading, readingOf } from '@/lib/domain/items/personal-hits';
import type { Tx } from '@/lib/server/db';

const where = z.custom<Place>((value) => typeof value === 'object' && value !== null && 'part' in value);
/** What a file says, as it was stored with it. */
export const attachmentText: z.ZodType<AttachmentText> = z.object({
  pieces: z.array(
    z.object({
      where,
      text: z.string(),
      spots: z.array(z.object({ start: z.int(), place: where })).optional(),
    }) satisfies z.ZodType<Piece>,
  ),
  unread: z.array(where),
});

// A file never changes and its text may be a whole book: an editor that saves every second has it read once.
const known = new LRUCache<string, FileReading>({ max: 500 });

/** What was found in each of the files, by hash. */
export async function readingsOf(
  tx: Tx,
  organisationId: string,
  files: readonly { sha256: string }[],
  allow: readonly string[],
): Promise<ReadonlyMap<string, FileReading>> {
  const allowed = hashOf(canonicalJson(allow));
  const readings = new Map<string, FileReading>();
  for (const { sha256 } of files) {
    const key = `${organisationId} ${sha256} ${allowed}`;
    const reading = known.get(key) ?? (await read(tx, organisationId, sha256, allow));
    known.set(key, reading);
    readings.set(sha256, reading);
  }
  return readings;
}

async function read(tx: Tx, organisationId: string, sha256: string, allow: readonly string[]): Promise<FileReading> {
  const { text } = await tx.storedFile.findUniqueOrThrow({
    where: { organisationId_sha256: { organisationId, sha256 } },
    select: { text: true },
  });
  return readingOf(attachmentText.parse(text), allow);
}
