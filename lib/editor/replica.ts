import type { ReportFormat } from '@/lib/domain/report/format';
import { type DraftOp, type DraftState, type MergeConflict, mergeDraft } from '@/lib/domain/report/merge';
import { difference } from '@/lib/editor/difference';
import { type Author, type Holds, held, withoutHeld } from '@/lib/editor/holds';
import { blocksIn, copyPlace, outright, type Place, placeName, placesOf, valueIn } from '@/lib/editor/places';
import { sameBlocks } from '@/lib/editor/prose-document';
import { reuse } from '@/lib/editor/reuse';

// The draft as one browser holds it. Nothing typed is ever dropped here: what the server has not acknowledged is in `outbox`
// or in the difference between `expected` and `wanted`, and both can be kept on disk and taken up again.

/** One save, sealed: however often it is sent, it is the same save. */
export type Batch = { saveId: string; base: number; changes: DraftOp[] };

export type Replica = {
  format: ReportFormat;
  /** The newest state of the server that was heard of. */
  version: number;
  server: DraftState;
  outbox: readonly Batch[];
  /** What the server will hold once the outbox has arrived. */
  expected: DraftState;
  /** What the person here wants and sees. */
  wanted: DraftState;
  holds: Holds;
};

/** What is kept on disk. */
export type Unsaved = { outbox: Batch[]; open: DraftOp[]; holds: Holds };
export type News = { version: number; state: DraftState };
export type Objection = MergeConflict & Author;

export const replicaOf = (format: ReportFormat, { version, state }: News): Replica => {
  return { format, version, server: state, outbox: [], expected: state, wanted: state, holds: {} };
};

/** Takes over an edit that was made on what this replica showed. */
export function edit(replica: Replica, op: DraftOp): Replica {
  if (isBasedOn(replica.wanted, op))
    return held({ ...replica, wanted: outright(replica.wanted, op) }, [], replica.wanted);
  const { state, conflicts } = mergeDraft(replica.format, replica.wanted, [op]);
  return held({ ...replica, wanted: state }, conflicts.flatMap(placesOf), outright(replica.wanted, op));
}

// Nearly always: the person changes what stands before them, and only that is made anew.
function isBasedOn(state: DraftState, op: DraftOp): boolean {
  if (op.kind === 'declare_zero') return false;
  if (op.kind === 'text') return sameBlocks(blocksIn(state, op.section), op.from);
  return valueIn(state, op.kind === 'cell' ? { kind: 'cell', address: op.address } : op) === op.from;
}

/** What goes out with the next save: everything wanted but what waits for a choice. */
export const openChanges = (replica: Replica): DraftOp[] => difference(replica.expected, withoutHeld(replica));

export function seal(replica: Replica, saveId: string, changes: DraftOp[]): Replica {
  const batch = { saveId, base: replica.version, changes };
  return {
    ...replica,
    outbox: [...replica.outbox, batch],
    expected: mergeDraft(replica.format, replica.expected, changes).state,
  };
}

/** The server will never take this save as it is: what it held is open again, to be mended and sent anew. */
export function unseal(replica: Replica, saveId: string): Replica {
  const outbox = replica.outbox.filter((batch) => batch.saveId !== saveId);
  const expected = mergeDraft(
    replica.format,
    replica.server,
    outbox.flatMap(({ changes }) => changes),
  ).state;
  return { ...replica, outbox, expected };
}

/** The server has answered a save. An answer to an earlier delivery may come late and twice. */
export function acknowledged(
  replica: Replica,
  saveId: string,
  answer: News & { conflicts: readonly Objection[] },
): Replica {
  const outbox = replica.outbox.filter((batch) => batch.saveId !== saveId);
  if (outbox.length === replica.outbox.length) return hear(replica, answer);
  const newer = answer.version >= replica.version ? { version: answer.version, server: answer.state } : {};
  const after = rebased(replica, { ...replica, ...newer, outbox });
  const places = answer.conflicts.flatMap((conflict) =>
    placesOf(conflict).map((place) => ({ place, ...whoOf(conflict) })),
  );
  return held(
    after,
    places.map(({ place }) => place),
    replica.wanted,
    places,
  );
}

/** Somebody else has saved. */
export function hear(replica: Replica, { version, state }: News, author?: Author): Replica {
  if (version <= replica.version) return replica;
  return rebased(replica, { ...replica, version, server: state }, author);
}

export function choose(replica: Replica, place: Place, choice: 'mine' | 'theirs'): Replica {
  const { [placeName(place)]: _, ...holds } = replica.holds;
  const wanted = choice === 'mine' ? replica.wanted : copyPlace(place, replica.expected, replica.wanted);
  return { ...replica, wanted, holds };
}

export const unsavedOf = (replica: Replica): Unsaved => {
  return { outbox: [...replica.outbox], open: difference(replica.expected, replica.wanted), holds: replica.holds };
};

export const isSaved = ({ outbox, open, holds }: Unsaved) =>
  outbox.length + open.length + Object.keys(holds).length === 0;

/** Takes up what was left on disk, after a reload, a crash or in another tab. */
export function takeUp(replica: Replica, unsaved: Unsaved): Replica {
  const after = rebased(replica, { ...replica, outbox: [...replica.outbox, ...unsaved.outbox] });
  const mine = unsaved.open.reduce(outright, after.wanted);
  const { state, conflicts } = mergeDraft(replica.format, after.wanted, unsaved.open);
  const waiting = { ...after, wanted: state, holds: { ...after.holds, ...unsaved.holds } };
  return held(waiting, conflicts.flatMap(placesOf), mine);
}

// The ground has moved: what is wanted here is carried over to it, and what no longer fits waits for a choice.
function rebased(before: Replica, ground: Omit<Replica, 'expected'>, author?: Author): Replica {
  const expected = mergeDraft(
    ground.format,
    ground.server,
    ground.outbox.flatMap(({ changes }) => changes),
  ).state;
  const { state, conflicts } = mergeDraft(ground.format, expected, openChanges(before));
  const clashes = conflicts.flatMap(placesOf);
  const places = [...Object.values(before.holds).map(({ place }) => place), ...clashes];
  const who = author ? clashes.map((place) => ({ place, ...author })) : [];
  return held({ ...ground, expected, wanted: reuse(before.wanted, state) }, places, before.wanted, who);
}

const whoOf = ({ by, at }: Objection) => ({ by, at });
