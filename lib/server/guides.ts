import 'server-only';
import type { Actor } from '@/lib/domain/access';
import { can } from '@/lib/domain/access';
import { guideChanges } from '@/lib/domain/guide/changes';
import { checkGuide } from '@/lib/domain/guide/check';
import { guideOf, parseGuide } from '@/lib/domain/guide/guide-of';
import { guideRevisionOffice } from '@/lib/domain/guide/revision-office';
import { today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { guideContext, guideStateOf } from '@/lib/server/disclosure-guide';
import {
  type DocumentFacts,
  decisionsOf,
  documentFacts,
  documentsFacts,
  leadersOf,
  permissions,
  remarksOf,
} from '@/lib/server/document-facts';
import { draftNews } from '@/lib/server/draft-news';

/** The guide of the actor's organisation, if it was begun, and whether the actor may begin it. */
export async function guideOfOffice(actor: Actor) {
  const [document] = await documentsFacts(actor, { kind: 'guide' });
  return { id: document?.id ?? null, mayBegin: can(actor, 'create') };
}

/** All that the desk of a guide shows: the draft, what the rules say of it, and what may be done. */
export async function guideDesk(id: string, actor: Actor) {
  const document = await documentFacts(id, actor, 'guide');
  if (!document) return null;
  const { revision } = document;
  const state = guideStateOf(document);
  const [context, leaders] = await Promise.all([
    guideContext(db, document.organisationId),
    leadersOf(document.organisationId),
  ]);
  return {
    document: factsOf(document),
    state,
    /** With what the same rules run while it is being typed. */
    ...context,
    guide: guideOf(context.organisation, state.draft),
    /** What lies with the leaders or is public; null while it is being drafted. */
    frozen: revision && { number: revision.number, sha256: revision.sha256, guide: parseGuide(revision.content) },
    remarks: remarksOf(document),
    decisions: decisionsOf(document),
    publications: document.publications,
    ...permissions(actor, document),
    ...leaders(document),
    drafter: document.drafter,
    today: today(),
  };
}
export type GuideDesk = NonNullable<Awaited<ReturnType<typeof guideDesk>>>;

/** Whether the draft has moved on since a version, and if so the whole of it and who saved last. */
export async function guideSince(id: string, version: number, actor: Actor) {
  const document = await documentFacts(id, actor, 'guide');
  return document && draftNews(document, version, guideStateOf);
}

/** What leaders see of the frozen content of a guide; null where nothing is frozen. */
export async function guideReviewOf(id: string, actor: Actor) {
  const document = await documentFacts(id, actor, 'guide');
  if (!document?.revision) return null;
  const { revision, drafter } = document;
  const guide = parseGuide(revision.content);
  const [{ beside }, leaders, since] = await Promise.all([
    guideContext(db, document.organisationId),
    leadersOf(document.organisationId),
    sinceLastDecision(document, revision.content),
  ]);
  const office = guideRevisionOffice.parse(JSON.parse(revision.office));
  const decisions = decisionsOf(document);
  const ofRevision = decisions.filter((decision) => decision.revision === revision.number);
  return {
    document: factsOf(document),
    drafter,
    decisions,
    revision: { number: revision.number, sha256: revision.sha256, frozenAt: revision.frozenAt },
    guide,
    findings: checkGuide({ guide, ...beside }).map((finding) => ({
      ...finding,
      reason: office.reasons[finding.key] ?? null,
    })),
    /** Null when no leader has decided yet. */
    since,
    remarks: office.answers,
    secrecy: office.secrecy,
    publishOn: office.publishOn,
    submitted: ofRevision.findLast(({ kind }) => kind === 'submit') ?? null,
    approved: ofRevision.findLast(({ kind }) => kind === 'approve') ?? null,
    nextNumber: (document.publications.at(-1)?.number ?? 0) + 1,
    ...permissions(actor, document),
    ...leaders(document),
    today: today(),
  };
}
export type GuideReview = NonNullable<Awaited<ReturnType<typeof guideReviewOf>>>;

function factsOf({ id, title, status, version, path, statusSince, field }: DocumentFacts) {
  return { id, title, status, version, path, statusSince, field: field.name };
}

async function sinceLastDecision(document: DocumentFacts, content: string) {
  const last = document.decisions.findLast(
    ({ stage, revision }) => stage !== null && stage !== 'drafting' && revision !== null,
  );
  if (!last?.revision) return null;
  const { content: before } = await db.revision.findUniqueOrThrow({
    where: { id: last.revision.id },
    select: { content: true },
  });
  const changes = guideChanges(parseGuide(before), parseGuide(content));
  return { revision: last.revision.number, by: last.actorName, kind: last.kind, at: last.at, changes };
}
