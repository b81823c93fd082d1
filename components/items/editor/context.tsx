'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ItemChoices, RelatedItem } from '@/components/items/editor/types';
import type { ItemCheck } from '@/components/items/editor/use-item-check';
import type { Calendar } from '@/lib/domain/calendar/calendar';
import type { ItemOp } from '@/lib/domain/items/merge';
import type { ItemTypes } from '@/lib/editor/item-draft';
import { edit } from '@/lib/editor/replica';
import type { Saver } from '@/lib/editor/saving';
import type { Holding, Store } from '@/lib/editor/store';

export type ItemHolding = Holding<ItemTypes>;

export type ItemDeskValue = {
  id: string;
  desk: Store<ItemHolding>;
  saver: Saver | null;
  choices: ItemChoices;
  calendar: Calendar;
  check: ItemCheck;
  today: string;
  /** Another published item has been named: the rules must know of it. */
  meet: (item: RelatedItem) => void;
};

const ItemDeskContext = createContext<ItemDeskValue | null>(null);
export const ItemDeskProvider = ItemDeskContext.Provider;

export function useItemDesk(): ItemDeskValue {
  const value = useContext(ItemDeskContext);
  if (!value) throw new Error('a part of the editor of an item stands outside its desk');
  return value;
}

/** A part of what the desk knows; the component is drawn anew only when that part changes. */
export function useItemState<Part>(select: (state: ItemHolding) => Part): Part {
  const { desk } = useItemDesk();
  const read = () => select(desk.get());
  return useSyncExternalStore(desk.subscribe, read, read);
}

export const useDraft = <Part,>(select: (draft: ItemHolding['replica']['wanted']['draft']) => Part): Part =>
  useItemState(({ replica }) => select(replica.wanted.draft));

/** Takes over what the person did; `make` sees the draft as it stands at that moment. */
export function useItemWrite() {
  const { desk } = useItemDesk();
  return (make: (state: ItemTypes['state']) => readonly ItemOp[]) =>
    desk.update((state) => {
      const ops = make(state.replica.wanted);
      return ops.length === 0 ? state : { ...state, replica: ops.reduce(edit<ItemTypes>, state.replica) };
    });
}
