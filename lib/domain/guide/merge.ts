import { z } from 'zod';
import { isDay } from '@/lib/domain/calendar/day';
import { type GuideField, type GuideState, guideFields, isTextName, limitOf } from '@/lib/domain/guide/content';
import type { InputProblem, Issue } from '@/lib/domain/issue';
import { mergeValues, type ValueConflict } from '@/lib/domain/named-values';
import { textProblem } from '@/lib/domain/report/text-problem';

// Saving the draft of a guide, as docs/decisions/saving-a-draft.md says: each operation names the value that it was based
// on and the value that it wants.

const text = z.string().max(8_000);
const day = z.string().refine(isDay).nullable();
const reasonText = z.string().max(500).nullable();

export const guideOp = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('set'), field: z.enum(guideFields), from: text, to: text }),
  z.strictObject({ kind: z.literal('publishOn'), from: day, to: day }),
  z.strictObject({ kind: z.literal('reason'), key: z.string().min(1).max(300), from: reasonText, to: reasonText }),
]);
export type GuideOp = z.infer<typeof guideOp>;

/** Body of a save. `saveId` makes a second delivery harmless; `base` is the version that the browser last saw. */
export const guideSave = z.strictObject({
  saveId: z.uuid(),
  base: z.int().min(0),
  changes: z.array(guideOp).min(1).max(400),
});
export type GuideSave = z.infer<typeof guideSave>;

export type GuideConflict = ValueConflict<GuideOp>;
export type GuideMerged = { state: GuideState; applied: GuideOp[]; conflicts: GuideConflict[] };

/** What stands in the way of applying operations to a guide, whatever it holds. */
export const guideOpIssues = (ops: readonly GuideOp[]): Issue[] => ops.flatMap(issuesOf);

/** Applies what still fits and hands back the rest. `guideOpIssues` has found nothing to refuse in `ops`. */
export const mergeGuide = (before: GuideState, ops: readonly GuideOp[]): GuideMerged =>
  mergeValues({ valueUnder, outright }, before, ops);

/** What stands where an operation writes. */
export function valueUnder({ draft, office }: GuideState, op: GuideOp): string | null {
  switch (op.kind) {
    case 'set':
      return draft[op.field];
    case 'publishOn':
      return office.publishOn;
    case 'reason':
      return Object.hasOwn(office.reasons, op.key) ? (office.reasons[op.key] ?? null) : null;
  }
}

/** An operation carried out whatever stands there. */
export function outright({ draft, office }: GuideState, op: GuideOp): GuideState {
  switch (op.kind) {
    case 'set':
      return { draft: { ...draft, [op.field]: op.to }, office };
    case 'publishOn':
      return { draft, office: { ...office, publishOn: op.to } };
    case 'reason': {
      const { [op.key]: _, ...others } = office.reasons;
      return { draft, office: { ...office, reasons: op.to === null ? others : { ...others, [op.key]: op.to } } };
    }
  }
}

/** What an operation is about, by name: "phone", "publishOn", "reason GD-…". */
export const subjectOfGuideOp = (op: GuideOp): string =>
  op.kind === 'set' ? op.field : op.kind === 'reason' ? `reason ${op.key}` : op.kind;

function issuesOf(op: GuideOp): Issue[] {
  switch (op.kind) {
    case 'set':
      return op.to.length > limitOf(op.field) ? [refused(op.field, 'too_long')] : problemAt(op.field, op.to, op.field);
    case 'reason':
      if (op.key === '__proto__') return [refused('reason', 'malformed')];
      return [...problemAt('reason', op.key), ...problemAt(`reason.${op.key}`, op.to ?? '', 'correctionNote')];
    case 'publishOn':
      return [];
  }
}

const refused = (field: string, problem: InputProblem): Issue => ({ code: 'bad_input', field, problem });

function problemAt(place: string, words: string, field?: GuideField): Issue[] {
  const lines = field !== undefined && (isTextName(field) || field === 'correctionNote');
  const problem = textProblem(words, lines ? 'lines' : 'line');
  return problem ? [refused(place, problem)] : [];
}
