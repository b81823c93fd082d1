import type { Node } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { cellAround, findTable, TableMap } from '@tiptap/pm/tables';
import { bodyBlock } from '@/lib/editor/body/body-document';

/** Enter in a cell leads to the cell below, and from the last row out of the table, to a new paragraph. */
export function enterBelow(state: EditorState, dispatch?: (transaction: Transaction) => void): boolean {
  const place = placeOf(state);
  const inside = cellAround(state.selection.$from);
  if (!place || !inside || !(state.selection instanceof TextSelection)) return false;
  const { table, start } = place;
  const map = TableMap.get(table);
  const cell = map.findCell(inside.pos - start);
  const transaction = cell.bottom < map.height ? below(state, start, map, cell) : behind(state, start, table);
  dispatch?.(transaction.scrollIntoView());
  return true;
}

function below({ tr }: EditorState, start: number, map: TableMap, { left, bottom }: { left: number; bottom: number }) {
  const position = start + (map.map[bottom * map.width + left] ?? 0);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(position + 1)));
}

function behind({ tr, schema }: EditorState, start: number, table: Node): Transaction {
  const end = start + table.nodeSize - 1;
  const next = tr.doc.resolve(end).nodeAfter;
  if (!next?.isTextblock) tr.insert(end, schema.nodeFromJSON({ type: 'paragraph' }));
  return tr.setSelection(TextSelection.near(tr.doc.resolve(end + 1)));
}

type Place = { table: Node; start: number; row: number };

/** The table around the caret, where its content starts, and the row of the caret. */
function placeOf({ selection }: EditorState): Place | null {
  const found = findTable(selection.$from);
  if (!found) return null;
  return { table: found.node, start: found.start, row: selection.$from.index(found.depth) };
}

const headerRowsOf = (table: Node) => {
  const block = bodyBlock(table.toJSON());
  return block.kind === 'table' ? block.headerRows : 0;
};

/** Whether the caret stands in a row of headings; null outside of tables. */
export function inHeaderRow(state: EditorState): boolean | null {
  const place = placeOf(state);
  return place && place.row < headerRowsOf(place.table);
}

/** Makes the rows down to the caret headings, or ends the headings above it. */
export function toggleHeaderRows(state: EditorState, dispatch?: (transaction: Transaction) => void): boolean {
  const place = placeOf(state);
  if (!place) return false;
  const { table, start, row } = place;
  const wanted = row < headerRowsOf(table) ? row : bottomOf(table, row + 1);
  dispatch?.(withHeaderRows(state.tr, table, start, wanted));
  return true;
}

// A merged cell is a heading as a whole, so that the headings end where none of them reaches further down.
function bottomOf(table: Node, height: number): number {
  const map = TableMap.get(table);
  const ends = map
    .cellsInRect({ left: 0, right: map.width, top: 0, bottom: height })
    .map((cell) => map.findCell(cell).bottom);
  const bottom = Math.max(height, ...ends);
  return bottom === height ? height : bottomOf(table, bottom);
}

function withHeaderRows(transaction: Transaction, table: Node, start: number, height: number): Transaction {
  const { tableHeader, tableCell } = table.type.schema.nodes;
  table.forEach((row, offset, at) => {
    row.forEach((cell, inside) => {
      const type = at < height ? tableHeader : tableCell;
      if (type && cell.type !== type) transaction.setNodeMarkup(start + offset + 1 + inside, type, cell.attrs);
    });
  });
  return transaction;
}
