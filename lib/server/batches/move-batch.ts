import 'server-only';
import { denial } from '@/lib/domain/access';
import { canonicalJson } from '@/lib/domain/canonical';
import { sha256 } from '@/lib/domain/hash';
import type { Issue } from '@/lib/domain/issue';
import { type BatchMove, statusOfBatch } from '@/lib/domain/items/batch';
import { itemOffice } from '@/lib/domain/items/content';
import { moves, objections, type Status, stageOf } from '@/lib/domain/workflow/moves';
import { type Declaration, missingDeclarations, type SecrecyReview } from '@/lib/domain/workflow/secrecy';
import { batchRows, prepareRow, recheckRow, surroundingsOf } from '@/lib/server/batches/batch-rows';
import { type BatchState, batchState, hashOfBatch, subjectOfBatch } from '@/lib/server/batches/batch-state';
import { proofBatch } from '@/lib/server/batches/proof-batch';
import { publishBatch } from '@/lib/server/batches/publish-batch';
import { now, today } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db';
import { kindOf } from '@/lib/server/documents/document-kinds';
import type { Mover } from '@/lib/server/documents/move-document';
import { newIds } from '@/lib/server/new-ids';
import { isConfirmed } from '@/lib/server/people/confirm-password';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';

export type BatchRequest = {
  id: string;
  move: BatchMove;
  /** How many moves the person saw. */
  number: number;
  /** Words of the decision. */
  note: string;
  /** Where a batch is approved or signed off: the hash over its rows that the person saw. */
  sha256?: string;
  secrecy?: SecrecyReview | null;
  declarations?: readonly Declaration[];
};

/** Thousands of rows take their time; nobody else works on them meanwhile. */
const patience = { timeout: 600_000, maxWait: 20_000 };

/**
 * Moves every row of a batch on or back, all of them or none. Each has its own revision, decision and publication, and the
 * database holds them to the same guards as if it had gone alone; the trail has one line for all, with the hash over them.
 */
export async function moveBatch(request: BatchRequest, mover: Mover) {
  if (request.move === 'sign_off') await proofAhead(request, mover);
  return db.$transaction(async (tx) => {
    const batch = await lockBatch(tx, request, mover);
    const issues = obstacles(request, batch, mover);
    if (issues.length > 0) throw new Refusal(issues);
    const step: Step = { tx, batch, request, mover, at: now() };
    const covered = await steps[request.move](step);
    await decide(step, covered);
    if (request.move === 'sign_off') await publishBatch(tx, batch, covered.sha256, step.at);
  }, patience);
}

// Longer than this nobody is kept waiting; the process goes on reading by itself.
const within = 20_000;

/** Has every row made and read back before anything is held; does nothing where the batch is not the one that was seen. */
async function proofAhead({ id, sha256 }: BatchRequest, mover: Mover) {
  const batch = await batchState(db, id, mover);
  if (batch?.status !== 'in_sign_off' || (await hashOfBatch(db, id))?.sha256 !== sha256) return;
  if (denial(mover, 'sign_off', await subjectOfBatch(db, batch, mover))) return;
  const { misprint, read, rows } = await proofBatch(id, { within });
  if (misprint) throw new Refusal([misprint]);
  if (read < rows) throw new Refusal([{ code: 'batch_unread', read, rows }]);
}

type Step = { tx: Tx; batch: BatchState; request: BatchRequest; mover: Mover; at: Date };
type Covered = { sha256: string; rows: number };

