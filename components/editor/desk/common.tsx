'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Saver } from '@/lib/editor/saving';
import type { Saving, Store } from '@/lib/editor/store';

/** What the parts of a desk see that are alike whatever is edited. */
type Seen = {
  saving: Saving;
  kept: boolean;
  replica: { version: number; holds: Readonly<Record<string, unknown>> };
};

export type CommonDesk = {
  desk: Pick<Store<Seen>, 'get' | 'subscribe'>;
  /** Null until the script has found out what this browser had kept. */
  saver: Saver | null;
  today: string;
};

const CommonDeskContext = createContext<CommonDesk | null>(null);
export const CommonDeskProvider = CommonDeskContext.Provider;

export function useCommonDesk(): CommonDesk {
  const value = useContext(CommonDeskContext);
  if (!value) throw new Error('a part of an editor stands outside its desk');
  return value;
}

/** A part of what every desk knows; the component is drawn anew only when that part changes. */
export function useCommonState<Part>(select: (state: Seen) => Part): Part {
  const { desk } = useCommonDesk();
  const read = () => select(desk.get());
  return useSyncExternalStore(desk.subscribe, read, read);
}

/** How many places wait for a choice between two people's values. */
export const useHoldCount = () => useCommonState(({ replica }) => Object.keys(replica.holds).length);
