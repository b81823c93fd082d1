import { randomUUID } from 'node:crypto';
import { calendar } from '@/lib/domain/calendar/calendar';
import { addDays, type Day } from '@/lib/domain/calendar/day';
import type { RequestEvent } from '@/lib/domain/requests/events';
import type { Random } from '@/lib/domain/requests/oracle/patterns';
import { defaultReadings } from '@/lib/domain/requests/readings';
import { columnsOf } from '@/lib/domain/requests/request-columns';
import type { RegisteredRequest } from '@/lib/domain/requests/statistics';
import { db } from '@/lib/server/db';
import type { SignedIn } from '@/lib/server/people/session';
import { written } from '@/lib/server/requests/enter-event';

/** The same register, each event entered on its day or, one in five, up to two hundred days late. */
export const enteredInTime = (requests: readonly RegisteredRequest[], { chance, upTo }: Random): RegisteredRequest[] =>
  requests.map((request) => {
    let last = '';
    const at = ({ on }: RequestEvent) => {
      const day: Day = addDays(on, chance(0.2) ? upTo(200) : 0);
      if (day > last) last = day;
      return `${last}T01:00:00.000Z`;
    };
    return { ...request, events: request.events.map((event) => ({ ...event, recordedAt: at(event) })) };
  });

/** Puts a whole register into the database past the door of events; answers its requests under the ids that they got. */
export async function fillRegister(
  requests: readonly RegisteredRequest[],
  { organisationId, id: handlerId, name: userName }: SignedIn,
): Promise<RegisteredRequest[]> {
  const ground = { calendar, today: '2030-12-31' as const, readings: defaultReadings };
  const numbers = new Map<number, number>();
  const kept = requests.map((request) => ({ ...request, id: randomUUID() }));
  const data = kept.map(({ id, applicant, events }) => {
    const columns = written(columnsOf(events, ground));
    const year = columns.arrivedOn.getUTCFullYear();
    const number = (numbers.get(year) ?? 0) + 1;
    numbers.set(year, number);
    return {
      ...{ id, organisationId, handlerId, year, number, applicantKind: applicant, applicantName: '某某' },
      ...{ asked: '预算', form: 'paper', delivery: 'post', channel: 'internet' },
      ...(events[0]?.recordedAt && { registeredAt: new Date(events[0].recordedAt) }),
      ...columns,
    };
  });
  await db.disclosureRequest.createMany({ data });
  const lines = kept.flatMap(({ id: requestId, events }) =>
    events.map(({ id: key, kind, on, recordedAt, ...facts }, n) => ({
      ...{ organisationId, requestId, sequence: n + 1, key, kind, on: new Date(`${on}T00:00:00Z`), facts },
      ...{ userId: handlerId, userName, ...(recordedAt !== undefined && { recordedAt: new Date(recordedAt) }) },
    })),
  );
  for (let from = 0; from < lines.length; from += 2_000)
    await db.requestEvent.createMany({ data: lines.slice(from, from + 2_000) });
  return kept;
}
