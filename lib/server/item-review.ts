import 'server-only';
import type { Actor } from '@/lib/domain/access';
import { itemChanges } from '@/lib/domain/items/changes';
import { parseItem } from '@/lib/domain/items/item-of';
import { itemRevisionOffice } from '@/lib/domain/items/revision-office';
import { today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { checkedItem } from '@/lib/server/disclosure-item';
import { type DocumentFacts, decisionsOf, documentFacts, leadersOf, permissions } from '@/lib/server/document-facts';
import { kindOf } from '@/lib/server/document-kinds';
import { factsOf } from '@/lib/server/items';

/**
 * What leaders see of the frozen content of an item: its findings with the reasons written for them, personal data that
 * stays among them, and what has changed since a leader last decided. Null where nothing is frozen.
 */
export async function itemReviewOf(id: string, actor: Actor) {
  const document = await documentFacts(id, actor, 'item');
  if (!document?.revision) return null;
  const { revision, drafter } = document;
  const kind = kindOf('item');
  const item = parseItem(revision.content);
  const [{ findings, hits }, leaders, since] = await Promise.all([
    checkedItem(db, document, item),
    leadersOf(document.organisationId),
    sinceLastDecision(document, revision.content),
  ]);
  const office = itemRevisionOffice.parse(JSON.parse(revision.office));
  const decisions = decisionsOf(document);
  const ofRevision = decisions.filter((decision) => decision.revision === revision.number);
  return {
    document: factsOf(document),
    drafter,
    decisions,
    publications: document.publications,
    revision: { number: revision.number, sha256: revision.sha256, frozenAt: revision.frozenAt },
    item,
    /** Each hit of the personal data finder; its `key` is that of the finding that has the reason. */
    hits,
    becomesPublic: kind.becomesPublic(revision.content),
    findings: findings.map((finding) => ({ ...finding, reason: office.reasons[finding.key] ?? null })),
    /** Null when no leader has decided yet. */
    since,
    remarks: office.answers,
    secrecy: office.secrecy,
    publishOn: office.publishOn,
    submitted: ofRevision.findLast((decision) => decision.kind === 'submit') ?? null,
    approved: ofRevision.findLast((decision) => decision.kind === 'approve') ?? null,
    /** What the section leader is asked to declare. */
    declarations: kind.declarations,
    nextNumber: (document.publications.at(-1)?.number ?? 0) + 1,
    ...permissions(actor, document),
    ...leaders(document),
    today: today(),
  };
}
export type ItemReview = NonNullable<Awaited<ReturnType<typeof itemReviewOf>>>;

async function sinceLastDecision(document: DocumentFacts, content: string) {
  const last = document.decisions.findLast(
    ({ stage, revision }) => stage !== null && stage !== 'drafting' && revision !== null,
  );
  if (!last?.revision) return null;
  const { content: before } = await db.revision.findUniqueOrThrow({
    where: { id: last.revision.id },
    select: { content: true },
  });
  const changes = itemChanges(parseItem(before), parseItem(content));
  return { revision: last.revision.number, by: last.actorName, kind: last.kind, at: last.at, changes };
}
