import 'server-only';
import type { Calendar } from '@/lib/domain/calendar/calendar';
import { type PublishingPeriod, publishingPeriod } from '@/lib/domain/catalogue/publishing-period';
import { asDay } from '@/lib/domain/items/content';
import { dueDay } from '@/lib/domain/items/due-day';
import { db, type Tx } from '@/lib/server/db';
import { calendarInForce } from '@/lib/server/organisation/calendar';

type Formed = { node: string; day: string };
type Counted = Formed & { due: string; provisional: boolean };

/** Counts the last day anew for the items of a node that are not public yet: the node has another period now. */
export async function recountDueDays(tx: Tx, nodeId: string, period: PublishingPeriod) {
  const formed = await tx.$queryRaw<Formed[]>`
    SELECT DISTINCT node_id::text AS node, formed_on::text AS day FROM disclosure_item
    WHERE node_id = ${nodeId}::uuid AND first_published_on IS NULL AND due_on IS NOT NULL`;
  await write(
    tx,
    formed.map((each) => counted(each, period)),
  );
}

let last: Calendar | undefined;

/** Counts all of them anew when the office has loaded another notice since this process last looked; at its start too. */
export async function recountWithCalendar() {
  const calendar = calendarInForce();
  if (calendar === last) return;
  const formed = await db.$queryRaw<(Formed & { period: unknown })[]>`
    SELECT DISTINCT node_id::text AS node, formed_on::text AS day, period
    FROM disclosure_item JOIN catalogue_node ON catalogue_node.id = node_id
    WHERE first_published_on IS NULL AND attribute = 'proactive' AND due_on IS NOT NULL`;
  await write(
    db,
    formed.map(({ period, ...each }) => counted(each, publishingPeriod.parse(period))),
  );
  last = calendar;
}

function counted(formed: Formed, period: PublishingPeriod): Counted {
  const { day, provisional } = dueDay(asDay(formed.day), period, calendarInForce());
  return { ...formed, due: day, provisional };
}

async function write(tx: Tx, all: readonly Counted[]) {
  if (all.length === 0) return;
  await tx.$executeRaw`
    UPDATE disclosure_item SET due_on = counted.due, due_provisional = counted.provisional
    FROM unnest(
      ${all.map(({ node }) => node)}::uuid[], ${all.map(({ day }) => day)}::date[],
      ${all.map(({ due }) => due)}::date[], ${all.map(({ provisional }) => provisional)}::boolean[]
    ) AS counted (node, formed, due, provisional)
    WHERE node_id = counted.node AND formed_on = counted.formed AND first_published_on IS NULL AND due_on IS NOT NULL
      AND (due_on, due_provisional) IS DISTINCT FROM (counted.due, counted.provisional)`;
}
