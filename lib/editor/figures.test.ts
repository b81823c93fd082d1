import { expect, test } from 'vitest';
import { cellAt } from '@/lib/domain/report/cells';
import type { CellAddress } from '@/lib/domain/report/content';
import { emptyDraft, formatById } from '@/lib/domain/report/formats';
import { type DeskState, deskOf } from '@/lib/editor/desk';
import {
  declareZeros,
  emptyCells,
  figureAt,
  finish,
  putBlock,
  redo,
  restore,
  typedAt,
  typeFigure,
  undo,
} from '@/lib/editor/figures';
import { openChanges } from '@/lib/editor/replica';

const granted: CellAddress = 't3/granted/natural_person';
const amount: CellAddress = 't2_9/government_procurement/total_amount';

test('keys in one cell are one deed; half-typed and doubtful texts leave the former figure in force', () => {
  let desk = type(empty(), granted, '1', '12');
  expect(figureAt(desk, granted)).toBe(12);
  desk = finish(desk);
  desk = finish(type(desk, granted, '3', '3件'));
  expect(figureAt(desk, granted)).toBe(12);
  expect(desk.doubtful).toEqual({ [granted]: { text: '3件', problem: 'doubtful_number' } });
  desk = undo(desk);
  expect(figureAt(desk, granted)).toBeNull();
  expect(figureAt(redo(desk), granted)).toBe(12);
});

test('Esc brings back what stood there', () => {
  const before = finish(type(empty(), amount, '0.5344'));
  const desk = restore(type(before, amount, '5344'), amount);
  expect(figureAt(desk, amount)).toBe('0.5344');
  expect(desk.done).toHaveLength(1);
});

test('what somebody else has saved under the caret is shown, and Esc does not take it back', () => {
  const typed = type(empty(), granted, '61');
  expect(typedAt(typed, granted)).toBe('61');
  const desk = { ...typed, replica: type(empty(), granted, '62').replica };
  expect(typedAt(desk, granted)).toBeNull();
  expect(figureAt(restore(desk, granted), granted)).toBe(62);
  expect(finish(desk).done).toEqual([]);
  expect(figureAt(restore(type(desk, granted, '7'), granted), granted)).toBe(62);
});

test('a block is undone as a whole, but not what somebody else has written since', () => {
  const filled = [
    { address: granted, value: 2 },
    { address: amount, value: '1' },
  ];
  const desk = putBlock(empty(), { filled, refused: [], computed: 0, outside: 0 });
  const undone = undo({ ...desk, replica: type(desk, amount, '7').replica });
  expect([figureAt(undone, granted), figureAt(undone, amount)]).toEqual([null, '7']);
});

test('declaring zeros fills what is empty, and says so; a doubtful text is not empty', () => {
  const desk = finish(type(type(empty(), granted, '2'), amount, '约5万'));
  const declared = declareZeros(desk);
  expect(figureAt(declared, granted)).toBe(2);
  expect(figureAt(declared, amount)).toBeNull();
  expect(emptyCells(declared)).toEqual([]);
  expect(openChanges(declared.replica)).toContainEqual({ kind: 'declare_zero', addresses: emptyCells(desk) });
  expect(emptyCells(undo(declared))).toEqual(emptyCells(desk));
});

function empty(): DeskState {
  const format = formatById('2019');
  if (!format) throw new Error('no format 2019');
  const state = { draft: emptyDraft(format), office: { origins: {}, reasons: {}, publishOn: null } };
  return deskOf(format, { version: 0, state }).get();
}

function type(desk: DeskState, address: CellAddress, ...texts: string[]): DeskState {
  const cell = cellAt(desk.format, address);
  if (!cell) throw new Error(`no cell ${address}`);
  return texts.reduce((state, text) => typeFigure(state, cell, text), desk);
}
