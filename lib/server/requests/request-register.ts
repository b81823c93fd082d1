import 'server-only';
import { type Actor, can } from '@/lib/domain/access';
import { yearOf } from '@/lib/domain/calendar/day';
import { type Place, pagesBeside } from '@/lib/domain/items/register-filter';
import { maskedApplicantName } from '@/lib/domain/requests/masked-applicant';
import {
  type RequestDueKind,
  type RequestFilter,
  type RequestSort,
  requestDueKinds,
} from '@/lib/domain/requests/register-filter';
import { requestsBehind } from '@/lib/domain/requests/sources';
import { today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { Prisma } from '@/lib/server/generated/client';
import { dayOfDate } from '@/lib/server/items/item-columns';
import { Refusal } from '@/lib/server/refusal';
import { dueOfRows } from '@/lib/server/reports/due';
import { standingRequests } from '@/lib/server/requests/request-figures';
import {
  requestIdsFrom,
  requestStandsTo,
  requestsChosenBase,
  requestsChosenBy,
} from '@/lib/server/requests/request-query';

const { sql } = Prisma;
const onePage = 50;

/** A page of the register of requests: rows, counts by stage and by last day, and where the pages beside it begin. */
export async function requestRegisterPage(filter: RequestFilter, actor: Actor) {
  askToSeeRequests(actor);
  const { organisationId } = actor;
  const behind = await countedBy(organisationId, filter);
  const where = requestsChosenBy(organisationId, filter, behind);
  const [counts, page] = await Promise.all([countsOf(organisationId, filter, behind), pageOf(where, filter, onePage)]);
  const beside = pagesBeside(page, filter, (row) => placeOf(row, filter.sort));
  return { rows: page.rows, ...counts, ...beside, today: today() };
}
export type RequestRegisterPage = Awaited<ReturnType<typeof requestRegisterPage>>;

/** What the register can be narrowed to: years that have requests, and who may see to one. */
export async function requestChoices(actor: Actor) {
  askToSeeRequests(actor);
  const { organisationId } = actor;
  const [years, people] = await Promise.all([
    // By the database: `distinct` would read every request of the organisation.
    db.disclosureRequest.groupBy({ by: ['year'], where: { organisationId }, orderBy: { year: 'desc' } }),
    db.user.findMany({
      where: { organisationId, roles: { some: { role: 'drafter' } } },
      orderBy: { createdAt: 'asc' },
      select: { id: true, name: true, post: true, disabledAt: true },
    }),
  ]);
  return {
    years: years.map(({ year }) => year),
    people: people.map(({ disabledAt, ...person }) => ({ ...person, gone: disabledAt !== null })),
  };
}

/** All rows that a filter chooses, in its order, some thousand at a time: for what is written out. */
export async function* requestRows(filter: RequestFilter, actor: Actor): AsyncGenerator<RequestRegisterRow[]> {
  askToSeeRequests(actor);
  const { organisationId } = actor;
  const where = requestsChosenBy(organisationId, filter, await countedBy(organisationId, filter));
  for (let after: Place | null = null; ; ) {
    const { rows, more } = await pageOf(where, { ...filter, after, before: null }, 2_000);
    yield rows;
    const last = rows.at(-1);
    if (!more || !last) return;
    after = placeOf(last, filter.sort);
  }
}

function askToSeeRequests(actor: Actor) {
  if (!can(actor, 'view_requests')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
}

/** The requests that a cell of a report counts; null where no cell is asked about. */
async function countedBy(organisationId: string, { counted, report }: RequestFilter): Promise<string[] | null> {
  if (counted === null) return null;
  const year = report ?? yearOf(today());
  const requests = await standingRequests(db, organisationId, { from: year, to: year });
  return requestsBehind(requests, year, counted);
}

type Counted = { stage: string; chosen: number } & Record<RequestDueKind, number>;

async function countsOf(organisationId: string, filter: RequestFilter, behind: readonly string[] | null) {
  const chosen = filter.due ? requestStandsTo(filter.due) : sql`TRUE`;
  const lines = await db.$queryRaw<Counted[]>`
    SELECT stage, count(*) FILTER (WHERE ${chosen})::int AS chosen,
      count(*) FILTER (WHERE ${requestStandsTo('overdue')})::int AS overdue,
      count(*) FILTER (WHERE ${requestStandsTo('today')})::int AS today,
      count(*) FILTER (WHERE ${requestStandsTo('soon')})::int AS soon
    FROM disclosure_request WHERE ${requestsChosenBase(organisationId, filter, behind)} GROUP BY stage`;
  const inStage = lines.filter(({ stage }) => filter.stage === null || stage === filter.stage);
  const sum = (list: readonly Counted[], what: RequestDueKind | 'chosen') =>
    list.reduce((all, line) => all + line[what], 0);
  return {
    total: sum(inStage, 'chosen'),
    /** Of every stage together. */
    all: sum(lines, 'chosen'),
    byStage: new Map(lines.map(({ stage, chosen: count }) => [stage, count])),
    byDue: new Map(requestDueKinds.map((kind): [RequestDueKind, number] => [kind, sum(inStage, kind)])),
  };
}

async function pageOf(where: Prisma.Sql, { sort, after, before }: RequestFilter, take: number) {
  const ids = await db.$queryRaw<{ id: string }[]>(requestIdsFrom(where, sort, { after, before }, take + 1));
  const shown = ids.slice(0, take).map(({ id }) => id);
  const rows = await requestRowsCalled(before ? shown.toReversed() : shown);
  return { rows, more: ids.length > take };
}

const columns = {
  ...{ id: true, year: true, number: true, applicantKind: true, applicantName: true, asked: true, channel: true },
  ...{ stage: true, arrivedOn: true, receivedOn: true, dueStep: true, dueOn: true, dueProvisional: true },
  ...{ endedOn: true, resultRow: true, archivedOn: true, casesOpen: true, handlerId: true, rowSha256: true },
  handler: { select: { name: true } },
} satisfies Prisma.DisclosureRequestSelect;

/** Lines of the register by id, in the order of the ids. */
export async function requestRowsCalled(ids: readonly string[]): Promise<RequestRegisterRow[]> {
  const found = await db.disclosureRequest.findMany({ where: { id: { in: [...ids] } }, select: columns });
  const byId = new Map(found.map((row) => [row.id, row]));
  const due = dueOfRows();
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [rowOf(row, due)] : [];
  });
}

