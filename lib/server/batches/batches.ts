import 'server-only';
import { type Actor, can, denial } from '@/lib/domain/access';
import { type BatchMove, batchMoves } from '@/lib/domain/items/batch';
import { itemOffice } from '@/lib/domain/items/content';
import { isOpen, type MoveName, type Status } from '@/lib/domain/workflow/moves';
import { batchRows, openOf, surroundingsOf } from '@/lib/server/batches/batch-rows';
import { type BatchState, batchState, hashOfBatch, subjectOfBatch } from '@/lib/server/batches/batch-state';
import { today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { kindOf } from '@/lib/server/documents/document-kinds';
import { demand, lockDocument } from '@/lib/server/documents/lock-document';
import { dayOfDate } from '@/lib/server/items/item-columns';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';

const onePage = 100;
const onward: Partial<Record<Status, BatchMove>> = { draft: 'submit', in_review: 'approve', in_sign_off: 'sign_off' };

/** The batches of the organisation, the newest first, each with whether its next move is the actor's. */
export async function batchList(actor: Actor) {
  if (!can(actor, 'view')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
  const { organisationId } = actor;
  const batches = await db.importBatch.findMany({
    where: { organisationId },
    orderBy: [{ importedAt: 'desc' }, { id: 'desc' }],
    take: 200,
    select: {
      ...{ id: true, fileName: true, importedAt: true, fieldId: true, user: { select: { name: true } } },
      _count: { select: { items: true } },
    },
  });
  const fields = new Map(
    (await db.field.findMany({ where: { organisationId }, select: { id: true, name: true } })).map(({ id, name }) => [
      id,
      name,
    ]),
  );
  const list = [];
  for (const { id, fieldId, user, _count, ...facts } of batches) {
    const state = await batchState(db, id, actor);
    if (!state) continue;
    const { status, last } = state;
    list.push({
      ...{ id, ...facts, status, last, rows: _count.items, field: fields.get(fieldId) ?? '', by: user.name },
      mine: _count.items > 0 && (await isMine(state, actor)),
    });
  }
  return list;
}

async function isMine(state: BatchState, actor: Actor): Promise<boolean> {
  const next = onward[state.status];
  return next !== undefined && can(actor, next, await subjectOfBatch(db, state, actor));
}

/** How many batches wait for the actor. */
export async function countOfMyBatches(actor: Actor): Promise<number> {
  const { organisationId } = actor;
  const open = await db.importBatch.findMany({
    where: { organisationId, decisions: { none: { kind: 'sign_off' } }, items: { some: {} } },
    select: { id: true },
  });
  let mine = 0;
  for (const { id } of open) {
    const state = await batchState(db, id, actor);
    if (state && (await isMine(state, actor))) mine += 1;
  }
  return mine;
}

/** A batch with a page of its rows, what was decided on it, and what the actor may do; null for none and for another's. */
export async function batchDesk(
  { id, after, open }: { id: string; after: string | null; open: boolean },
  actor: Actor,
) {
  if (denial(actor, 'view')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
  const state = await batchState(db, id, actor);
  if (!state) return null;
  const batch = await db.importBatch.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ fileName: true, fileSha256: true, rows: true, importedAt: true, user: { select: { name: true } } },
      decisions: { orderBy: { number: 'asc' } },
    },
  });
  const { name: field } = await db.field.findUniqueOrThrow({ where: { id: state.fieldId }, select: { name: true } });
  const standing = state.status === 'draft' ? await openRows(state) : null;
  const { rows, next } = await pageOf(id, { after, only: open ? (standing?.ids ?? null) : null });
  const subject = await subjectOfBatch(db, state, actor);
  const { user, decisions, rows: imported, ...facts } = batch;
  return {
    ...{ id, ...facts, field, imported, by: user.name, status: state.status, number: state.number, today: today() },
    total: await db.disclosureItem.count({ where: { batchId: id } }),
    /** Of the drafts: how many rows have something in their way. */
    open: standing?.ids.length ?? 0,
    covered: await hashOfBatch(db, id),
    rows: rows.map((row) => ({ ...row, open: standing?.byId.get(row.id) ?? null })),
    next,
    decisions: decisions.map(({ kind, actorName, actorPost, at, words, sha256, rows: count }) => {
      return { move: moveOf(kind), actorName, actorPost, at, words, sha256, rows: count };
    }),
    /** Why the actor may not make a move; null where they may once the batch stands there. */
    may: Object.fromEntries(batchMoves.map((move) => [move, denial(actor, move, subject)])) as Record<
      BatchMove,
      ReturnType<typeof denial>
    >,
    moves: batchMoves.filter((move) => isOpen(move, { status: state.status, isPublic: state.status === 'published' })),
    mayTakeOut: state.status === 'draft' && can(actor, 'edit', subject),
    declarations: kindOf('item').declarations,
  };
}
export type BatchDesk = NonNullable<Awaited<ReturnType<typeof batchDesk>>>;

