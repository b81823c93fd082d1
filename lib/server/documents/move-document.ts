import 'server-only';
import type { Actor } from '@/lib/domain/access';
import type { Issue } from '@/lib/domain/issue';
import { unsettledIssues } from '@/lib/domain/report/settled';
import { type MoveName, moves, objections, stageOf } from '@/lib/domain/workflow/moves';
import { type Declaration, missingDeclarations, type SecrecyReview } from '@/lib/domain/workflow/secrecy';
import { refuseInBatch } from '@/lib/server/batches/batch-state';
import { now } from '@/lib/server/clock';
import type { Tx } from '@/lib/server/db';
import { kindOf } from '@/lib/server/documents/document-kinds';
import { freezeRevision } from '@/lib/server/documents/freeze-revision';
import { demand, type LockedDocument, lockDocument, staleCopy, standingOf } from '@/lib/server/documents/lock-document';
import { proofAhead } from '@/lib/server/documents/proof-read';
import { isDue, isForPublic, isIntact, publish, publishNotice, unsettledOf } from '@/lib/server/documents/publish';
import type { Prisma, Revision } from '@/lib/server/generated/client';
import { isConfirmed } from '@/lib/server/people/confirm-password';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';
import { inTransaction } from '@/lib/server/transaction';

/** Who moves: the name and post of this moment go into the decision. */
export type Mover = Actor & { name: string; post: string; confirmedAt: Date | null };

export type MoveRequest = {
  id: string;
  /** The version that the person saw. */
  version: number;
  move: MoveName;
  /** Words of the decision; public for a correction and a withdrawal. */
  note: string;
  /** Where a document is returned: what to mend, at which place. */
  remarks?: readonly { place: string; words: string }[];
  /** Where a document is submitted. */
  secrecy?: SecrecyReview | null;
  /** Where a document of a kind that asks for it is submitted or approved. */
  declarations?: readonly Declaration[];
  /** Where a document is approved or signed off: the content that the person saw. */
  sha256?: string;
};

/** Moves a document on or back. Of several who try at once one wins, and the others are told who. */
export async function moveDocument(request: MoveRequest, mover: Mover) {
  const { id, move, sha256 } = request;
  if (move === 'sign_off' && sha256) {
    await proofAhead(id, 'in_sign_off', { sha256, organisationId: mover.organisationId });
  }
  return inTransaction(async (tx) => {
    const document = await lockDocument(tx, request.id, mover);
    await refuseInBatch(tx, document.id);
    if (document.version !== request.version) throw new Refusal([await staleCopy(tx, document.id)]);
    demand(mover, request.move, document);
    const issues = obstacles(request, document, mover);
    if (issues.length > 0) throw new Refusal(issues);
    await steps[request.move]({ tx, document, request, mover });
  });
}

type Step = { tx: Tx; document: LockedDocument; request: MoveRequest; mover: Mover };

const steps: Record<MoveName, (step: Step) => Promise<unknown>> = {
  async submit(step) {
    const { tx, document, request, mover } = step;
    const { revision, title } = await freezeRevision(tx, document, request.secrecy ?? null, mover);
    await decide(step, revision, { revisionId: revision.id, title });
  },

  take_back: (step) => decide(step, step.document.revision, { revisionId: null }),

  async approve(step) {
    await decide(step, await seenRevision(step));
  },

  async send_back(step) {
    const { tx, document, request } = step;
    await refuseUnknownPlaces(step);
    const decision = await decide(step, document.revision, { revisionId: null });
    const place = { organisationId: document.organisationId, documentId: document.id, decisionId: decision.id };
    await tx.remark.createMany({ data: (request.remarks ?? []).map((remark) => ({ ...place, ...remark })) });
  },

  async sign_off(step) {
    const { tx, document } = step;
    const revision = await seenRevision(step);
    if (!isIntact(revision)) throw new Error(`revision ${revision.id} is not the content that was frozen`);
    const issues = unsettledIssues(await unsettledOf(tx, document, revision));
    if (issues.length > 0) throw new Refusal(issues);
    await kindOf(document.kind).sign?.(tx, document, revision, step.mover);
    await decide(step, revision);
    if (isForPublic(document, revision) && isDue(revision, now())) await publish(tx, document, revision);
  },

  publish() {
    throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]); // publishDue alone does it
  },

  async correct(step) {
    const { tx, document, request } = step;
    const { isKept } = standingOf(document);
    const frozen = isKept ? document.revision : await publishedRevision(tx, document.id);
    if (!frozen) throw new Error(`document ${document.id} was published or kept without a revision`);
    // Of what was never public, the reason stays in the office.
    const note = isKept ? '' : request.note.trim();
    const content = await kindOf(document.kind).reopen(tx, document, frozen, note);
    await decide(step, null, { ...content, revisionId: null });
  },

  async withdraw(step) {
    const decision = await decide(step, step.document.revision);
    await publishNotice(step.tx, step.document, decision);
  },
};

