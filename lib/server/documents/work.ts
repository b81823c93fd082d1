import 'server-only';
import type { Actor } from '@/lib/domain/access';
import { unsettled } from '@/lib/domain/report/settled';
import type { MoveName, Stage, Status } from '@/lib/domain/workflow/moves';
import { draftOffice } from '@/lib/domain/workflow/revision-office';
import { today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import {
  type DocumentFacts,
  decisionsOf,
  documentsFacts,
  leadersOf,
  permissions,
  remarkCount,
} from '@/lib/server/documents/document-facts';
import { kindOf } from '@/lib/server/documents/document-kinds';
import type { Prisma } from '@/lib/server/generated/client';
import { type Due, dueOf, dueOfItem } from '@/lib/server/reports/due';
import { settingsOf } from '@/lib/server/reports/reports';

const onward: Partial<Record<Status, MoveName>> = { draft: 'submit', in_review: 'approve', in_sign_off: 'sign_off' };

type Waiting = Parameters<typeof permissions>[1];
type Signed = { status: Status; office: unknown; revision: { becomesPublic: boolean } | null };

/** Whether the next move on a document is the actor's. */
function isMine(actor: Actor, document: Waiting, held: boolean): boolean {
  const next = held ? 'send_back' : onward[document.status];
  return next !== undefined && permissions(actor, document).open.includes(next);
}

/** Signed, and its day has come, but the rules or the hash hold it back: the signer is to return it. */
function isHeld({ status, office, revision }: Signed): boolean {
  const { publishOn } = draftOffice.parse(office);
  return status === 'signed' && revision?.becomesPublic !== false && (publishOn === null || publishOn <= today());
}

// What is signed and stays in the office waits for nobody; the rows of a batch are worked on as a batch, until it is signed.
const underWay = {
  status: { notIn: ['published', 'withdrawn'] },
  NOT: [
    { status: 'signed', revision: { becomesPublic: false } },
    { item: { batch: { decisions: { none: { kind: 'sign_off' } } } } },
  ],
} satisfies Prisma.DocumentWhereInput;

/** What the actor has to do, the most urgent first, and what waits for others. */
export async function workList(actor: Actor) {
  const [documents, settings, leaders] = await Promise.all([
    documentsFacts(actor, underWay),
    settingsOf(actor.organisationId),
    leadersOf(actor.organisationId),
  ]);
  const [mine, others] = [[] as DocumentFacts[], [] as DocumentFacts[]];
  for (const document of documents) (isMine(actor, document, isHeld(document)) ? mine : others).push(document);
  const lineOf = (document: DocumentFacts) => workItem(document, settings, leaders(document));
  return {
    today: today(),
    mine: await withOpenFindings(mine.map(lineOf).toSorted(byUrgency), mine),
    others: await withOpenFindings(others.map(lineOf).toSorted(byUrgency), others),
  };
}
export type WorkItem = Awaited<ReturnType<typeof workList>>['mine'][number];

type Group = { status: Status; fieldId: string; stage: Stage | null; held: boolean; count: number };

/** How many documents wait for the actor: the number beside 待办. Counted in groups that are alike to `isMine`. */
export async function countOfMyWork(actor: Actor): Promise<number> {
  const groups = await db.$queryRaw<Group[]>`
    SELECT status, document.field_id AS "fieldId", stage, count(*)::int AS count,
      status = 'signed' AND coalesce(document.office ->> 'publishOn', '') <= ${today()} AS held
    FROM document LEFT JOIN revision ON revision.id = revision_id
      LEFT JOIN participation ON participation.document_id = document.id AND user_id = ${actor.id}::uuid
    WHERE document.organisation_id = ${actor.organisationId}::uuid
      AND status IN ('draft', 'in_review', 'in_sign_off', 'signed') AND NOT (status = 'signed' AND NOT becomes_public)
      AND NOT EXISTS (
        SELECT FROM disclosure_item item WHERE item.document_id = document.id AND batch_id IS NOT NULL
          AND NOT EXISTS (SELECT FROM batch_decision decided WHERE decided.batch_id = item.batch_id AND kind = 'sign_off')
      )
    GROUP BY status, document.field_id, stage, held`;
  const mine = groups.filter(({ stage, held, ...group }) => {
    const participations = stage ? [{ userId: actor.id, stage }] : [];
    const alike = { ...group, participations, organisationId: actor.organisationId, publications: [], revision: null };
    return isMine(actor, alike, held);
  });
  return mine.reduce((sum, { count }) => sum + count, 0);
}

type Leaders = { reviewers: string[]; signers: string[] };

function workItem(document: DocumentFacts, settings: unknown, { reviewers, signers }: Leaders) {
  const { id, kind, title, status, statusSince, version, drafter, annualReport } = document;
  const dated = document.item ?? document.letter?.request;
  const { publishOn } = draftOffice.parse(document.office);
  return {
    ...{ id, kind, title, status, statusSince, version, publishOn, reviewers, signers },
    year: annualReport?.year ?? null,
    drafter: drafter.name,
    due: annualReport ? dueOf(annualReport.year, settings) : dated ? dueOfItem(dated) : null,
    waitingFor: waitingFor(status, drafter.name, reviewers, signers),
    decisions: decisionsOf(document),
    remarks: remarkCount(document),
    held: isHeld(document),
  };
}

function waitingFor(status: Status, drafter: string, reviewers: string[], signers: string[]): string[] {
  if (status === 'draft') return [drafter];
  if (status === 'in_review') return reviewers;
  return status === 'in_sign_off' ? signers : [];
}

// Every rule on every draft: of a long list, the most urgent.
const lookedThrough = 30;

async function withOpenFindings<Line extends { id: string }>(
  lines: readonly Line[],
  documents: readonly DocumentFacts[],
) {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return Promise.all(
    lines.map(async (line, at) => ({
      ...line,
      open: at < lookedThrough ? await openFindings(byId.get(line.id)) : null,
    })),
  );
}

/** How many findings still stand in the way of a draft. */
async function openFindings(document: DocumentFacts | undefined) {
  if (document?.status !== 'draft') return null;
  const { findings, office } = await kindOf(document.kind).prepare(db, document);
  const { blocks, warnings } = unsettled(findings, office.reasons);
  return { blocks: blocks.length, warnings: warnings.length };
}

type Urgent = { due: Due | null; statusSince: Date };

const byUrgency = (one: Urgent, other: Urgent) =>
  (one.due?.left ?? Number.POSITIVE_INFINITY) - (other.due?.left ?? Number.POSITIVE_INFINITY) ||
  one.statusSince.getTime() - other.statusSince.getTime();
