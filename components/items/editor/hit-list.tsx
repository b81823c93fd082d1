import type { ItemHit } from '@/lib/domain/items/personal-hits';
import type { ItemMask } from '@/lib/domain/items/personal-masks';
import { hitPlaceWords, moreHits, moreMasks } from '@/lib/text/item-findings';
import { whyWords } from '@/lib/text/personal-data';

/** So many are shown with their surroundings; a list of a whole village has a name a line. */
const shown = 8;

/** What looks like personal data, each with the words around it and what would stand there masked. */
export function HitList({ hits }: { hits: readonly Omit<ItemHit, 'key'>[] }) {
  return (
    <>
      <ul className="item-hits">
        {hits.slice(0, shown).map(({ text, before, after, masked, why, place }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one text may stand in several places
          <li key={at}>
            <span className="block text-ink-2">{hitPlaceWords(place)}</span>
            {before}
            <mark>{text}</mark>
            {after}
            <span className="block text-ink-2">
              {whyWords[why]}。遮盖后是“{masked}”。
            </span>
          </li>
        ))}
      </ul>
      {hits.length > shown && <p>{moreHits(hits.length - shown)}</p>}
    </>
  );
}

/** What has been masked, each with the words around it; all of them stand in the text itself. */
export function MaskList({ masks }: { masks: readonly ItemMask[] }) {
  return (
    <>
      <ul className="item-hits">
        {masks.slice(0, shown).map(({ text, before, after, place }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one text may stand in several places
          <li key={at}>
            <span className="block text-ink-2">{hitPlaceWords(place)}</span>
            {before}
            <mark>{text}</mark>
            {after}
          </li>
        ))}
      </ul>
      {masks.length > shown && <p className="mt-2">{moreMasks(masks.length - shown)}</p>}
    </>
  );
}
