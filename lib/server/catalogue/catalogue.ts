import 'server-only';
import type { Actor } from '@/lib/domain/access';
import type { ChangedNode, MovedNode, NewNode } from '@/lib/domain/catalogue/node-form';
import { publishingPeriod } from '@/lib/domain/catalogue/publishing-period';
import { id as rowId } from '@/lib/domain/input';
import { type Way, ways } from '@/lib/domain/items/content';
import { now } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db';
import type { CatalogueNode, Prisma } from '@/lib/server/generated/client';
import { recountDueDays } from '@/lib/server/items/recount-due-days';
import { holdOrganisation } from '@/lib/server/people/accounts';
import { askToManage } from '@/lib/server/people/ask-to-manage';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';

const shown = {
  ...{ id: true, kind: true, code: true, label: true, basis: true, period: true, ways: true, closedAt: true },
  field: { select: { id: true, name: true } },
} satisfies Prisma.CatalogueNodeSelect;

// By the parts of the catalogue (the enum's order), and within a part as the office has arranged it.
const inOrder = [
  { kind: 'asc' },
  { position: 'asc' },
  { id: 'asc' },
] satisfies Prisma.CatalogueNodeOrderByWithRelationInput[];

/** The whole catalogue of the organisation, closed nodes among the others. */
export async function nodeList(actor: Actor) {
  askToManage(actor);
  const { organisationId } = actor;
  const rows = await db.catalogueNode.findMany({ where: { organisationId }, select: shown, orderBy: inOrder });
  return rows.map(nodeOfRow);
}

/** One node with how much hangs on it; null for none and for another organisation's. */
export async function nodeOf(id: string, actor: Actor) {
  askToManage(actor);
  if (!rowId.safeParse(id).success) return null;
  const row = await db.catalogueNode.findFirst({ where: { id, organisationId: actor.organisationId }, select: shown });
  return row && { ...nodeOfRow(row), items: await itemsOn(db, id) };
}

export type NodeInList = ReturnType<typeof nodeOfRow>;

function nodeOfRow({ closedAt, period, ...node }: Prisma.CatalogueNodeGetPayload<{ select: typeof shown }>) {
  return {
    ...node,
    ways: node.ways.filter(isWay),
    closed: closedAt !== null,
    period: publishingPeriod.parse(period),
  };
}

const isWay = (name: string): name is Way => ways.some((way) => way === name);

/** Fields that a node can be given to: the open ones, and the one that it has. */
export async function fieldsForNodes(actor: Actor) {
  askToManage(actor);
  return db.field.findMany({
    where: { organisationId: actor.organisationId },
    select: { id: true, name: true, closedAt: true },
    orderBy: { id: 'asc' },
  });
}

export async function createNode({ code, label, period, ...node }: NewNode, actor: Actor) {
  askToManage(actor);
  const { organisationId } = actor;
  await db.$transaction(async (tx) => {
    await holdOrganisation(tx, organisationId);
    await refuseTaken(tx, actor, { code, label });
    await refuseUnknownField(tx, actor, node.fieldId);
    const last = await tx.catalogueNode.aggregate({ where: { organisationId, kind: 'own' }, _max: { position: true } });
    const position = (last._max.position ?? 0) + 1;
    const data = { ...node, organisationId, kind: 'own' as const, code, label, period, position };
    const { id } = await tx.catalogueNode.create({ data, select: { id: true } });
    await record(tx, actor, null, { kind: 'node_created', nodeId: id, label });
  });
}

/** Name and basis of a node of the law stay the law's. */
export async function changeNode({ id, label, basis, period, ways: chosen, fieldId }: ChangedNode, actor: Actor) {
  askToManage(actor);
  await db.$transaction(async (tx) => {
    const before = await lockNode(tx, id, actor);
    const after = { label: label ?? before.label, basis: basis ?? before.basis, period, ways: chosen, fieldId };
    const facts = changedFacts(before, after);
    if (facts.length === 0) return;
    if (before.kind !== 'own') refuseRewording(facts);
    if (facts.includes('label')) await refuseTaken(tx, actor, { label: after.label });
    if (facts.includes('fieldId')) await refuseUnknownField(tx, actor, fieldId);
    await tx.catalogueNode.update({ where: { id }, data: after, select: { id: true } });
    if (facts.includes('period')) await recountDueDays(tx, id, period);
    await record(tx, actor, null, { kind: 'node_changed', nodeId: id, label: after.label, facts });
  });
}

