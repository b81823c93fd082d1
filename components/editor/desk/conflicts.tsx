'use client';

import { ConflictList } from '@/components/editor/desk/conflict-list';
import { useDesk, useDeskState } from '@/components/editor/desk/context';
import type { DraftState } from '@/lib/domain/report/merge';
import { blocksIn, type Place, placeName, valueIn } from '@/lib/editor/places';
import { choose } from '@/lib/editor/replica';
import { placeWords, saidFigure } from '@/lib/text/editor';

/** The places of a report that wait for a choice. */
export function Conflicts() {
  const { desk, format, today } = useDesk();
  const { holds, wanted, expected } = useDeskState(({ replica }) => replica);
  const views = Object.values(holds).map(({ place, by, at }) => ({
    ...{ by, at, name: placeName(place), title: placeWords(format, place) },
    ...{ mine: said(wanted, place), theirs: said(expected, place) },
    take: (choice: 'mine' | 'theirs') =>
      desk.update((state) => ({ ...state, replica: choose(state.replica, place, choice) })),
  }));
  return <ConflictList conflicts={views} today={today} />;
}

function said(state: DraftState, place: Place): string {
  if (place.kind !== 'text') return saidFigure(valueIn(state, place));
  return blocksIn(state, place.section).find(({ id }) => id === place.block)?.text ?? '（删去这一段）';
}
