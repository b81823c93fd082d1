import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Actor, can } from '@/lib/domain/access';
import { yearOf } from '@/lib/domain/calendar/day';
import type { RequestEvent } from '@/lib/domain/requests/events';
import type { Readings } from '@/lib/domain/requests/readings';
import { type ApplicantData, applicantData, type RequestForm } from '@/lib/domain/requests/request-form';
import { now, today } from '@/lib/server/clock';
import { nextOf } from '@/lib/server/counters';
import type { Tx } from '@/lib/server/db';
import { newIds } from '@/lib/server/new-ids';
import { holdTrail } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';
import { applicantKeyOf, sealApplicant } from '@/lib/server/requests/applicant';
import { enterEvent } from '@/lib/server/requests/enter-event';
import { registerSettings } from '@/lib/server/requests/request-events';
import { keepRequestFiles, recogniseRequestFiles, type UploadedForRequest } from '@/lib/server/requests/request-files';
import { withoutData } from '@/lib/server/requests/without-data';
import { inTransaction } from '@/lib/server/transaction';

export type NewRequest = {
  form: RequestForm;
  files?: readonly UploadedForRequest[];
  /** Who sees to it; left out: whoever registers it. */
  handlerId?: string;
  /** Why a published year changes; asked for where one does. */
  restates?: string;
};

/**
 * Registers a request with its files: its number in the year, its arrival, and its receipt at once where the channel settles
 * the day (Article 31). Answers its id.
 */
export async function createRequest(request: NewRequest, actor: Actor & { name: string }): Promise<string> {
  if (!can(actor, 'handle_requests')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
  if (request.form.arrivedOn > today())
    throw new Refusal([{ code: 'bad_input', field: 'arrivedOn', problem: 'day_to_come' }]);
  const files = await recogniseRequestFiles(request.files ?? []);
  return inTransaction(async (tx) => {
    const { organisationId } = actor;
    await holdTrail(tx, organisationId);
    const handlerId = await handlerOf(tx, request.handlerId ?? actor.id, actor);
    const id = await writeRequest(tx, { ...request.form, organisationId, handlerId });
    const { readings } = await registerSettings(tx, organisationId);
    const { restates } = request;
    await enterEvent(
      tx,
      { id, organisationId },
      arrival(request.form, readings),
      actor,
      restates === undefined ? {} : { restates },
    );
    await keepRequestFiles(tx, { id, organisationId }, files, actor);
    return id;
  });
}

type RequestRow = Omit<RequestForm, 'oralConfirmed'> & {
  organisationId: string;
  handlerId: string;
  /** Of a row that was taken in from a list. */
  rowSha256?: string;
};

/** The row of a request under the next number of its year, before anything has happened to it. Answers its id. */
export async function writeRequest(tx: Tx, request: RequestRow): Promise<string> {
  const {
    organisationId,
    handlerId,
    applicantKind,
    name: applicantName,
    asked,
    form,
    delivery,
    channel,
    place,
  } = request;
  const [id = ''] = newIds(1);
  const year = yearOf(request.arrivedOn);
  const number = await nextOf(tx, organisationId, seriesOf(year));
  const data: ApplicantData = applicantData.parse(request);
  await withoutData(() =>
    tx.disclosureRequest.create({
      data: {
        ...{
          id,
          organisationId,
          handlerId,
          year,
          number,
          applicantKind,
          applicantName,
          asked,
          form,
          delivery,
          channel,
          place,
        },
        ...{ ...sealApplicant(id, data), applicantKey: applicantKeyOf(applicantName, data), stage: 'none' },
        ...{ arrivedOn: new Date(`${request.arrivedOn}T00:00:00Z`), registeredAt: now() },
        rowSha256: request.rowSha256 ?? null,
      },
      select: { id: true },
    }),
  );
  return id;
}

const seriesOf = (year: number) => `request/${year}`;

/** What a registration enters by itself: the arrival, and the receipt where Article 31 leaves nothing to be confirmed. */
export function arrival(
  { channel, arrivedOn: on }: Pick<RequestForm, 'channel' | 'arrivedOn'>,
  readings: Readings,
): RequestEvent[] {
  const proof = proofOf(channel, readings);
  const registered: RequestEvent = { id: randomUUID(), kind: 'registered', on, channel };
  return proof === null ? [registered] : [registered, { id: randomUUID(), kind: 'received', on, by: proof }];
}

function proofOf(channel: RequestForm['channel'], { internet_receipt }: Readings) {
  switch (channel) {
    case 'in_person':
    case 'oral':
      return 'submission';
    case 'registered_post':
      return 'signature';
    case 'internet':
      return internet_receipt === 'platform' ? 'platform' : null;
    default:
      return null;
  }
}

/** A person of the organisation who may see to requests. */
export async function handlerOf(tx: Tx, id: string, { organisationId }: Actor): Promise<string> {
  const found = await tx.user.findFirst({
    where: { id, organisationId, disabledAt: null, roles: { some: { role: 'drafter' } } },
    select: { id: true },
  });
  if (!found) throw new Refusal([{ code: 'bad_input', field: 'handlerId', problem: 'unknown_choice' }]);
  return found.id;
}
