import 'server-only';
import { z } from 'zod';
import { addDays } from '@/lib/domain/calendar/day';
import { addWorkingDays } from '@/lib/domain/calendar/working-days';
import type { DueKind, Place, ReassessKind, RegisterFilter, Sort } from '@/lib/domain/items/register-filter';
import { today } from '@/lib/server/clock';
import { Prisma } from '@/lib/server/generated/client';
import { calendarInForce } from '@/lib/server/organisation/calendar';
import { countedIn } from '@/lib/server/reports/counted-records';

// The conditions of the register, on disclosure_item and nothing else: one index answers them (see its migration).

const { sql, join } = Prisma;

/** Not public yet, and to be made public by a day. */
const open = sql`first_published_on IS NULL AND attribute = 'proactive' AND due_on IS NOT NULL`;

const standings: Record<DueKind, () => Prisma.Sql> = {
  overdue: () => sql`${open} AND due_on < ${today()}::date`,
  today: () => sql`${open} AND due_on = ${today()}::date`,
  soon: () => sql`${open} AND due_on > ${today()}::date AND due_on <= ${soonest()}::date`,
  late: () => sql`first_published_on > due_on`,
};

/** Up to the fifth working day from today a deadline counts as near. */
const soonest = () => addWorkingDays(today(), 5, calendarInForce()).day;

export const standsTo = (kind: DueKind): Prisma.Sql => sql`(${standings[kind]()})`;

const reassess = (kind: ReassessKind) =>
  sql`attribute <> 'proactive' AND reassess_on <= ${kind === 'due' ? today() : addDays(today(), 30)}::date`;

const within = (column: Prisma.Sql, year: number) =>
  sql`${column} >= ${`${year}-01-01`}::date AND ${column} < ${`${year + 1}-01-01`}::date`;

type Chosen = Partial<Pick<RegisterFilter, 'status' | 'due'>>;

/** What is chosen beside state and deadline, which the counts break down by. */
export function chosenBase(organisationId: string, filter: RegisterFilter): Prisma.Sql {
  const is = (column: Prisma.Sql, id: string | null) => id !== null && sql`${column} = ${id}::uuid`;
  const on = (column: Prisma.Sql, node: string | null) =>
    node !== null && !z.uuid().safeParse(node).success
      ? sql`${column} = (SELECT id FROM catalogue_node WHERE organisation_id = ${organisationId}::uuid AND code = ${node})`
      : is(column, node);
  const reportYear = filter.report ?? Number(today().slice(0, 4));
  const parts: (Prisma.Sql | false)[] = [
    sql`organisation_id = ${organisationId}::uuid`,
    on(sql`node_id`, filter.node),
    on(sql`class_id`, filter.class),
    is(sql`field_id`, filter.field),
    is(sql`drafter_id`, filter.person),
    is(sql`batch_id`, filter.batch),
    filter.year !== null && within(sql`formed_on`, filter.year),
    filter.published !== null && within(sql`first_published_on`, filter.published),
    filter.reassess !== null && reassess(filter.reassess),
    filter.counted !== null && countedIn(filter.counted, organisationId, reportYear),
  ];
  return join(
    parts.filter((part) => part !== false),
    ' AND ',
  );
}

export function chosenBy(organisationId: string, filter: RegisterFilter & Chosen): Prisma.Sql {
  const parts = [chosenBase(organisationId, filter)];
  if (filter.status) parts.push(sql`status = ${filter.status}::"DocumentStatus"`);
  if (filter.due) parts.push(standsTo(filter.due));
  return join(parts, ' AND ');
}

type Order = { key: Prisma.Sql | null; none: string; descending: boolean };

// An item without the day stands at the end. Ids grow with time, so that the newest need no day.
const orders: Record<Sort, Order> = {
  newest: { key: null, none: '', descending: true },
  due: { key: sql`coalesce(due_on, 'infinity'::date)`, none: 'infinity', descending: false },
  formed: { key: sql`coalesce(formed_on, '-infinity'::date)`, none: '-infinity', descending: true },
  published: { key: sql`coalesce(first_published_on, '-infinity'::date)`, none: '-infinity', descending: true },
};

type From = { after: Place | null; before: Place | null };

/** Ids of the next rows after a place, or of those before it, nearest first. */
export function idsFrom(where: Prisma.Sql, sort: Sort, { after, before }: From, take: number): Prisma.Sql {
  const { key, none, descending } = orders[sort];
  const down = descending !== (before !== null);
  const direction = down ? sql`DESC` : sql`ASC`;
  const [place, beyond] = [before ?? after, down ? sql`<` : sql`>`];
  if (!key) {
    const from = place ? sql`AND document_id ${beyond} ${place.id}::uuid` : Prisma.empty;
    return sql`SELECT document_id FROM disclosure_item WHERE ${where} ${from} ORDER BY document_id ${direction} LIMIT ${take}`;
  }
  const from = place
    ? sql`AND (${key}, document_id) ${beyond} (${place.day ?? none}::date, ${place.id}::uuid)`
    : Prisma.empty;
  return sql`
    SELECT document_id FROM disclosure_item WHERE ${where} ${from}
    ORDER BY ${key} ${direction}, document_id ${direction} LIMIT ${take}`;
}
