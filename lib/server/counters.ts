import 'server-only';
import type { Tx } from '@/lib/server/db';

/**
 * The next number of a series of the organisation, or the first of several. The series is held until the transaction ends:
 * what fails leaves no gap, and of many at once each has its own.
 */
export async function nextOf(tx: Tx, organisationId: string, series: string, count = 1): Promise<number> {
  const [row] = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO index_counter (organisation_id, series, last) VALUES (${organisationId}::uuid, ${series}, ${count})
    ON CONFLICT (organisation_id, series) DO UPDATE SET last = index_counter.last + ${count}
    RETURNING last`;
  if (!row) throw new Error(`series ${series} gave no number`);
  return row.last - count + 1;
}

/** The number that would be given next, if nobody else takes it before. */
export async function comingOf(tx: Tx, organisationId: string, series: string): Promise<number> {
  const row = await tx.indexCounter.findUnique({
    where: { organisationId_series: { organisationId, series } },
    select: { last: true },
  });
  return (row?.last ?? 0) + 1;
}

/** Series of the short numbers in the addresses of items. */
export const addressSeries = 'address';
