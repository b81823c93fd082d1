import type { Day } from '@/lib/domain/calendar/day';
import type { RequestEvent } from '@/lib/domain/requests/events';
import { db } from '@/lib/server/db';
import type { SignedIn } from '@/lib/server/people/session';
import { enterEvent } from '@/lib/server/requests/enter-event';

let last = 0;

/** A request to which nothing has happened, for tests of what can happen to it. */
export async function aBareRequest({ organisationId, id: handlerId }: SignedIn, arrivedOn: Day = '2024-03-01') {
  last += 1;
  const { id } = await db.disclosureRequest.create({
    data: {
      ...{ organisationId, handlerId, year: Number(arrivedOn.slice(0, 4)), number: last },
      ...{ applicantKind: 'natural_person' as const, applicantName: '某某', asked: '预算', form: 'paper' },
      ...{ delivery: 'post', channel: 'in_person', stage: 'none', arrivedOn: new Date(`${arrivedOn}T00:00:00Z`) },
    },
    select: { id: true },
  });
  return { id, organisationId };
}

/** Enters events in a transaction of their own. */
export const entering = (
  request: { id: string; organisationId: string },
  events: RequestEvent | readonly RequestEvent[],
  by: SignedIn,
  restates?: string,
) => db.$transaction((tx) => enterEvent(tx, request, events, by, restates === undefined ? {} : { restates }));
