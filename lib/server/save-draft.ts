import 'server-only';
import type { Actor } from '@/lib/domain/access';
import type { AuditEvent } from '@/lib/domain/audit';
import { canonicalJson } from '@/lib/domain/canonical';
import type { Issue } from '@/lib/domain/issue';
import type { Block } from '@/lib/domain/report/content';
import { type DraftOp, type DraftState, mergeDraft, opIssues, type SaveRequest } from '@/lib/domain/report/merge';
import { formatOf, stateOf } from '@/lib/server/annual-report';
import { now } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db';
import { authorOf, type Conflict, savedChanges } from '@/lib/server/draft-changes';
import { demand, type LockedDocument, lockDocument } from '@/lib/server/lock-document';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';

export type Saved = { version: number; applied: DraftOp[]; conflicts: Conflict[]; state: DraftState };

/** Applies what still fits to the draft, and says of the rest who was first. The second delivery of a save changes nothing. */
export function saveDraft({ id, saveId, changes }: SaveRequest & { id: string }, actor: Actor): Promise<Saved> {
  return db.$transaction(async (tx) => {
    const document = await lockDocument(tx, id, actor);
    demand(actor, 'edit', document);
    const before = stateOf(document);
    const delivered = await tx.draftChange.findUnique({ where: { documentId_saveId: { documentId: id, saveId } } });
    if (delivered) return { version: document.version, ...savedChanges.parse(delivered.changes), state: before };

    if (document.status !== 'draft') throw new Refusal([{ code: 'move_not_open', status: document.status }]);
    const format = await formatOf(tx, id);
    const issues = isStorable(changes) ? opIssues(format, changes) : [unstorable];
    if (issues.length > 0) throw new Refusal(issues);
    const { state, applied, conflicts } = mergeDraft(format, before, changes);
    const told: Conflict[] = [];
    for (const conflict of conflicts) told.push({ ...conflict, ...(await authorOf(tx, id, conflict.op)) });

    const changed = canonicalJson(state) !== canonicalJson(before);
    if (changed) await write(tx, document, { saveId, state, applied, conflicts: told }, actor);
    return { version: document.version + (changed ? 1 : 0), applied, conflicts: told, state };
  });
}

// PostgreSQL keeps neither NUL nor half a character, and a save is kept whole, with what it was based on.
function isStorable(changes: readonly DraftOp[]): boolean {
  let storable = true;
  JSON.stringify(changes, (_, part) => {
    if (typeof part === 'string' && /\0|\p{Cs}/u.test(part)) storable = false;
    return part;
  });
  return storable;
}

const unstorable: Issue = { code: 'bad_input', field: 'changes', problem: 'control_characters' };

type Save = { saveId: string; state: DraftState; applied: DraftOp[]; conflicts: Conflict[] };

async function write(tx: Tx, document: LockedDocument, { saveId, state, applied, conflicts }: Save, actor: Actor) {
  const { id: documentId, organisationId } = document;
  const version = document.version + 1;
  const id = { id: documentId, version: document.version };
  await tx.document.update({ where: id, data: { ...state, version }, select: { id: true } });
  const changes = { applied: applied.map(narrowed), conflicts };
  await tx.draftChange.create({
    data: { organisationId, documentId, saveId, userId: actor.id, version, changes, at: now() },
    select: { id: true },
  });
  for (const event of eventsOf(saveId, version, applied)) await record(tx, actor, documentId, event);
}

// What a save did to a section is kept as the paragraphs that it changed.
function narrowed(op: DraftOp): DraftOp {
  if (op.kind !== 'text') return op;
  const same = (list: readonly Block[], { id, kind, text }: Block) =>
    list.some((other) => other.id === id && other.kind === kind && other.text === text);
  const from = op.from.filter((block) => !same(op.to, block));
  const to = op.to.filter((block) => !same(op.from, block));
  return from.length + to.length > 0 ? { ...op, from, to } : op;
}

function eventsOf(saveId: string, version: number, applied: readonly DraftOp[]): AuditEvent[] {
  const cells = applied.flatMap((op) => (op.kind === 'cell' ? [op.address] : []));
  const sections = applied.flatMap((op) => {
    if (op.kind === 'text') return [op.section];
    return op.kind === 'note' || op.kind === 'publishOn' ? [op.kind] : [];
  });
  const zeros = applied.flatMap((op) => (op.kind === 'declare_zero' ? op.addresses : []));
  const reasons = applied.flatMap((op): AuditEvent[] =>
    op.kind === 'reason' ? [{ kind: 'reason_written', finding: op.key, withdrawn: op.to === null }] : [],
  );
  return [
    ...(cells.length + sections.length > 0 ? [{ kind: 'draft_saved' as const, saveId, version, cells, sections }] : []),
    ...(zeros.length > 0 ? [{ kind: 'zeros_declared' as const, saveId, count: zeros.length }] : []),
    ...reasons,
  ];
}
