import 'server-only';
import { addWorkingDays } from '@/lib/domain/calendar/working-days';
import type { Place } from '@/lib/domain/items/register-filter';
import type { RequestDueKind, RequestFilter, RequestSort } from '@/lib/domain/requests/register-filter';
import { today } from '@/lib/server/clock';
import { Prisma } from '@/lib/server/generated/client';
import { calendarInForce } from '@/lib/server/organisation/calendar';

// The conditions of the register of requests, on disclosure_request and nothing else.

const { sql, join } = Prisma;

const standings: Record<RequestDueKind, () => Prisma.Sql> = {
  overdue: () => sql`due_on < ${today()}::date`,
  today: () => sql`due_on = ${today()}::date`,
  soon: () => sql`due_on > ${today()}::date AND due_on <= ${soonest()}::date`,
};

/** Up to the fifth working day from today a last day counts as near. */
const soonest = () => addWorkingDays(today(), 5, calendarInForce()).day;

/** The index over stage and day answers it: what has ended may still have to be delivered. */
export const requestStandsTo = (kind: RequestDueKind): Prisma.Sql =>
  sql`(stage IN ('registered', 'open', 'closed') AND due_on IS NOT NULL AND ${standings[kind]()})`;

/** What is chosen beside stage and last day, which the counts break down by. `behind`: the requests behind a figure. */
export function requestsChosenBase(organisationId: string, filter: RequestFilter, behind: readonly string[] | null) {
  const parts: (Prisma.Sql | false)[] = [
    sql`organisation_id = ${organisationId}::uuid`,
    filter.year !== null && sql`year = ${filter.year}`,
    filter.applicant !== null && sql`applicant_kind = ${filter.applicant}::"ApplicantKind"`,
    filter.channel !== null && sql`channel = ${filter.channel}`,
    filter.handler !== null && sql`handler_id = ${filter.handler}::uuid`,
    filter.result !== null && sql`result_row = ${filter.result}`,
    behind !== null && sql`id = ANY (${[...behind]}::uuid[])`,
  ];
  return join(
    parts.filter((part) => part !== false),
    ' AND ',
  );
}

export function requestsChosenBy(organisationId: string, filter: RequestFilter, behind: readonly string[] | null) {
  const parts = [requestsChosenBase(organisationId, filter, behind)];
  if (filter.stage) parts.push(sql`stage = ${filter.stage}`);
  if (filter.due) parts.push(requestStandsTo(filter.due));
  return join(parts, ' AND ');
}

type Order = { key: Prisma.Sql | null; none: string; descending: boolean };

// A request without the day stands at the end. Ids grow with time, so that the newest need no day.
const orders: Record<RequestSort, Order> = {
  newest: { key: null, none: '', descending: true },
  due: { key: sql`coalesce(due_on, 'infinity'::date)`, none: 'infinity', descending: false },
  arrived: { key: sql`arrived_on`, none: '-infinity', descending: true },
  ended: { key: sql`coalesce(ended_on, '-infinity'::date)`, none: '-infinity', descending: true },
};

type From = { after: Place | null; before: Place | null };

/** Ids of the next requests after a place, or of those before it, nearest first. */
export function requestIdsFrom(where: Prisma.Sql, sort: RequestSort, { after, before }: From, take: number) {
  const { key, none, descending } = orders[sort];
  const down = descending !== (before !== null);
  const direction = down ? sql`DESC` : sql`ASC`;
  const [place, beyond] = [before ?? after, down ? sql`<` : sql`>`];
  if (!key) {
    const from = place ? sql`AND id ${beyond} ${place.id}::uuid` : Prisma.empty;
    return sql`SELECT id FROM disclosure_request WHERE ${where} ${from} ORDER BY id ${direction} LIMIT ${take}`;
  }
  const from = place ? sql`AND (${key}, id) ${beyond} (${place.day ?? none}::date, ${place.id}::uuid)` : Prisma.empty;
  return sql`SELECT id FROM disclosure_request WHERE ${where} ${from}
    ORDER BY ${key} ${direction}, id ${direction} LIMIT ${take}`;
}
