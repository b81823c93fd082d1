const minute = 60_000;
const day = 24 * 60 * minute;

/** Wrong passwords in a row that are forgiven without waiting, in one place. */
export const patience = 5;
/** The same for one account in all places that it does not know, together. */
export const patienceWithStrangers = 20;

const strangersWait = 5 * minute;
const knownFor = 30 * day;

/** Wrong passwords in a row, and until when no further one is heard. */
export type Tries = { failures: number; lockedUntil: Date | null };
/** Those of one place: an address, or a session that is asked again. `rightAt`: when it last knew the password. */
export type TriesHere = Tries & { rightAt: Date | null };

export const noTries: TriesHere = { failures: 0, lockedUntil: null, rightAt: null };

/** Either how long this place has to wait, or what one more try makes of the two counts. */
export type Counted = { waitUntil: Date } | { here: Tries; strangers: Tries; lockedUntil: Date | null };

/**
 * Counts one more try before it is weighed. A place that fails waits for itself. All places from which the account
 * was not entered lately wait together too, briefly: many addresses are no way around the lock, and whoever
 * knows a name keeps nobody out of the places where they usually are.
 */
export function counted(here: TriesHere, strangers: Tries, at: Date): Counted {
  const known = here.rightAt !== null && at.getTime() - here.rightAt.getTime() < knownFor;
  const waitUntil = latest(here.lockedUntil, known ? null : strangers.lockedUntil);
  if (waitUntil && waitUntil > at) return { waitUntil };
  const failures = here.failures + 1;
  const counted = { failures, lockedUntil: lockedAfter(failures, at) };
  if (known) return { here: counted, strangers, lockedUntil: counted.lockedUntil };
  const all = strangers.failures + 1;
  const together = { failures: all, lockedUntil: all < patienceWithStrangers ? null : later(at, strangersWait) };
  return { here: counted, strangers: together, lockedUntil: latest(counted.lockedUntil, together.lockedUntil) };
}

/** Before when a place must have been seen last to be forgotten: it waits for nothing, and is known no longer. */
export const forgottenBefore = (at: Date) => ({ triedAt: later(at, -day), rightAt: later(at, -knownFor) });

/** Until when a place is locked after so many failures in a row: a minute, then twice as long each time, an hour at most. */
export function lockedAfter(failures: number, at: Date): Date | null {
  if (failures < patience) return null;
  return later(at, Math.min(60, 2 ** (failures - patience)) * minute);
}

/** The later of two moments of which either may not be. */
export function latest(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other;
  return one > other ? one : other;
}

const later = (at: Date, by: number) => new Date(at.getTime() + by);
