import 'server-only';
import sharp from 'sharp';
import type { ItemBody } from '@/lib/domain/items/body';
import { db } from '@/lib/server/db';
import { storedBytes } from '@/lib/server/files/stored-file';

/** A picture as a file of an item or a sheet for the board carries it. */
export type BodyPicture = { type: 'png' | 'jpeg'; bytes: Buffer };

// 80 % of the width of A3 at 200 dots an inch, and its height: what is finer is not seen on paper, and weighs.
const most = { width: 1_900, height: 3_300 }; // pixels

/** The pictures that bodies show, by hash, fit for paper; checked against their hash on the way. */
export async function bodyPictures(
  organisationId: string,
  bodies: readonly ItemBody[],
): Promise<Map<string, BodyPicture>> {
  const named = bodies.flat().flatMap((block) => (block.kind === 'image' ? [block.sha256] : []));
  const files = await db.storedFile.findMany({
    where: { organisationId, sha256: { in: [...new Set(named)] } },
    select: { sha256: true, type: true, size: true },
  });
  const pictures = new Map<string, BodyPicture>();
  // One after the other: to draw one anew takes much more memory than its bytes.
  for (const { sha256, type, size } of files) {
    if (type !== 'png' && type !== 'jpeg') continue;
    const bytes = Buffer.from(await new Response(storedBytes(organisationId, sha256, size)).arrayBuffer());
    pictures.set(sha256, { type, bytes: await fitForPaper(type, bytes) });
  }
  return pictures;
}

async function fitForPaper(type: BodyPicture['type'], bytes: Buffer): Promise<Buffer> {
  const picture = sharp(bytes);
  const { width, height } = await picture.metadata();
  if (width <= most.width && height <= most.height) return bytes;
  return picture
    .resize({ ...most, fit: 'inside' })
    .toFormat(type)
    .toBuffer();
}
