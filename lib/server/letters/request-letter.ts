import 'server-only';
import { type Circumstances, letterContentOf, letterDocumentTitle } from '@/lib/documents/letter-paper';
import { proofOfLetter } from '@/lib/documents/letter-proof';
import { canonicalJson } from '@/lib/domain/canonical';
import { organisationSettings } from '@/lib/domain/organisation';
import type { RequestEvent } from '@/lib/domain/requests/events';
import { type Beside, letterFindings, readLetter } from '@/lib/domain/requests/letter-check';
import { letterContent } from '@/lib/domain/requests/letter-content';
import { type LetterDraft, type LetterState, letterDraft, letterOffice } from '@/lib/domain/requests/letter-draft';
import { yearOfLetter } from '@/lib/domain/requests/letter-known';
import { mannerOf, noOwnWords } from '@/lib/domain/requests/letter-manner';
import { letterNumber } from '@/lib/domain/requests/letter-number';
import { letterRevisionOffice } from '@/lib/domain/requests/letter-revision-office';
import { eventOfLetter, isDisclosing, letterRules } from '@/lib/domain/requests/letter-rules';
import { today } from '@/lib/server/clock';
import { nextOf } from '@/lib/server/counters';
import type { Tx } from '@/lib/server/db';
import type { DocumentKind } from '@/lib/server/documents/document-kinds';
import { paperFonts } from '@/lib/server/files/paper-fonts';
import { asDate } from '@/lib/server/items/item-columns';
import { holdTrail } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';
import { movesPublished, publishedYears } from '@/lib/server/reports/restatements';
import { enterEvent } from '@/lib/server/requests/enter-event';
import { eventsOf, groundUnder } from '@/lib/server/requests/request-events';

type Filed = { id: string; organisationId: string; draft: unknown; office: unknown };

/** The letter of a request as a kind of document: signed it goes out to one person and never becomes public. */
export const requestLetter: DocumentKind = {
  declarations: [],
  becomesPublic: () => false,

  /** 文号: of its series and year, without gaps; a letter that is returned keeps it. */
  async enrol(tx, document) {
    const { draft } = letterStateOf(document);
    const row = await tx.requestLetter.findUniqueOrThrow({
      where: { documentId: document.id },
      select: { number: true },
    });
    if (row.number !== null) return;
    const { series } = letterRules[draft.kind];
    const year = yearOfLetter(draft.facts.on, today());
    const { organisation } = await circumstancesOf(tx, document);
    const next = await nextOf(tx, document.organisationId, `letter/${series}/${year}`);
    await tx.requestLetter.update({
      where: { documentId: document.id },
      data: { number: letterNumber(organisation.prefix, series, year, next) },
      select: { documentId: true },
    });
  },

  async prepare(tx, document) {
    const { office } = letterStateOf(document);
    const { content, findings, kind, request } = await checkedLetter(tx, document);
    return {
      content: content ? canonicalJson(content) : '',
      title: letterDocumentTitle(kind, request),
      correctionNote: '',
      findings,
      office,
      disclosesNothing: !isDisclosing(kind),
    };
  },

  async check(tx, document, content) {
    const { beside } = await circumstancesOf(tx, document);
    return letterFindings(parseLetter(content).letter, beside, true);
  },

  placesIn: async () => isLetterPlace,
  correctionNoteOf: () => '',

  async sign(tx, { id, organisationId }, revision, signer) {
    const content = parseLetter(revision.content);
    const misprints = await proofOfLetter(content, paperFonts());
    const [first] = misprints;
    if (first) throw new Refusal([{ code: 'misprinted', ...first, count: misprints.length }]);
    const { requestId } = await tx.requestLetter.findUniqueOrThrow({
      where: { documentId: id },
      select: { requestId: true },
    });
    const { restates } = letterRevisionOffice.parse(JSON.parse(revision.office));
    const event = eventOfLetter(content.letter, id);
    if (event && restates.trim() === '') await refuseMute(tx, { requestId, organisationId }, event);
    if (event) await enterEvent(tx, { id: requestId, organisationId }, event, signer, { documentId: id, restates });
    else await holdTrail(tx, organisationId);
    await tx.requestLetter.update({
      where: { documentId: id },
      data: { signedOn: asDate(today()), eventKey: event?.id ?? null },
      select: { documentId: true },
    });
  },

  // Nothing of a letter is ever published, and what has gone out is not called back: a new letter takes its place.
  factsOf: neverPublic,
  announce: neverPublic,
  settle: neverPublic,
  reopen: neverPublic,
};

