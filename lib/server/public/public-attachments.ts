import 'server-only';
import { type AttachmentType, mediaTypes } from '@/lib/domain/attachment';
import { parseItem } from '@/lib/domain/items/item-of';
import { pictureName } from '@/lib/domain/public-address';
import { db } from '@/lib/server/db';
import { storedBytes } from '@/lib/server/files/stored-file';
import { publicItemSnapshot, publicItemStatus } from '@/lib/server/public/public-items';

// Files of public items: those that a public edition names, and photographs of postings. Opens what public-items.ts opens,
// and the files named there.

export type PublicAttachment = {
  /** As which it is saved. */
  name: string;
  type: AttachmentType;
  mediaType: string;
  size: number;
  sha256: string;
  bytes: () => ReadableStream<Uint8Array>;
};

type Found = { file: PublicAttachment } | { status: 404 | 410 };

/** A file that an edition lists under that name, or a picture of its body. */
export async function publicAttachment(
  slug: string,
  item: number,
  number: number,
  sha256: string,
  name: string,
): Promise<Found> {
  const status = await publicItemStatus(slug, item, number);
  if (status !== 200) return { status };
  const { attachments, body } = parseItem((await publicItemSnapshot(slug, item, number)) ?? '');
  const listed = attachments.some((attachment) => attachment.sha256 === sha256 && attachment.name === name);
  const shown = name === pictureName && body.some((block) => block.kind === 'image' && block.sha256 === sha256);
  return listed || shown ? fileOf(slug, sha256, listed ? name : null) : { status: 404 };
}

/** The photograph of a posting of an item that is public. */
export async function publicPhotograph(slug: string, item: number, sha256: string, name: string): Promise<Found> {
  const status = await publicItemStatus(slug, item);
  if (status !== 200) return { status };
  const { id: organisationId } = await organisationCalled(slug);
  const { documentId } = await db.publicEntry.findUniqueOrThrow({
    where: { organisationId_path: { organisationId, path: `items/${item}` } },
    select: { documentId: true },
  });
  const posting = await db.boardPosting.findFirst({
    where: { documentId, photoSha256: sha256, revokedAt: null },
    select: { id: true },
  });
  return posting && name === pictureName ? fileOf(slug, sha256, null) : { status: 404 };
}

async function fileOf(slug: string, sha256: string, name: string | null): Promise<Found> {
  const { id: organisationId } = await organisationCalled(slug);
  const { type, size } = await db.storedFile.findUniqueOrThrow({
    where: { organisationId_sha256: { organisationId, sha256 } },
    select: { type: true, size: true },
  });
  return {
    file: {
      ...{ name: name ?? `${pictureName}.${type === 'jpeg' ? 'jpg' : type}`, type, size, sha256 },
      mediaType: mediaTypes[type],
      bytes: () => storedBytes(organisationId, sha256, size),
    },
  };
}

const organisationCalled = (slug: string) =>
  db.organisation.findUniqueOrThrow({ where: { slug }, select: { id: true } });
