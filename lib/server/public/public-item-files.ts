import 'server-only';
import { z } from 'zod';
import { type ItemExtension, isItemExtension, itemFormats } from '@/lib/documents/item-formats';
import type { ItemSnapshot } from '@/lib/documents/item-snapshot';
import { canonicalJson } from '@/lib/domain/canonical';
import { sha256 } from '@/lib/domain/hash';
import { dayOf } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { madeFile } from '@/lib/server/documents/made-files';
import { publicationFacts } from '@/lib/server/documents/publication-facts';
import { paperFonts } from '@/lib/server/files/paper-fonts';
import { bodyPictures } from '@/lib/server/items/body-pictures';
import type { PublicFile } from '@/lib/server/public/public-files';
import { type PublicItem, publicItem } from '@/lib/server/public/public-items';

type Organisation = { id: string; slug: string };

/** A published item in one of its forms; null where that edition is not public. */
export async function publicItemFile(
  slug: string,
  item: number,
  number: number,
  extension: ItemExtension,
): Promise<PublicFile | null> {
  const organisation = await db.organisation.findUnique({ where: { slug }, select: { id: true, slug: true } });
  const found = organisation && (await publicItem(organisation, item, number));
  if (!organisation || !found?.content) return null;
  const { edition, indexNumber } = found;
  const key = sha256(canonicalJson([extension, indexNumber, factsOf(slug, found)]));
  const make = async () => {
    const snapshot = await itemSnapshot(organisation, found);
    if (!snapshot) throw new Error(`item ${item} of ${slug} is not public`);
    return itemFormats[extension].write(snapshot, paperFonts());
  };
  return {
    bytes: await madeFile(key, make),
    mediaType: itemFormats[extension].mediaType,
    title: edition.title,
    number,
  };
}

/** All that the files of an edition are made of; null where it is withdrawn. */
export async function itemSnapshot(
  { id, slug }: Organisation,
  found: Pick<PublicItem, 'item' | 'edition' | 'content' | 'indexNumber' | 'firstPublishedAt'>,
): Promise<ItemSnapshot | null> {
  const { content, indexNumber, firstPublishedAt } = found;
  if (!content) return null;
  return {
    ...{ item: content.item, indexNumber, firstPublishedOn: dayOf(firstPublishedAt), facts: factsOf(slug, found) },
    pictures: await bodyPictures(id, [content.item.body]),
  };
}

/** The size in bytes; null where nobody has written it down, as of what was taken in by lists. */
export type OfferedItemFile = { extension: ItemExtension; size: number | null };

const sizes = z.record(z.string(), z.int()).catch({});

/** The forms in which an edition can be had, with the sizes that were written down when it was published. */
export async function offeredItemFiles(
  organisationId: string,
  { item, edition, content }: PublicItem,
): Promise<OfferedItemFile[]> {
  if (!content) return [];
  const { files } = await db.publication.findFirstOrThrow({
    where: { organisationId, path: pathOf(item), number: edition.number },
    select: { files: true },
  });
  const known = sizes.parse(files);
  const extensions = Object.keys(itemFormats).filter(isItemExtension);
  return extensions.map((extension) => ({ extension, size: known[extension] ?? null }));
}

const factsOf = (slug: string, { item, edition }: Pick<PublicItem, 'item' | 'edition'>) =>
  publicationFacts({ ...edition, slug, path: pathOf(item) });

const pathOf = (item: number) => `items/${item}`;
