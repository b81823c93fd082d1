import type { ItemBlock } from '@/lib/domain/items/body';
import { writtenBlocks } from '@/lib/editor/body/pasted-blocks';
import { isEmptyGrid, isTooLarge, pastedGrid } from '@/lib/editor/body/pasted-grid';
import { linesOf } from '@/lib/editor/body/pasted-lines';
import { type PastedPicture, type Piece, piecesOf } from '@/lib/editor/body/pasted-pieces';
import { type Markup, tidy } from '@/lib/editor/markup';

type Nameless<Block> = Block extends { id: string } ? Omit<Block, 'id'> : never;

/** A block as pasted: it has no name yet, and a picture is not stored yet. */
export type PastedBlock = Exclude<Nameless<ItemBlock>, { kind: 'image' }> | PastedPicture;

export type Pasted = {
  blocks: PastedBlock[];
  /** Pictures that stand elsewhere, on the web or in a folder, and can't be fetched. */
  lostPictures: number;
  /** Tables of more rows or columns than a body holds. */
  lostTables: number;
};

/** Structure and text of pasted HTML (Word, WPS, WeChat articles, pages); nothing of its looks, nothing that nobody sees. */
export const pastedBody = (markup: Markup): Pasted => bodyOfPieces(piecesOf(markup));

/** The paragraphs of plain text, one a line. */
export function pastedText(text: string): Pasted {
  const style = { level: null, entry: null };
  const lines = text.split(/\r\n|[\r\n\u2028\u2029\v\f]/).map(tidy);
  return bodyOfPieces(
    lines.flatMap((line): Piece[] => [{ piece: 'text', text: line, href: null, style }, { piece: 'end' }]),
  );
}

function bodyOfPieces(pieces: readonly Piece[]): Pasted {
  const pasted: Pasted = {
    blocks: [],
    lostTables: 0,
    lostPictures: pieces.filter(({ piece }) => piece === 'lost').length,
  };
  for (const block of writtenBlocks(linesOf(pieces))) {
    if (block.kind !== 'table') {
      pasted.blocks.push(block);
      continue;
    }
    const { grid, pictures, lostPictures } = pastedGrid(block.table);
    pasted.lostPictures += lostPictures;
    if (isTooLarge(grid)) pasted.lostTables += 1;
    else if (!isEmptyGrid(grid)) pasted.blocks.push(grid);
    pasted.blocks.push(...pictures);
  }
  return pasted;
}