type Row = Prisma.DisclosureRequestGetPayload<{ select: typeof columns }>;

function rowOf({ applicantName, rowSha256, handler, ...row }: Row, due: ReturnType<typeof dueOfRows>) {
  const { id, year, number, applicantKind, asked, channel, stage, dueStep, resultRow, casesOpen, handlerId } = row;
  return {
    ...{ id, year, number, applicantKind, asked, channel, stage, dueStep, resultRow, casesOpen, handlerId },
    /** Masked. */
    applicant: maskedApplicantName(applicantName, applicantKind),
    handler: handler.name,
    arrivedOn: dayOfDate(row.arrivedOn),
    receivedOn: dayOfDate(row.receivedOn),
    endedOn: dayOfDate(row.endedOn),
    archivedOn: dayOfDate(row.archivedOn),
    dueOn: dayOfDate(row.dueOn),
    /** Seen from today; null where the office has nothing to do by a day. */
    due: due(row),
    /** Taken in from a list. */
    past: rowSha256 !== null,
  };
}
export type RequestRegisterRow = ReturnType<typeof rowOf>;

function placeOf(row: RequestRegisterRow, sort: RequestSort): Place {
  const day = { newest: null, due: row.dueOn, arrived: row.arrivedOn, ended: row.endedOn }[sort];
  return { day, id: row.id };
}
