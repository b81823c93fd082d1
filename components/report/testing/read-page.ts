import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** A rendered page as its readers' software reads it. */
export function readPage(html: string) {
  const elements = all(parse(html));
  const ids = new Map(elements.flatMap((element) => pairOf(element)));
  return {
    all: (tag: string) => elements.filter(({ tagName }) => tagName === tag),
    byId(id: string): Element {
      const element = ids.get(id);
      if (!element) throw new Error(`nothing has the id ${id}`);
      return element;
    },
    ids: elements.flatMap((element) => attribute(element, 'id') ?? []),
  };
}

const pairOf = (element: Element): [string, Element][] => {
  const id = attribute(element, 'id');
  return id ? [[id, element]] : [];
};

/** Everything below an element, in order. */
export function all(node: Node, tag?: string): Element[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.flatMap((child) => [
    ...('tagName' in child && (!tag || child.tagName === tag) ? [child] : []),
    ...all(child, tag),
  ]);
}

export const attribute = (element: Element, name: string) => element.attrs.find((each) => each.name === name)?.value;

export function text(node: Node | undefined): string {
  if (!node) return '';
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(text).join('') : '';
}
