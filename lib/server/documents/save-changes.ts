import 'server-only';
import type { z } from 'zod';
import type { Actor } from '@/lib/domain/access';
import type { AuditEvent } from '@/lib/domain/audit';
import { canonicalJson } from '@/lib/domain/canonical';
import type { Issue } from '@/lib/domain/issue';
import { now } from '@/lib/server/clock';
import type { Tx } from '@/lib/server/db';
import { demand, type LockedDocument, lockDocument } from '@/lib/server/documents/lock-document';
import type { DocumentKind, Prisma } from '@/lib/server/generated/client';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';
import { inTransaction } from '@/lib/server/transaction';

type Kept = Prisma.InputJsonObject;
type Stored = { draft: object; office: object };

/** An operation that found another value than it was based on, and who had written that value, when we know. */
export type Told<Clash> = Clash & { by: string | null; at: string | null };

/** How the drafts of one kind are saved: what may be applied, how it merges, what is kept and told of it. */
export type Drafts<Op extends Kept, State extends Stored, Clash extends Kept & { op: Op }> = {
  kind: DocumentKind;
  stateOf(document: { draft: unknown; office: unknown }): State;
  objections(tx: Tx, document: LockedDocument, ops: readonly Op[]): Promise<Issue[]>;
  merge(
    tx: Tx,
    document: LockedDocument,
    state: State,
    ops: readonly Op[],
  ): Promise<{ state: State; applied: Op[]; conflicts: Clash[] }>;
  /** Names of what an operation is about; two operations with one name meet. */
  subjectsOf(op: Op): string[];
  /** The operation without what it left alone. */
  narrowed(op: Op): Op;
  /** A conflict as it is kept, where that is less than what is answered. */
  narrowedClash?(clash: Told<Clash>): Told<Clash>;
  eventsOf(save: { saveId: string; version: number }, applied: readonly Op[]): AuditEvent[];
  /** Parses what is kept of a save. */
  kept: z.ZodType<{ applied: Op[]; conflicts: Told<Clash>[] }>;
  /** Writes what stands in columns of its own, and answers the document's columns that follow the draft. */
  follow?(tx: Tx, document: LockedDocument, state: State): Promise<Pick<Prisma.DocumentUncheckedUpdateInput, Follower>>;
};
type Follower = 'title' | 'fieldId';

export type SaveRequest<Op> = { id: string; saveId: string; changes: readonly Op[] };
export type SavedDraft<Op, State, Clash> = { version: number; applied: Op[]; conflicts: Told<Clash>[]; state: State };

/** Applies what still fits to a draft, and says of the rest who was first. The second delivery of a save changes nothing. */
export function saveChanges<Op extends Kept, State extends Stored, Clash extends Kept & { op: Op }>(
  drafts: Drafts<Op, State, Clash>,
  request: SaveRequest<Op>,
  actor: Actor,
): Promise<SavedDraft<Op, State, Clash>> {
  return inTransaction(async (tx) => {
    const document = await lockDraft(tx, drafts.kind, request.id, actor);
    return saveLocked(tx, drafts, document, request, actor);
  });
}

/** The document whose draft the actor may edit, held until the transaction ends. */
export async function lockDraft(tx: Tx, kind: DocumentKind, id: string, actor: Actor): Promise<LockedDocument> {
  const document = await lockDocument(tx, id, actor);
  if (document.kind !== kind) throw new Refusal([{ code: 'not_found' }]);
  demand(actor, 'edit', document);
  return document;
}

/** The same on a document that this transaction holds already. */
export async function saveLocked<Op extends Kept, State extends Stored, Clash extends Kept & { op: Op }>(
  tx: Tx,
  drafts: Drafts<Op, State, Clash>,
  document: LockedDocument,
  { saveId, changes }: SaveRequest<Op>,
  actor: Actor,
): Promise<SavedDraft<Op, State, Clash>> {
  const before = drafts.stateOf(document);
  const delivered = await tx.draftChange.findUnique({
    where: { documentId_saveId: { documentId: document.id, saveId } },
    select: { changes: true },
  });
  if (delivered) return { version: document.version, ...drafts.kept.parse(delivered.changes), state: before };

  if (document.status !== 'draft') throw new Refusal([{ code: 'move_not_open', status: document.status }]);
  const issues = isStorable(changes) ? await drafts.objections(tx, document, changes) : [unstorable];
  if (issues.length > 0) throw new Refusal(issues);
  const { state, applied, conflicts } = await drafts.merge(tx, document, before, changes);
  const told: Told<Clash>[] = [];
  for (const conflict of conflicts)
    told.push({ ...conflict, ...(await authorOf(tx, drafts, document.id, conflict.op)) });

  const changed = canonicalJson(state) !== canonicalJson(before);
  if (changed) await write(tx, drafts, document, { saveId, state, applied, conflicts: told }, actor);
  return { version: document.version + (changed ? 1 : 0), applied, conflicts: told, state };
}

// PostgreSQL keeps neither NUL nor half a character, and a save is kept whole, with what it was based on.
function isStorable(changes: readonly unknown[]): boolean {
  let storable = true;
  JSON.stringify(changes, (_, part) => {
    if (typeof part === 'string' && /\0|\p{Cs}/u.test(part)) storable = false;
    return part;
  });
  return storable;
}

const unstorable: Issue = { code: 'bad_input', field: 'changes', problem: 'control_characters' };

type Save<Op, State, Clash> = { saveId: string; state: State; applied: Op[]; conflicts: Told<Clash>[] };

async function write<Op extends Kept, State extends Stored, Clash extends Kept & { op: Op }>(
  tx: Tx,
  drafts: Drafts<Op, State, Clash>,
  document: LockedDocument,
  { saveId, state, applied, conflicts }: Save<Op, State, Clash>,
  actor: Actor,
) {
  const { id: documentId, organisationId } = document;
  const version = document.version + 1;
  const columns = (await drafts.follow?.(tx, document, state)) ?? {};
  const { draft, office } = state;
  await tx.document.update({
    where: { id: documentId, version: document.version },
    data: { ...columns, draft, office, version },
    select: { id: true },
  });
  const keptClashes = drafts.narrowedClash ? conflicts.map(drafts.narrowedClash) : conflicts;
  const changes = { applied: applied.map(drafts.narrowed), conflicts: keptClashes };
  await tx.draftChange.create({
    data: { organisationId, documentId, saveId, userId: actor.id, version, changes, at: now() },
    select: { id: true },
  });
  for (const event of drafts.eventsOf({ saveId, version }, applied)) await record(tx, actor, documentId, event);
}

const enough = 200;

/** Who last wrote what an operation is about. */
async function authorOf<Op extends Kept, State extends Stored, Clash extends Kept & { op: Op }>(
  tx: Tx,
  { subjectsOf, kept }: Drafts<Op, State, Clash>,
  documentId: string,
  op: Op,
) {
  const wanted = new Set(subjectsOf(op));
  const saves = await tx.draftChange.findMany({
    where: { documentId },
    orderBy: { version: 'desc' },
    take: enough,
    select: { changes: true, at: true, user: { select: { name: true } } },
  });
  const last = saves.find(({ changes }) =>
    kept.parse(changes).applied.some((other) => subjectsOf(other).some((subject) => wanted.has(subject))),
  );
  return { by: last?.user.name ?? null, at: last?.at.toISOString() ?? null };
}
