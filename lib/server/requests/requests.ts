import 'server-only';
import { type Actor, can } from '@/lib/domain/access';
import { id as rowId } from '@/lib/domain/input';
import type { Issue } from '@/lib/domain/issue';
import { clockOf } from '@/lib/domain/requests/clock';
import { ledgerOf } from '@/lib/domain/requests/ledger';
import { maskedApplicant, maskedApplicantName } from '@/lib/domain/requests/masked-applicant';
import { openEvents } from '@/lib/domain/requests/open-events';
import { stateOf } from '@/lib/domain/requests/replay';

import type { ApplicantData } from '@/lib/domain/requests/request-form';
import { db } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';
import { dayOfDate } from '@/lib/server/items/item-columns';
import { holdTrail, record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';
import { dueOfItem } from '@/lib/server/reports/due';
import { applicantIfKeyed, openApplicant } from '@/lib/server/requests/applicant';
import { type EarlierValues, earlierValues } from '@/lib/server/requests/change-request';
import { handlerOf } from '@/lib/server/requests/create-request';
import { demandNobodyNamed, reasonForTrail } from '@/lib/server/requests/reason-for-trail';
import { eventColumns, eventOfRow, groundOf } from '@/lib/server/requests/request-events';
import { nameOfFile } from '@/lib/server/requests/store-request-file';
import { inTransaction } from '@/lib/server/transaction';

const parts = {
  handler: { select: { id: true, name: true, post: true } },
  events: {
    orderBy: { sequence: 'asc' },
    select: { ...eventColumns, sequence: true, userName: true, documentId: true, restates: true },
  },
  files: {
    orderBy: { addedAt: 'asc' },
    select: { id: true, kind: true, type: true, size: true, addedAt: true, erasedAt: true },
  },
  changes: {
    orderBy: { sequence: 'asc' },
    select: { sequence: true, fields: true, reason: true, restates: true, userName: true, changedAt: true },
  },
  letters: {
    orderBy: { documentId: 'asc' },
    select: {
      ...{ documentId: true, kind: true, number: true, signedOn: true, eventKey: true },
      document: { select: { title: true, status: true } },
    },
  },
} satisfies Prisma.DisclosureRequestInclude;

/**
 * All that the desk of one request shows; null where the actor may not see it or there is none. Who asks is masked, and to
 * whoever supervises not told at all. Letters are told by kind, number and state; files by kind, type and size.
 */
export async function requestDesk(id: string, actor: Actor) {
  if (!can(actor, 'view_requests') || !rowId.safeParse(id).success) return null;
  const { organisationId } = actor;
  const row = await db.disclosureRequest.findFirst({ where: { id, organisationId }, include: parts });
  if (!row) return null;
  const ground = await groundOf(db, organisationId);
  const events = row.events.map(eventOfRow);
  const seesWho = can(actor, 'view_applicants');
  const { data, keyMissing } = seesWho ? applicantIfKeyed(row) : { data: null, keyMissing: false };
  return {
    request: { ...factsOf(row), applicantName: maskedApplicantName(row.applicantName, row.applicantKind) },
    /** Masked; null where it is erased, or not for the actor's eyes. */
    applicant: data && maskedApplicant(data),
    /** It cannot be opened: the ring has lost its key. */
    keyMissing,
    events,
    /** Beside each event, in the same order: who entered it, on which letter it rests, why a published year changed by it. */
    entries: row.events.map(({ sequence, userName, documentId, restates }) => ({
      sequence,
      userName,
      documentId,
      restates,
    })),
    ground,
    state: stateOf(events),
    clock: clockOf(events, ground),
    ledger: ledgerOf(events, ground),
    open: openEvents(events, ground),
    letters: row.letters.map(({ document, signedOn, ...letter }) => ({
      ...letter,
      ...document,
      signedOn: dayOfDate(signedOn),
    })),
    files: row.files,
    /** What was set right of the form: which fields, by whom, why; never what stood there. */
    changes: row.changes,
    may: { handle: can(actor, 'handle_requests'), consent: can(actor, 'consent'), seeWho: seesWho },
    today: ground.today,
  };
}
export type RequestDesk = NonNullable<Awaited<ReturnType<typeof requestDesk>>>;

type Row = Prisma.DisclosureRequestGetPayload<{ include: typeof parts }>;

function factsOf(row: Row) {
  const { id, year, number, version, applicantKind, asked, form, delivery, channel, place, handler } = row;
  return {
    ...{ id, year, number, version, applicantKind, asked, form, delivery, channel, place, handler, stage: row.stage },
    ...{ registeredAt: row.registeredAt, erasedAt: row.erasedAt, dueStep: row.dueStep, resultRow: row.resultRow },
    arrivedOn: dayOfDate(row.arrivedOn),
    receivedOn: dayOfDate(row.receivedOn),
    endedOn: dayOfDate(row.endedOn),
    archivedOn: dayOfDate(row.archivedOn),
    /** The next thing that the office has to do by a day, seen from today. */
    due: dueOfItem(row),
    /** Taken in from a list. */
    past: row.rowSha256 !== null,
  };
}

/** Who asked, unmasked: name, proof, contact, what the files are called, and what was set right of it all. */
export type RevealedApplicant = {
  name: string;
  data: ApplicantData | null;
  files: { id: string; name: string }[];
  /** What stood there before it was set right, earliest first. */
  earlier: { at: Date; values: EarlierValues }[];
};

/** Shows who asked, for a reason, which goes into the trail with the name of whoever looked. */
export async function revealApplicant(
  { id, reason }: { id: string; reason: string },
  actor: Actor,
): Promise<RevealedApplicant> {
  if (!can(actor, 'view_applicants')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
  const words = reasonForTrail(reason);
  if (!rowId.safeParse(id).success) throw new Refusal([notFound]);
  return inTransaction(async (tx) => {
    const row = await tx.disclosureRequest.findFirst({
      where: { id, organisationId: actor.organisationId },
      include: {
        files: { where: { erasedAt: null }, orderBy: { addedAt: 'asc' } },
        changes: { orderBy: { sequence: 'asc' } },
      },
    });
    if (!row) throw new Refusal([notFound]);
    demandNobodyNamed(words, [row.applicantName]);
    const data = openApplicant(row);
    await record(tx, actor, null, {
      ...{ kind: 'applicant_revealed', requestId: id, number: `${row.year}-${row.number}`, reason: words },
    });
    const files = row.files.map((file) => ({ id: file.id, name: nameOfFile(file) }));
    const earlier = row.changes.flatMap((change) => {
      const values = earlierValues(change);
      return values ? [{ at: change.changedAt, values }] : [];
    });
    return { name: row.applicantName, data, files, earlier };
  });
}

/** Hands a request to another person of the office. */
export async function assignRequest({ id, handlerId }: { id: string; handlerId: string }, actor: Actor): Promise<void> {
  if (!can(actor, 'handle_requests')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
  if (!rowId.safeParse(id).success) throw new Refusal([notFound]);
  if (!rowId.safeParse(handlerId).success)
    throw new Refusal([{ code: 'bad_input', field: 'handlerId', problem: 'unknown_choice' }]);
  const { organisationId } = actor;
  await inTransaction(async (tx) => {
    await holdTrail(tx, organisationId);
    const row = await tx.disclosureRequest.findFirst({
      where: { id, organisationId },
      select: { year: true, number: true, handlerId: true },
    });
    if (!row) throw new Refusal([notFound]);
    const to = await handlerOf(tx, handlerId, actor);
    if (to === row.handlerId) return;
    await tx.disclosureRequest.update({ where: { id }, data: { handlerId: to }, select: { id: true } });
    const number = `${row.year}-${row.number}`;
    await record(tx, actor, null, { kind: 'request_assigned', requestId: id, number, userId: to });
  });
}

const notFound: Issue = { code: 'not_found' };