/** One place up or down among those of its part. At the end of the list nothing happens. */
export async function moveNode({ id, direction }: MovedNode, actor: Actor) {
  askToManage(actor);
  await db.$transaction(async (tx) => {
    const { organisationId, kind, label } = await lockNode(tx, id, actor);
    const part = await tx.catalogueNode.findMany({
      where: { organisationId, kind },
      orderBy: inOrder,
      select: { id: true, position: true },
    });
    const from = part.findIndex((node) => node.id === id);
    const to = direction === 'up' ? from - 1 : from + 1;
    const [node, neighbour] = [part[from], part[to]];
    if (!node || !neighbour) return;
    await tx.catalogueNode.update({ where: { id }, data: { position: neighbour.position } });
    await tx.catalogueNode.update({ where: { id: neighbour.id }, data: { position: node.position } });
    await record(tx, actor, null, { kind: 'node_moved', nodeId: id, label, direction });
  });
}

/** A closed node takes no new item; those that hang on it stay. */
export async function closeNode({ id }: { id: string }, actor: Actor) {
  askToManage(actor);
  await db.$transaction(async (tx) => {
    const { closedAt, label } = await lockNode(tx, id, actor);
    if (closedAt) return;
    await tx.catalogueNode.update({ where: { id }, data: { closedAt: now() } });
    await record(tx, actor, null, { kind: 'node_closed', nodeId: id, label });
  });
}

export async function reopenNode({ id }: { id: string }, actor: Actor) {
  askToManage(actor);
  await db.$transaction(async (tx) => {
    const { closedAt, label } = await lockNode(tx, id, actor);
    if (!closedAt) return;
    await tx.catalogueNode.update({ where: { id }, data: { closedAt: null } });
    await record(tx, actor, null, { kind: 'node_reopened', nodeId: id, label });
  });
}

/** Only an own node on which nothing hangs; what hangs there keeps its place for good. */
export async function deleteNode({ id }: { id: string }, actor: Actor) {
  askToManage(actor);
  await db.$transaction(async (tx) => {
    const { kind, label } = await lockNode(tx, id, actor);
    if (kind !== 'own') throw new Refusal([{ code: 'node_of_law' }]);
    const items = await itemsOn(tx, id);
    if (items > 0) throw new Refusal([{ code: 'node_in_use', items }]);
    await tx.catalogueNode.delete({ where: { id } });
    await record(tx, actor, null, { kind: 'node_deleted', nodeId: id, label });
  });
}

async function lockNode(tx: Tx, id: string, { organisationId }: Actor): Promise<CatalogueNode> {
  await holdOrganisation(tx, organisationId);
  const node = await tx.catalogueNode.findFirst({ where: { id, organisationId } });
  if (!node) throw new Refusal([{ code: 'not_found' }]);
  return node;
}

/** Items that hang on a node, as their place or as their class. */
const itemsOn = (tx: Tx, id: string) => tx.disclosureItem.count({ where: { OR: [{ nodeId: id }, { classId: id }] } });

type Facts = Pick<ChangedNode, 'period' | 'ways' | 'fieldId'> & { label: string; basis: string };

function changedFacts(before: CatalogueNode, after: Facts): string[] {
  const period = publishingPeriod.parse(before.period);
  const same: Record<keyof Facts, boolean> = {
    label: before.label === after.label,
    basis: before.basis === after.basis,
    period: period.days === after.period.days && period.unit === after.period.unit,
    ways: before.ways.toSorted().join() === after.ways.toSorted().join(),
    fieldId: before.fieldId === after.fieldId,
  };
  return Object.entries(same).flatMap(([fact, unchanged]) => (unchanged ? [] : [fact]));
}

function refuseRewording(facts: readonly string[]) {
  for (const field of ['label', 'basis'] as const) {
    if (facts.includes(field)) throw new Refusal([{ code: 'node_of_law', field }]);
  }
}

async function refuseTaken(tx: Tx, { organisationId }: Actor, { code, label }: { code?: string; label: string }) {
  const taken = async (where: Prisma.CatalogueNodeWhereInput) =>
    (await tx.catalogueNode.count({ where: { organisationId, ...where } })) > 0;
  if (code !== undefined && (await taken({ code }))) throw new Refusal([{ code: 'name_taken', field: 'code' }]);
  if (await taken({ label })) throw new Refusal([{ code: 'name_taken', field: 'label' }]);
}

async function refuseUnknownField(tx: Tx, { organisationId }: Actor, fieldId: string | null) {
  if (fieldId === null) return;
  const field = await tx.field.findFirst({ where: { id: fieldId, organisationId }, select: { id: true } });
  if (!field) throw new Refusal([{ code: 'not_found' }]);
}
