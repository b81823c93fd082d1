import type { DraftState } from '@/lib/domain/report/merge';
import { copyPlace, type Place, placeName, valueIn } from '@/lib/editor/places';
import type { Replica } from '@/lib/editor/replica';

/** Who wrote a value and when, where that is known. */
export type Author = { by: string | null; at: string | null };

/** A place at which somebody else's value stands, while the person here wants another; it waits for a choice. */
export type Hold = Author & { place: Place };
export type Holds = Readonly<Record<string, Hold>>;

/** Keeps what is wanted at these places, and asks. Where both came to want the same there is nothing to ask. */
export function held(replica: Replica, places: readonly Place[], mine: DraftState, who: readonly Hold[] = []): Replica {
  const wanted = places.reduce((state, place) => copyPlace(place, mine, state), replica.wanted);
  const known = { ...replica.holds, ...Object.fromEntries(who.map((hold) => [placeName(hold.place), hold])) };
  const asked = new Map(
    [...Object.values(known).map(({ place }) => place), ...places].map((place) => [placeName(place), place]),
  );
  const open = [...asked].filter(([, place]) => valueIn(wanted, place) !== valueIn(replica.expected, place));
  const holds = Object.fromEntries(open.map(([name, place]) => [name, known[name] ?? { place, by: null, at: null }]));
  return { ...replica, wanted, holds };
}

/** What is wanted, but for the places that wait for a choice. */
export const withoutHeld = ({ wanted, expected, holds }: Replica) =>
  Object.values(holds).reduce((state, { place }) => copyPlace(place, expected, state), wanted);
