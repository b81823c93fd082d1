import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { type Grid, placed } from '@/lib/documents/reading/grid';
import type { Reading } from '@/lib/documents/reading/reading';
import type { ReportFormat } from '@/lib/domain/report/format';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** Reads the report on its public page: heading, prose, tables, signature and hash. What surrounds it is not the report's. */
export async function readHtml(file: Uint8Array, format: ReportFormat): Promise<Reading> {
  const elements = below(parse(Buffer.from(file).toString('utf8')));
  const article = elements.find((element) => hasClass(element, 'report-body'));
  if (!article) throw new Error('the page holds no report');
  const inside = below(article);
  const prose = inside.filter((element) => hasClass(element, 'prose')).flatMap((element) => flow(element));
  const ends = inside.filter((element) => hasClass(element, 'signature') || hasClass(element, 'hash'));
  const grids = prose.flatMap((piece) => (typeof piece === 'string' ? [] : [piece]));
  const { cells, rest } = placed(format, grids);
  return {
    title: elements
      .filter(({ tagName }) => tagName === 'h1')
      .map(textOf)
      .join('\n'),
    cells,
    paragraphs: [...prose.filter((piece) => typeof piece === 'string'), ...ends.map(textOf), ...rest],
  };
}

/** The paragraphs and tables of a piece of HTML, in order. */
export const flowOf = (html: string): (string | Grid)[] => flow(parse(html));

function flow(node: Node): (string | Grid)[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.flatMap((child): (string | Grid)[] => {
    if (!('tagName' in child) || child.tagName === 'details' || hasClass(child, 'to-contents')) return [];
    if (child.tagName === 'table') return [gridOf(child)];
    if (/^(?:p|h\d)$/.test(child.tagName)) return [textOf(child)];
    return flow(child);
  });
}

/** A table with its merged cells taken apart; its caption, if any, is a row right across. */
function gridOf(table: Element): Grid {
  const rows = below(table).filter(({ tagName }) => tagName === 'tr');
  const grid: string[][] = rows.map(() => []);
  for (const [r, row] of rows.entries()) {
    for (const cell of below(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th')) {
      const from = firstFree(grid[r] ?? []);
      const [height, width] = [spanOf(cell, 'rowspan'), spanOf(cell, 'colspan')];
      for (const line of grid.slice(r, r + height)) {
        for (let at = from; at < from + width; at += 1) line[at] = textOf(cell);
      }
    }
  }
  const [caption] = below(table).filter(({ tagName }) => tagName === 'caption');
  return caption ? [(grid[0] ?? ['']).map(() => textOf(caption)), ...grid] : grid;
}

function firstFree(row: readonly string[]): number {
  for (let at = 0; ; at += 1) if (row[at] === undefined) return at;
}

const spanOf = (cell: Element, name: string) => Number(attribute(cell, name) ?? 1);

const attribute = (element: Element, name: string) => element.attrs.find((each) => each.name === name)?.value;

const hasClass = (element: Element, name: string) => attribute(element, 'class')?.split(' ').includes(name) ?? false;

function below(node: Node): Element[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.flatMap((child) => [...('tagName' in child ? [child] : []), ...below(child)]);
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
