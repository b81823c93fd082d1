'use client';

import type { KeyboardEvent } from 'react';
import { useDesk } from '@/components/editor/desk/context';
import type { Cell } from '@/lib/domain/report/cells';
import type { ReportFormat } from '@/lib/domain/report/format';
import type { Desk } from '@/lib/editor/desk';
import { blankOut, redo, restore, undo } from '@/lib/editor/figures';
import { cellIn, type Direction, gridOf, spotOf, step } from '@/lib/editor/grid';

type Key = KeyboardEvent<HTMLInputElement>;
type Mode = { editing: boolean; setEditing: (editing: boolean) => void };

/** Keys of a spreadsheet in the cells of a section. */
export function useGridKeys(cell: Cell, mode: Mode) {
  const { desk, format } = useDesk();
  return (event: Key) => {
    // Enter and arrows belong to the input method while it composes.
    if (event.nativeEvent.isComposing) return;
    const direction = directionOf(event, mode.editing);
    const deed = direction ? null : deedOf(event, mode.editing);
    // From the last cell of a section Tab goes on to what comes after it.
    const to = direction && leadsTo(format, cell, direction);
    if ((!direction && !deed) || (event.key === 'Tab' && to === cell)) return;
    event.preventDefault();
    if (to === cell) event.currentTarget.select();
    else if (to) focusCell(to.address);
    if (deed) deeds[deed](desk, cell, event.currentTarget, mode);
  };
}

const arrows: Record<string, Direction> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** Where a key leads; null where it stays in the cell. */
function directionOf({ key, shiftKey, ctrlKey, metaKey, altKey }: Key, editing: boolean): Direction | null {
  const jump = ctrlKey || metaKey;
  if (altKey) return null;
  if (key === 'Enter') return shiftKey ? 'up' : 'down';
  if (key === 'Tab' && !jump) return shiftKey ? 'previous' : 'next';
  if (key === 'ArrowUp' || key === 'ArrowDown') return arrows[key] ?? null;
  if (editing || shiftKey) return null;
  if (key === 'Home') return jump ? 'start' : 'row_start';
  if (key === 'End') return jump ? 'end' : 'row_end';
  return jump ? null : (arrows[key] ?? null);
}

function leadsTo(format: ReportFormat, cell: Cell, direction: Direction): Cell {
  const grid = gridOf(format, cell.table.section);
  const from = spotOf(grid, cell.address);
  return (from && cellIn(grid, step(grid, from, direction))) ?? cell;
}

type Deed = 'edit' | 'restore' | 'blank' | 'undo' | 'redo';

function deedOf({ key, ctrlKey, metaKey, shiftKey }: Key, editing: boolean): Deed | null {
  if (key === 'F2') return 'edit';
  if (key === 'Escape') return 'restore';
  if (key === 'Delete' && !editing) return 'blank';
  if (!ctrlKey && !metaKey) return null;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' ? 'redo' : null;
}

const deeds: Record<Deed, (desk: Desk, cell: Cell, input: HTMLInputElement, mode: Mode) => void> = {
  undo: (desk) => desk.update(undo),
  redo: (desk) => desk.update(redo),
  blank: (desk, { address }) => desk.update((state) => blankOut(state, address)),
  edit(_desk, _cell, input, { setEditing }) {
    setEditing(true);
    input.setSelectionRange(input.value.length, input.value.length);
  },
  restore(desk, { address }, _input, { setEditing }) {
    setEditing(false);
    desk.update((state) => restore(state, address));
  },
};

/** Goes to a cell, ready to be typed over. */
export function focusCell(address: string) {
  const input = document.querySelector<HTMLInputElement>(`input[data-address="${CSS.escape(address)}"]`);
  input?.focus();
  input?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
