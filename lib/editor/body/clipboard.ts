import { type Pasted, type PastedBlock, pastedBody, pastedText } from '@/lib/editor/body/pasted-body';
import type { PastedPicture } from '@/lib/editor/body/pasted-pieces';
import type { Markup } from '@/lib/editor/markup';
import { newBlockId } from '@/lib/editor/new-id';

/** What a clipboard holds, as far as a body can take it. */
export type Clip = { html: Markup | null; text: string; pictures: readonly File[] };

export type NamedBlock = { id: string } & Exclude<PastedBlock, PastedPicture>;

/** A picture on its way into the body: it is put in after the block of this name, or at the caret where that is null. */
export type Arriving = { file: File; alt: string; after: string | null };

export type Taken = Pick<Pasted, 'lostPictures' | 'lostTables'> & { blocks: NamedBlock[]; pictures: Arriving[] };

/** Sorts what was pasted: text goes in at once, pictures are stored first. */
export function takeClip({ html, text, pictures }: Clip): Taken {
  const read = html === null ? null : pastedBody(html);
  const pasted = read && read.blocks.length > 0 ? read : pastedText(text);
  // Programs add a picture of the text that they copied; only where there is no text is the picture what was meant.
  if (pasted.blocks.length === 0 && pictures.length > 0) {
    return {
      blocks: [],
      lostPictures: 0,
      lostTables: 0,
      pictures: pictures.map((file) => ({ file, alt: '', after: null })),
    };
  }
  const taken: Taken = {
    ...{ blocks: [], pictures: [] },
    lostPictures: read?.lostPictures ?? 0,
    lostTables: read?.lostTables ?? 0,
  };
  for (const block of pasted.blocks) {
    if (block.kind !== 'picture') taken.blocks.push({ id: newBlockId(), ...block });
    else taken.pictures.push({ file: fileOf(block), alt: block.alt, after: taken.blocks.at(-1)?.id ?? null });
  }
  return taken;
}

function fileOf({ type, base64 }: PastedPicture): File {
  const bytes = Uint8Array.from(atob(base64.replace(/\s/g, '')), (character) => character.charCodeAt(0));
  return new File([bytes], type === 'image/png' ? '图片.png' : '图片.jpg', { type });
}
