import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { letterDocumentTitle } from '@/lib/documents/letter-paper';
import type { Actor } from '@/lib/domain/access';
import type { LetterState } from '@/lib/domain/requests/letter-draft';
import { letterFields } from '@/lib/domain/requests/letter-fields';
import {
  type LetterConflict,
  type LetterOp,
  type LetterSave,
  letterOp,
  letterOpIssues,
  mergeLetter,
  subjectOfLetterOp,
} from '@/lib/domain/requests/letter-merge';
import type { LetterKind } from '@/lib/domain/requests/letters';
import { now } from '@/lib/server/clock';
import type { Tx } from '@/lib/server/db';
import { type LockedDocument, staleCopy } from '@/lib/server/documents/lock-document';
import { type Drafts, lockDraft, type SavedDraft, saveChanges } from '@/lib/server/documents/save-changes';
import { savedEvents } from '@/lib/server/documents/saved-events';
import { suggestionsFor } from '@/lib/server/letters/create-letter';
import { letterStateOf } from '@/lib/server/letters/request-letter';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';
import { inTransaction } from '@/lib/server/transaction';

export type SavedLetter = SavedDraft<LetterOp, LetterState, LetterConflict>;

/** Saves the draft of a letter, half done or not. */
export const saveLetter = (request: LetterSave & { id: string }, actor: Actor): Promise<SavedLetter> =>
  saveChanges(letterDrafts, request, actor);

/** Who saved which facts is kept; what they say stands in the letter alone. */
const nameless = (op: LetterOp): LetterOp => ({ ...op, from: '', to: '' });

const keptClash = z.object({ op: letterOp, current: z.string(), by: z.string().nullable(), at: z.string().nullable() });

/** What is kept of one accepted save of a letter. A change of its kind is kept beside, and is about no fact. */
export const savedLetterChanges = z.object({
  applied: z.array(z.unknown()).transform((ops) => ops.flatMap((op) => letterOp.safeParse(op).data ?? [])),
  conflicts: z.array(keptClash).default([]),
});

const letterDrafts: Drafts<LetterOp, LetterState, LetterConflict> = {
  kind: 'reply',
  stateOf: letterStateOf,
  objections: async (_tx, _document, ops) => letterOpIssues(ops),
  merge: async (_tx, _document, state, ops) => mergeLetter(state, ops),
  subjectsOf: (op) => [subjectOfLetterOp(op)],
  narrowed: nameless,
  narrowedClash: (clash) => ({ ...clash, op: nameless(clash.op), current: '' }),
  eventsOf: (save, applied) => savedEvents(save, { sections: applied.map(subjectOfLetterOp), reasons: [] }),
  kept: savedLetterChanges,
};

/** Makes it a letter of another kind, as long as it has no number: what both ask for stays. */
export async function changeLetterKind(
  { id, version, kind }: { id: string; version: number; kind: LetterKind },
  actor: Actor,
): Promise<void> {
  await inTransaction(async (tx) => {
    const document = await lockLetter(tx, id, version, actor);
    const row = await tx.requestLetter.findUniqueOrThrow({
      where: { documentId: id },
      select: { number: true, requestId: true, request: { select: { year: true, number: true } } },
    });
    if (row.number !== null) throw new Refusal([{ code: 'letter_numbered', number: row.number }]);
    const { draft, office } = letterStateOf(document);
    if (draft.kind === kind) return;
    const kept = Object.fromEntries(
      letterFields(kind, draft.facts).flatMap(({ name }) => (draft.facts[name] ? [[name, draft.facts[name]]] : [])),
    );
    const facts = { ...(await suggestionsFor(tx, row.requestId, kind)), ...kept };
    await tx.requestLetter.update({ where: { documentId: id }, data: { kind }, select: { documentId: true } });
    const title = letterDocumentTitle(kind, row.request);
    await write(tx, document, { draft: { ...draft, kind, facts }, office }, actor, title);
  });
}

async function lockLetter(tx: Tx, id: string, version: number, actor: Actor): Promise<LockedDocument> {
  const document = await lockDraft(tx, 'reply', id, actor);
  if (document.status !== 'draft') throw new Refusal([{ code: 'move_not_open', status: document.status }]);
  if (document.version !== version) throw new Refusal([await staleCopy(tx, id)]);
  return document;
}

/** Writes a draft that was changed as a whole, and what was changed of it. */
async function write(
  tx: Tx,
  { id: documentId, organisationId, version: before }: LockedDocument,
  { draft, office }: LetterState,
  actor: Actor,
  title: string,
): Promise<void> {
  const [version, saveId, applied] = [before + 1, randomUUID(), ['kind']];
  await tx.document.update({
    where: { id: documentId, version: before },
    data: { title, draft, office, version },
    select: { id: true },
  });
  await tx.draftChange.create({
    data: { organisationId, documentId, saveId, userId: actor.id, version, changes: { applied }, at: now() },
    select: { id: true },
  });
  await record(tx, actor, documentId, { kind: 'draft_saved', saveId, version, cells: [], sections: applied });
}
