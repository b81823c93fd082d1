import 'server-only';
import type { Actor } from '@/lib/domain/access';
import { db } from '@/lib/server/db';
import { type DocumentFacts, deskFacts } from '@/lib/server/documents/document-facts';

/** A document that waits for a leader, or was decided on: something of it is frozen. */
export type FrozenDocument = DocumentFacts & { revision: NonNullable<DocumentFacts['revision']> };

export const isFrozen = (document: DocumentFacts | null): document is FrozenDocument =>
  document !== null && document.revision !== null;

/** What the pages of review and sign-off say of every document alike, whatever its kind. */
export async function frozenFacts(document: FrozenDocument, actor: Actor) {
  const { publications, revision } = document;
  const facts = await deskFacts(document, actor);
  const ofRevision = facts.decisions.filter((decision) => decision.revision === revision.number);
  return {
    ...facts,
    revision: { number: revision.number, sha256: revision.sha256, frozenAt: revision.frozenAt },
    submitted: ofRevision.findLast(({ kind }) => kind === 'submit') ?? null,
    approved: ofRevision.findLast(({ kind }) => kind === 'approve') ?? null,
    /** The number that the publication will bear; from 2 on it is a correction. */
    nextNumber: (publications.at(-1)?.number ?? 0) + 1,
  };
}

/** The frozen content that a leader last decided on, who that was and how they decided; null when none has yet. */
export async function lastDecided({ decisions }: DocumentFacts) {
  const last = decisions.findLast(({ stage, revision }) => stage !== null && stage !== 'drafting' && revision !== null);
  if (!last?.revision) return null;
  const { id, number } = last.revision;
  const { content } = await db.revision.findUniqueOrThrow({ where: { id }, select: { content: true } });
  return { id, content, by: { revision: number, by: last.actorName, kind: last.kind, at: last.at } };
}
