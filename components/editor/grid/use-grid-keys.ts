'use client';

import type { KeyboardEvent } from 'react';
import { useCallback } from 'react';
import { useDesk } from '@/components/editor/desk/context';
import type { Cell } from '@/lib/domain/report/cells';
import { blankOut, redo, restore, undo } from '@/lib/editor/figures';
import { cellIn, type Direction, gridOf, spotOf, step } from '@/lib/editor/grid';

type Key = KeyboardEvent<HTMLInputElement>;

const arrows: Record<string, Direction> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** Where a key leads; null where it stays in the cell. Tab is the browser's own: it goes from input to input. */
function directionOf({ key, shiftKey, ctrlKey, metaKey, altKey }: Key, editing: boolean): Direction | null {
  const jump = ctrlKey || metaKey;
  if (altKey) return null;
  if (key === 'Enter') return shiftKey ? 'up' : 'down';
  if (key === 'ArrowUp' || key === 'ArrowDown') return arrows[key] ?? null;
  if (editing || shiftKey) return null;
  if (key === 'Home') return jump ? 'start' : 'row_start';
  if (key === 'End') return jump ? 'end' : 'row_end';
  return jump ? null : (arrows[key] ?? null);
}

export function useGridKeys(cell: Cell, setEditing: (editing: boolean) => void) {
  const { desk, format } = useDesk();
  return useCallback(
    (event: Key, editing: boolean) => {
      // Enter and arrows belong to the input method while it composes.
      if (event.nativeEvent.isComposing) return;
      const direction = directionOf(event, editing);
      if (direction) {
        event.preventDefault();
        const grid = gridOf(format, cell.table.section);
        const from = spotOf(grid, cell.address);
        const to = from && cellIn(grid, step(grid, from, direction));
        if (to && to !== cell) focusCell(to.address);
        else event.currentTarget.select();
        return;
      }
      const deed = deedOf(event, editing);
      if (!deed) return;
      event.preventDefault();
      if (deed === 'edit') edit(event.currentTarget, setEditing);
      if (deed === 'undo') desk.update(undo);
      if (deed === 'redo') desk.update(redo);
      if (deed === 'blank') desk.update((state) => blankOut(state, cell.address));
      if (deed === 'restore') restoreCell(event.currentTarget);
    },
    [cell, desk, format, setEditing],
  );

  function restoreCell(input: HTMLInputElement) {
    setEditing(false);
    desk.update((state) => restore(state, cell.address));
    requestAnimationFrame(() => input.select());
  }
}

function deedOf({ key, ctrlKey, metaKey, shiftKey }: Key, editing: boolean) {
  if (key === 'F2') return 'edit';
  if (key === 'Escape') return 'restore';
  if (key === 'Delete' && !editing) return 'blank';
  if (!ctrlKey && !metaKey) return null;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' ? 'redo' : null;
}

function edit(input: HTMLInputElement, setEditing: (editing: boolean) => void) {
  setEditing(true);
  input.setSelectionRange(input.value.length, input.value.length);
}

export function focusCell(address: string) {
  const input = document.querySelector<HTMLInputElement>(`input[data-address="${CSS.escape(address)}"]`);
  input?.focus();
  input?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
