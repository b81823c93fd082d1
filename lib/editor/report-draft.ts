import type { ReportFormat } from '@/lib/domain/report/format';
import { type DraftOp, type DraftState, type MergeConflict, mergeDraft, opIssues } from '@/lib/domain/report/merge';
import { difference } from '@/lib/editor/difference';
import type { DraftKind } from '@/lib/editor/draft-kind';
import { blocksIn, copyPlace, outright, type Place, placeName, placesOf, valueIn } from '@/lib/editor/places';
import { sameBlocks } from '@/lib/editor/prose-document';

export type ReportTypes = { state: DraftState; op: DraftOp; place: Place; conflict: MergeConflict };

/** The draft of a report as a browser holds it. */
export const reportDraft = (format: ReportFormat): DraftKind<ReportTypes> => ({
  merge: (state, ops) => mergeDraft(format, state, ops),
  issuesOf: (op) => opIssues(format, [op]),
  agree: (place, one, other) => valueIn(one, place) === valueIn(other, place),
  ...{ difference, isBasedOn, outright, placesOf, placeName, copyPlace },
});

function isBasedOn(state: DraftState, op: DraftOp): boolean {
  if (op.kind === 'declare_zero') return false;
  if (op.kind === 'text') return sameBlocks(blocksIn(state, op.section), op.from);
  return valueIn(state, op.kind === 'cell' ? { kind: 'cell', address: op.address } : op) === op.from;
}
