import 'server-only';
import { canonicalJson } from '@/lib/domain/canonical';
import { sha256 } from '@/lib/domain/hash';
import { type Unsettled, unsettled } from '@/lib/domain/report/settled';
import { moves } from '@/lib/domain/workflow/moves';
import { frozenOffice } from '@/lib/domain/workflow/revision-office';
import { signatory, theProcess } from '@/lib/domain/workflow/signatory';
import { withdrawalNotice } from '@/lib/domain/workflow/withdrawal-notice';
import { dayOf, now } from '@/lib/server/clock';
import type { Tx } from '@/lib/server/db';
import { kindOf } from '@/lib/server/documents/document-kinds';
import { announcedOf, proofRead } from '@/lib/server/documents/proof-read';
import { withdrawPublicEntry, writePublicEntry } from '@/lib/server/documents/public-entry';
import type { Decision, Document, Prisma, Revision } from '@/lib/server/generated/client';
import { holdTrail, record } from '@/lib/server/record';

/** Whether the day that the draft named has come; without one, at once. */
export function isDue({ office }: Revision, at: Date): boolean {
  const { publishOn } = officeOf(office);
  return publishOn === null || publishOn <= dayOf(at);
}

/** Whether a signed content is for the public at all; the rest stays signed. */
export const isForPublic = ({ kind }: Document, { content }: Revision) => kindOf(kind).becomesPublic(content);

/** The last look before anything becomes public: what the rules of this moment say of the frozen content. */
export async function unsettledOf(tx: Tx, document: Document, revision: Revision): Promise<Unsettled> {
  const findings = await kindOf(document.kind).check(tx, document, revision.content);
  return unsettled(findings, officeOf(revision.office).reasons);
}

/** Whether a revision still is what was frozen. */
export const isIntact = (revision: Revision) =>
  sha256(revision.content) === revision.sha256 && sha256(revision.office) === revision.officeSha256;

/**
 * Makes a signed revision public: decision, publication, state and trail together. Refuses, before anything is written,
 * where a file that citizens would get says something else than what was signed.
 */
export async function publish(tx: Tx, document: Document, revision: Revision) {
  const { organisationId, id: documentId } = document;
  const at = now();
  const kind = kindOf(document.kind);
  const before = await shownOf(tx, documentId);
  const announced = await announcedOf(tx, document, revision, at);
  const { number, note } = announced;
  const files = await proofRead(tx, document, revision, announced);
  await holdTrail(tx, organisationId);
  await tx.document.update({
    where: { id: documentId, status: { in: [...moves.publish.from] } },
    data: { status: moves.publish.to, statusSince: at, version: { increment: 1 } },
  });
  const decision = await tx.decision.create({
    data: {
      ...{ organisationId, documentId, kind: 'publish' as const, stage: null, at },
      ...{ actorId: null, actorName: theProcess.name, actorPost: theProcess.post },
      ...{ revisionId: revision.id, sha256: revision.sha256 },
    },
  });
  await kind.announce(tx, document, revision.content, at);
  const facts = await kind.factsOf(tx, document, revision.content);
  const published = await enter(tx, document, facts.title, {
    ...{ number, act: number === 1 ? 'publish' : 'correct', decisionId: decision.id, revisionId: revision.id },
    ...{ snapshot: revision.content, note, files, publishedAt: at },
  });
  await writePublicEntry(tx, document, published, facts);
  await kind.settle(tx, document, before?.snapshot ?? null, revision.content);
}

/** Puts the public notice of a withdrawal in the place of what was public. */
export async function publishNotice(tx: Tx, document: Document, decision: Decision) {
  const shown = await shownOf(tx, document.id);
  if (!shown) throw new Error(`document ${document.id} has nothing to withdraw`);
  const { words: reason, at } = decision;
  const notice = withdrawalNotice.parse({
    title: shown.title, // not the draft's: a correction may be under way
    withdraws: shown.number,
    day: dayOf(at),
    reason,
    signedBy: signatory,
  });
  const published = await enter(tx, document, shown.title, {
    ...{ number: shown.number + 1, act: 'withdraw', decisionId: decision.id, revisionId: null },
    ...{ snapshot: canonicalJson(notice), note: reason, publishedAt: at },
  });
  await withdrawPublicEntry(tx, document.id, published);
  await kindOf(document.kind).settle(tx, document, shown.snapshot, null);
}

/** The edition that citizens read now. */
async function shownOf(tx: Tx, documentId: string) {
  const last = await tx.publication.findFirst({
    where: { documentId },
    orderBy: { number: 'desc' },
    select: { number: true, act: true, title: true, snapshot: true },
  });
  return last && last.act !== 'withdraw' ? last : null;
}

type Edition = Pick<
  Prisma.PublicationUncheckedCreateInput,
  'number' | 'act' | 'decisionId' | 'revisionId' | 'snapshot' | 'note' | 'files'
> & { publishedAt: Date };

async function enter(tx: Tx, document: Document, title: string, edition: Edition) {
  const { organisationId, id: documentId, kind, path } = document;
  const digest = sha256(edition.snapshot);
  const published = await tx.publication.create({
    data: { organisationId, documentId, kind, path, title, sha256: digest, signedBy: signatory, ...edition },
    select: { id: true, number: true, publishedAt: true },
  });
  await record(tx, { id: null, organisationId }, documentId, {
    kind: 'document_published',
    path,
    number: edition.number,
    act: edition.act,
    sha256: digest,
  });
  return published;
}

const officeOf = (office: string) => frozenOffice.parse(JSON.parse(office));
