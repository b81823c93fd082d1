import 'server-only';
import { standingEvents } from '@/lib/domain/requests/events';
import type { Tx } from '@/lib/server/db';
import type { DisclosureRequest } from '@/lib/server/generated/client';
import { applicantIfKeyed, applicantKeysOf } from '@/lib/server/requests/applicant';
import { eventColumns, eventOfRow } from '@/lib/server/requests/request-events';

type Row = Pick<
  DisclosureRequest,
  'id' | 'organisationId' | 'applicantName' | 'sealed' | 'sealedWith' | 'receivedOn' | 'arrivedOn'
>;

/** Requests of the same applicant, this one among them; null where the applicant cannot be told from others, or not without a missing key. */
export function ofSameApplicant(row: Row) {
  const { data } = applicantIfKeyed(row);
  const keys = data ? applicantKeysOf(row.applicantName, data) : [];
  return keys.length === 0 ? null : { organisationId: row.organisationId, applicantKey: { in: keys } };
}

/** The calendar month in which a request counts for its fee: 2024-04. */
export const monthOf = ({ receivedOn, arrivedOn }: Row) => (receivedOn ?? arrivedOn).toISOString().slice(0, 7);

/** A request that counts for a fee, and into how many items it was divided (一事一申请). */
export type EarlierRequest = { id: string; year: number; number: number; items: number };

/**
 * What the same applicant asked for in the calendar month of a request before it, in the order of receipt: with as many items
 * as its fee was asked for, else as one. Null where the applicant cannot be told from others.
 */
export async function earlierInMonth(tx: Tx, row: Row): Promise<EarlierRequest[] | null> {
  const same = ofSameApplicant(row);
  if (!same) return null;
  const on = row.receivedOn ?? row.arrivedOn;
  const alike = await tx.disclosureRequest.findMany({
    where: { ...same, stage: { not: 'none' }, receivedOn: { gte: new Date(`${monthOf(row)}-01T00:00:00Z`), lte: on } },
    orderBy: [{ receivedOn: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, year: true, number: true, receivedOn: true },
      events: {
        where: { kind: { in: ['fee_noticed', 'reversed'] } },
        orderBy: { sequence: 'asc' },
        select: eventColumns,
      },
    },
  });
  return alike
    .filter(({ id, receivedOn }) => id !== row.id && (receivedOn?.getTime() !== on.getTime() || id < row.id))
    .map(({ id, year, number, events }) => {
      const notice = standingEvents(events.map(eventOfRow)).findLast(({ kind }) => kind === 'fee_noticed');
      return { id, year, number, items: (notice?.kind === 'fee_noticed' && notice.items) || 1 };
    });
}
