import 'server-only';
import { type Actor, denial } from '@/lib/domain/access';
import type { DueKind, Place, RegisterFilter, Sort } from '@/lib/domain/items/register-filter';
import { dueKinds, pagesBeside } from '@/lib/domain/items/register-filter';
import type { Status } from '@/lib/domain/workflow/moves';
import { today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { Prisma } from '@/lib/server/generated/client';
import { dayOfDate } from '@/lib/server/items/item-columns';
import { chosenBase, chosenBy, idsFrom, standsTo } from '@/lib/server/items/register-query';
import { Refusal } from '@/lib/server/refusal';
import { dueOfItem } from '@/lib/server/reports/due';

const { sql } = Prisma;
const onePage = 50;

/** A page of the register: rows, how many there are by state and by deadline, and where the pages beside it begin. */
export async function registerPage(filter: RegisterFilter, actor: Actor) {
  askToView(actor);
  const { organisationId } = actor;
  const where = chosenBy(organisationId, filter);
  const [counts, page] = await Promise.all([countsOf(organisationId, filter), pageOf(where, filter, onePage)]);
  const beside = pagesBeside(page, filter, (row) => placeOf(row, filter.sort));
  return { rows: page.rows, ...counts, ...beside, today: today() };
}
export type RegisterPage = Awaited<ReturnType<typeof registerPage>>;

/** What the register can be narrowed to. */
export async function registerChoices(actor: Actor) {
  askToView(actor);
  const { organisationId } = actor;
  const [nodes, fields, people] = await Promise.all([
    db.catalogueNode.findMany({
      where: { organisationId },
      orderBy: [{ kind: 'asc' }, { position: 'asc' }],
      select: { id: true, kind: true, code: true, label: true, closedAt: true },
    }),
    db.field.findMany({
      where: { organisationId },
      orderBy: { id: 'asc' },
      select: { id: true, name: true, closedAt: true },
    }),
    db.user.findMany({
      where: { organisationId, roles: { some: { role: 'drafter' } } },
      orderBy: { createdAt: 'asc' },
      select: { id: true, name: true, post: true },
    }),
  ]);
  return {
    nodes: nodes.map(({ closedAt, ...node }) => ({ ...node, closed: closedAt !== null })),
    fields: fields.map(({ closedAt, ...field }) => ({ ...field, closed: closedAt !== null })),
    people,
  };
}

const eachField = 5;

/** What is to be public within five working days, today, or already should be: by field, the most pressing first. */
export async function dueItems(actor: Actor) {
  askToView(actor);
  const pressing = sql`organisation_id = ${actor.organisationId}::uuid
    AND (${standsTo('overdue')} OR ${standsTo('today')} OR ${standsTo('soon')})`;
  const lines = await db.$queryRaw<FieldLine[]>`
    SELECT field_id AS "fieldId", field.name,
      count(*) FILTER (WHERE ${standsTo('overdue')})::int AS overdue,
      count(*) FILTER (WHERE ${standsTo('today')})::int AS today,
      count(*) FILTER (WHERE ${standsTo('soon')})::int AS soon,
      (array_agg(document_id::text ORDER BY due_on, document_id))[1:${eachField}::int] AS ids
    FROM (SELECT * FROM disclosure_item WHERE ${pressing}) item JOIN field ON field.id = field_id
    GROUP BY field_id, field.name ORDER BY min(due_on), field.name`;
  const rows = new Map((await rowsOf(lines.flatMap(({ ids }) => ids))).map((row) => [row.id, row]));
  return lines.map(({ ids, ...line }) => ({ ...line, rows: ids.flatMap((id) => rows.get(id) ?? []) }));
}

type FieldLine = { fieldId: string; name: string; overdue: number; today: number; soon: number; ids: string[] };

/** All rows that a filter chooses, in its order, some thousand at a time: for what is written out. */
export async function* registerRows(filter: RegisterFilter, actor: Actor): AsyncGenerator<RegisterRow[]> {
  askToView(actor);
  const where = chosenBy(actor.organisationId, filter);
  for (let after: Place | null = null; ; ) {
    const { rows, more } = await pageOf(where, { ...filter, after, before: null }, 2_000);
    yield rows;
    const last = rows.at(-1);
    if (!more || !last) return;
    after = placeOf(last, filter.sort);
  }
}

function askToView(actor: Actor) {
  const reason = denial(actor, 'view');
  if (reason) throw new Refusal([{ code: 'not_allowed', denial: reason }]);
}

type Counted = { status: Status; chosen: number } & Record<DueKind, number>;

/** How many there are of each state, and to each deadline, under all else that is chosen. */
async function countsOf(organisationId: string, filter: RegisterFilter) {
  const chosen = filter.due ? standsTo(filter.due) : sql`TRUE`;
  const lines = await db.$queryRaw<Counted[]>`
    SELECT status, count(*) FILTER (WHERE ${chosen})::int AS chosen,
      count(*) FILTER (WHERE ${standsTo('overdue')})::int AS overdue,
      count(*) FILTER (WHERE ${standsTo('today')})::int AS today,
      count(*) FILTER (WHERE ${standsTo('soon')})::int AS soon,
      count(*) FILTER (WHERE ${standsTo('late')})::int AS late
    FROM disclosure_item WHERE ${chosenBase(organisationId, filter)} GROUP BY status`;
  const inState = lines.filter(({ status }) => filter.status === null || status === filter.status);
  const sum = (list: readonly Counted[], what: DueKind | 'chosen') => list.reduce((all, line) => all + line[what], 0);
  const dues = dueKinds.map((kind): [DueKind, number] => [kind, sum(inState, kind)]);
  return {
    total: sum(inState, 'chosen'),
    /** Of every state together. */
    all: sum(lines, 'chosen'),
    byStatus: new Map(lines.map(({ status, chosen: count }) => [status, count])),
    byDue: new Map(dues),
  };
}

async function pageOf(where: Prisma.Sql, { sort, after, before }: RegisterFilter, take: number) {
  const ids = await db.$queryRaw<{ document_id: string }[]>(idsFrom(where, sort, { after, before }, take + 1));
  const shown = ids.slice(0, take).map(({ document_id }) => document_id);
  const rows = await rowsOf(before ? shown.toReversed() : shown);
  return { rows, more: ids.length > take };
}

const columns = {
  ...{ documentId: true, indexNumber: true, status: true, attribute: true, validity: true, documentNumber: true },
  ...{ formedOn: true, dueOn: true, dueProvisional: true, reassessOn: true, firstPublishedOn: true },
  ...{ rowSha256: true, batchId: true },
  node: { select: { label: true } },
  class: { select: { label: true } },
  document: {
    select: { title: true, path: true, drafter: { select: { name: true } }, field: { select: { name: true } } },
  },
} satisfies Prisma.DisclosureItemSelect;

async function rowsOf(ids: readonly string[]) {
  const found = await db.disclosureItem.findMany({ where: { documentId: { in: [...ids] } }, select: columns });
  const byId = new Map(found.map((item) => [item.documentId, item]));
  return ids.flatMap((id) => {
    const item = byId.get(id);
    return item ? [rowOf(item)] : [];
  });
}

function rowOf({
  documentId,
  document,
  rowSha256,
  ...item
}: Prisma.DisclosureItemGetPayload<{ select: typeof columns }>) {
  const { indexNumber, status, attribute, validity, documentNumber, batchId } = item;
  const [dueOn, firstPublishedOn] = [dayOfDate(item.dueOn), dayOfDate(item.firstPublishedOn)];
  return {
    ...{ id: documentId, indexNumber, status, attribute, validity, documentNumber, batchId, dueOn, firstPublishedOn },
    ...{ title: document.title, path: document.path, drafter: document.drafter.name, field: document.field.name },
    node: item.node.label,
    class: item.class?.label ?? null,
    formedOn: dayOfDate(item.formedOn),
    reassessOn: attribute === 'proactive' ? null : dayOfDate(item.reassessOn),
    /** Seen from today; null for what is public, or has no last day. */
    due: firstPublishedOn === null && attribute === 'proactive' ? dueOfItem(item) : null,
    late: firstPublishedOn !== null && dueOn !== null && firstPublishedOn > dueOn,
    /** 历史信息: taken in from a list. */
    past: rowSha256 !== null,
  };
}

export type RegisterRow = ReturnType<typeof rowOf>;

function placeOf(row: RegisterRow, sort: Sort): Place {
  const day = { newest: null, due: row.dueOn, formed: row.formedOn, published: row.firstPublishedOn }[sort];
  return { day, id: row.id };
}
