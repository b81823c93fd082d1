import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse, defaultTreeAdapter as tree } from 'parse5';

/** Writes an address of this site, as a page holds it ("/deting/reports/2020"), as the reader is to get it. */
export type AddressWriter = (address: string) => string;

/**
 * A public page as readers get it: every script, and every hint to load one, is taken out, and every address of this site
 * is written anew where a writer is given; the rest stays byte for byte.
 */
export function publicHtml(html: string, write?: AddressWriter): string {
  const edits: Edit[] = [];
  collect(parse(html, { sourceCodeLocationInfo: true }), edits, write);
  let rest = '';
  let at = 0;
  for (const { from, to, text } of edits.sort((a, b) => a.from - b.from)) {
    rest += html.slice(at, from) + text;
    at = Math.max(at, to);
  }
  return rest + html.slice(at);
}

/** The addresses of this site that a page holds, each once. */
export function addressesIn(html: string): string[] {
  const found = new Set<string>();
  publicHtml(html, (address) => {
    found.add(address);
    return address;
  });
  return [...found];
}

/** The same for an Atom feed of ours, which writes no quotation mark but around attributes. */
export const publicFeed = (feed: string, write: AddressWriter) =>
  feed.replace(/ href="(\/(?!\/)[^"]*)"/g, (_, address: string) => ` href="${write(address)}"`);

/** The same for a header Link: </deting>; rel="canonical" */
export const publicLink = (link: string, write: AddressWriter) =>
  link.replace(/<(\/(?!\/)[^>]*)>/g, (_, address: string) => `<${write(address)}>`);

/** Whether an address names a place on the site that it stands on, from its root. */
export const isOwnAddress = (address: string) => /^\/(?!\/)/.test(address);

type Edit = { from: number; to: number; text: string };
type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;

const holdAddresses = new Set(['href', 'src', 'action', 'formaction', 'poster', 'cite', 'data', 'longdesc']);

function collect(node: Node, edits: Edit[], write?: AddressWriter) {
  if (tree.isElementNode(node)) {
    const place = node.sourceCodeLocation;
    if (isScript(node)) {
      if (place) edits.push({ from: place.startOffset, to: place.endOffset, text: '' });
      return;
    }
    if (write) edits.push(...written(node, write));
  }
  if ('childNodes' in node) for (const child of node.childNodes) collect(child, edits, write);
}

function written(element: Element, write: AddressWriter): Edit[] {
  const places = element.sourceCodeLocation?.attrs ?? {};
  return element.attrs.flatMap(({ name, value }): Edit[] => {
    const place = places[name];
    const anew =
      name === 'srcset' ? writtenSet(value, write) : holdAddresses.has(name) ? writtenOne(value, write) : null;
    if (!place || anew === null) return [];
    return [{ from: place.startOffset, to: place.endOffset, text: `${name}="${escaped(anew)}"` }];
  });
}

const writtenOne = (value: string, write: AddressWriter) => (isOwnAddress(value) ? write(value) : null);

// Candidates are parted by a comma with a space behind it; an address may hold commas.
const writtenSet = (value: string, write: AddressWriter) =>
  value.replace(/(^|,\s+)(\/(?!\/)\S*[^\s,])/g, (_, before: string, address: string) => `${before}${write(address)}`);

const escaped = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

function isScript(element: Element): boolean {
  if (element.tagName === 'script') return true;
  if (element.tagName !== 'link') return false;
  const value = (name: string) => element.attrs.find((attribute) => attribute.name === name)?.value ?? '';
  return value('rel') === 'modulepreload' || (value('rel') === 'preload' && value('as') === 'script');
}
