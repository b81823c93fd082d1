import { type Element, elementsOf, type Markup, textOf } from '@/lib/editor/markup';

/** A block of a spreadsheet: texts by row and column. */
export type Sheet = readonly (readonly string[])[];

/** The first table of pasted HTML; null where there is none. A merged cell stands at its first place. */
export function sheetOfMarkup(markup: Markup): Sheet | null {
  const table = elementsOf(markup, 'table').at(0);
  if (!table) return null;
  const grid: string[][] = [];
  elementsOf({ ...table, tag: 'div' }, 'tr').forEach((row, at) => {
    for (const cell of elementsOf({ ...row, tag: 'div' }, 'td', 'th')) place(grid, at, cell);
  });
  const width = Math.max(0, ...grid.map((line) => line.length));
  return grid.map((line) => Array.from({ length: width }, (_, column) => line[column] ?? ''));
}

function place(grid: string[][], row: number, cell: Element) {
  const line = lineOf(grid, row);
  let column = 0;
  while (line[column] !== undefined) column += 1;
  for (let down = 0; down < span(cell, 'rowspan'); down += 1) {
    for (let across = 0; across < span(cell, 'colspan'); across += 1) {
      lineOf(grid, row + down)[column + across] = down + across === 0 ? textOf(cell) : '';
    }
  }
}

function lineOf(grid: string[][], row: number): string[] {
  for (let at = grid.length; at <= row; at += 1) grid.push([]);
  return grid[row] ?? [];
}

const span = ({ attributes }: Element, name: 'rowspan' | 'colspan') =>
  Math.min(200, Math.max(1, Number.parseInt(attributes[name] ?? '1', 10) || 1));

/** Tab-separated text as spreadsheets put it on the clipboard; a quoted cell may hold tabs and line breaks. */
export function sheetOfText(text: string): Sheet {
  const lines: string[][] = [[]];
  const cells = /("(?:[^"]|"")*"(?=[\t\r\n]|$)|[^\t\r\n]*)(\t|\r\n|\r|\n|$)/gy;
  for (;;) {
    const [, raw = '', end = ''] = cells.exec(text) ?? [];
    lines.at(-1)?.push(raw.startsWith('"') && raw.endsWith('"') && raw.length > 1 ? unquoted(raw) : raw);
    if (end === '' || cells.lastIndex >= text.length) break;
    if (end !== '\t') lines.push([]);
  }
  if (text.endsWith('\t')) lines.at(-1)?.push('');
  return lines;
}

const unquoted = (raw: string) => raw.slice(1, -1).replace(/""/g, '"');
