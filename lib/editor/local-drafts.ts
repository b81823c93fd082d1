import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { DraftTypes } from '@/lib/editor/draft-kind';
import type { Unsaved } from '@/lib/editor/replica';

/** Whose draft it is, and in which tab. */
export type Owner = { person: string; document: string; tab: string };

/** What one tab holds that the server has not acknowledged, and texts that can't be sent as they are. */
export type LocalDraft<T extends DraftTypes> = Owner & {
  unsaved: Unsaved<T>;
  doubtful: Readonly<Record<string, unknown>>;
};

interface Shelf extends DBSchema {
  drafts: { key: [string, string, string]; value: LocalDraft<DraftTypes> };
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

export const keepLocally = async <T extends DraftTypes>(draft: LocalDraft<T>) => {
  await (await opened()).put('drafts', draft);
};

export const forgetLocally = async ({ person, document, tab }: Owner) => {
  await (await opened()).delete('drafts', [person, document, tab]);
};

/** Everything that this person's tabs left behind for one document; its kind tells what they are. */
export const keptLocally = async <T extends DraftTypes>(person: string, document: string) => {
  const range = IDBKeyRange.bound([person, document], [person, document, []]);
  return (await (await opened()).getAll('drafts', range)) as LocalDraft<T>[];
};
