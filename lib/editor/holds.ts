import type { DraftTypes } from '@/lib/editor/draft-kind';
import type { Replica } from '@/lib/editor/replica';

/** Who wrote a value and when, where that is known. */
export type Author = { by: string | null; at: string | null };

/** A place at which somebody else's value stands, while the person here wants another; it waits for a choice. */
export type Hold<T extends DraftTypes> = Author & { place: T['place'] };
export type Holds<T extends DraftTypes> = Readonly<Record<string, Hold<T>>>;

/** Keeps what is wanted at these places, and asks. Where both came to want the same there is nothing to ask. */
export function held<T extends DraftTypes>(
  replica: Replica<T>,
  places: readonly T['place'][],
  mine: T['state'],
  who: readonly Hold<T>[] = [],
): Replica<T> {
  const { placeName, copyPlace, agree } = replica.kind;
  const wanted = places.reduce<T['state']>((state, place) => copyPlace(place, mine, state), replica.wanted);
  const known = { ...replica.holds, ...Object.fromEntries(who.map((hold) => [placeName(hold.place), hold])) };
  const asked = new Map(
    [...Object.values(known).map(({ place }) => place), ...places].map((place) => [placeName(place), place]),
  );
  const open = [...asked].filter(([, place]) => !agree(place, wanted, replica.expected));
  const holds = Object.fromEntries(open.map(([name, place]) => [name, known[name] ?? { place, by: null, at: null }]));
  return { ...replica, wanted, holds };
}

/** What is wanted, but for the places that wait for a choice. */
export const withoutHeld = <T extends DraftTypes>({ kind, wanted, expected, holds }: Replica<T>): T['state'] =>
  Object.values(holds).reduce<T['state']>((state, { place }) => kind.copyPlace(place, expected, state), wanted);
