import 'server-only';
import type { Actor } from '@/lib/domain/access';
import { can } from '@/lib/domain/access';
import { guideChanges } from '@/lib/domain/guide/changes';
import { checkGuide } from '@/lib/domain/guide/check';
import { guideOf, parseGuide } from '@/lib/domain/guide/guide-of';
import { guideRevisionOffice } from '@/lib/domain/guide/revision-office';
import { db } from '@/lib/server/db';
import {
  type DocumentFacts,
  deskFacts,
  documentFacts,
  documentsFacts,
  remarksOf,
} from '@/lib/server/documents/document-facts';
import { draftNews } from '@/lib/server/documents/draft-news';
import { frozenFacts, isFrozen, lastDecided } from '@/lib/server/documents/frozen-facts';
import { guideContext, guideStateOf } from '@/lib/server/guide/disclosure-guide';

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
  const [context, facts] = await Promise.all([guideContext(db, document.organisationId), deskFacts(document, actor)]);
  return {
    ...facts,
    document: factsOf(document),
    state,
    /** With what the same rules run while it is being typed. */
    ...context,
    guide: guideOf(context.organisation, state.draft),
    /** What lies with the leaders or is public; null while it is being drafted. */
    frozen: revision && { number: revision.number, sha256: revision.sha256, guide: parseGuide(revision.content) },
    remarks: remarksOf(document),
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
  if (!isFrozen(document)) return null;
  const { revision } = document;
  const guide = parseGuide(revision.content);
  const [{ beside }, facts, last] = await Promise.all([
    guideContext(db, document.organisationId),
    frozenFacts(document, actor),
    lastDecided(document),
  ]);
  const office = guideRevisionOffice.parse(JSON.parse(revision.office));
  return {
    ...facts,
    document: factsOf(document),
    guide,
    findings: checkGuide({ guide, ...beside }).map((finding) => ({
      ...finding,
      reason: office.reasons[finding.key] ?? null,
    })),
    /** Null when no leader has decided yet. */
    since: last && { ...last.by, changes: guideChanges(parseGuide(last.content), guide) },
    remarks: office.answers,
    secrecy: office.secrecy,
    publishOn: office.publishOn,
  };
}
export type GuideReview = NonNullable<Awaited<ReturnType<typeof guideReviewOf>>>;

function factsOf({ id, title, status, version, path, statusSince, field }: DocumentFacts) {
  return { id, title, status, version, path, statusSince, field: field.name };
}
