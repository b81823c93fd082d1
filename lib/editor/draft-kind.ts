import type { Issue } from '@/lib/domain/issue';

/** The types of one kind of draft: what it holds, what changes it, what two people can want differently. */
export type DraftTypes = { state: object; op: object; place: object; conflict: { op: object } };

/** All that a browser must know of a kind of draft to hold it, to save it and to bring it together with others' saves. */
export type DraftKind<T extends DraftTypes> = {
  /** Applies what still fits and hands back the rest, as the server does. */
  merge: (state: T['state'], ops: readonly T['op'][]) => { state: T['state']; conflicts: T['conflict'][] };
  /** What the server is sure to refuse. */
  issuesOf: (op: T['op']) => Issue[];
  /** The operations that lead from one state to another. */
  difference: (before: T['state'], after: T['state']) => T['op'][];
  /** Whether an operation was made on what stands there. */
  isBasedOn: (state: T['state'], op: T['op']) => boolean;
  /** An operation carried out whatever stands there: what its sender would like to see. */
  outright: (state: T['state'], op: T['op']) => T['state'];
  /** The places that an operation could not write. */
  placesOf: (conflict: T['conflict']) => T['place'][];
  /** The name of a place, for records and lists. */
  placeName: (place: T['place']) => string;
  /** Whether two states hold the same at a place. */
  agree: (place: T['place'], one: T['state'], other: T['state']) => boolean;
  /** `to` with what `from` holds at one place. */
  copyPlace: (place: T['place'], from: T['state'], to: T['state']) => T['state'];
};
