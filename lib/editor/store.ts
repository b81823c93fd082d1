import type { Issue } from '@/lib/domain/issue';
import type { DraftTypes } from '@/lib/editor/draft-kind';
import type { Replica } from '@/lib/editor/replica';

/** How it stands with saving. */
export type Saving =
  | { kind: 'saved'; at: Date | null }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'offline' }
  | { kind: 'signed_out' }
  | { kind: 'closed'; issues: readonly Issue[] }
  | { kind: 'refused'; issues: readonly Issue[] };

/** What every editor knows, whatever it edits. */
export type Holding<T extends DraftTypes> = {
  replica: Replica<T>;
  saving: Saving;
  /** False while the newest key is not on this computer's disk. */
  kept: boolean;
};

export const startOf = <T extends DraftTypes>(replica: Replica<T>): Holding<T> => {
  return { replica, saving: { kind: 'saved', at: null }, kept: true };
};

export type Store<State> = {
  get: () => State;
  update: (change: (state: State) => State) => void;
  subscribe: (listener: () => void) => () => void;
};

export function storeOf<State>(start: State): Store<State> {
  let state = start;
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