/** The batch with all its rows, held by this transaction until it ends. */
async function lockBatch(tx: Tx, { id, number, move }: BatchRequest, mover: Mover): Promise<BatchState> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('batch ' || ${id}, 0))`;
  const batch = await batchState(tx, id, mover);
  if (!batch) throw new Refusal([{ code: 'not_found' }]);
  const reason = denial(mover, move, await subjectOfBatch(tx, batch, mover));
  if (reason) throw new Refusal([{ code: 'not_allowed', denial: reason }]);
  if (batch.number !== number) throw new Refusal([staleCopy(batch)]);
  await tx.$executeRaw`
    SELECT 1 FROM document WHERE id IN (SELECT document_id FROM disclosure_item WHERE batch_id = ${id}::uuid)
    ORDER BY id FOR UPDATE`;
  return batch;
}

const staleCopy = ({ last, status }: BatchState): Issue =>
  last ? { code: 'stale_copy', ...last, at: last.at.toISOString() } : { code: 'move_not_open', status };

function obstacles(request: BatchRequest, { status }: BatchState, { confirmedAt }: Mover): Issue[] {
  const issues = objections(request.move, { status, isPublic: status === 'published' }, request.note);
  if (issues.length > 0) return issues;
  const undeclared = missingDeclarations(askedFor(request), request.declarations ?? []).length;
  if (undeclared > 0) return [{ code: 'declaration_missing', field: 'declarations', count: undeclared }];
  return moves[request.move].confirmed && !isConfirmed({ confirmedAt }, now())
    ? [{ code: 'password_needed', field: 'password' }]
    : [];
}

const askedFor = ({ move }: BatchRequest): readonly Declaration[] =>
  move === 'submit' || move === 'approve' ? kindOf('item').declarations : [];

const steps: Record<BatchMove, (step: Step) => Promise<Covered>> = {
  async submit(step) {
    await freezeRows(step);
    const covered = await hashOf(step);
    await decideRows(step);
    return covered;
  },
  approve: onSeenHash,
  async sign_off(step) {
    await recheckRows(step);
    return onSeenHash(step);
  },
  take_back: toDrafts,
  send_back: toDrafts,
};

/** A leader decides on the hash that they saw. */
async function onSeenHash(step: Step): Promise<Covered> {
  const covered = await hashOf(step);
  if (covered.sha256 !== step.request.sha256) throw new Refusal([staleCopy(step.batch)]);
  await decideRows(step);
  await setRows(step, statusOfMove(step.request.move), true);
  return covered;
}

async function toDrafts(step: Step): Promise<Covered> {
  const covered = await hashOf(step);
  await decideRows(step);
  await setRows(step, 'draft', false);
  return covered;
}

// Signed and not yet public; publishBatch does the rest.
const statusOfMove = (move: BatchMove): Status => moves[move].to;

async function hashOf({ tx, batch }: Step): Promise<Covered> {
  const covered = await hashOfBatch(tx, batch.id);
  if (!covered) throw new Refusal([{ code: 'batch_empty' }]);
  return covered;
}

/** Freezes every row as its next revision, or names those in whose way something stands. */
async function freezeRows(step: Step) {
  const { tx, batch, request } = step;
  const secrecy = request.secrecy ?? null;
  if (!secrecy) throw new Refusal([{ code: 'secrecy_missing', field: 'secrecy' }]);
  if (secrecy.at > today()) throw new Refusal([{ code: 'bad_input', field: 'at', problem: 'not_a_day' }]);
  const around = await surroundingsOf(tx, batch.organisationId);
  const open: { path: string; title: string }[] = [];
  for await (const rows of batchRows(tx, batch.id)) {
    const frozen: Frozen[] = [];
    for (const row of rows) {
      const { content, item, unsettled } = await prepareRow(tx, row, around);
      const office = officeOf(row.office);
      const fits = row.status === 'draft' && row.fieldId === batch.fieldId && office.publishOn === null;
      if (!fits || unsettled.blocks.length + unsettled.warnings.length > 0) open.push(row);
      const sealed = canonicalJson({ ...office, answers: [], secrecy });
      frozen.push({ id: row.id, title: item.title, content, office: sealed });
    }
    if (open.length === 0) await writeRevisions(step, frozen);
  }
  if (open.length > 0) {
    const rows = open.slice(0, 10).map(({ path, title }) => ({ path, title }));
    throw new Refusal([{ code: 'batch_rows_open', count: open.length, rows }]);
  }
}

type Frozen = { id: string; title: string; content: string; office: string };

async function writeRevisions({ tx, batch, mover, at }: Step, frozen: readonly Frozen[]) {
  const ids = newIds(frozen.length);
  const isForPublic = frozen.map(({ content }) => kindOf('item').becomesPublic(content));
  await tx.$executeRaw`
    INSERT INTO revision (id, organisation_id, document_id, number, content, sha256, office, office_sha256, becomes_public,
      drafter_id, frozen_at)
    SELECT row.id, ${batch.organisationId}::uuid, document_id,
      1 + coalesce((SELECT max(number) FROM revision WHERE revision.document_id = row.document_id), 0),
      content, sha256, office, office_sha256, becomes_public, ${mover.id}::uuid, ${at}
    FROM unnest(${ids}::uuid[], ${frozen.map(({ id }) => id)}::uuid[], ${frozen.map(({ content }) => content)}::text[],
      ${frozen.map(({ content }) => sha256(content))}::text[], ${frozen.map(({ office }) => office)}::text[],
      ${frozen.map(({ office }) => sha256(office))}::text[], ${isForPublic}::boolean[])
      AS row (id, document_id, content, sha256, office, office_sha256, becomes_public)`;
  await tx.$executeRaw`
    UPDATE document SET revision_id = row.revision_id, title = row.title, status = 'in_review', status_since = ${at},
      version = version + 1
    FROM unnest(${ids}::uuid[], ${frozen.map(({ id }) => id)}::uuid[], ${frozen.map(({ title }) => title)}::text[])
      AS row (revision_id, document_id, title)
    WHERE document.id = row.document_id`;
}

/** The last look before anything becomes public: what is frozen is what was frozen, and the rules still let it pass. */
async function recheckRows({ tx, batch }: Step) {
  const around = await surroundingsOf(tx, batch.organisationId);
  const open: { path: string; title: string }[] = [];
  for await (const rows of batchRows(tx, batch.id)) {
    const revisions = await tx.revision.findMany({
      where: { id: { in: rows.flatMap(({ revisionId }) => revisionId ?? []) } },
      select: { documentId: true, content: true, sha256: true, office: true, officeSha256: true },
    });
    const byRow = new Map(revisions.map((revision) => [revision.documentId, revision]));
    for (const row of rows) {
      const frozen = byRow.get(row.id);
      if (!frozen || sha256(frozen.content) !== frozen.sha256 || sha256(frozen.office) !== frozen.officeSha256)
        throw new Error(`${row.path} is not the content that was frozen`);
      const { blocks, warnings } = await recheckRow(tx, row, frozen, around);
      if (blocks.length + warnings.length > 0) open.push(row);
    }
  }
  if (open.length === 0) return;
  const rows = open.slice(0, 10).map(({ path, title }) => ({ path, title }));
  throw new Refusal([{ code: 'batch_rows_open', count: open.length, rows }]);
}

/** A decision for every row, on its own revision. */
async function decideRows({ tx, batch, request, mover, at }: Step) {
  const stage = stageOf(request.move, batch.status);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT document_id AS id FROM disclosure_item WHERE batch_id = ${batch.id}::uuid ORDER BY document_id`;
  await tx.$executeRaw`
    INSERT INTO decision (id, organisation_id, document_id, kind, stage, actor_id, actor_name, actor_post, revision_id, sha256,
      words, declarations, at)
    SELECT row.id, ${batch.organisationId}::uuid, row.document_id, ${request.move}::"DecisionKind", ${stage}::"Stage",
      ${mover.id}::uuid, ${mover.name}, ${mover.post}, revision.id, revision.sha256, ${request.note.trim()},
      ${[...askedFor(request)]}::text[], ${at}
    FROM unnest(${newIds(rows.length)}::uuid[], ${rows.map(({ id }) => id)}::uuid[]) AS row (id, document_id)
      JOIN document ON document.id = row.document_id JOIN revision ON revision.id = document.revision_id`;
}

