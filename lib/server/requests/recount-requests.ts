import 'server-only';
import type { Calendar } from '@/lib/domain/calendar/calendar';
import { organisationSettings } from '@/lib/domain/organisation';
import type { Ground } from '@/lib/domain/requests/ground';
import { columnsOf } from '@/lib/domain/requests/request-columns';
import { today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { calendarInForce } from '@/lib/server/organisation/calendar';
import { written } from '@/lib/server/requests/enter-event';
import { eventColumns, eventOfRow } from '@/lib/server/requests/request-events';

let last: { calendar: Calendar; day: string; readings: Map<string, string> } | undefined;

/**
 * Counts the next last day of the office anew for what is not archived: where a notice has come, a reading was changed, or a
 * day has begun (some days wait for today's end of a consultation). At the start of the process too. Answers how many changed.
 */
export async function recountRequests(): Promise<number> {
  const [calendar, day] = [calendarInForce(), today()];
  const organisations = await db.organisation.findMany({ select: { id: true, settings: true } });
  const readings = new Map<string, string>();
  let changed = 0;
  for (const { id, settings } of organisations) {
    const own = organisationSettings.parse(settings).requests.readings;
    readings.set(id, JSON.stringify(own));
    const same = last?.calendar === calendar && last.day === day && last.readings.get(id) === readings.get(id);
    if (!same) changed += await recountIn(id, { calendar, today: day, readings: own });
  }
  last = { calendar, day, readings };
  return changed;
}

const atOnce = 200;

async function recountIn(organisationId: string, ground: Ground): Promise<number> {
  let changed = 0;
  for (let after: string | null = null; ; ) {
    const rows = await openAfter(organisationId, after);
    for (const { id, version, events, ...before } of rows) {
      const { dueStep, dueOn, dueProvisional } = written(columnsOf(events.map(eventOfRow), ground));
      const moved = dueOn?.getTime() !== before.dueOn?.getTime();
      if (!moved && dueStep === before.dueStep && dueProvisional === before.dueProvisional) continue;
      // What has been entered meanwhile has been counted already.
      const { count } = await db.disclosureRequest.updateMany({
        where: { id, version },
        data: { dueStep, dueOn, dueProvisional },
      });
      changed += count;
    }
    after = rows.at(-1)?.id ?? null;
    if (after === null) return changed;
  }
}

const openAfter = (organisationId: string, after: string | null) =>
  db.disclosureRequest.findMany({
    where: {
      organisationId,
      stage: { in: ['registered', 'open', 'closed'] },
      ...(after !== null && { id: { gt: after } }),
    },
    orderBy: { id: 'asc' },
    take: atOnce,
    select: {
      ...{ id: true, version: true, dueStep: true, dueOn: true, dueProvisional: true },
      events: { orderBy: { sequence: 'asc' }, select: eventColumns },
    },
  });
