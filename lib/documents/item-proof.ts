import type { PaperFonts } from '@/lib/documents/fonts';
import { isItemExtension, itemFormats } from '@/lib/documents/item-formats';
import type { ItemSnapshot } from '@/lib/documents/item-snapshot';
import type { Proof } from '@/lib/documents/proof';
import type { Difference } from '@/lib/documents/reading/compare';
import { rereadItem } from '@/lib/documents/reading/items/compare';
import { Unprintable } from '@/lib/documents/unprintable';
import { otherPlaces } from '@/lib/text/documents';

/** Makes an item in every form and reads each back. */
export async function proofOfItem(snapshot: ItemSnapshot, fonts: PaperFonts): Promise<Proof> {
  const [files, misprints]: [Proof['files'], Difference[]] = [{}, []];
  for (const medium of Object.keys(itemFormats).filter(isItemExtension)) {
    try {
      const file = await itemFormats[medium].write(snapshot, fonts);
      files[medium] = file.length;
      misprints.push(...(await rereadItem(medium, file, snapshot)));
    } catch (error) {
      if (!(error instanceof Unprintable)) throw error;
      misprints.push({ medium, place: otherPlaces.wholeFile, expected: error.text, found: null });
    }
  }
  return { files, misprints };
}
