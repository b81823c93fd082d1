import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Markup } from '@/lib/editor/markup';

/** HTML as Markup without a browser; there it goes through DOMParser. */
export function readHtml(html: string): Markup {
  return { tag: 'document', attributes: {}, children: parse(html).childNodes.flatMap(markupOfNode) };
}

function markupOfNode(node: DefaultTreeAdapterTypes.ChildNode): Markup[] {
  if ('value' in node) return [node.value];
  if (!('attrs' in node)) return [];
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  return [{ tag: node.tagName, attributes, children: node.childNodes.flatMap(markupOfNode) }];
}
