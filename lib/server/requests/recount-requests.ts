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
    const before = last?.readings.get(id);
    const sameReadings = before === readings.get(id);
    if (last?.calendar === calendar && last.day === day && sameReadings) continue;
    const ids = await mayMove(id, before !== undefined && !sameReadings);
    changed += await recount(ids, { calendar, today: day, readings: own });
  }
  last = { calendar, day, readings };
  return changed;
}

// Few enough that whoever waits for a page meanwhile does not notice.
const atOnce = 20;

async function recount(ids: readonly string[], ground: Ground): Promise<number> {
  let changed = 0;
  for (let from = 0; from < ids.length; from += atOnce) {
    for (const { id, version, events, ...before } of await requestsCalled(ids.slice(from, from + atOnce))) {
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
  }
  return changed;
}

/**
 * Requests whose next last day may move. Of those that have ended only what still has to be delivered: the rest of a large
 * register would take minutes. Where the readings were changed all of them, because the delivery may count now.
 */
async function mayMove(organisationId: string, readAnew: boolean): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM disclosure_request AS request
    WHERE organisation_id = ${organisationId}::uuid AND (stage IN ('registered', 'open') OR stage = 'closed' AND (
      ${readAnew} OR due_on IS NOT NULL
      OR NOT EXISTS (SELECT FROM request_event WHERE request_id = request.id AND kind = 'delivered')
    )) ORDER BY id`;
  return rows.map(({ id }) => id);
}

const requestsCalled = (ids: readonly string[]) =>
  db.disclosureRequest.findMany({
    where: { id: { in: [...ids] } },
    select: {
      ...{ id: true, version: true, dueStep: true, dueOn: true, dueProvisional: true },
      events: { orderBy: { sequence: 'asc' }, select: eventColumns },
    },
  });
