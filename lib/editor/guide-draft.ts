import { isDay } from '@/lib/domain/calendar/day';
import { type GuideDraft, type GuideState, guideFields, isGuideField } from '@/lib/domain/guide/content';
import {
  type GuideOp,
  guideOpIssues,
  mergeGuide,
  outright,
  subjectOfGuideOp,
  valueUnder,
} from '@/lib/domain/guide/merge';
import type { DraftKind } from '@/lib/editor/draft-kind';

/** One thing of a guide that two people can want differently, by its name: "phone", "reason GD-…". */
export type GuideSpot = { name: string };
export type GuideTypes = { state: GuideState; op: GuideOp; place: GuideSpot; conflict: { op: GuideOp } };

/** The draft of a guide as a browser holds it. */
export const guideKind: DraftKind<GuideTypes> = {
  merge: mergeGuide,
  issuesOf: (op) => guideOpIssues([op]),
  difference,
  isBasedOn: (state, op) => valueUnder(state, op) === op.from,
  outright,
  placesOf: ({ op }) => [{ name: subjectOfGuideOp(op) }],
  placeName: ({ name }) => name,
  agree: (spot, one, other) => guideValueAt(one, spot) === guideValueAt(other, spot),
  copyPlace: (spot, from, to) => opsAt(spot, to, from).reduce(outright, to),
};

/** What stands at a spot; null where nothing does. */
export function guideValueAt({ draft, office }: GuideState, { name }: GuideSpot): string | null {
  if (isGuideField(name)) return draft[name];
  if (name === 'publishOn') return office.publishOn;
  return office.reasons[name.slice(reason.length)] ?? null;
}

const reason = 'reason ';

function difference(before: GuideState, after: GuideState): GuideOp[] {
  const keys = [...Object.keys(before.office.reasons), ...Object.keys(after.office.reasons)];
  const names = [...guideFields, 'publishOn', ...new Set(keys.map((key) => `${reason}${key}`))];
  return names.flatMap((name) => opsAt({ name }, before, after));
}

/** What makes a spot hold what it holds in another state. */
function opsAt(spot: GuideSpot, before: GuideState, after: GuideState): GuideOp[] {
  const { name } = spot;
  const [from, to] = [guideValueAt(before, spot), guideValueAt(after, spot)];
  if (from === to) return [];
  if (isGuideField(name)) return setGuide(name, before.draft, to ?? '');
  if (name === 'publishOn') return [{ kind: 'publishOn', from: dayOrNone(from), to: dayOrNone(to) }];
  return [{ kind: 'reason', key: name.slice(reason.length), from, to }];
}

/** What makes a field hold another text; nothing where it holds it already. */
export const setGuide = (field: keyof GuideDraft, before: GuideDraft, to: string): GuideOp[] =>
  before[field] === to ? [] : [{ kind: 'set', field, from: before[field], to }];

const dayOrNone = (day: string | null) => (day !== null && isDay(day) ? day : null);
