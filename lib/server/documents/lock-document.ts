import 'server-only';
import { type Actor, can, type Deed, type Denial, denial, type Subject } from '@/lib/domain/access';
import { id as rowId } from '@/lib/domain/input';
import type { Issue } from '@/lib/domain/issue';
import type { Standing } from '@/lib/domain/workflow/moves';
import type { Tx } from '@/lib/server/db';
import type { Document, Participation, PublicationAct, Revision } from '@/lib/server/generated/client';
import { Refusal } from '@/lib/server/refusal';

export type LockedDocument = Document & {
  participations: Participation[];
  revision: Revision | null;
  publications: { act: PublicationAct }[];
};

/** The document, held by this transaction until it ends. Another organisation's does not exist for the actor. */
export async function lockDocument(tx: Tx, id: string, actor: Actor): Promise<LockedDocument> {
  if (!rowId.safeParse(id).success) throw new Refusal([{ code: 'not_found' }]);
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM document WHERE id = ${id}::uuid AND organisation_id = ${actor.organisationId}::uuid FOR UPDATE`;
  if (held.length === 0) throw new Refusal([{ code: 'not_found' }]);
  // One after the other: a transaction has one connection, and Prisma would ask for all parts at once.
  const document = await tx.document.findUniqueOrThrow({ where: { id } });
  const participations = await tx.participation.findMany({ where: { documentId: id } });
  if (!can(actor, 'view', subjectOf({ ...document, participations }))) refuse('role_missing');
  const { revisionId } = document;
  const revision = revisionId ? await tx.revision.findUniqueOrThrow({ where: { id: revisionId } }) : null;
  const publications = await tx.publication.findMany({
    where: { documentId: id },
    orderBy: { number: 'asc' },
    select: { act: true },
  });
  return { ...document, participations, revision, publications };
}

export function subjectOf(document: {
  organisationId: string;
  fieldId: string;
  status: Subject['status'];
  participations: { userId: string; stage: Subject['parts'][number]['stage'] }[];
}): Subject {
  const { organisationId, fieldId, status, participations } = document;
  return { organisationId, fieldId, status, parts: participations };
}

type Whereabouts = {
  kind?: string;
  status: Subject['status'];
  publications: { act: string }[];
  revision?: { becomesPublic: boolean } | null;
};

/** Where the document stands: an edition is public unless the last act withdrew it. */
export function standingOf({ kind, status, publications, revision }: Whereabouts): Standing {
  const last = publications.at(-1);
  return {
    status,
    isPublic: last !== undefined && last.act !== 'withdraw',
    isKept: status === 'signed' && revision?.becomesPublic === false,
    isFinal: status === 'signed' && kind === 'reply',
  };
}

export function demand(actor: Actor, deed: Deed, document: Parameters<typeof subjectOf>[0]) {
  const reason = denial(actor, deed, subjectOf(document));
  if (reason) refuse(reason);
}

/** Who was first: the last decision on the document, or the last save of its draft. */
export async function staleCopy(tx: Tx, documentId: string): Promise<Issue> {
  const decision = await tx.decision.findFirst({
    where: { documentId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { kind: true, actorName: true, at: true },
  });
  const change = await tx.draftChange.findFirst({
    where: { documentId },
    orderBy: { version: 'desc' },
    select: { at: true, user: { select: { name: true } } },
  });
  const moved = decision && { by: decision.actorName, at: decision.at, move: decision.kind };
  const saved = change && { by: change.user.name, at: change.at, move: 'edit' as const };
  const last = moved && saved && moved.at < saved.at ? saved : (moved ?? saved);
  if (last) return { code: 'stale_copy', ...last, at: last.at.toISOString() };
  // Nobody has touched it: the version was made up.
  const { drafter, createdAt } = await tx.document.findUniqueOrThrow({
    where: { id: documentId },
    select: { createdAt: true, drafter: { select: { name: true } } },
  });
  return { code: 'stale_copy', by: drafter.name, at: createdAt.toISOString(), move: 'edit' };
}

function refuse(reason: Denial): never {
  throw new Refusal([{ code: 'not_allowed', denial: reason }]);
}
