import 'server-only';
import type { Actor, Role } from '@/lib/domain/access';
import { id as rowId } from '@/lib/domain/input';
import type { Issue } from '@/lib/domain/issue';
import { latest } from '@/lib/domain/lockout';
import { now } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';
import { createAccount, endSessions, holdOrganisation, isTaken, setPassword } from '@/lib/server/people/accounts';
import { askToManage } from '@/lib/server/people/ask-to-manage';
import { oneTimePassword } from '@/lib/server/people/passwords';
import { signInNameOf } from '@/lib/server/people/sign-in';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';

const shown = {
  id: true,
  signInName: true,
  name: true,
  post: true,
  mustChangePassword: true,
  lockedUntil: true,
  passwordTries: { select: { lockedUntil: true } },
  disabledAt: true,
  roles: { select: { role: true }, orderBy: { role: 'asc' } },
  leads: { select: { field: { select: { name: true } } } },
  sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: 'desc' }, take: 1 },
} satisfies Prisma.UserSelect;

/** Everybody of the organisation, those who were disabled last. */
export async function peopleList(actor: Actor) {
  askToManage(actor);
  const rows = await db.user.findMany({
    where: { organisationId: actor.organisationId },
    select: shown,
    orderBy: [{ disabledAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'asc' }],
  });
  return rows.map(personOfRow);
}

/** One person of the organisation; null for nobody and for somebody of another. */
export async function personOf(id: string, actor: Actor) {
  askToManage(actor);
  if (!rowId.safeParse(id).success) return null;
  const row = await db.user.findFirst({ where: { id, organisationId: actor.organisationId }, select: shown });
  return row && personOfRow(row);
}

export type Person = NonNullable<Awaited<ReturnType<typeof personOf>>>;

function personOfRow({
  roles,
  leads,
  sessions,
  lockedUntil: strangersUntil,
  passwordTries,
  disabledAt,
  ...person
}: Prisma.UserGetPayload<{ select: typeof shown }>) {
  // Locked somewhere: the administrator need not know where.
  const lockedUntil = passwordTries.map((tries) => tries.lockedUntil).reduce(latest, strangersUntil);
  return {
    ...person,
    roles: roles.map(({ role }) => role),
    leads: leads.map(({ field }) => field.name),
    disabled: disabledAt !== null,
    lockedUntil: lockedUntil && lockedUntil > now() ? lockedUntil : null,
    lastSeenAt: sessions[0]?.lastSeenAt ?? null,
  };
}

export type PersonInput = { name: string; post: string; roles: readonly Role[] };

/** Answers the password for the first sign-in: it is shown once and stored nowhere. */
export async function addPerson(input: PersonInput & { signInName: string }, actor: Actor) {
  askToManage(actor);
  refuseIfAny(objectionsToRoles(input.roles));
  const password = oneTimePassword();
  const account = { ...input, signInName: signInNameOf(input.signInName), password, mustChangePassword: true };
  try {
    const id = await db.$transaction((tx) => createAccount(tx, account, actor));
    return { id, name: input.name, signInName: account.signInName, password };
  } catch (error) {
    if (isTaken(error)) throw new Refusal([{ code: 'name_taken', field: 'signInName' }]);
    throw error;
  }
}

export async function changePerson({ id, ...input }: PersonInput & { id: string }, actor: Actor) {
  askToManage(actor);
  refuseIfAny(objectionsToRoles(input.roles));
  await db.$transaction(async (tx) => {
    const { before, held } = await lockPerson(tx, id, actor);
    const added = input.roles.filter((role) => !held.includes(role));
    const removed = held.filter((role) => !input.roles.includes(role));
    if (removed.includes('administrator')) await refuseWithoutAdministrator(tx, id, actor);

    const fields = (['name', 'post'] as const).filter((field) => before[field] !== input[field]);
    if (fields.length > 0) {
      await tx.user.update({ where: { id }, data: { name: input.name, post: input.post } });
      await record(tx, actor, null, {
        kind: 'user_changed',
        userId: id,
        fields: fields.map((field) => `user.${field}`),
      });
    }
    const { organisationId } = actor;
    await tx.userRole.createMany({ data: added.map((role) => ({ organisationId, userId: id, role })) });
    await tx.userRole.deleteMany({ where: { userId: id, role: { in: removed } } });
    for (const role of added) await record(tx, actor, null, { kind: 'role_granted', userId: id, role });
    for (const role of removed) await record(tx, actor, null, { kind: 'role_withdrawn', userId: id, role });
    if (removed.includes('section_leader')) await leaveFields(tx, id, actor);
    if (removed.length > 0) await endSessions(tx, id, actor);
  });
}

