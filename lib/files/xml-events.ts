import { FileFault } from '@/lib/files/file-fault';

/** What a reader of XML wants to hear. `name` is without its prefix; `attributes` is the raw text behind the name. */
export type XmlListener = {
  open?: (name: string, attributes: string) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
};

/**
 * Reads one XML document and tells what is in it, in one pass. What is not well-formed throws FileFault `broken`, and so
 * does a document type: no office file has one, and entities are how XML is made to explode. `lenient` lets tags that
 * do not match pass: Excel's drawings of comments hold HTML.
 */
export function readXml(bytes: Uint8Array, listener: XmlListener, { lenient = false } = {}): void {
  const xml = decoded(bytes);
  const opened: string[] = [];
  let roots = 0;
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    const until = tag < 0 ? xml.length : tag;
    if (until > at) {
      if (opened.length > 0) listener.text?.(unescaped(xml.slice(at, until)));
      else if (!lenient && xml.slice(at, until).trim() !== '') throw malformed('text outside the root');
    }
    if (tag < 0) break;
    at = xml.startsWith('<!', tag) || xml.startsWith('<?', tag) ? special(xml, tag, listener) : element(tag);
  }
  if (!lenient && (opened.length > 0 || roots !== 1)) throw malformed('not closed');

  function element(tag: number): number {
    const end = tagEnd(xml, tag);
    if (xml.charAt(tag + 1) === '/') {
      const name = xml.slice(tag + 2, end).trim();
      if (lenient) opened.length = Math.max(opened.lastIndexOf(name), 0);
      else if (opened.pop() !== name) throw malformed(`</${name}>`);
      listener.close?.(localName(name));
      return end + 1;
    }
    const empty = xml.charAt(end - 1) === '/';
    const [whole = '', name = ''] = opening.exec(xml.slice(tag + 1, empty ? end - 1 : end)) ?? [];
    if (name === '') throw malformed('tag');
    if (opened.length === 0) roots += 1;
    if (opened.length > deepest) throw malformed('too deep');
    listener.open?.(localName(name), xml.slice(tag + 1 + whole.length, empty ? end - 1 : end));
    if (empty) listener.close?.(localName(name));
    else opened.push(name);
    return end + 1;
  }
}

const deepest = 1000;
const opening = /^([\p{L}_][\p{L}\p{N}_.:-]*)(?=\s|$)/u;
const malformed = (detail: string) => new FileFault('broken', `XML: ${detail}`);
const localName = (name: string) => name.slice(name.indexOf(':') + 1);

// The > that ends a tag, not one in an attribute's value.
function tagEnd(xml: string, tag: number): number {
  let quote = '';
  for (let at = tag + 1; at < xml.length; at += 1) {
    const character = xml.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '>') return at;
    else if (character === '<') break;
    else if (character === '"' || character === "'") quote = character;
  }
  throw malformed('tag without an end');
}

function special(xml: string, at: number, { text }: XmlListener): number {
  const [start, end] = xml.startsWith('<!--', at)
    ? ['<!--', '-->']
    : xml.startsWith('<![CDATA[', at)
      ? ['<![CDATA[', ']]>']
      : xml.startsWith('<?', at)
        ? ['<?', '?>']
        : ['', ''];
  const close = start === '' ? -1 : xml.indexOf(end, at + start.length);
  if (close < 0) throw malformed('declaration');
  if (end === ']]>') text?.(xml.slice(at + start.length, close));
  return close + end.length;
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const wideOther = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  try {
    return new TextDecoder(wide ? 'utf-16le' : wideOther ? 'utf-16be' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw malformed('characters');
  }
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text with its entities and character numbers resolved. */
export const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
        if (name !== undefined) return entities[String(name)] ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : text;

/** Every attribute of a tag by its name without prefix, in order; declarations of namespaces are none. */
export function attributesOf(attributes: string): [name: string, value: string][] {
  return [...attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].flatMap(
    ([, name = '', double, single]): [string, string][] =>
      name.startsWith('xmlns') ? [] : [[localName(name), unescaped(double ?? single ?? '')]],
  );
}

/** One attribute of a tag, by its name without prefix; empty where it is absent. */
export const attribute = (attributes: string, wanted: string): string =>
  attributes.includes(wanted) ? (attributesOf(attributes).find(([name]) => name === wanted)?.[1] ?? '') : '';
