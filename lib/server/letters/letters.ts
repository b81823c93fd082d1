import 'server-only';
import { type Actor, can } from '@/lib/domain/access';
import type { RequestEvent } from '@/lib/domain/requests/events';
import type { LetterContent } from '@/lib/domain/requests/letter-content';
import { letterRevisionOffice } from '@/lib/domain/requests/letter-revision-office';
import { letterRules } from '@/lib/domain/requests/letter-rules';
import { type LetterKind, letterKinds } from '@/lib/domain/requests/letters';
import { openEvents } from '@/lib/domain/requests/open-events';
import { stateOf } from '@/lib/domain/requests/replay';
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
import { dayOfDate } from '@/lib/server/items/item-columns';
import { checkedLetter, letterStateOf, parseLetter } from '@/lib/server/letters/request-letter';
import { eventsOf, groundOf } from '@/lib/server/requests/request-events';

/** All that the desk of one letter shows; null where the actor may not see it or there is none. */
export async function letterDesk(id: string, actor: Actor) {
  const document = await documentFacts(id, actor, 'reply');
  if (!document) return null;
  const { revision } = document;
  const [{ findings, circumstances, usual, content, beside, facts: known }, facts, asked] = await Promise.all([
    checkedLetter(db, document),
    deskFacts(document, actor),
    askedIn(document),
  ]);
  const frozen = revision && parseLetter(revision.content);
  const maySeeWho = can(actor, 'view_applicants');
  return {
    ...facts,
    document: factsOf(document),
    request: { ...requestOf(document), ...(maySeeWho && asked) },
    state: letterStateOf(document),
    findings,
    known,
    /** With what the same letter is composed and judged while it is being typed. */
    circumstances,
    usual,
    beside,
    /** The letter as it lies with the leaders or was signed, else as its draft makes it; null while a fact is missing. */
    content: shown(frozen ?? content, maySeeWho),
    frozen: revision && { number: revision.number, sha256: revision.sha256 },
    /** Who supervises sees no names, and gets no files. */
    maySeeWho,
    delivery: deliveryOf(document, frozen, beside.events),
    remarks: remarksOf(document),
  };
}
export type LetterDesk = NonNullable<Awaited<ReturnType<typeof letterDesk>>>;

/**
 * Whether the draft has moved on since a version, and if so the whole of it and who saved last; for whoever may see who
 * asked, since the whole of it names them.
 */
export async function letterSince(id: string, version: number, actor: Actor) {
  const document = can(actor, 'view_applicants') ? await documentFacts(id, actor, 'reply') : null;
  return document && draftNews(document, version, letterStateOf);
}

/** What leaders see of the frozen letter; null where nothing is frozen. */
export async function letterReviewOf(id: string, actor: Actor) {
  const document = await documentFacts(id, actor, 'reply');
  if (!isFrozen(document)) return null;
  const { revision } = document;
  const content = parseLetter(revision.content);
  const office = letterRevisionOffice.parse(JSON.parse(revision.office));
  const [facts, last] = await Promise.all([frozenFacts(document, actor), lastDecided(document)]);
  const maySeeWho = can(actor, 'view_applicants');
  return {
    ...facts,
    document: factsOf(document),
    request: requestOf(document),
    content: shown(content, maySeeWho) ?? content,
    row: letterRules[content.letter.kind].row,
    /** The letter that a leader decided on last, and who; null when none has yet. */
    before: last && last.id !== revision.id ? { ...last.by, content: parseLetter(last.content) } : null,
    remarks: office.answers,
    secrecy: office.secrecy,
    restates: office.restates,
    maySeeWho,
  };
}
export type LetterReview = NonNullable<Awaited<ReturnType<typeof letterReviewOf>>>;

/** The letters of a request, the oldest first; for its desk. */
export async function lettersOfRequest(requestId: string, actor: Actor) {
  const documents = await documentsFacts(actor, { kind: 'reply', letter: { requestId } });
  return documents.toReversed().map((document) => ({ ...factsOf(document), drafter: document.drafter.name }));
}

/** The request that a new letter answers, and why a letter of a kind cannot be sent today; null where there is none. */
export async function letterChoices(requestId: string, actor: Actor) {
  if (!can(actor, 'view_requests')) return null;
  const request = await db.disclosureRequest.findFirst({
    where: { id: requestId, organisationId: actor.organisationId },
    select: { id: true, year: true, number: true, asked: true },
  });
  if (!request) return null;
  const [events, ground] = [await eventsOf(db, requestId), await groundOf(db, actor.organisationId)];
  const openings = openEvents(events, ground);
  const obstacles = letterKinds.map((kind): [LetterKind, ReturnType<typeof openEvents>[number]['issues']] => {
    const { event } = letterRules[kind];
    return [kind, openings.find((opening) => opening.kind === event)?.issues ?? []];
  });
  return {
    request: { ...request, asked: can(actor, 'view_applicants') ? request.asked : '' },
    obstacles: new Map(obstacles),
    drafts: (await lettersOfRequest(requestId, actor)).filter(({ status }) => status !== 'signed'),
  };
}

/** What every page of a letter says of it. */
function factsOf(document: DocumentFacts) {
  const { id, title, status, version, path, statusSince, letter, field } = document;
  if (!letter) throw new Error(`document ${id} is no letter`);
  const kind = letterKinds.find((each) => each === letter.kind);
  if (!kind) throw new Error(`no letter ${letter.kind}`);
  const { number, signedOn, eventKey } = letter;
  return {
    ...{ id, title, status, version, path, statusSince, kind, number, eventKey, field: field.name },
    signedOn: dayOfDate(signedOn),
  };
}

function requestOf({ letter, id }: DocumentFacts) {
  if (!letter) throw new Error(`document ${id} is no letter`);
  const { id: requestId, year, number } = letter.request;
  return { id: requestId, year, number };
}

async function askedIn({ letter }: DocumentFacts) {
  return db.disclosureRequest.findUniqueOrThrow({
    where: { id: letter?.request.id ?? '' },
    select: { applicantName: true, asked: true, delivery: true },
  });
}

const masked = '※※';

/** The letter as this person may see it: without the name of who gets it where they may not see names. */
const shown = (content: LetterContent | null, maySeeWho: boolean): LetterContent | null =>
  content && !maySeeWho ? { ...content, addressee: masked, letter: { ...content.letter, addressee: masked } } : content;

/** What can be recorded of the delivery of a signed letter, and what was. */
function deliveryOf({ letter, status }: DocumentFacts, content: LetterContent | null, events: readonly RequestEvent[]) {
  const key = letter?.eventKey;
  if (status !== 'signed' || !content || !key) return null;
  const { event } = letterRules[content.letter.kind];
  const state = stateOf(events);
  if (event === 'third_party_consulted' || event === 'other_body_consulted') {
    const consultation = state.consultations.find(({ id }) => id === key);
    return consultation ? { of: 'consultation' as const, deliveredOn: consultation.deliveredOn } : null;
  }
  const outcome = state.outcomes.find(({ id }) => id === key);
  return outcome ? { of: 'outcome' as const, deliveredOn: outcome.deliveredOn } : null;
}
