/** HTML as plain values, so that what is pasted can be read without a browser. */
export type Markup = string | Element;
export type Element = { tag: string; attributes: Readonly<Record<string, string>>; children: readonly Markup[] };

/** As much of a DOM node as is needed; a browser's and parse5's trees both become Markup through it. */
type DomNode = {
  nodeType: number;
  nodeName: string;
  nodeValue: string | null;
  childNodes: ArrayLike<DomNode>;
  attributes?: ArrayLike<{ name: string; value: string }>;
};

export function markupOf(node: DomNode): Markup {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  const attributes = Array.from(node.attributes ?? [], ({ name, value }) => [name.toLowerCase(), value]);
  return {
    tag: node.nodeName.toLowerCase(),
    attributes: Object.fromEntries(attributes),
    children: Array.from(node.childNodes)
      .filter(({ nodeType }) => nodeType === 1 || nodeType === 3)
      .map(markupOf),
  };
}

const hidden = new Set(['style', 'script', 'head', 'title', 'meta', 'link', 'xml', 'template', 'del', 'img', 'svg']);

/** True for what a reader of the source does not see, and for tracked deletions. */
export const isHidden = ({ tag, attributes }: Element) =>
  hidden.has(tag) || /display:\s*none|mso-hide:\s*all/i.test(attributes.style ?? '');

/** The elements of one tag, in document order; not those inside another of the same tag. */
export function elementsOf(markup: Markup, ...tags: string[]): Element[] {
  if (typeof markup === 'string' || isHidden(markup)) return [];
  return tags.includes(markup.tag) ? [markup] : markup.children.flatMap((child) => elementsOf(child, ...tags));
}

/** The text inside, with the soft line breaks of the source undone. */
export const textOf = (markup: Markup): string => tidy(rawTextOf(markup));

export function rawTextOf(markup: Markup): string {
  if (typeof markup === 'string') return markup;
  if (isHidden(markup)) return '';
  return markup.tag === 'br' ? '\n' : markup.children.map(rawTextOf).join('');
}

/** One line of running text: no control or invisible characters, no indent, no break inside a Chinese word. */
export const tidy = (text: string): string => squeezed(text).replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');

/** The same of a part of a line, whose spaces at both ends may part words. */
export function squeezed(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g, '')
    .replace(/\u00a0/g, ' ')
    .replace(/(?<=[^\x20-\x7e\s])[ \t]*[\r\n][\s]*(?=[^\x20-\x7e\s])/g, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp} ]+/gu, ' ')
    .normalize('NFC');
}
