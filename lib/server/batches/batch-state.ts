import 'server-only';
import type { Actor, Subject } from '@/lib/domain/access';
import { id as rowId } from '@/lib/domain/input';
import { type BatchMove, batchHash, batchMoves, statusOfBatch } from '@/lib/domain/items/batch';
import type { Status } from '@/lib/domain/workflow/moves';
import type { Tx } from '@/lib/server/db';
import { Refusal } from '@/lib/server/refusal';

export type BatchState = {
  id: string;
  organisationId: string;
  fieldId: string;
  status: Status;
  /** How many moves were made. */
  number: number;
  last: { by: string; at: Date; move: BatchMove } | null;
};

/** Where a batch of the organisation stands; null for none and for another's. */
export async function batchState(
  tx: Tx,
  id: string,
  { organisationId }: Pick<Actor, 'organisationId'>,
): Promise<BatchState | null> {
  if (!rowId.safeParse(id).success) return null;
  const batch = await tx.importBatch.findFirst({ where: { id, organisationId }, select: { fieldId: true } });
  if (!batch) return null;
  const last = await tx.batchDecision.findFirst({
    where: { batchId: id },
    orderBy: { number: 'desc' },
    select: { number: true, kind: true, actorName: true, at: true },
  });
  const move = last ? (batchMoves.find((each) => each === last.kind) ?? null) : null;
  return {
    ...{ id, organisationId, fieldId: batch.fieldId, status: statusOfBatch(move), number: last?.number ?? 0 },
    last: last && move && { by: last.actorName, at: last.at, move },
  };
}

/** What `denial` must know of a batch: the stages that the person has taken in any of its rows. */
export async function subjectOfBatch(
  tx: Tx,
  { id, organisationId, fieldId, status }: BatchState,
  actor: Actor,
): Promise<Subject> {
  const parts = await tx.participation.findMany({
    where: { userId: actor.id, document: { item: { batchId: id } } },
    distinct: ['stage'],
    select: { userId: true, stage: true },
  });
  return { organisationId, fieldId, status, parts };
}

/** The hash over the frozen rows; null while they are being drafted. */
export async function hashOfBatch(tx: Tx, batchId: string): Promise<{ sha256: string; rows: number } | null> {
  const rows = await tx.$queryRaw<{ path: string; sha256: string }[]>`
    SELECT path, sha256 FROM disclosure_item JOIN document ON document.id = disclosure_item.document_id
      JOIN revision ON revision.id = document.revision_id
    WHERE batch_id = ${batchId}::uuid`;
  return rows.length === 0 ? null : { sha256: batchHash(rows), rows: rows.length };
}

/** Rows of a batch go its way, until it has been signed: whoever would move one alone is told so. */
export async function refuseInBatch(tx: Tx, documentId: string) {
  const open = await tx.disclosureItem.count({
    where: { documentId, batch: { decisions: { none: { kind: 'sign_off' } } } },
  });
  if (open > 0) throw new Refusal([{ code: 'in_batch' }]);
}
