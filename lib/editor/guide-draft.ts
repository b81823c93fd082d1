import { isDay } from '@/lib/domain/calendar/day';
import { type GuideDraft, type GuideState, guideFields, isGuideField } from '@/lib/domain/guide/content';
import { type GuideOp, guideOpIssues, mergeGuide, outright, subjectOfGuideOp } from '@/lib/domain/guide/merge';
import { type NamedTypes, namedTextsKind } from '@/lib/editor/named-texts';

export type GuideTypes = NamedTypes<GuideState, GuideOp>;

const reason = 'reason ';

/** The draft of a guide as a browser holds it. */
export const guideKind = namedTextsKind<GuideState, GuideOp>({
  ...{ outright, valueAt: guideValueAt, opsAt },
  merge: mergeGuide,
  issues: guideOpIssues,
  subjectOf: subjectOfGuideOp,
  namesIn: ({ office }) => [
    ...guideFields,
    'publishOn',
    ...Object.keys(office.reasons).map((key) => `${reason}${key}`),
  ],
});

/** What stands at a spot; null where nothing does. */
export function guideValueAt({ draft, office }: GuideState, name: string): string | null {
  if (isGuideField(name)) return draft[name];
  if (name === 'publishOn') return office.publishOn;
  return office.reasons[name.slice(reason.length)] ?? null;
}

function opsAt(name: string, before: GuideState, after: GuideState): GuideOp[] {
  const [from, to] = [guideValueAt(before, name), guideValueAt(after, name)];
  if (from === to) return [];
  if (isGuideField(name)) return setGuide(name, before.draft, to ?? '');
  if (name === 'publishOn') return [{ kind: 'publishOn', from: dayOrNone(from), to: dayOrNone(to) }];
  return [{ kind: 'reason', key: name.slice(reason.length), from, to }];
}

/** What makes a field hold another text; nothing where it holds it already. */
export const setGuide = (field: keyof GuideDraft, before: GuideDraft, to: string): GuideOp[] =>
  before[field] === to ? [] : [{ kind: 'set', field, from: before[field], to }];

const dayOrNone = (day: string | null) => (day !== null && isDay(day) ? day : null);