/** A report that was published since the submission: its reason is the drafter's to write, and the leaders' to read. */
async function refuseMute(tx: Tx, of: { requestId: string; organisationId: string }, event: RequestEvent) {
  const events = await eventsOf(tx, of.requestId);
  const years = await movesPublished(tx, of.organisationId, events, [...events, event]);
  if (years.length > 0) throw new Refusal([{ code: 'restatement_since', years }]);
}

async function neverPublic(): Promise<never> {
  throw new Refusal([{ code: 'move_not_open', status: 'signed' }]);
}

/** The places of a letter to which a remark can be fixed: the addressee, or a paragraph by its number. */
const isLetterPlace = (place: string) => place === 'addressee' || /^paragraph#\d{1,3}$/.test(place);

export const parseLetter = (content: string) => letterContent.parse(JSON.parse(content));

export const letterStateOf = (document: { draft: unknown; office: unknown }): LetterState => ({
  draft: letterDraft.parse(document.draft),
  office: letterOffice.parse(document.office),
});

/** All that a letter is composed from and judged by, beside its draft. */
export async function circumstancesOf(tx: Tx, { id, organisationId }: Pick<Filed, 'id' | 'organisationId'>) {
  const { number, requestId, request } = await tx.requestLetter.findUniqueOrThrow({
    where: { documentId: id },
    select: { number: true, requestId: true, request: { select: { year: true, number: true } } },
  });
  const { settings, organisation, office } = await letterheadOf(tx, organisationId);
  const beside: Beside = {
    events: await eventsOf(tx, requestId),
    ground: groundUnder(settings),
    reconsiderationOrgan: office.reconsiderationOrgan,
    publishedYears: await publishedYears(tx, organisationId),
  };
  return {
    ...{ number: number ?? '', requestId, request, beside, organisation, office },
    wording: settings.letters.wording,
  };
}

/** Whose letters they are: names, address, who decides on reconsideration. For a township the government above it. */
export async function letterheadOf(tx: Tx, organisationId: string) {
  const row = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { name: true, shortName: true, officeName: true, settings: true, parent: { select: { name: true } } },
  });
  const settings = organisationSettings.parse(row.settings);
  const { letters, contact } = settings;
  const { name, shortName, officeName, parent } = row;
  return {
    settings,
    organisation: { name, shortName, prefix: letters.prefix || shortName },
    office: {
      ...{ name, officeName, address: contact.address, phone: contact.phone, court: letters.court },
      reconsiderationOrgan: letters.reconsiderationOrgan || (parent?.name ?? ''),
    },
  };
}

type Known = Awaited<ReturnType<typeof circumstancesOf>>;

/** In which words the letter is composed: its own, else the office's, else the usual ones. */
export function circumstancesFor(draft: LetterDraft, known: Known): Circumstances {
  const { organisation, office, request, number, wording } = known;
  const { name, shortName } = organisation;
  return {
    ...{ organisation: { name, shortName }, office, request, number },
    manner: mannerOf(draft.manner, wording[draft.kind] ?? noOwnWords),
  };
}

/** The letter that a draft makes, with what stands in its way. No content while a fact is missing. */
export async function checkedLetter(tx: Tx, document: Filed) {
  const state = letterStateOf(document);
  const { draft } = state;
  const known = await circumstancesOf(tx, document);
  const { letter, findings, known: facts } = readLetter(state, known.beside);
  const circumstances = circumstancesFor(draft, known);
  return {
    ...{ kind: draft.kind, request: known.request, requestId: known.requestId, findings, facts, circumstances },
    ...{ beside: known.beside, usual: known.wording[draft.kind] ?? noOwnWords },
    content: letter && letterContentOf(letter, circumstances),
  };
}
