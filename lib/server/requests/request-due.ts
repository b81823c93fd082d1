import 'server-only';
import { type Actor, can } from '@/lib/domain/access';
import type { Day } from '@/lib/domain/calendar/day';
import { itemCharges, pageFee } from '@/lib/domain/requests/fees';
import { db } from '@/lib/server/db';
import { Prisma } from '@/lib/server/generated/client';
import { Refusal } from '@/lib/server/refusal';
import { requestStandsTo } from '@/lib/server/requests/request-query';
import { requestRowsCalled } from '@/lib/server/requests/request-register';
import { type EarlierRequest, earlierInMonth, monthOf } from '@/lib/server/requests/same-applicant';

const { sql } = Prisma;
const eachPerson = 5;

type PersonLine = { handlerId: string; name: string; overdue: number; today: number; soon: number; ids: string[] };

/** What the office has to do within five working days, today, or should have done: by person, the most pressing first. */
export async function dueRequests(actor: Actor) {
  if (!can(actor, 'view_requests')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
  const lines = await db.$queryRaw<PersonLine[]>`
    SELECT handler_id AS "handlerId", person.name,
      count(*) FILTER (WHERE ${requestStandsTo('overdue')})::int AS overdue,
      count(*) FILTER (WHERE ${requestStandsTo('today')})::int AS today,
      count(*) FILTER (WHERE ${requestStandsTo('soon')})::int AS soon,
      (array_agg(request.id::text ORDER BY due_on, request.id))[1:${eachPerson}::int] AS ids
    FROM (SELECT * FROM disclosure_request WHERE ${pressing(actor)}) request JOIN user_account person ON person.id = handler_id
    GROUP BY handler_id, person.name ORDER BY min(due_on), person.name`;
  const rows = new Map((await requestRowsCalled(lines.flatMap(({ ids }) => ids))).map((row) => [row.id, row]));
  return lines.map(({ ids, ...line }) => ({ ...line, rows: ids.flatMap((id) => rows.get(id) ?? []) }));
}

/** How many press: those of the person where they see to requests, else all; for the banner after signing in. Null: not for their eyes. */
export async function pressingRequests(actor: Actor): Promise<{ overdue: number; today: number; soon: number } | null> {
  if (!can(actor, 'view_requests')) return null;
  const own = can(actor, 'handle_requests') ? sql`AND handler_id = ${actor.id}::uuid` : Prisma.empty;
  const [line] = await db.$queryRaw<{ overdue: number; today: number; soon: number }[]>`
    SELECT count(*) FILTER (WHERE ${requestStandsTo('overdue')})::int AS overdue,
      count(*) FILTER (WHERE ${requestStandsTo('today')})::int AS today,
      count(*) FILTER (WHERE ${requestStandsTo('soon')})::int AS soon
    FROM disclosure_request WHERE ${pressing(actor)} ${own}`;
  return line ?? null;
}

const pressing = ({ organisationId }: Actor) => sql`organisation_id = ${organisationId}::uuid
  AND (${requestStandsTo('overdue')} OR ${requestStandsTo('today')} OR ${requestStandsTo('soon')})`;

export type FeeQuestion = { method: 'items' | 'pages'; quantity: number };
export type FeeAnswer = {
  /** Whole 元. */
  fee: number;
  /** By item: those that the applicant has asked for in the same calendar month before this request. */
  itemsBefore: number;
  month: string;
  /** By item: the earlier requests of that month, each with the items into which it was divided. */
  requests: EarlierRequest[];
};

/**
 * What a request costs (国办函〔2020〕109号): by page on its own, by item with all that the same applicant asked for in the
 * calendar month of its receipt, in the order of their days. Null where it is not there, or the applicant cannot be told from others.
 */
export async function feeOf(id: string, { method, quantity }: FeeQuestion, actor: Actor): Promise<FeeAnswer | null> {
  if (!can(actor, 'handle_requests')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
  const row = await db.disclosureRequest.findFirst({ where: { id, organisationId: actor.organisationId } });
  if (!row) return null;
  const month = monthOf(row);
  if (method === 'pages') return { fee: pageFee(quantity), itemsBefore: 0, month, requests: [] };
  const requests = await earlierInMonth(db, row);
  if (!requests) return null;
  const asked = [...requests, { id, items: quantity }].map(({ id: each, items }) => {
    return { id: each, items, on: `${month}-01` as Day }; // all of one month, in order
  });
  const own = itemCharges(asked).at(-1);
  return { fee: own?.fee ?? 0, itemsBefore: own?.itemsBefore ?? 0, month, requests };
}
