import { getSchema } from '@tiptap/core';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { bodyExtensions } from '@/components/items/body/extensions';
import { enterBelow, inHeaderRow, toggleHeaderRows } from '@/components/items/body/table-commands';
import type { TableCell } from '@/lib/domain/items/body';
import { bodyDocument, bodyOf } from '@/lib/editor/body/body-document';

const schema = getSchema(bodyExtensions());
const cell = (text: string, rowspan?: number): TableCell => ({ runs: [{ text }], ...(rowspan && { rowspan }) });

/** A table with the caret behind a text in it. */
function at(text: string, rows: TableCell[][], headerRows = 0) {
  const doc = schema.nodeFromJSON(bodyDocument([{ id: 't', kind: 'table', headerRows, rows }]));
  let caret = 0;
  doc.descendants((node, offset) => {
    if (node.text === text) caret = offset + 1;
  });
  return EditorState.create({ doc, selection: TextSelection.create(doc, caret) });
}

function toggled(state: EditorState): number {
  let after = state;
  toggleHeaderRows(state, (transaction) => {
    after = state.apply(transaction);
  });
  after.doc.check();
  const [table] = bodyOf(after.doc.toJSON());
  return table?.kind === 'table' ? table.headerRows : -1;
}

const plain = [
  [cell('村'), cell('户数')],
  [cell('南台'), cell('3')],
  [cell('佛泉寺'), cell('5')],
];

test('the row of the caret and those above become headings, and plain again', () => {
  expect(toggled(at('村', plain))).toBe(1);
  expect(toggled(at('3', plain))).toBe(2);
  expect(toggled(at('户数', plain, 2))).toBe(0);
  expect(toggled(at('3', plain, 2))).toBe(1);
});

test('a merged cell is a heading down to its end', () => {
  expect(toggled(at('户数', [[cell('村', 2), cell('户数')], [cell('人数')], [cell('南台'), cell('3')]]))).toBe(2);
});

test('only in a table are there rows', () => {
  expect([inHeaderRow(at('村', plain, 1)), inHeaderRow(at('3', plain, 1))]).toEqual([true, false]);
  const doc = schema.nodeFromJSON(bodyDocument([{ id: 'p', kind: 'paragraph', runs: [{ text: '甲' }] }]));
  const outside = EditorState.create({ doc });
  expect([inHeaderRow(outside), toggleHeaderRows(outside)]).toEqual([null, false]);
});

function entered(state: EditorState): EditorState {
  let after = state;
  expect(
    enterBelow(state, (transaction) => {
      after = state.apply(transaction);
    }),
  ).toBe(true);
  return after;
}

test('Enter leads down, past merged cells, and from the last row to a paragraph below', () => {
  const merged = [[cell('村', 2), cell('户数')], [cell('人数')], [cell('南台'), cell('3')]];
  expect(entered(at('村', merged)).selection.$from.parent.textContent).toBe('南台');
  expect(entered(at('户数', merged)).selection.$from.parent.textContent).toBe('人数');
  const after = entered(at('3', merged));
  expect([after.doc.childCount, after.doc.lastChild?.type.name, after.selection.$from.depth]).toEqual([
    2,
    'paragraph',
    1,
  ]);
});
