import 'server-only';
import { type Actor, can, denial } from '@/lib/domain/access';
import { auditEvent } from '@/lib/domain/audit';
import { parseGuide } from '@/lib/domain/guide/guide-of';
import { parseItem } from '@/lib/domain/items/item-of';
import { today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { type DocumentFacts, decisionsOf, documentFacts, permissions } from '@/lib/server/documents/document-facts';
import { savedChanges } from '@/lib/server/documents/draft-changes';
import type { Prisma } from '@/lib/server/generated/client';
import { savedGuideChanges } from '@/lib/server/guide/save-guide';
import { factsOf } from '@/lib/server/items/items';
import { savedItemChanges } from '@/lib/server/items/save-item';
import { Refusal } from '@/lib/server/refusal';
import { formatOf, parseReport } from '@/lib/server/reports/annual-report';
import { auditVerify } from '@/lib/server/verify/audit-verify';

const atOnce = 100;

/** The trail of the organisation, newest line first, a hundred at a time. */
export async function trail({ before }: { before?: number }, actor: Actor) {
  const reason = denial(actor, 'read_trail');
  if (reason) throw new Refusal([{ code: 'not_allowed', denial: reason }]);
  const { organisationId } = actor;
  const lines = await linesOf(
    { organisationId, ...(before !== undefined && { sequence: { lt: before } }) },
    atOnce + 1,
  );
  const shown = lines.slice(0, atOnce);
  return {
    today: today(),
    lines: shown,
    next: lines.length > atOnce ? (shown.at(-1)?.sequence ?? null) : null,
    verified: await auditVerify(organisationId),
  };
}
export type TrailLine = Awaited<ReturnType<typeof linesOf>>[number];

/** Everything that was ever done to one report: decisions, revisions, saves, and its lines of the trail. */
export async function historyOf(id: string, actor: Actor) {
  const document = await documentFacts(id, actor, 'annual_report');
  if (!document) return null;
  const { annualReport } = document;
  const { document: facts, ...history } = await common(document, actor);
  return {
    document: { ...facts, year: annualReport?.year ?? null },
    format: await formatOf(db, id),
    ...history,
    revisions: (await revisionsOf(id)).map(({ content, ...revision }) => ({
      ...revision,
      report: parseReport(content),
    })),
    saves: (await savesOf(id)).map(({ changes, ...save }) => ({
      ...save,
      changes: savedChanges.parse(changes).applied,
    })),
  };
}
export type History = NonNullable<Awaited<ReturnType<typeof historyOf>>>;

/** The same of one disclosure item. */
export async function itemHistoryOf(id: string, actor: Actor) {
  const document = await documentFacts(id, actor, 'item');
  if (!document) return null;
  const { document: facts, ...history } = await common(document, actor);
  return {
    document: { ...facts, ...factsOf(document) },
    ...history,
    revisions: (await revisionsOf(id)).map(({ content, ...revision }) => ({ ...revision, item: parseItem(content) })),
    saves: (await savesOf(id)).map(({ changes, ...save }) => {
      return { ...save, changes: savedItemChanges.parse(changes).applied };
    }),
  };
}
export type ItemHistory = NonNullable<Awaited<ReturnType<typeof itemHistoryOf>>>;

/** The same of the guide. */
export async function guideHistoryOf(id: string, actor: Actor) {
  const document = await documentFacts(id, actor, 'guide');
  if (!document) return null;
  return {
    ...(await common(document, actor)),
    revisions: (await revisionsOf(id)).map(({ content, ...revision }) => ({ ...revision, guide: parseGuide(content) })),
    saves: (await savesOf(id)).map(({ changes, ...save }) => {
      return { ...save, changes: savedGuideChanges.parse(changes).applied };
    }),
  };
}

/** The same of a letter. What its saves say stands in the letter alone. */
export async function letterHistoryOf(id: string, actor: Actor) {
  const document = await documentFacts(id, actor, 'reply');
  if (!document) return null;
  const revisions = await revisionsOf(id);
  return {
    ...(await common(document, actor)),
    revisions: revisions.map(({ content: _, ...revision }) => revision),
  };
}

/** What pages tell of the history of a document, of whatever kind. */
export type DocumentHistory = Omit<ItemHistory, 'document' | 'revisions' | 'saves'> & {
  document: Pick<History['document'], 'id' | 'title' | 'status'>;
  revisions: readonly Omit<History['revisions'][number], 'report'>[];
};

async function common(document: DocumentFacts, actor: Actor) {
  const { id, title, status, version, path, statusSince, drafter, organisationId } = document;
  return {
    document: { id, title, status, version, path, statusSince },
    drafter,
    today: today(),
    decisions: decisionsOf(document),
    remarks: document.decisions.flatMap(({ remarks, actorName: by, at, id: decisionId }) =>
      remarks.map((remark) => ({ ...remark, decisionId, by, at })),
    ),
    publications: document.publications,
    lines: (await linesOf({ organisationId, documentId: id }, 1_000)).toReversed(),
    verified: await auditVerify(organisationId, id),
    ...permissions(actor, document),
    mayReadTrail: can(actor, 'read_trail'),
  };
}

async function linesOf(where: Prisma.AuditEventWhereInput, take: number) {
  const rows = await db.auditEvent.findMany({ where, orderBy: { sequence: 'desc' }, take });
  const people = await db.user.findMany({
    where: { id: { in: [...new Set(rows.flatMap(({ actorId }) => actorId ?? []))] } },
    select: { id: true, name: true, post: true },
  });
  const documents = await db.document.findMany({
    where: { id: { in: [...new Set(rows.flatMap(({ documentId }) => documentId ?? []))] } },
    select: { id: true, title: true, annualReport: { select: { formatId: true } } },
  });
  return rows.map(({ sequence, at, event, hash, previousHash, actorId, documentId }) => ({
    ...{ sequence, at, hash, previousHash },
    /** Null where the line can no longer be read: then it is broken, and the check says so. */
    event: readEvent(event),
    /** Null where the process itself acted. */
    actor: people.find((person) => person.id === actorId) ?? null,
    document: documents.find(({ id }) => id === documentId) ?? null,
  }));
}

function readEvent(event: string) {
  try {
    return auditEvent.safeParse(JSON.parse(event)).data ?? null;
  } catch {
    return null;
  }
}

async function revisionsOf(documentId: string) {
  const rows = await db.revision.findMany({
    where: { documentId },
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      sha256: true,
      officeSha256: true,
      frozenAt: true,
      content: true,
      drafter: { select: { name: true } },
    },
  });
  return rows.map(({ drafter, ...revision }) => ({ ...revision, drafter: drafter.name }));
}

async function savesOf(documentId: string) {
  const rows = await db.draftChange.findMany({
    where: { documentId },
    orderBy: { version: 'desc' },
    take: 500,
    select: { version: true, at: true, changes: true, user: { select: { name: true } } },
  });
  return rows.map(({ user, ...save }) => ({ ...save, by: user.name }));
}
