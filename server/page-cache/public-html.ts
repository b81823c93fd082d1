import { parse, defaultTreeAdapter as tree } from 'parse5';
import { headInOrder } from '@/server/page-cache/head-order';
import { type Edit, type Element, isScript, type Node, rewritten } from '@/server/page-cache/html-edits';

/** Writes an address of this site, as a page holds it ("/deting/reports/2020"), as the reader is to get it. */
export type AddressWriter = (address: string) => string;

/** The name under which what lies at an address of this site is to be saved; undefined where it is shown. */
export type FileNamer = (address: string) => string | undefined;

/**
 * A public page as readers get it: every script, and every hint to load one, is taken out, every address of this site
 * is written anew where a writer is given, and the head is put in one order, because Next.js writes what two parts of a page
 * say about it in the order in which they were ready. The rest stays byte for byte.
 */
export function publicHtml(html: string, write?: AddressWriter, nameOf?: FileNamer): string {
  const document = parse(html, { sourceCodeLocationInfo: true });
  const edits: Edit[] = [];
  collect(document, edits, write, nameOf);
  const inHead = headInOrder(document, html, edits);
  const elsewhere = edits.filter(({ from }) => !inHead.some((slot) => from >= slot.from && from < slot.to));
  return rewritten(html, [...elsewhere, ...inHead], 0, html.length);
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

const holdAddresses = new Set(['href', 'src', 'action', 'formaction', 'poster', 'cite', 'data', 'longdesc']);

function collect(node: Node, edits: Edit[], write?: AddressWriter, nameOf?: FileNamer) {
  if (tree.isElementNode(node)) {
    const place = node.sourceCodeLocation;
    if (isScript(node)) {
      if (place) edits.push({ from: place.startOffset, to: place.endOffset, text: '' });
      return;
    }
    if (write) edits.push(...written(node, write, nameOf));
  }
  if ('childNodes' in node) for (const child of node.childNodes) collect(child, edits, write, nameOf);
}

function written(element: Element, write: AddressWriter, nameOf: FileNamer = () => undefined): Edit[] {
  const places = element.sourceCodeLocation?.attrs ?? {};
  return element.attrs.flatMap(({ name, value }): Edit[] => {
    const place = places[name];
    const anew =
      name === 'srcset' ? writtenSet(value, write) : holdAddresses.has(name) ? writtenOne(value, write) : null;
    if (!place || anew === null) return [];
    const saved = element.tagName === 'a' && name === 'href' ? nameOf(value) : undefined;
    const download = saved === undefined ? '' : ` download="${escaped(saved)}"`;
    return [{ from: place.startOffset, to: place.endOffset, text: `${name}="${escaped(anew)}"${download}` }];
  });
}

const writtenOne = (value: string, write: AddressWriter) => (isOwnAddress(value) ? write(value) : null);

// Candidates are parted by a comma with a space behind it; an address may hold commas.
const writtenSet = (value: string, write: AddressWriter) =>
  value.replace(/(^|,\s+)(\/(?!\/)\S*[^\s,])/g, (_, before: string, address: string) => `${before}${write(address)}`);

const escaped = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
