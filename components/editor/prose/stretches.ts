import type { Node } from '@tiptap/pm/model';

type Stretch = { from: number; to: number };

/**
 * Where the characters from `start` to `end` of a block's text stand, counted from the start of its node. A list has a
 * line break between its entries in that text, a table one between its rows and a tab between its cells.
 */
export function stretchesIn(block: Node, start: number, end: number): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0; // in the text
  const look = (line: Node, position: number) => {
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, line.content.size)];
    if (from < to) stretches.push({ from: position + 1 + from, to: position + 1 + to });
    at += line.content.size;
  };
  if (block.isTextblock) {
    look(block, 0);
    return stretches;
  }
  block.forEach((part, partOffset, row) => {
    if (row > 0) at += 1;
    part.forEach((inner, innerOffset, column) => {
      if (column > 0) at += 1;
      const position = 1 + partOffset + 1 + innerOffset;
      if (inner.isTextblock) look(inner, position);
      else if (inner.firstChild) look(inner.firstChild, position + 1);
    });
  });
  return stretches;
}
