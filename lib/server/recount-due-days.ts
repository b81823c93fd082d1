import 'server-only';
import { calendar } from '@/lib/domain/calendar/calendar';
import type { PublishingPeriod } from '@/lib/domain/catalogue/publishing-period';
import { asDay } from '@/lib/domain/items/content';
import { dueDay } from '@/lib/domain/items/due-day';
import type { Tx } from '@/lib/server/db';

/** Counts the last day anew for the items of a node that are not public yet: the node has another period now. */
export async function recountDueDays(tx: Tx, nodeId: string, period: PublishingPeriod) {
  const formed = await tx.$queryRaw<{ day: string }[]>`
    SELECT DISTINCT formed_on::text AS day FROM disclosure_item
    WHERE node_id = ${nodeId}::uuid AND first_published_on IS NULL AND due_on IS NOT NULL`;
  if (formed.length === 0) return;
  const due = formed.map(({ day }) => dueDay(asDay(day), period, calendar));
  await tx.$executeRaw`
    UPDATE disclosure_item SET due_on = counted.due, due_provisional = counted.provisional
    FROM unnest(
      ${formed.map(({ day }) => day)}::date[], ${due.map(({ day }) => day)}::date[],
      ${due.map(({ provisional }) => provisional)}::boolean[]
    ) AS counted (formed, due, provisional)
    WHERE node_id = ${nodeId}::uuid AND first_published_on IS NULL AND due_on IS NOT NULL
      AND formed_on = counted.formed`;
}
