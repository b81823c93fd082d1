import type { JSONContent } from '@tiptap/core';
import type { Block } from '@/lib/domain/report/content';
import { liveNumbers, tokenOf } from '@/lib/domain/report/live-numbers';

// A narrative section as the text editor holds it: a document of paragraphs and two levels of headings, nothing else.

export const documentOf = (blocks: readonly Block[]): JSONContent => ({
  type: 'doc',
  content: blocks.length === 0 ? [{ type: 'paragraph' }] : blocks.map(nodeOf),
});

export function nodeOf({ id, kind, text }: Block): JSONContent {
  const content = text === '' ? {} : { content: inlineOf(text) };
  if (kind === 'paragraph') return { type: 'paragraph', attrs: { id }, ...content };
  return { type: 'heading', attrs: { id, level: kind === 'heading2' ? 2 : 3 }, ...content };
}

/** Words and live numbers. */
export function inlineOf(text: string): JSONContent[] {
  const parts: JSONContent[] = [];
  let at = 0;
  for (const { start, end, sources } of liveNumbers(text, () => null)) {
    if (start > at) parts.push({ type: 'text', text: text.slice(at, start) });
    parts.push({ type: 'liveNumber', attrs: { sources: sources.join('+') } });
    at = end;
  }
  if (at < text.length) parts.push({ type: 'text', text: text.slice(at) });
  return parts;
}

/** The blocks of a document; an editor in which nothing is written holds none. */
export function blocksOf({ content = [] }: JSONContent): Block[] {
  const blocks = content.map(blockOf);
  const [only] = blocks;
  return blocks.length === 1 && only?.text === '' && only.kind === 'paragraph' ? [] : blocks;
}

export const blockOf = (node: JSONContent): Block => ({ id: idOf(node), kind: kindOf(node), text: wordsOf(node) });

const idOf = ({ attrs }: JSONContent) => String(attrs?.id ?? '');
const wordsOf = ({ content = [] }: JSONContent) =>
  content
    .map(({ type, text = '', attrs }) => (type === 'liveNumber' ? tokenOf([String(attrs?.sources ?? '')]) : text))
    .join('');

function kindOf({ type, attrs }: JSONContent): Block['kind'] {
  if (type !== 'heading') return 'paragraph';
  return attrs?.level === 2 ? 'heading2' : 'heading3';
}

export const sameBlocks = (one: readonly Block[], other: readonly Block[]) =>
  one.length === other.length &&
  one.every(({ id, kind, text }, at) => id === other[at]?.id && kind === other[at].kind && text === other[at].text);
