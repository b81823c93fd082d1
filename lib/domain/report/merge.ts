import { z } from 'zod';
import { isDay } from '@/lib/domain/calendar/day';
import type { Issue } from '@/lib/domain/issue';
import { isNarrative } from '@/lib/domain/report/addresses';
import { applyOp } from '@/lib/domain/report/apply-op';
import { cellAt } from '@/lib/domain/report/cells';
import {
  type Block,
  block,
  type CellAddress,
  type CellValue,
  cellValue,
  originKinds,
  type ReportDraft,
  type ReportOffice,
} from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';
import { valueProblem } from '@/lib/domain/report/read-number';
import { lengthOf, sectionLimit, textProblem } from '@/lib/domain/report/text-problem';

// Saving a draft: each operation names the value it was based on and the value it wants, so that two people on one
// report lose nothing and a save that arrives twice changes nothing. docs/decisions/saving-a-draft.md says why.

const address = z
  .string()
  .max(120)
  .regex(/^[a-z0-9_]+\/[a-z0-9_]+\/[a-z0-9_]+$/)
  .transform((text) => text as CellAddress); // a parsed border: the pattern is the type
const blocks = z.array(block).max(400);
const reasonText = z.string().max(500).nullable();
const origin = z.strictObject({ kind: z.enum(originKinds), note: z.string().max(500) });
const day = z.string().refine(isDay).nullable();

export const draftOp = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cell'), address, from: cellValue, to: cellValue, origin: origin.optional() }),
  z.strictObject({ kind: z.literal('text'), section: z.string().max(40), from: blocks, to: blocks }),
  z.strictObject({ kind: z.literal('note'), from: z.string().max(2_000), to: z.string().max(2_000) }),
  z.strictObject({ kind: z.literal('publishOn'), from: day, to: day }),
  z.strictObject({ kind: z.literal('reason'), key: z.string().min(1).max(300), from: reasonText, to: reasonText }),
  z.strictObject({ kind: z.literal('declare_zero'), addresses: z.array(address).min(1).max(1_000) }),
]);
export type DraftOp = z.infer<typeof draftOp>;

/** Body of a save. `saveId` makes a second delivery harmless; `base` is the version that the browser last saw. */
export const saveRequest = z.strictObject({
  saveId: z.uuid(),
  base: z.int().min(0),
  changes: z.array(draftOp).min(1).max(400),
});
export type SaveRequest = z.infer<typeof saveRequest>;

export type DraftState = { draft: ReportDraft; office: ReportOffice };

/** An operation, or the part of it, that found another value than it was based on. `current` is that value. */
export type MergeConflict = { op: DraftOp; current: CellValue | Block[] };
export type Merged = { state: DraftState; applied: DraftOp[]; conflicts: MergeConflict[] };

/** What stands in the way of applying operations to a draft of this format, whatever it holds. */
export const opIssues = (format: ReportFormat, ops: readonly DraftOp[]): Issue[] =>
  ops.flatMap((op) => issuesOf(format, op));

/** Applies what still fits and hands back the rest. `opIssues` has found nothing to refuse in `ops`. */
export function mergeDraft(format: ReportFormat, state: DraftState, ops: readonly DraftOp[]): Merged {
  const merged: Merged = { state: structuredClone(state), applied: [], conflicts: [] };
  for (const op of ops) applyOp(format, merged, op);
  return merged;
}

function issuesOf(format: ReportFormat, op: DraftOp): Issue[] {
  switch (op.kind) {
    case 'cell':
      return cellIssues(format, op.address, op.to);
    case 'declare_zero':
      return op.addresses.flatMap((zero) => cellIssues(format, zero, null));
    case 'text':
      if (!isNarrative(format, op.section)) return [refused(op.section, 'unknown_choice')];
      return textIssues(op.section, op.to);
    case 'note':
      return problemAt('correctionNote', textProblem(op.to, 'lines'));
    case 'reason':
      if (op.key === '__proto__') return [refused('reason', 'malformed')];
      return problemAt(`reason.${op.key}`, textProblem(op.key) ?? textProblem(op.to ?? '', 'lines'));
    case 'publishOn':
      return [];
  }
}

function cellIssues(format: ReportFormat, at: CellAddress, to: CellValue): Issue[] {
  const cell = cellAt(format, at);
  if (!cell || cell.computed) return [refused(at, 'unknown_choice')];
  return problemAt(at, valueProblem(to, cell.column));
}

function textIssues(section: string, to: readonly Block[]): Issue[] {
  if (new Set(to.map(({ id }) => id)).size < to.length) return [refused(section, 'malformed')];
  if (lengthOf(to) > sectionLimit) return [refused(section, 'too_long')];
  return to.flatMap(({ id, text }) => problemAt(`${section}#${id}`, textProblem(text)));
}

type Problem = ReturnType<typeof textProblem>;
const refused = (field: string, problem: NonNullable<Problem>): Issue => ({ code: 'bad_input', field, problem });
const problemAt = (field: string, problem: Problem) => (problem ? [refused(field, problem)] : []);
