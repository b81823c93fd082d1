import type { JSONContent } from '@tiptap/core';
import type { ItemBlock, ItemBody, Run, TableCell } from '@/lib/domain/items/body';

// The body of an item as the text editor holds it: headings of three levels, paragraphs, lists without sublists, tables
// whose cells hold one paragraph, pictures by their hash. Line breaks are nodes there and "\n" here.

type Block<Kind extends ItemBlock['kind']> = Extract<ItemBlock, { kind: Kind }>;

export const bodyDocument = (body: ItemBody): JSONContent => ({
  type: 'doc',
  content: body.length === 0 ? [{ type: 'paragraph' }] : body.map(bodyNode),
});

export function bodyNode(block: ItemBlock): JSONContent {
  const { id } = block;
  switch (block.kind) {
    case 'heading':
      return { type: 'heading', attrs: { id, level: block.level }, ...inline(block.runs) };
    case 'paragraph':
      return { type: 'paragraph', attrs: { id }, ...inline(block.runs) };
    case 'list':
      return {
        type: block.ordered ? 'orderedList' : 'bulletList',
        attrs: { id },
        content: block.entries.map((runs) => ({ type: 'listItem', content: [paragraphOf(runs)] })),
      };
    case 'table':
      return {
        type: 'table',
        attrs: { id },
        content: block.rows.map((row, at) => rowNode(row, at < block.headerRows)),
      };
    case 'image':
      return { type: 'image', attrs: { id, sha256: block.sha256, alt: block.alt } };
  }
}

const paragraphOf = (runs: readonly Run[]): JSONContent => ({ type: 'paragraph', ...inline(runs) });

const rowNode = (cells: readonly TableCell[], header: boolean): JSONContent => ({
  type: 'tableRow',
  content: cells.map(({ runs, colspan = 1, rowspan = 1 }) => ({
    type: header ? 'tableHeader' : 'tableCell',
    attrs: { colspan, rowspan },
    content: [paragraphOf(runs)],
  })),
});

function inline(runs: readonly Run[]): JSONContent {
  const content = runs.flatMap(({ text, href }) => {
    const marked = href === undefined ? {} : { marks: [{ type: 'link', attrs: { href } }] };
    return text
      .split(/(\n)/)
      .filter((part) => part !== '')
      .map((part) => (part === '\n' ? { type: 'hardBreak', ...marked } : { type: 'text', text: part, ...marked }));
  });
  return content.length === 0 ? {} : { content };
}

/** The blocks of a document; an editor in which nothing is written holds none. */
export function bodyOf({ content = [] }: JSONContent): ItemBody {
  const blocks = content.map(bodyBlock);
  return isBlank(blocks) ? [] : blocks;
}

export function isBlank(blocks: readonly ItemBlock[]): boolean {
  const [only] = blocks;
  return blocks.length === 1 && only?.kind === 'paragraph' && only.runs.length === 0;
}

export function bodyBlock(node: JSONContent): ItemBlock {
  const id = String(node.attrs?.id ?? '');
  switch (node.type) {
    case 'heading':
      return { id, kind: 'heading', level: levelOf(node), runs: runsOf(node) };
    case 'orderedList':
    case 'bulletList':
      return { id, kind: 'list', ordered: node.type === 'orderedList', entries: (node.content ?? []).map(runsInside) };
    case 'table':
      return tableOf(id, node.content ?? []);
    case 'image':
      return { id, kind: 'image', sha256: String(node.attrs?.sha256 ?? ''), alt: String(node.attrs?.alt ?? '') };
    default:
      return { id, kind: 'paragraph', runs: runsOf(node) };
  }
}

function levelOf({ attrs }: JSONContent): 1 | 2 | 3 {
  const level: unknown = attrs?.level;
  return level === 2 || level === 3 ? level : 1;
}

/** Neighbouring stretches with the same address are one. */
function runsOf({ content = [] }: JSONContent): Run[] {
  const runs: Run[] = [];
  for (const node of content) {
    const text = node.type === 'hardBreak' ? '\n' : (node.text ?? '');
    const href = hrefOf(node);
    const last = runs.at(-1);
    if (text === '') continue;
    if (last && last.href === href) last.text += text;
    else runs.push(href === undefined ? { text } : { text, href });
  }
  return runs;
}

function hrefOf({ marks = [] }: JSONContent): string | undefined {
  const href: unknown = marks.find(({ type }) => type === 'link')?.attrs?.href;
  return typeof href === 'string' ? href : undefined;
}

/** An entry or a cell holds one paragraph; were there several, each would be a line. */
const runsInside = ({ content = [] }: JSONContent): Run[] =>
  runsOf({
    content: content.flatMap((paragraph, at) => [
      ...(at > 0 ? [{ type: 'hardBreak' }] : []),
      ...(paragraph.content ?? []),
    ]),
  });

function tableOf(id: string, rows: readonly JSONContent[]): Block<'table'> {
  return {
    id,
    kind: 'table',
    headerRows: headerRowsOf(rows),
    rows: rows.map(({ content = [] }) => content.map(cellOf)),
  };
}

function cellOf(node: JSONContent): TableCell {
  const [colspan, rowspan] = [spanOf(node, 'colspan'), spanOf(node, 'rowspan')];
  return { runs: runsInside(node), ...(colspan > 1 && { colspan }), ...(rowspan > 1 && { rowspan }) };
}

const spanOf = ({ attrs }: JSONContent, span: 'colspan' | 'rowspan') => Number(attrs?.[span] ?? 1);

const mostHeaderRows = 10;

// A row is a heading where every cell that stands in it is one, those that reach into it from above included.
function headerRowsOf(rows: readonly JSONContent[]): number {
  let open: { header: boolean; until: number }[] = [];
  for (const [at, { content = [] }] of rows.slice(0, mostHeaderRows).entries()) {
    const own = content.map((cell) => ({ header: cell.type === 'tableHeader', until: at + spanOf(cell, 'rowspan') }));
    open = [...open.filter(({ until }) => until > at), ...own];
    if (open.length === 0 || open.some(({ header }) => !header)) return at;
  }
  return Math.min(rows.length, mostHeaderRows);
}
