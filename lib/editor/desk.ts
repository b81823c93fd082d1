import type { InputProblem, Issue } from '@/lib/domain/issue';
import type { CellAddress, CellValue } from '@/lib/domain/report/content';
import type { Authors } from '@/lib/editor/authors';
import type { Replica } from '@/lib/editor/replica';

/** A text at a cell that is no figure; it stays there until it is put right, and never leaves this browser. */
export type Doubtful = { text: string; problem: InputProblem };

/** The value of a cell before and after one deed of the person here. */
export type CellChange = { address: CellAddress; before: CellValue; after: CellValue };

/** How it stands with saving. */
export type Saving =
  | { kind: 'saved'; at: Date | null }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'offline' }
  | { kind: 'signed_out' }
  | { kind: 'closed'; issues: readonly Issue[] }
  | { kind: 'refused'; issues: readonly Issue[] };

/** All that the editor knows. */
export type DeskState = {
  replica: Replica;
  doubtful: Readonly<Record<CellAddress, Doubtful>>;
  /** The cell that is being typed in, with its value before. */
  editing: { address: CellAddress; text: string; before: CellValue } | null;
  /** Who wrote each figure last, where that is known. */
  authors: Authors;
  done: readonly (readonly CellChange[])[];
  undone: readonly (readonly CellChange[])[];
  saving: Saving;
  /** False while the newest key is not on this computer's disk. */
  kept: boolean;
};

export type Desk = {
  get: () => DeskState;
  update: (change: (state: DeskState) => DeskState) => void;
  subscribe: (listener: () => void) => () => void;
};

export function deskOf(replica: Replica, authors: Authors = {}): Desk {
  let state: DeskState = {
    ...{ replica, authors, doubtful: {}, editing: null, done: [], undone: [] },
    ...{ saving: { kind: 'saved', at: null }, kept: true },
  };
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    update(change) {
      const before = state;
      state = change(before);
      if (state !== before) for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
