import 'server-only';
import { randomUUID } from 'node:crypto';
import { letterDocumentTitle } from '@/lib/documents/letter-paper';
import type { Actor } from '@/lib/domain/access';
import type { LetterDraft } from '@/lib/domain/requests/letter-draft';
import { letterFields } from '@/lib/domain/requests/letter-fields';
import type { LetterKind } from '@/lib/domain/requests/letters';
import { now } from '@/lib/server/clock';
import { suggestionsFor } from '@/lib/server/create-letter';
import type { Tx } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';
import { type LockedDocument, staleCopy } from '@/lib/server/lock-document';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';
import { letterStateOf } from '@/lib/server/request-letter';
import { lockDraft } from '@/lib/server/save-changes';
import { inTransaction } from '@/lib/server/transaction';

export type LetterSave = {
  id: string;
  /** The version that the person had before them. */
  version: number;
  facts: LetterDraft['facts'];
  manner: LetterDraft['manner'];
  restates: string;
};

/** Keeps a letter as it stands in its form, half done or not. Answers the new version. */
export async function saveLetter({ id, version, facts, manner, restates }: LetterSave, actor: Actor): Promise<number> {
  return inTransaction(async (tx) => {
    const document = await lockLetter(tx, id, version, actor);
    const { draft, office } = letterStateOf(document);
    const next = { draft: { ...draft, facts, manner }, office: { ...office, restates } };
    const changed = [
      ...changedNames(draft.facts, facts),
      ...changedNames(draft.manner, manner),
      ...changedNames({ restates: office.restates }, { restates }),
    ];
    return changed.length === 0 ? version : write(tx, document, next, changed, actor);
  });
}

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
    await write(tx, document, { draft: { ...draft, kind, facts }, office }, ['kind'], actor, { title });
  });
}

async function lockLetter(tx: Tx, id: string, version: number, actor: Actor): Promise<LockedDocument> {
  const document = await lockDraft(tx, 'reply', id, actor);
  if (document.status !== 'draft') throw new Refusal([{ code: 'move_not_open', status: document.status }]);
  if (document.version !== version) throw new Refusal([await staleCopy(tx, id)]);
  return document;
}

const changedNames = (before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => (before[name] ?? '') !== (after[name] ?? ''),
  );

/** Writes the draft. Who saved which facts is kept; what they say stands in the letter alone. */
async function write(
  tx: Tx,
  { id: documentId, organisationId, version: before }: LockedDocument,
  state: { draft: LetterDraft; office: object },
  changed: readonly string[],
  actor: Actor,
  columns: Pick<Prisma.DocumentUncheckedUpdateInput, 'title'> = {},
): Promise<number> {
  const version = before + 1;
  await tx.document.update({
    where: { id: documentId, version: before },
    data: { ...columns, draft: state.draft, office: state.office, version },
    select: { id: true },
  });
  const saveId = randomUUID();
  const applied = [...changed];
  await tx.draftChange.create({
    data: { organisationId, documentId, saveId, userId: actor.id, version, changes: { applied }, at: now() },
    select: { id: true },
  });
  await record(tx, actor, documentId, { kind: 'draft_saved', saveId, version, cells: [], sections: applied });
  return version;
}
