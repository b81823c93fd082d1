import 'server-only';
import type { Actor } from '@/lib/domain/access';
import type { AuditEvent } from '@/lib/domain/audit';
import type { Issue } from '@/lib/domain/issue';
import type { Block } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';
import { countedAt } from '@/lib/domain/report/live-numbers';
import {
  type DraftOp,
  type DraftState,
  type MergeConflict,
  mergeDraft,
  opIssues,
  type SaveRequest,
} from '@/lib/domain/report/merge';
import type { Tx } from '@/lib/server/db';
import { savedChanges, subjectsOf } from '@/lib/server/documents/draft-changes';
import { type Drafts, type SavedDraft, saveChanges } from '@/lib/server/documents/save-changes';
import { savedEvents } from '@/lib/server/documents/saved-events';
import { formatOf, stateOf } from '@/lib/server/reports/annual-report';
import { registersOf } from '@/lib/server/reports/registers';

export type Saved = SavedDraft<DraftOp, DraftState, MergeConflict>;

/** Saves the draft of an annual report. */
export const saveDraft = (request: SaveRequest & { id: string }, actor: Actor): Promise<Saved> =>
  saveChanges(reportDrafts, request, actor);

const reportDrafts: Drafts<DraftOp, DraftState, MergeConflict> = {
  kind: 'annual_report',
  stateOf,
  async objections(tx, document, ops) {
    const format = await formatOf(tx, document.id);
    return [...opIssues(format, ops), ...(await countedIssues(tx, document, format, ops))];
  },
  merge: async (tx, document, state, ops) => mergeDraft(await formatOf(tx, document.id), state, ops),
  subjectsOf,
  narrowed,
  eventsOf,
  kept: savedChanges,
};

// A cell that a register counts is typed over with a written reason, or not at all.
async function countedIssues(tx: Tx, { id, organisationId }: Held, format: ReportFormat, ops: readonly DraftOp[]) {
  const typed = ops.flatMap((op) => (op.kind === 'cell' && op.to !== null && op.address in format.counted ? [op] : []));
  if (typed.length === 0) return [];
  const { year } = await tx.annualReport.findUniqueOrThrow({ where: { documentId: id }, select: { year: true } });
  const registers = await registersOf(tx, organisationId, year);
  return typed.flatMap(({ address, origin }): Issue[] => {
    if (!countedAt(format, address, registers)) return [];
    const reason = origin?.kind === 'typed_over' ? origin.note.trim() : '';
    return reason === '' ? [{ code: 'counted_cell', field: address }] : [];
  });
}
type Held = { id: string; organisationId: string };

// What a save did to a section is kept as the paragraphs that it changed.
function narrowed(op: DraftOp): DraftOp {
  if (op.kind !== 'text') return op;
  const same = (list: readonly Block[], { id, kind, text }: Block) =>
    list.some((other) => other.id === id && other.kind === kind && other.text === text);
  const from = op.from.filter((block) => !same(op.to, block));
  const to = op.to.filter((block) => !same(op.from, block));
  return from.length + to.length > 0 ? { ...op, from, to } : op;
}

function eventsOf(save: { saveId: string; version: number }, applied: readonly DraftOp[]): AuditEvent[] {
  const sections = applied.flatMap((op) => {
    if (op.kind === 'text') return [op.section];
    return op.kind === 'note' || op.kind === 'publishOn' ? [op.kind] : [];
  });
  const cells = applied.flatMap((op) => (op.kind === 'cell' ? [op.address] : []));
  const reasons = applied.filter((op) => op.kind === 'reason');
  const zeros = applied.flatMap((op) => (op.kind === 'declare_zero' ? op.addresses : [])).length;
  const declared: AuditEvent[] = zeros > 0 ? [{ kind: 'zeros_declared', saveId: save.saveId, count: zeros }] : [];
  return [...savedEvents(save, { cells, sections, reasons }), ...declared];
}
