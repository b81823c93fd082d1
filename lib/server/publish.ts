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
import { kindOf } from '@/lib/server/document-kinds';
import type { Decision, Document, Prisma, Revision } from '@/lib/server/generated/client';
import { record } from '@/lib/server/record';

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

/** Makes a signed revision public: decision, publication, state and trail together. */
export async function publish(tx: Tx, document: Document, revision: Revision) {
  const { organisationId, id: documentId } = document;
  const at = now();
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
  const number = await nextNumber(tx, documentId);
  await announce(tx, document, {
    ...{ number, act: number === 1 ? 'publish' : 'correct', decisionId: decision.id, revisionId: revision.id },
    ...{ snapshot: revision.content, note: kindOf(document.kind).correctionNoteOf(revision.content), publishedAt: at },
  });
}

/** Puts the public notice of a withdrawal in the place of what was public. */
export async function publishNotice(tx: Tx, document: Document, decision: Decision) {
  const number = await nextNumber(tx, document.id);
  const { words: reason, at } = decision;
  const notice = withdrawalNotice.parse({
    title: document.title,
    withdraws: number - 1,
    day: dayOf(at),
    reason,
    signedBy: signatory,
  });
  await announce(tx, document, {
    ...{ number, act: 'withdraw', decisionId: decision.id, revisionId: null },
    ...{ snapshot: canonicalJson(notice), note: reason, publishedAt: at },
  });
}

type Edition = Pick<
  Prisma.PublicationUncheckedCreateInput,
  'number' | 'act' | 'decisionId' | 'revisionId' | 'snapshot' | 'note'
> & { publishedAt: Date };

async function announce(tx: Tx, document: Document, edition: Edition) {
  const { organisationId, id: documentId, kind, path, title } = document;
  const digest = sha256(edition.snapshot);
  await tx.publication.create({
    data: { organisationId, documentId, kind, path, title, sha256: digest, signedBy: signatory, ...edition },
  });
  await record(tx, { id: null, organisationId }, documentId, {
    kind: 'document_published',
    path,
    number: edition.number,
    act: edition.act,
    sha256: digest,
  });
}

async function nextNumber(tx: Tx, documentId: string): Promise<number> {
  const { _max } = await tx.publication.aggregate({ where: { documentId }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

const officeOf = (office: string) => frozenOffice.parse(JSON.parse(office));
