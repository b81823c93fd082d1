import type { ItemBlock } from '@/lib/domain/items/body';
import type { ItemDraft } from '@/lib/domain/items/content';
import { maskedBlock, unlinkedBlock } from '@/lib/domain/items/mask-block';
import type { ItemHit } from '@/lib/domain/items/personal-hits';

/** Whether a hit stands where the draft itself can be masked; in a file it takes another file. */
export const isMaskable = ({ place }: Pick<ItemHit, 'place'>) =>
  place.in !== 'file' && !(place.in === 'field' && place.field === 'importedFrom');

/** The draft with these hits masked where they stand. A link that holds one in its address is no link any more. */
export function maskedDraft(draft: ItemDraft, hits: readonly ItemHit[]): ItemDraft {
  const masked = { ...draft, body: draft.body.map((block) => maskedIn(block, hits)) };
  for (const { place, text, masked: words } of hits) {
    if (place.in === 'field' && place.field !== 'importedFrom')
      masked[place.field] = masked[place.field].replaceAll(text, words);
    if (place.in === 'name')
      masked.attachments = masked.attachments.map((file) =>
        file.sha256 === place.sha256 ? { ...file, name: file.name.replaceAll(text, words) } : file,
      );
  }
  return masked;
}

function maskedIn(block: ItemBlock, hits: readonly ItemHit[]): ItemBlock {
  const masks = hits.flatMap(({ place, masked }) =>
    place.in === 'body' && place.block === block.id ? [{ start: place.start, end: place.end, masked }] : [],
  );
  const unlinked = hits
    .filter(({ place }) => place.in === 'link' && place.block === block.id)
    .reduce((rest, { text }) => unlinkedBlock(rest, text), block);
  return masks.length === 0 ? unlinked : maskedBlock(unlinked, masks);
}
