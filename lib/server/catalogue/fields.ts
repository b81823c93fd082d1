import 'server-only';
import type { Actor } from '@/lib/domain/access';
import { id as rowId } from '@/lib/domain/input';
import { now } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';
import { holdOrganisation, isTaken } from '@/lib/server/people/accounts';
import { askToManage } from '@/lib/server/people/ask-to-manage';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';

const shown = {
  id: true,
  name: true,
  closedAt: true,
  leaders: { select: { user: { select: { id: true, name: true, disabledAt: true } } } },
} satisfies Prisma.FieldSelect;

/** The fields of the organisation, closed ones last. */
export async function fieldList(actor: Actor) {
  askToManage(actor);
  const rows = await db.field.findMany({
    where: { organisationId: actor.organisationId },
    select: shown,
    orderBy: [{ closedAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
  });
  return rows.map(fieldOfRow);
}

/** One field of the organisation; null for none and for another's. */
export async function fieldOf(id: string, actor: Actor) {
  askToManage(actor);
  if (!rowId.safeParse(id).success) return null;
  const row = await db.field.findFirst({ where: { id, organisationId: actor.organisationId }, select: shown });
  return row && fieldOfRow(row);
}

export type FieldInList = ReturnType<typeof fieldOfRow>;

const fieldOfRow = ({ closedAt, leaders, ...field }: Prisma.FieldGetPayload<{ select: typeof shown }>) => ({
  ...field,
  closed: closedAt !== null,
  leaders: leaders.map(({ user: { disabledAt, ...user } }) => ({ ...user, disabled: disabledAt !== null })),
});

/** Those who may be put in charge of a field. */
export async function sectionLeaders(actor: Actor) {
  askToManage(actor);
  return db.user.findMany({
    where: { organisationId: actor.organisationId, disabledAt: null, roles: { some: { role: 'section_leader' } } },
    select: { id: true, name: true, post: true },
    orderBy: { createdAt: 'asc' },
  });
}

export async function createField({ name, leaders }: { name: string; leaders: readonly string[] }, actor: Actor) {
  askToManage(actor);
  await freshName(() =>
    db.$transaction(async (tx) => {
      await holdOrganisation(tx, actor.organisationId);
      const { id } = await tx.field.create({ data: { organisationId: actor.organisationId, name } });
      await record(tx, actor, null, { kind: 'field_created', fieldId: id, name });
      if (leaders.length > 0) await setLeaders(tx, id, leaders, actor);
    }),
  );
}

type FieldChange = { id: string; name: string; leaders: readonly string[] };

export async function changeField({ id, name, leaders }: FieldChange, actor: Actor) {
  askToManage(actor);
  await freshName(() =>
    db.$transaction(async (tx) => {
      const before = await lockField(tx, id, actor);
      if (before.name !== name) {
        await tx.field.update({ where: { id }, data: { name } });
        await record(tx, actor, null, { kind: 'field_changed', fieldId: id, name });
      }
      if (before.leaders.length !== leaders.length || before.leaders.some(({ userId }) => !leaders.includes(userId))) {
        await setLeaders(tx, id, leaders, actor);
      }
    }),
  );
}

/** A closed field takes no new document; those under way go on. */
export async function closeField({ id }: { id: string }, actor: Actor) {
  askToManage(actor);
  await db.$transaction(async (tx) => {
    const { closedAt } = await lockField(tx, id, actor);
    if (closedAt) return;
    await tx.field.update({ where: { id }, data: { closedAt: now() } });
    await record(tx, actor, null, { kind: 'field_closed', fieldId: id });
  });
}

export async function reopenField({ id }: { id: string }, actor: Actor) {
  askToManage(actor);
  await db.$transaction(async (tx) => {
    const { closedAt } = await lockField(tx, id, actor);
    if (!closedAt) return;
    await tx.field.update({ where: { id }, data: { closedAt: null } });
    await record(tx, actor, null, { kind: 'field_reopened', fieldId: id });
  });
}

// The organisation is held first, as where roles are taken away: a leader always has the role.
async function lockField(tx: Tx, id: string, { organisationId }: Actor) {
  await holdOrganisation(tx, organisationId);
  const field = await tx.field.findFirst({ where: { id, organisationId }, include: { leaders: true } });
  if (!field) throw new Refusal([{ code: 'not_found' }]);
  return field;
}

async function setLeaders(tx: Tx, fieldId: string, leaders: readonly string[], actor: Actor) {
  const { organisationId } = actor;
  const userIds = [...new Set(leaders)];
  const people = await tx.user.findMany({
    where: { organisationId, id: { in: userIds } },
    select: { id: true, name: true, roles: { select: { role: true } } },
  });
  if (people.length < userIds.length) throw new Refusal([{ code: 'not_found' }]);
  const without = people.find(({ roles }) => !roles.some(({ role }) => role === 'section_leader'));
  if (without) throw new Refusal([{ code: 'leader_without_role', field: 'leaders', name: without.name }]);
  await tx.fieldLeader.deleteMany({ where: { fieldId } });
  await tx.fieldLeader.createMany({ data: userIds.map((userId) => ({ organisationId, fieldId, userId })) });
  await record(tx, actor, null, { kind: 'leaders_set', fieldId, userIds });
}

async function freshName(run: () => Promise<void>) {
  try {
    await run();
  } catch (error) {
    if (isTaken(error)) throw new Refusal([{ code: 'name_taken', field: 'name' }]);
    throw error;
  }
}
