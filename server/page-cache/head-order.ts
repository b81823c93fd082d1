import { defaultTreeAdapter as tree } from 'parse5';
import { attribute, type Document, type Edit, type Element, isScript, rewritten } from '@/server/page-cache/html-edits';

/**
 * The edits that put the head of a page in one order, with what else is to be changed in it. Layout, page and metadata each
 * add to it, and Next.js writes their parts as they get ready: the same page would come in other bytes from each process.
 */
export function headInOrder(document: Document, html: string, edits: readonly Edit[]): Edit[] {
  const root = document.childNodes.find(tree.isElementNode);
  const head = root?.childNodes.find((node): node is Element => tree.isElementNode(node) && node.tagName === 'head');
  const held = (head?.childNodes ?? []).flatMap((node) => {
    const place = node.sourceCodeLocation;
    if (!tree.isElementNode(node) || !place || isScript(node)) return [];
    const { startOffset: from, endOffset: to } = place;
    return [{ from, to, key: keyOf(node, html.slice(from, to)) }];
  });
  const ordered = [...held].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return ordered.map(({ from, to }, n) => {
    const text = rewritten(html, edits, from, to);
    return { ...(held[n] ?? { from, to }), text };
  });
}

// The encoding has to come first, then what is loaded early. What one part of the page says stays in its order; links
// come from several.
function keyOf(element: Element, source: string): string {
  if (element.tagName === 'meta') {
    if (attribute(element, 'charset') !== undefined) return '0';
    return attribute(element, 'name') === 'viewport' ? '1' : '4';
  }
  if (element.tagName === 'title') return '3';
  return element.tagName === 'link' && attribute(element, 'rel') !== 'stylesheet' ? `5 ${source}` : '2';
}
