import type { DraftKind, DraftTypes } from '@/lib/editor/draft-kind';
import { type Author, type Hold, type Holds, held, withoutHeld } from '@/lib/editor/holds';
import { reuse } from '@/lib/editor/reuse';

// The draft as one browser holds it. Nothing typed is ever dropped here: what the server has not acknowledged is in `outbox`
// or in the difference between `expected` and `wanted`, and both can be kept on disk and taken up again.

/** One save, sealed: however often it is sent, it is the same save. */
export type Batch<T extends DraftTypes> = { saveId: string; base: number; changes: T['op'][] };

export type Replica<T extends DraftTypes> = {
  kind: DraftKind<T>;
  /** The newest state of the server that was heard of. */
  version: number;
  server: T['state'];
  outbox: readonly Batch<T>[];
  /** What the server will hold once the outbox has arrived. */
  expected: T['state'];
  /** What the person here wants and sees. */
  wanted: T['state'];
  holds: Holds<T>;
};

/** What is kept on disk. */
export type Unsaved<T extends DraftTypes> = { outbox: Batch<T>[]; open: T['op'][]; holds: Holds<T> };
export type News<T extends DraftTypes> = { version: number; state: T['state'] };
export type Objection<T extends DraftTypes> = T['conflict'] & Author;

export const replicaOf = <T extends DraftTypes>(kind: DraftKind<T>, { version, state }: News<T>): Replica<T> => {
  return { kind, version, server: state, outbox: [], expected: state, wanted: state, holds: {} };
};

/** Takes over an edit that was made on what this replica showed. */
export function edit<T extends DraftTypes>(replica: Replica<T>, op: T['op']): Replica<T> {
  const { kind, wanted } = replica;
  // Nearly always: the person changes what stands before them, and only that is made anew.
  if (kind.isBasedOn(wanted, op)) return held({ ...replica, wanted: kind.outright(wanted, op) }, [], wanted);
  const { state, conflicts } = kind.merge(wanted, [op]);
  return held({ ...replica, wanted: state }, conflicts.flatMap(kind.placesOf), kind.outright(wanted, op));
}

/** What goes out with the next save: everything wanted but what waits for a choice. */
export const openChanges = <T extends DraftTypes>(replica: Replica<T>): T['op'][] =>
  replica.kind.difference(replica.expected, withoutHeld(replica));

export function seal<T extends DraftTypes>(replica: Replica<T>, saveId: string, changes: T['op'][]): Replica<T> {
  const batch = { saveId, base: replica.version, changes };
  return {
    ...replica,
    outbox: [...replica.outbox, batch],
    expected: replica.kind.merge(replica.expected, changes).state,
  };
}

/** The server will never take this save as it is: what it held is open again, to be mended and sent anew. */
export function unseal<T extends DraftTypes>(replica: Replica<T>, saveId: string): Replica<T> {
  const outbox = replica.outbox.filter((batch) => batch.saveId !== saveId);
  return { ...replica, outbox, expected: arrived({ ...replica, outbox }) };
}

/** The server has answered a save. An answer to an earlier delivery may come late and twice. */
export function acknowledged<T extends DraftTypes>(
  replica: Replica<T>,
  saveId: string,
  answer: News<T> & { conflicts: readonly Objection<T>[] },
): Replica<T> {
  const outbox = replica.outbox.filter((batch) => batch.saveId !== saveId);
  if (outbox.length === replica.outbox.length) return hear(replica, answer);
  const newer = answer.version >= replica.version ? { version: answer.version, server: answer.state } : {};
  const after = rebased(replica, { ...replica, ...newer, outbox });
  const who = answer.conflicts.flatMap((conflict) =>
    replica.kind.placesOf(conflict).map((place): Hold<T> => ({ place, by: conflict.by, at: conflict.at })),
  );
  return held(
    after,
    who.map(({ place }) => place),
    replica.wanted,
    who,
  );
}

/** Somebody else has saved. */
export function hear<T extends DraftTypes>(
  replica: Replica<T>,
  { version, state }: News<T>,
  author?: Author,
): Replica<T> {
  if (version <= replica.version) return replica;
  return rebased(replica, { ...replica, version, server: state }, author);
}

export function choose<T extends DraftTypes>(
  replica: Replica<T>,
  place: T['place'],
  choice: 'mine' | 'theirs',
): Replica<T> {
  const { kind, expected } = replica;
  const { [kind.placeName(place)]: _, ...holds } = replica.holds;
  const wanted = choice === 'mine' ? replica.wanted : kind.copyPlace(place, expected, replica.wanted);
  return { ...replica, wanted, holds };
}

export const unsavedOf = <T extends DraftTypes>(replica: Replica<T>): Unsaved<T> => {
  const open = replica.kind.difference(replica.expected, replica.wanted);
  return { outbox: [...replica.outbox], open, holds: replica.holds };
};

export const isSaved = ({ outbox, open, holds }: { outbox: object[]; open: object[]; holds: object }) =>
  outbox.length + open.length + Object.keys(holds).length === 0;

/** Takes up what was left on disk, after a reload, a crash or in another tab. */
export function takeUp<T extends DraftTypes>(replica: Replica<T>, unsaved: Unsaved<T>): Replica<T> {
  const { kind } = replica;
  const after = rebased(replica, { ...replica, outbox: [...replica.outbox, ...unsaved.outbox] });
  const mine = unsaved.open.reduce<T['state']>(kind.outright, after.wanted);
  const { state, conflicts } = kind.merge(after.wanted, unsaved.open);
  const waiting = { ...after, wanted: state, holds: { ...after.holds, ...unsaved.holds } };
  return held(waiting, conflicts.flatMap(kind.placesOf), mine);
}

const arrived = <T extends DraftTypes>({ kind, server, outbox }: Omit<Replica<T>, 'expected'>): T['state'] =>
  kind.merge(
    server,
    outbox.flatMap(({ changes }) => changes),
  ).state;

// The ground has moved: what is wanted here is carried over to it, and what no longer fits waits for a choice.
function rebased<T extends DraftTypes>(before: Replica<T>, ground: Omit<Replica<T>, 'expected'>, author?: Author) {
  const { kind } = before;
  const expected = arrived(ground);
  const { state, conflicts } = kind.merge(expected, openChanges(before));
  const clashes = conflicts.flatMap(kind.placesOf);
  const places = [...Object.values(before.holds).map(({ place }) => place), ...clashes];
  const who = author ? clashes.map((place): Hold<T> => ({ place, by: author.by, at: author.at })) : [];
  return held({ ...ground, expected, wanted: reuse(before.wanted, state) }, places, before.wanted, who);
}