export async function disablePerson({ id }: { id: string }, actor: Actor) {
  askToManage(actor);
  await db.$transaction(async (tx) => {
    const { before } = await lockPerson(tx, id, actor);
    if (before.disabledAt) return;
    await refuseWithoutAdministrator(tx, id, actor);
    await tx.user.update({ where: { id }, data: { disabledAt: now() } });
    await record(tx, actor, null, { kind: 'user_disabled', userId: id });
    await endSessions(tx, id, actor);
  });
}

export async function enablePerson({ id }: { id: string }, actor: Actor) {
  askToManage(actor);
  await db.$transaction(async (tx) => {
    const { before } = await lockPerson(tx, id, actor);
    if (!before.disabledAt) return;
    await tx.user.update({ where: { id }, data: { disabledAt: null } });
    await record(tx, actor, null, { kind: 'user_enabled', userId: id });
  });
}

/** Lifts the lock too. Answers the password for the next sign-in, where it must be changed. */
export async function resetPassword({ id }: { id: string }, actor: Actor) {
  askToManage(actor);
  const password = oneTimePassword();
  return db.$transaction(async (tx) => {
    const { before } = await lockPerson(tx, id, actor);
    await setPassword(tx, id, password, true);
    await record(tx, actor, null, { kind: 'password_reset', userId: id });
    await endSessions(tx, id, actor);
    return { name: before.name, signInName: before.signInName, password };
  });
}

// Administrators keep the keys and take part in no document, so that nobody can open a door for themselves.
function objectionsToRoles(roles: readonly Role[]): Issue[] {
  if (roles.length === 0) return [{ code: 'bad_input', field: 'roles', problem: 'required' }];
  if (roles.includes('administrator') && roles.length > 1) return [{ code: 'administrator_apart', field: 'roles' }];
  return [];
}

function refuseIfAny(issues: Issue[]) {
  if (issues.length > 0) throw new Refusal(issues);
}

// The organisation is held first: two administrators who dismiss each other at once would both succeed.
async function lockPerson(tx: Tx, id: string, { organisationId }: Actor) {
  await holdOrganisation(tx, organisationId);
  const before = await tx.user.findFirst({ where: { id, organisationId }, include: { roles: true } });
  if (!before) throw new Refusal([{ code: 'not_found' }]);
  return { before, held: before.roles.map(({ role }) => role) };
}

async function refuseWithoutAdministrator(tx: Tx, leaving: string, { organisationId }: Actor) {
  const others = {
    organisationId,
    disabledAt: null,
    id: { not: leaving },
    roles: { some: { role: 'administrator' } },
  } as const;
  if ((await tx.user.count({ where: others })) === 0)
    throw new Refusal([{ code: 'last_administrator', field: 'roles' }]);
}

async function leaveFields(tx: Tx, userId: string, actor: Actor) {
  const left = await tx.fieldLeader.findMany({ where: { userId }, select: { fieldId: true } });
  await tx.fieldLeader.deleteMany({ where: { userId } });
  for (const { fieldId } of left) {
    const rest = await tx.fieldLeader.findMany({ where: { fieldId }, select: { userId: true } });
    await record(tx, actor, null, { kind: 'leaders_set', fieldId, userIds: rest.map((leader) => leader.userId) });
  }
}
