import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Grid } from '@/lib/documents/reading/grid';
import type { Piece, Shown } from '@/lib/documents/reading/items/reading';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** Every element of a piece of HTML, in order. */
export const elementsOf = (html: string) => below(parse(html));

export function below(node: Node): Element[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.flatMap((child) => [...('tagName' in child ? [child] : []), ...below(child)]);
}

export const attribute = (element: Element, name: string) => element.attrs.find((each) => each.name === name)?.value;

export const hasClass = (element: Element, name: string) =>
  attribute(element, 'class')?.split(' ').includes(name) ?? false;

/** The text as one reads it: a line break is one. */
export function textOf(node: Node): string {
  if ('value' in node) return node.value;
  if ('tagName' in node && node.tagName === 'br') return '\n';
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Paragraphs, entries of lists with their marks, and tables, in order. */
export function piecesIn(node: Node): Piece[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.flatMap((child): Piece[] => {
    if (!('tagName' in child)) return [];
    if (child.tagName === 'table') return [gridOf(child)];
    if (child.tagName === 'ul' || child.tagName === 'ol') return entriesOf(child);
    if (/^(?:p|h\d)$/.test(child.tagName)) return [textOf(child)];
    return piecesIn(child);
  });
}

const entriesOf = (list: Element) =>
  below(list)
    .filter(({ tagName }) => tagName === 'li')
    .map((entry, at) => `${list.tagName === 'ol' ? `${at + 1}. ` : '· '}${textOf(entry)}`);

export const picturesIn = (node: Node, nameOf: (source: string) => string): Shown[] =>
  below(node)
    .filter(({ tagName }) => tagName === 'img')
    .map((picture) => ({ name: nameOf(attribute(picture, 'src') ?? ''), alt: attribute(picture, 'alt') ?? '' }));

export const linksIn = (node: Node): string[] =>
  below(node).flatMap((element) => (element.tagName === 'a' ? (attribute(element, 'href') ?? []) : []));

/** A table with its merged cells taken apart, as a browser lays it out; a column in which nothing begins is none. */
export function gridOf(table: Element): Grid {
  const rows = below(table).filter(({ tagName }) => tagName === 'tr');
  const grid = rows.map((): (string | undefined)[] => []);
  const begins = new Set<number>();
  for (const [r, row] of rows.entries()) {
    const reach = groupEnd(rows, r);
    for (const cell of below(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th')) {
      const line = grid[r] ?? [];
      const from = Array.from({ length: line.length + 1 }, (_, at) => at).find((at) => line[at] === undefined) ?? 0;
      let to = from + 1;
      while (to < from + spanOf(cell, 'colspan') && line[to] === undefined) to += 1;
      begins.add(from);
      for (const under of grid.slice(r, Math.min(reach, r + spanOf(cell, 'rowspan')))) {
        for (let at = from; at < to; at += 1) under[at] = textOf(cell);
      }
    }
  }
  const width = Math.max(0, ...grid.map((line) => line.length));
  const places = Array.from({ length: width }, (_, at) => at).filter(
    (at) => begins.has(at) || grid.some((line) => isGap(line, at) && !isGap(line, at - 1)),
  );
  return grid.map((line) => places.map((at) => line[at] ?? ''));
}

const isGap = (line: readonly (string | undefined)[], at: number) => at >= 0 && line[at] === undefined;

// No cell reaches out of the head or the body that it stands in.
function groupEnd(rows: readonly Element[], r: number): number {
  const group = rows[r]?.parentNode;
  const end = rows.findIndex((row, at) => at > r && row.parentNode !== group);
  return end < 0 ? rows.length : end;
}

const spanOf = (cell: Element, name: string) => Number(attribute(cell, name) ?? 1);
