import 'server-only';
import { z } from 'zod';
import { type Actor, can } from '@/lib/domain/access';
import { id as rowId } from '@/lib/domain/input';
import {
  type Changeable,
  type ChangeableField,
  changeableFieldNames,
  changeableFields,
  changedRequest,
  type TypedChange,
} from '@/lib/domain/requests/request-change';
import { applicantData } from '@/lib/domain/requests/request-form';
import { yearsBetween } from '@/lib/domain/requests/restatements';
import { now } from '@/lib/server/clock';
import type { Tx } from '@/lib/server/db';
import type { RequestChange } from '@/lib/server/generated/client';
import { holdTrail, record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';
import { publishedYears } from '@/lib/server/reports/restatements';
import { refuseStale } from '@/lib/server/requests/append-event';
import { applicantKeyOf, openApplicant, sealApplicant } from '@/lib/server/requests/applicant';
import { demandNobodyNamed } from '@/lib/server/requests/reason-for-trail';
import { eventsOf } from '@/lib/server/requests/request-events';
import { withoutData } from '@/lib/server/requests/without-data';
import { openText, seal } from '@/lib/server/sealing/sealed';
import { inTransaction } from '@/lib/server/transaction';

export type RequestCorrection = {
  /** The request. */
  id: string;
  /** The version of it that the person saw. */
  version: number;
  /** Fields as they were typed: hidden ones that are empty stay as they are. */
  typed: TypedChange;
  /** Why, for the trail: without personal data. */
  reason: string;
  /** Why a published year changes; asked for where the kind of applicant moves a request between its columns. */
  restates?: string;
};

/**
 * Sets right what was typed of a request. What stood there before is kept, sealed; the trail names the fields and the reason,
 * no value. Of two who do so on what both saw, one is told that the other was first.
 */
export async function changeRequest(
  { id, version, typed, reason, restates = '' }: RequestCorrection,
  actor: Actor & { name: string },
): Promise<void> {
  if (!can(actor, 'handle_requests')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
  if (!rowId.safeParse(id).success) throw new Refusal([{ code: 'not_found' }]);
  const { organisationId } = actor;
  await inTransaction(async (tx) => {
    await holdTrail(tx, organisationId);
    await refuseStale(tx, { id, organisationId }, version);
    const { row, before } = await requestBefore(tx, { id, organisationId });
    const { after, fields } = decided(before, typed, reason);
    const years = await movedBy(tx, { id, organisationId }, before, after);
    if (years.length > 0 && restates.trim() === '')
      throw new Refusal([{ code: 'restatement_missing', field: 'restates', years }]);
    await keepBefore(tx, { id, organisationId }, before, fields, {
      ...{ reason, restates: years.length > 0 ? restates.trim() : '', userId: actor.id, userName: actor.name },
    });
    await writeAfter(tx, id, after);
    await record(tx, actor, null, {
      ...{
        kind: 'request_changed',
        requestId: id,
        number: `${row.year}-${row.number}`,
        fields,
        reason,
        restated: years,
      },
    });
  });
}

type Request = { id: string; organisationId: string };

/** What the form would show of the request now. Once it was erased nothing of it can be set right. */
async function requestBefore(tx: Tx, { id, organisationId }: Request) {
  const row = await tx.disclosureRequest.findFirst({ where: { id, organisationId, erasedAt: null } });
  const data = row && openApplicant(row);
  if (!row || !data) throw new Refusal([{ code: 'not_found' }]);
  const { applicantKind, applicantName: name, asked, place } = row;
  const wanted = changeableFields.pick({ form: true, delivery: true }).parse(row);
  return { row, before: { applicantKind, name, ...data, asked, ...wanted, place } satisfies Changeable };
}

function decided(before: Changeable, typed: TypedChange, reason: string) {
  const result = changedRequest(before, typed);
  if (Array.isArray(result)) throw new Refusal(result);
  if (result.fields.length === 0) throw new Refusal([{ code: 'request_unchanged' }]);
  demandNobodyNamed(reason, [before.name, result.after.name]);
  return result;
}

/** The published years in whose table three the request then stands in another column. */
async function movedBy(tx: Tx, { id, organisationId }: Request, before: Changeable, after: Changeable) {
  if (before.applicantKind === after.applicantKind) return [];
  const events = await eventsOf(tx, id);
  const as = ({ applicantKind: applicant }: Changeable) => ({ id, applicant, events });
  return yearsBetween(as(before), as(after), await publishedYears(tx, organisationId));
}

const placeOf = (id: string, sequence: number) => ({ table: 'request_change', id, position: sequence }) as const;

type Why = Pick<RequestChange, 'reason' | 'restates' | 'userId' | 'userName'>;

async function keepBefore(
  tx: Tx,
  { id: requestId, organisationId }: Request,
  before: Changeable,
  fields: ChangeableField[],
  why: Why,
) {
  const sequence = (await tx.requestChange.count({ where: { requestId } })) + 1;
  const values = JSON.stringify(Object.fromEntries(fields.map((field) => [field, before[field]])));
  await withoutData(() =>
    tx.requestChange.create({
      data: {
        ...{ organisationId, requestId, sequence, fields, ...why, changedAt: now() },
        ...seal(values, placeOf(requestId, sequence)),
        applicantKindBefore: fields.includes('applicantKind') ? before.applicantKind : null,
      },
      select: { sequence: true },
    }),
  );
}

async function writeAfter(tx: Tx, id: string, after: Changeable) {
  const { applicantKind, name, asked, form, delivery, place } = after;
  const data = applicantData.parse(after);
  await withoutData(() =>
    tx.disclosureRequest.update({
      where: { id },
      data: {
        ...{ applicantKind, applicantName: name, asked, form, delivery, place },
        ...{ ...sealApplicant(id, data), applicantKey: applicantKeyOf(name, data), version: { increment: 1 } },
      },
      select: { id: true },
    }),
  );
}

const values = z.partialRecord(
  z.enum(changeableFieldNames as readonly [ChangeableField, ...ChangeableField[]]),
  z.string(),
);
export type EarlierValues = z.infer<typeof values>;

/** What stood there before a change; null once it is erased. SealBroken where it is not what was sealed. */
export function earlierValues({
  requestId,
  sequence,
  sealed,
  sealedWith,
}: Pick<RequestChange, 'requestId' | 'sequence' | 'sealed' | 'sealedWith'>): EarlierValues | null {
  if (!sealed || !sealedWith) return null;
  return values.parse(JSON.parse(openText(sealed, sealedWith, placeOf(requestId, sequence))));
}

/** Seals what stood there before with the key in use, for a request that this transaction holds. */
export async function resealChanges(tx: Tx, requestId: string): Promise<void> {
  for (const change of await tx.requestChange.findMany({ where: { requestId } })) {
    const { sequence, sealed, sealedWith } = change;
    if (!sealed || !sealedWith) continue;
    const place = placeOf(requestId, sequence);
    await tx.requestChange.update({
      where: { requestId_sequence: { requestId, sequence } },
      data: seal(openText(sealed, sealedWith, place), place),
      select: { sequence: true },
    });
  }
}
