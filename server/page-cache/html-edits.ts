import type { DefaultTreeAdapterTypes } from 'parse5';

export type Document = DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode | Document;

/** A stretch of a page's source, and what is to stand in its place. */
export type Edit = { from: number; to: number; text: string };

/** The source between two places with the edits that lie there. */
export function rewritten(html: string, edits: readonly Edit[], begin = 0, end = html.length): string {
  const here = edits.filter(({ from, to }) => from >= begin && to <= end).sort((a, b) => a.from - b.from);
  let rest = '';
  let at = begin;
  for (const { from, to, text } of here) {
    rest += html.slice(at, from) + text;
    at = Math.max(at, to);
  }
  return rest + html.slice(at, end);
}

export const attribute = (element: Element, name: string) => element.attrs.find((each) => each.name === name)?.value;

/** A script, or a hint to load one. */
export function isScript(element: Element): boolean {
  if (element.tagName === 'script') return true;
  if (element.tagName !== 'link') return false;
  const relation = attribute(element, 'rel');
  return relation === 'modulepreload' || (relation === 'preload' && attribute(element, 'as') === 'script');
}
