import type { ItemBlock, Run, TableCell } from '@/lib/domain/items/body';
import { inOne, joined, type Line, linesOf, textOfLine } from '@/lib/editor/body/pasted-lines';
import { isDropped, type PastedPicture, piecesOf } from '@/lib/editor/body/pasted-pieces';
import { type Element, elementsOf, type Markup, textOf } from '@/lib/editor/markup';

type Grid = Omit<Extract<ItemBlock, { kind: 'table' }>, 'id'>;
export type PastedGrid = { grid: Grid; pictures: PastedPicture[]; lostPictures: number };

const mostColumns = 40;
const mostHeaderRows = 10;
const mostSpan = 400;

/** A pasted table with its merged cells; every place of the grid belongs to one cell, hidden rows and columns to none. */
export function pastedGrid(table: Element): PastedGrid {
  const rows = rowsOf(table);
  const contents = rows.map(({ cells }) => cells.map((cell) => ({ cell, ...contentOf(cell) })));
  const all = contents.flat();
  const placed = fitted(
    contents.map((row) =>
      row.map(({ cell, runs }) => ({ runs, across: span(cell, 'colspan'), down: span(cell, 'rowspan') })),
    ),
  );
  return {
    grid: { kind: 'table', headerRows: headerRowsOf(rows, placed), rows: placed },
    pictures: all.flatMap(({ pictures }) => pictures),
    lostPictures: all.reduce((sum, { lost }) => sum + lost, 0),
  };
}

type Row = { cells: Element[]; head: boolean };

function rowsOf(table: Element): Row[] {
  const rows: Row[] = [];
  const visit = (node: Markup, head: boolean) => {
    if (typeof node === 'string' || isDropped(node)) return;
    if (node.tag === 'tr') rows.push({ cells: cellsOf(node), head });
    else for (const child of node.children) visit(child, head || node.tag === 'thead');
  };
  for (const child of table.children) visit(child, false);
  return rows.filter(({ cells }) => cells.length > 0);
}

const cellsOf = (row: Element): Element[] =>
  row.children.flatMap((child) => {
    if (typeof child === 'string' || isDropped(child)) return [];
    return child.tag === 'td' || child.tag === 'th' ? [child] : [];
  });

function contentOf(cell: Element): { runs: Run[]; pictures: PastedPicture[]; lost: number } {
  const pieces = cell.children.flatMap(piecesOf);
  const lines = linesOf(pieces);
  return {
    runs: inOne(lines.flatMap((line) => linesIn(line))),
    pictures: lines.flatMap((line) => (line.kind === 'picture' ? [line] : [])),
    lost: pieces.filter(({ piece }) => piece === 'lost').length,
  };
}

// Within a cell a list is lines with their marks, a table lines with its cells side by side.
function linesIn(line: ReturnType<typeof linesOf>[number]): { runs: Run[] }[] {
  if (line.kind === 'picture') return [];
  if (line.kind === 'line') return [{ runs: joined([...markOf(line), ...line.runs]) }];
  return elementsOf({ ...line.table, tag: 'div' }, 'tr')
    .map((row) =>
      elementsOf({ ...row, tag: 'div' }, 'td', 'th')
        .map(textOf)
        .filter((text) => text !== '')
        .join('　'),
    )
    .filter((text) => text !== '')
    .map((text) => ({ runs: [{ text }] }));
}

function markOf({ mark, style: { entry } }: Line): Run[] {
  const text = mark || (entry?.number ? `${entry.number}.` : '');
  return text ? [{ text }] : [];
}

const span = ({ attributes }: Element, name: 'colspan' | 'rowspan') =>
  Math.min(mostSpan, Math.max(1, Number.parseInt(attributes[name] ?? '1', 10) || 1));

type Wanted = { runs: Run[]; across: number; down: number };

/** Cells in the first free places of their rows, cut to what is free; places that nobody took get a cell of their own. */
function fitted(rows: readonly (readonly Wanted[])[]): TableCell[][] {
  const taken = new Set<string>();
  const place = (row: number, column: number) => `${row}/${column}`;
  let width = 0;
  const placed = rows.map((wanted, row) => {
    let column = 0;
    return wanted.map(({ runs, across, down }) => {
      while (taken.has(place(row, column))) column += 1;
      let colspan = 1;
      while (colspan < across && !taken.has(place(row, column + colspan))) colspan += 1;
      const rowspan = Math.min(down, rows.length - row);
      for (let r = row; r < row + rowspan; r += 1)
        for (let c = column; c < column + colspan; c += 1) taken.add(place(r, c));
      width = Math.max(width, column + colspan);
      return cellOf(runs, colspan, rowspan);
    });
  });
  return placed.map((cells, row) => {
    const free = Array.from({ length: width }, (_, column) => column).filter(
      (column) => !taken.has(place(row, column)),
    );
    return [...cells, ...free.map(() => cellOf([], 1, 1))];
  });
}

const cellOf = (runs: Run[], colspan: number, rowspan: number): TableCell => {
  return { runs, ...(colspan > 1 && { colspan }), ...(rowspan > 1 && { rowspan }) };
};

// What the source says is a heading, or rows of nothing but headings; never cut through a merged cell.
function headerRowsOf(rows: readonly Row[], placed: readonly (readonly TableCell[])[]): number {
  const isHead = ({ head, cells }: Row) => head || cells.every(({ tag }) => tag === 'th');
  const first = rows.findIndex((row) => !isHead(row));
  let count = Math.min(first < 0 ? rows.length - 1 : first, mostHeaderRows);
  const reaches = (height: number) =>
    placed.slice(0, height).some((cells, row) => cells.some(({ rowspan = 1 }) => row + rowspan > height));
  while (count > 0 && reaches(count)) count -= 1;
  return count;
}

/** Whether a table can be kept at all. */
export const isTooLarge = ({ rows }: Grid) =>
  rows.length > 2_000 || rows.some((cells) => cells.reduce((sum, { colspan = 1 }) => sum + colspan, 0) > mostColumns);

export const isEmptyGrid = ({ rows }: Grid) =>
  rows.every((cells) => cells.every(({ runs }) => textOfLine({ runs }) === ''));
