import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { DeskState } from '@/lib/editor/desk';
import type { Unsaved } from '@/lib/editor/replica';

/** What one tab holds that the server has not acknowledged, and texts that are no figures yet. */
export type LocalDraft = {
  person: string;
  document: string;
  tab: string;
  unsaved: Unsaved;
  doubtful: DeskState['doubtful'];
};

interface Shelf extends DBSchema {
  drafts: { key: [string, string, string]; value: LocalDraft };
}

let shelf: Promise<IDBPDatabase<Shelf>> | null = null;

const opened = () => {
  shelf ??= openDB<Shelf>('gongkai', 1, {
    upgrade: (database) => {
      database.createObjectStore('drafts', { keyPath: ['person', 'document', 'tab'] });
    },
  });
  return shelf;
};

export const keepLocally = async (draft: LocalDraft) => {
  await (await opened()).put('drafts', draft);
};

export const forgetLocally = async ({ person, document, tab }: Pick<LocalDraft, 'person' | 'document' | 'tab'>) => {
  await (await opened()).delete('drafts', [person, document, tab]);
};

/** Everything that this person's tabs left behind for one document. */
export const keptLocally = async (person: string, document: string): Promise<LocalDraft[]> =>
  (await opened()).getAll('drafts', IDBKeyRange.bound([person, document], [person, document, []]));
