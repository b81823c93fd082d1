import { textOfBlock } from '@/lib/domain/items/body';
import type { OpenItem } from '@/lib/domain/items/item-of';
import type { FileReading, HitPlace } from '@/lib/domain/items/personal-hits';
import { type ToldMask, toldMasks } from '@/lib/domain/personal-data/find-masked';

/** Something masked in what would become public, with the words around it. */
export type ItemMask = ToldMask & { place: HitPlace };

/** All that has been masked in title, body, file names and files, in the order of reading. */
export function itemMasks(item: OpenItem, files: ReadonlyMap<string, Pick<FileReading, 'masked'>>): ItemMask[] {
  const find = (text: string, place: HitPlace): ItemMask[] => toldMasks(text).map((mask) => ({ ...mask, place }));
  return [
    ...find(item.title, { in: 'field', field: 'title' }),
    ...item.body.flatMap((block) => find(textOfBlock(block), { in: 'body', block: block.id, start: 0, end: 0 })),
    ...item.attachments.flatMap(({ name, sha256 }) => [
      ...find(name, { in: 'name', sha256 }),
      ...(files.get(sha256)?.masked ?? []).map(
        ({ place, ...mask }): ItemMask => ({ ...mask, place: { in: 'file', sha256, place } }),
      ),
    ]),
  ];
}
