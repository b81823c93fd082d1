import type { Issue } from '@/lib/domain/issue';
import type { DraftKind } from '@/lib/editor/draft-kind';

/** One thing that two people can want differently, by its name: "phone", "search.on". */
export type NamedSpot = { name: string };

type Op = { from: string | null; to: string | null };
export type NamedTypes<State extends object, Change extends Op> = {
  state: State;
  op: Change;
  place: NamedSpot;
  conflict: { op: Change };
};

/** A draft that is nothing but texts under names: of a guide, of a letter. */
export type NamedTexts<State extends object, Change extends Op> = {
  merge: (state: State, ops: readonly Change[]) => { state: State; conflicts: { op: Change }[] };
  outright: (state: State, op: Change) => State;
  issues: (ops: readonly Change[]) => Issue[];
  subjectOf: (op: Change) => string;
  /** Every name under which something stands. */
  namesIn: (state: State) => readonly string[];
  /** What stands under a name, or stands for nothing. */
  valueAt: (state: State, name: string) => string | null;
  /** What makes a name hold in one state what it holds in another; nothing where it does. */
  opsAt: (name: string, before: State, after: State) => Change[];
};

/** Such a draft as a browser holds it. */
export const namedTextsKind = <State extends object, Change extends Op>({
  merge,
  outright,
  issues,
  subjectOf,
  namesIn,
  valueAt,
  opsAt,
}: NamedTexts<State, Change>): DraftKind<NamedTypes<State, Change>> => ({
  ...{ merge, outright },
  issuesOf: (op) => issues([op]),
  difference: (before, after) =>
    [...new Set([...namesIn(before), ...namesIn(after)])].flatMap((name) => opsAt(name, before, after)),
  isBasedOn: (state, op) => valueAt(state, subjectOf(op)) === op.from,
  placesOf: ({ op }) => [{ name: subjectOf(op) }],
  placeName: ({ name }) => name,
  agree: ({ name }, one, other) => valueAt(one, name) === valueAt(other, name),
  copyPlace: ({ name }, from, to) => opsAt(name, to, from).reduce(outright, to),
});