const moveOf = (kind: MoveName): BatchMove => batchMoves.find((move) => move === kind) ?? 'submit';

/** The rows of a batch of drafts in whose way something stands, and how much. */
async function openRows({ id, organisationId, fieldId }: BatchState) {
  const around = await surroundingsOf(db, organisationId);
  const byId = new Map<string, { blocks: number; warnings: number; apart: boolean }>();
  for await (const rows of batchRows(db, id)) {
    for (const row of rows) {
      const { blocks, warnings } = await openOf(db, row, around);
      // What was given to another field, or to a day of its own, cannot go with the others.
      const apart = row.fieldId !== fieldId || itemOffice.parse(row.office).publishOn !== null;
      if (blocks + warnings > 0 || apart) byId.set(row.id, { blocks, warnings, apart });
    }
  }
  return { byId, ids: [...byId.keys()] };
}

async function pageOf(batchId: string, { after, only }: { after: string | null; only: readonly string[] | null }) {
  const found = await db.disclosureItem.findMany({
    where: { batchId, documentId: { ...(after !== null && { gt: after }), ...(only !== null && { in: [...only] }) } },
    orderBy: { documentId: 'asc' },
    take: onePage + 1,
    select: {
      ...{ documentId: true, formedOn: true, documentNumber: true, attribute: true, indexNumber: true },
      node: { select: { label: true } },
      document: { select: { title: true, path: true, version: true, revision: { select: { sha256: true } } } },
    },
  });
  const rows = found.slice(0, onePage).map(({ documentId, document, node, formedOn, ...item }) => ({
    ...{ id: documentId, title: document.title, path: document.path, version: document.version, ...item },
    ...{ node: node.label, formedOn: dayOfDate(formedOn), sha256: document.revision?.sha256 ?? null },
  }));
  return { rows, next: found.length > onePage ? (rows.at(-1)?.id ?? null) : null };
}

/** Every row of a batch with its hash, some thousand at a time: for what is written out. */
export async function* batchLines(id: string, actor: Actor) {
  if (denial(actor, 'view') || !(await batchState(db, id, actor))) return;
  for (let after: string | null = null; ; ) {
    const { rows, next }: Awaited<ReturnType<typeof pageOf>> = await pageOf(id, { after, only: null });
    yield rows;
    if (next === null) return;
    after = next;
  }
}

/** Lets one row of a batch of drafts go its way alone. It stays marked as a past item. */
export async function takeOutOfBatch({ id, documentId }: { id: string; documentId: string }, actor: Actor) {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('batch ' || ${id}, 0))`;
    const state = await batchState(tx, id, actor);
    if (!state) throw new Refusal([{ code: 'not_found' }]);
    const document = await lockDocument(tx, documentId, actor);
    demand(actor, 'edit', document);
    if (state.status !== 'draft') throw new Refusal([{ code: 'move_not_open', status: state.status }]);
    const { count } = await tx.disclosureItem.updateMany({
      where: { documentId, batchId: id },
      data: { batchId: null },
    });
    if (count === 0) throw new Refusal([{ code: 'not_found' }]);
    await record(tx, actor, documentId, { kind: 'batch_row_taken_out', batchId: id, path: document.path });
  });
}
