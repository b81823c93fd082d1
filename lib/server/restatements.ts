import 'server-only';
import type { RequestEvent } from '@/lib/domain/requests/events';
import { movedYears } from '@/lib/domain/requests/restatements';
import type { Tx } from '@/lib/server/db';
import { registerSettings } from '@/lib/server/request-events';

/**
 * The years whose report citizens read, and in whose table three or four one request stands elsewhere after its events have
 * changed. Years before the register began (`registerSince`) were never counted from it and are not moved.
 */
export async function movesPublished(
  tx: Tx,
  organisationId: string,
  before: readonly RequestEvent[],
  after: readonly RequestEvent[],
): Promise<number[]> {
  const { registerSince } = await registerSettings(tx, organisationId);
  const published = await tx.publicEntry.findMany({
    where: { organisationId, kind: 'annual_report', withdrawn: false, year: { gte: registerSince ?? 0 } },
    orderBy: { year: 'asc' },
    select: { year: true },
  });
  const years = published.map(({ year }) => year);
  return movedYears(before, after, years);
}
