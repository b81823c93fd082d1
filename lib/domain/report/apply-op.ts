import { cellAt, isZero, putValue, valueAt } from '@/lib/domain/report/cells';
import type { Block, CellAddress, CellValue, ReportDraft, ReportOffice } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';
import type { DraftOp, Merged } from '@/lib/domain/report/merge';
import { mergeBlocks } from '@/lib/domain/report/merge-blocks';
import { lengthOf, sectionLimit } from '@/lib/domain/report/text-problem';

/** Applies one operation to what is merged so far, or notes that it no longer fits. */
export function applyOp(format: ReportFormat, merged: Merged, op: DraftOp) {
  const { draft, office } = merged.state;
  switch (op.kind) {
    case 'cell':
      return settle(merged, op, valueAt(draft.tables, op.address), () => {
        write(format, draft, op.address, op.to);
        const { [op.address]: _, ...others } = office.origins;
        office.origins = op.origin ? { ...others, [op.address]: op.origin } : others;
      });
    case 'note':
      return settle(merged, op, draft.correctionNote, () => {
        draft.correctionNote = op.to;
      });
    case 'publishOn':
      return settle(merged, op, office.publishOn, () => {
        office.publishOn = op.to;
      });
    case 'reason':
      return settle(merged, op, reasonAt(office, op.key), () => {
        const { [op.key]: _, ...others } = office.reasons;
        office.reasons = op.to === null ? others : { ...others, [op.key]: op.to };
      });
    case 'text':
      return applyText(merged, op);
    case 'declare_zero':
      return applyZeros(format, merged, op);
  }
}

// A key from outside may be the name of something that every object has.
const reasonAt = ({ reasons }: ReportOffice, key: string) =>
  Object.hasOwn(reasons, key) ? (reasons[key] ?? null) : null;

// Compare and set. A value that already is as wanted counts as applied: this save, or someone else's, did it.
function settle(merged: Merged, op: Extract<DraftOp, { from: CellValue }>, current: CellValue, set: () => void) {
  if (current !== op.to && current !== op.from) {
    merged.conflicts.push({ op, current });
    return;
  }
  if (current !== op.to) set();
  merged.applied.push(op);
}

function write(format: ReportFormat, draft: ReportDraft, at: CellAddress, value: CellValue) {
  if (!cellAt(format, at)) throw new RangeError(`format ${format.id} has no cell ${at}`);
  putValue(draft.tables, at, value);
}

function applyText(merged: Merged, op: Extract<DraftOp, { kind: 'text' }>) {
  const { draft } = merged.state;
  const current = (op.section === 'preamble' ? draft.preamble : draft.text[op.section]) ?? [];
  const { blocks: result, conflicting } = mergeBlocks(op.from, op.to, current);
  if (lengthOf(result) > sectionLimit) {
    merged.conflicts.push({ op, current });
    return;
  }
  if (op.section === 'preamble') draft.preamble = result;
  else draft.text[op.section] = result;

  if (conflicting.size === 0) {
    merged.applied.push(op);
    return;
  }
  const pick = (list: readonly Block[], clashing: boolean) => list.filter(({ id }) => conflicting.has(id) === clashing);
  const rest = { ...op, from: pick(op.from, true), to: pick(op.to, true) };
  merged.conflicts.push({ op: rest, current: pick(current, true) });
  const done = { ...op, from: pick(op.from, false), to: pick(op.to, false) };
  if (done.from.length + done.to.length > 0) merged.applied.push(done);
}

function applyZeros(format: ReportFormat, merged: Merged, op: Extract<DraftOp, { kind: 'declare_zero' }>) {
  const { draft, office } = merged.state;
  const settled: CellAddress[] = [];
  for (const at of op.addresses) {
    const current = valueAt(draft.tables, at);
    if (current !== null && !isZero(current)) {
      merged.conflicts.push({ op: { ...op, addresses: [at] }, current });
      continue;
    }
    settled.push(at);
    if (current !== null) continue;
    write(format, draft, at, cellAt(format, at)?.column.type === 'decimal' ? '0' : 0);
    office.origins = { ...office.origins, [at]: { kind: 'declared_zero', note: '' } };
  }
  if (settled.length > 0) merged.applied.push({ ...op, addresses: settled });
}
