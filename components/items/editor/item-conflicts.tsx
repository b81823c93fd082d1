'use client';

import { ConflictList } from '@/components/editor/desk/conflict-list';
import { useItemDesk, useItemState } from '@/components/items/editor/context';
import type { ItemState } from '@/lib/domain/items/merge';
import { type ItemSpot, valueAt } from '@/lib/editor/item-places';
import { choose } from '@/lib/editor/replica';
import { type Choices, itemPlaceName, saidValue } from '@/lib/text/item-values';

/** The places of an item that wait for a choice. */
export function ItemConflicts() {
  const { desk, choices, today } = useItemDesk();
  const { holds, wanted, expected } = useItemState(({ replica }) => replica);
  const views = Object.values(holds).map(({ place, by, at }) => ({
    ...{ by, at, name: place.name, title: itemPlaceName(place.name) },
    ...{ mine: said(wanted, place, choices), theirs: said(expected, place, choices) },
    take: (choice: 'mine' | 'theirs') =>
      desk.update((state) => ({ ...state, replica: choose(state.replica, place, choice) })),
  }));
  return <ConflictList conflicts={views} today={today} />;
}

const said = (state: ItemState, place: ItemSpot, choices: Choices) =>
  saidValue(place.name, valueAt(state, place), choices);
