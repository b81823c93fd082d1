import 'server-only';
import { createHash } from 'node:crypto';
import { db } from '@/lib/server/db';

/**
 * The bytes of a stored file, piece by piece, never all at once. They are counted and hashed on their way: the last piece
 * goes out only when the whole is what it is said to be, so that what was damaged ends as a broken download, not as a file.
 */
export function storedBytes(organisationId: string, sha256: string, size: number): ReadableStream<Uint8Array> {
  const digest = createHash('sha256');
  let [position, sent] = [0, 0];
  return new ReadableStream({
    async pull(controller) {
      const chunk = await db.fileChunk.findUnique({
        where: { organisationId_sha256_position: { organisationId, sha256, position } },
        select: { bytes: true },
      });
      const bytes = chunk?.bytes ?? new Uint8Array();
      position += 1;
      sent += bytes.length;
      digest.update(bytes);
      if (sent < size && bytes.length > 0) {
        controller.enqueue(bytes);
      } else if (sent === size && digest.digest('hex') === sha256) {
        controller.enqueue(bytes);
        controller.close();
      } else {
        controller.error(new Error(`file ${sha256} is damaged`));
      }
    },
  });
}
