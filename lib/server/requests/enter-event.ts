import 'server-only';
import { yearOf } from '@/lib/domain/calendar/day';
import type { Issue } from '@/lib/domain/issue';
import type { RequestEvent } from '@/lib/domain/requests/events';
import type { Ground } from '@/lib/domain/requests/ground';
import { objectionsTo } from '@/lib/domain/requests/objections';
import { columnsOf, type RequestColumns } from '@/lib/domain/requests/request-columns';
import { now } from '@/lib/server/clock';
import type { Tx } from '@/lib/server/db';
import { asDate } from '@/lib/server/items/item-columns';
import { holdTrail, record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';
import { movesPublished } from '@/lib/server/reports/restatements';
import { eventsOf, groundOf } from '@/lib/server/requests/request-events';
import { withoutData } from '@/lib/server/requests/without-data';

type Request = { organisationId: string; id: string };

/** No id where the process itself enters it. */
type Enterer = { id: string | null; name: string };

/** The signed letter that it rests on, and why the figures of a published year change by it. */
type Grounds = { documentId?: string; restates?: string };

/**
 * The one door through which events come into the register; several come in together, so that a wrong one can be reversed
 * and entered anew in one go. Holds the trail and then the request until the transaction ends. Refuses what the law does
 * not allow (`request_event_refused`), what would move the request into another year (`request_year_fixed`), and a change
 * of what a published report counted without its reason (`restatement_missing`).
 */
export async function enterEvent(
  tx: Tx,
  { organisationId, id }: Request,
  event: RequestEvent | readonly RequestEvent[],
  by: Enterer,
  { documentId, restates = '' }: Grounds = {},
): Promise<void> {
  await holdTrail(tx, organisationId);
  const request = await lockRequest(tx, { organisationId, id });
  const before = await eventsOf(tx, id);
  const ground = await groundOf(tx, organisationId);
  const at = now();
  const added = ('kind' in event ? [event] : event).map((each) => ({ ...each, recordedAt: at.toISOString() }));
  const columns = judged(request, before, added, ground);
  const years = await movesPublished(tx, organisationId, before, [...before, ...added]);
  if (years.length > 0 && restates.trim() === '')
    throw new Refusal([{ code: 'restatement_missing', field: 'restates', years }]);
  await tx.requestEvent.createMany({
    data: added.map(({ id: key, kind, on, recordedAt: _, ...facts }, n) => ({
      ...{ organisationId, requestId: id, sequence: before.length + n + 1, key, kind, on: new Date(`${on}T00:00:00Z`) },
      ...{ facts, userId: by.id, userName: by.name, documentId: documentId ?? null, recordedAt: at },
      restates: years.length > 0 ? restates.trim() : '',
    })),
  });
  await withoutData(() =>
    tx.disclosureRequest.update({
      where: { id },
      data: { ...written(columns), version: { increment: 1 } },
      select: { id: true },
    }),
  );
  for (const { kind: entered, on } of added)
    await record(tx, { id: by.id, organisationId }, documentId ?? null, {
      ...{ kind: 'request_event', requestId: id, number: `${request.year}-${request.number}`, entered, on },
      restated: years,
    });
}

type Locked = Request & { year: number; number: number };

/** The request, held by this transaction until it ends. Another organisation's does not exist. */
async function lockRequest(tx: Tx, { organisationId, id }: Request): Promise<Locked> {
  const [held] = await tx.$queryRaw<Omit<Locked, 'id' | 'organisationId'>[]>`
    SELECT year, number FROM disclosure_request
    WHERE id = ${id}::uuid AND organisation_id = ${organisationId}::uuid FOR UPDATE`;
  if (!held) throw new Refusal([{ code: 'not_found' }]);
  return { organisationId, id, ...held };
}

/** The columns after the new events, or a refusal. */
function judged(
  { year }: Locked,
  before: readonly RequestEvent[],
  added: readonly RequestEvent[],
  ground: Ground,
): RequestColumns {
  const issues: Issue[] = objectionsTo(added, before, ground);
  if (issues.length > 0) throw new Refusal(issues);
  const columns = columnsOf([...before, ...added], ground);
  if (yearOf(columns.arrivedOn) !== year) throw new Refusal([{ code: 'request_year_fixed', field: 'on', year }]);
  return columns;
}

/** The columns of the register as Prisma writes them. */
export const written = (columns: RequestColumns) => ({
  ...columns,
  arrivedOn: new Date(`${columns.arrivedOn}T00:00:00Z`),
  receivedOn: asDate(columns.receivedOn),
  dueOn: asDate(columns.dueOn),
  endedOn: asDate(columns.endedOn),
  archivedOn: asDate(columns.archivedOn),
  caseMovedOn: asDate(columns.caseMovedOn),
});