async function publishedRevision(tx: Tx, documentId: string) {
  const { revision } = await tx.publication.findFirstOrThrow({
    where: { documentId, revision: { isNot: null } },
    orderBy: { number: 'desc' },
    select: { revision: true },
  });
  return revision;
}

type Content = Pick<Prisma.DocumentUncheckedUpdateInput, 'revisionId' | 'title' | 'fieldId' | 'draft' | 'office'>;

/** Writes the new state, the decision and the line of the trail. */
async function decide({ tx, document, request, mover }: Step, revision: Revision | null, content: Content = {}) {
  const { organisationId, id: documentId, status: from } = document;
  const { to } = moves[request.move];
  const [at, note] = [now(), request.note.trim()];
  const declared = [...askedFor(request, document)];
  await tx.document.update({
    where: { id: documentId, version: request.version },
    data: { ...content, status: to, statusSince: at, version: { increment: 1 } },
  });
  const decision = await tx.decision.create({
    data: {
      ...{ organisationId, documentId, kind: request.move, stage: stageOf(request.move, from), words: note, at },
      ...{ actorId: mover.id, actorName: mover.name, actorPost: mover.post },
      ...{ revisionId: revision?.id ?? null, sha256: revision?.sha256 ?? null, declarations: declared },
    },
  });
  await record(tx, mover, documentId, {
    kind: 'document_moved',
    move: request.move,
    from,
    to,
    note,
    revision: revision?.number ?? null,
    sha256: revision?.sha256 ?? null,
    officeSha256: revision?.officeSha256 ?? null,
    ...(declared.length > 0 && { declarations: declared }),
  });
  return decision;
}

/** First examined, then made public: whoever submits declares, and whoever approves declares it again. */
const askedFor = ({ move }: MoveRequest, { kind }: LockedDocument): readonly Declaration[] =>
  move === 'submit' || move === 'approve' ? kindOf(kind).declarations : [];

/** The revision that a leader decides on must be the one whose hash they saw. */
async function seenRevision({ tx, document, request }: Step) {
  const { revision } = document;
  if (!revision) throw new Error(`document ${document.id} is ${document.status} without a revision`);
  if (revision.sha256 !== request.sha256) throw new Refusal([await staleCopy(tx, document.id)]);
  return revision;
}

async function refuseUnknownPlaces({ tx, document, request: { remarks = [] } }: Step) {
  const isPlace = await kindOf(document.kind).placesIn(tx, document);
  const unknown = remarks.filter(({ place }) => place !== '' && !isPlace(place));
  if (unknown.length === 0) return;
  throw new Refusal(
    unknown.map(({ place }) => ({ code: 'bad_input', field: `remark/${place}`, problem: 'unknown_choice' })),
  );
}

function obstacles(request: MoveRequest, document: LockedDocument, { confirmedAt }: Mover): Issue[] {
  const words = [request.note, ...(request.remarks ?? []).map((remark) => remark.words)].join('');
  const issues = objections(request.move, standingOf(document), words);
  if (issues.length > 0) return issues;
  const undeclared = missingDeclarations(askedFor(request, document), request.declarations ?? []).length;
  if (undeclared > 0) return [{ code: 'declaration_missing', field: 'declarations', count: undeclared }];
  const remarks = request.remarks?.length ?? 0;
  if (remarks > 0 && request.move !== 'send_back') return [{ code: 'remarks_left', count: remarks }];
  return moves[request.move].confirmed && !isConfirmed({ confirmedAt }, now())
    ? [{ code: 'password_needed', field: 'password' }]
    : [];
}
