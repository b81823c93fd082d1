import 'server-only';
import { type Actor, can, type Denial, denial } from '@/lib/domain/access';
import { id as rowId } from '@/lib/domain/input';
import { isOpen, type MoveName, moveNames } from '@/lib/domain/workflow/moves';
import { today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { standingOf, subjectOf } from '@/lib/server/documents/lock-document';
import type { DocumentKind, Prisma } from '@/lib/server/generated/client';

const facts = {
  participations: { select: { userId: true, stage: true } },
  drafter: { select: { name: true, post: true } },
  field: { select: { name: true } },
  annualReport: { select: { year: true, formatId: true } },
  item: true,
  letter: {
    select: {
      ...{ kind: true, number: true, signedOn: true, eventKey: true },
      request: { select: { id: true, year: true, number: true, dueOn: true, dueProvisional: true } },
    },
  },
  revision: true,
  decisions: {
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      kind: true,
      stage: true,
      actorName: true,
      actorPost: true,
      at: true,
      words: true,
      declarations: true,
      sha256: true,
      revision: { select: { id: true, number: true } },
      remarks: {
        select: { id: true, place: true, words: true, answer: true, answeredAt: true },
        orderBy: { id: 'asc' },
      },
    },
  },
  publications: {
    orderBy: { number: 'asc' },
    select: { number: true, act: true, publishedAt: true, note: true, sha256: true },
  },
} satisfies Prisma.DocumentInclude;

export type DocumentFacts = Prisma.DocumentGetPayload<{ include: typeof facts }>;

/**
 * A document with all that its pages tell of it; null where the actor may not see it, it is another organisation's, or of
 * another kind than the page is for.
 */
export async function documentFacts(id: string, actor: Actor, kind?: DocumentKind): Promise<DocumentFacts | null> {
  if (!rowId.safeParse(id).success) return null;
  const where = { id, organisationId: actor.organisationId, ...(kind && { kind }) };
  const document = await db.document.findFirst({ where, include: facts });
  return document && can(actor, 'view', subjectOf(document)) ? document : null;
}

/** Every document that the actor may see. */
export async function documentsFacts(actor: Actor, where: Prisma.DocumentWhereInput = {}): Promise<DocumentFacts[]> {
  const documents = await db.document.findMany({
    where: { ...where, organisationId: actor.organisationId },
    include: facts,
    orderBy: { createdAt: 'desc' },
  });
  return documents.filter((document) => can(actor, 'view', subjectOf(document)));
}

/** Why the actor may not make a move, by move; null where they may once the status allows it. */
export function permissions(
  actor: Actor,
  document: Parameters<typeof subjectOf>[0] & Parameters<typeof standingOf>[0],
) {
  const subject = subjectOf(document);
  const may = Object.fromEntries(moveNames.map((move) => [move, denial(actor, move, subject)])) as Record<
    MoveName,
    Denial | null
  >;
  const open = moveNames.filter((move) => may[move] === null && isOpen(move, standingOf(document)));
  return { may, open, mayEdit: denial(actor, 'edit', subject) };
}

/** What is said of a decision on any page. */
export const decisionsOf = (document: DocumentFacts) =>
  document.decisions.map(({ revision, remarks, ...decision }) => ({
    ...decision,
    revision: revision?.number ?? null,
    remarks: remarks.length,
  }));

/** The remarks of the last return, unless the document has become public since. */
export function remarksOf(document: DocumentFacts) {
  const last = document.decisions.findLast(({ kind }) => kind === 'send_back' || kind === 'publish');
  return (last?.remarks ?? []).map((remark) => ({ ...remark, by: last?.actorName ?? '', at: last?.at ?? null }));
}

export const remarkCount = (document: DocumentFacts) => {
  const remarks = remarksOf(document);
  return { total: remarks.length, answered: remarks.filter(({ answer }) => answer !== '').length };
};

/** What every desk says of its document alike, whatever its kind. */
export async function deskFacts(document: DocumentFacts, actor: Actor) {
  const leaders = await leadersOf(document.organisationId);
  return {
    drafter: document.drafter,
    decisions: decisionsOf(document),
    publications: document.publications,
    ...permissions(actor, document),
    ...leaders(document),
    today: today(),
  };
}

/** Who may approve the documents of each field, and who may sign: by name. */
export async function leadersOf(organisationId: string) {
  const users = await db.user.findMany({
    where: {
      organisationId,
      disabledAt: null,
      roles: { some: { role: { in: ['section_leader', 'principal_leader'] } } },
    },
    select: { id: true, name: true, roles: { select: { role: true } }, leads: { select: { fieldId: true } } },
    orderBy: { createdAt: 'asc' },
  });
  const holding = (role: string) => users.filter(({ roles }) => roles.some((held) => held.role === role));
  return (document: DocumentFacts) => {
    const names = (people: typeof users, stage: 'review' | 'sign_off') =>
      people
        .filter(({ id }) => document.participations.every((part) => part.userId !== id || part.stage === stage))
        .map(({ name }) => name);
    const reviewers = holding('section_leader').filter(({ leads }) =>
      leads.some(({ fieldId }) => fieldId === document.fieldId),
    );
    return { reviewers: names(reviewers, 'review'), signers: names(holding('principal_leader'), 'sign_off') };
  };
}
