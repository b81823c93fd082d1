import type { JSONContent } from '@tiptap/core';
import type { Block } from '@/lib/domain/report/content';

// A narrative section as the text editor holds it: a document of paragraphs and two levels of headings, nothing else.

export const documentOf = (blocks: readonly Block[]): JSONContent => ({
  type: 'doc',
  content: blocks.length === 0 ? [{ type: 'paragraph' }] : blocks.map(nodeOf),
});

export function nodeOf({ id, kind, text }: Block): JSONContent {
  const content = text === '' ? {} : { content: [{ type: 'text', text }] };
  if (kind === 'paragraph') return { type: 'paragraph', attrs: { id }, ...content };
  return { type: 'heading', attrs: { id, level: kind === 'heading2' ? 2 : 3 }, ...content };
}

/** The blocks of a document; an editor in which nothing is written holds none. */
export function blocksOf({ content = [] }: JSONContent): Block[] {
  const blocks = content.map(blockOf);
  const [only] = blocks;
  return blocks.length === 1 && only?.text === '' && only.kind === 'paragraph' ? [] : blocks;
}

export const blockOf = (node: JSONContent): Block => ({ id: idOf(node), kind: kindOf(node), text: wordsOf(node) });

const idOf = ({ attrs }: JSONContent) => String(attrs?.id ?? '');
const wordsOf = ({ content = [] }: JSONContent) => content.map(({ text = '' }) => text).join('');

function kindOf({ type, attrs }: JSONContent): Block['kind'] {
  if (type !== 'heading') return 'paragraph';
  return attrs?.level === 2 ? 'heading2' : 'heading3';
}

export const sameBlocks = (one: readonly Block[], other: readonly Block[]) =>
  one.length === other.length &&
  one.every(({ id, kind, text }, at) => id === other[at]?.id && kind === other[at].kind && text === other[at].text);

/** The stretch in which two texts differ, so that a caret outside of it stays where it is. */
export function differenceOf(before: string, after: string): { from: number; to: number; text: string } {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from += 1;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - from && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { from, to: before.length - tail, text: after.slice(from, after.length - tail) };
}