async function setRows({ tx, batch, at }: Step, status: Status, keepRevision: boolean) {
  await tx.$executeRaw`
    UPDATE document SET status = ${status}::"DocumentStatus", status_since = ${at}, version = version + 1,
      revision_id = CASE WHEN ${keepRevision} THEN revision_id END
    WHERE id IN (SELECT document_id FROM disclosure_item WHERE batch_id = ${batch.id}::uuid)`;
}

async function decide({ tx, batch, request, mover, at }: Step, { sha256: hash, rows }: Covered) {
  const { move } = request;
  const note = request.note.trim();
  await tx.batchDecision.create({
    data: {
      ...{ organisationId: batch.organisationId, batchId: batch.id, number: batch.number + 1, kind: move, at },
      ...{ actorId: mover.id, actorName: mover.name, actorPost: mover.post, sha256: hash, rows, words: note },
    },
    select: { number: true },
  });
  const declared = [...askedFor(request)];
  await record(tx, mover, null, {
    ...{
      kind: 'batch_moved',
      batchId: batch.id,
      move,
      from: batch.status,
      to: statusOfBatch(move),
      rows,
      sha256: hash,
      note,
    },
    ...(declared.length > 0 && { declarations: declared }),
  });
}

const officeOf = (office: unknown) => itemOffice.parse(office);
