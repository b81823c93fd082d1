import 'server-only';
import type { Role } from '@/lib/domain/access';
import { lockedAfter } from '@/lib/domain/lockout';
import { now } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db';
import { Prisma } from '@/lib/server/generated/client';
import { hashPassword, verifyPassword } from '@/lib/server/passwords';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';

/** Who acts: a person, or nobody where the process or a person not yet known does. */
export type Doer = { id: string | null; organisationId: string };

export type NewAccount = {
  signInName: string;
  name: string;
  post: string;
  roles: readonly Role[];
  password: string;
  mustChangePassword: boolean;
};

/** Adds a person to the organisation of `doer`. Asks nobody for permission: commands do that before. */
export async function createAccount(tx: Tx, { password, roles, ...account }: NewAccount, doer: Doer): Promise<string> {
  const { organisationId } = doer;
  const { id } = await tx.user.create({
    data: { ...account, organisationId, passwordHash: await hashPassword(password) },
  });
  await tx.userRole.createMany({ data: roles.map((role) => ({ organisationId, userId: id, role })) });
  await record(tx, doer, null, { kind: 'user_created', userId: id, roles: [...roles] });
  return id;
}

export async function setPassword(tx: Tx, userId: string, password: string, mustChangePassword: boolean) {
  const passwordHash = await hashPassword(password);
  const data = { passwordHash, mustChangePassword, failedSignIns: 0, lockedUntil: null };
  await tx.user.update({ where: { id: userId }, data });
}

/** Ends every session of a person, or all but one, and says so in the trail. */
export async function endSessions(tx: Tx, userId: string, doer: Doer, except?: string) {
  const open = { userId, endedAt: null, ...(except && { id: { not: except } }) };
  const { count } = await tx.signInSession.updateMany({ where: open, data: { endedAt: now() } });
  if (count > 0) await record(tx, doer, null, { kind: 'sessions_ended', userId, count });
}

type Attempt = { userId: string; organisationId: string };

/**
 * Whether the password is right. A try is counted before it is weighed and forgiven when it was right,
 * so that many tries at once are no way around the lock.
 */
export async function tryPassword({ userId, organisationId }: Attempt, password: string): Promise<boolean> {
  const { failures, stored, lockedUntil } = await countTry(userId);
  if (await verifyPassword(stored, password)) {
    await db.user.updateMany({ where: { id: userId }, data: { failedSignIns: 0, lockedUntil: null } });
    return true;
  }
  await db.$transaction((tx) =>
    record(tx, { id: null, organisationId }, null, { kind: 'sign_in_failed', userId, failures }),
  );
  if (lockedUntil) throw locked(lockedUntil);
  return false;
}

export const locked = (until: Date) => new Refusal([{ code: 'locked', field: 'password', until: until.toISOString() }]);

async function countTry(id: string): Promise<{ failures: number; stored: string; lockedUntil: Date | null }> {
  const at = now();
  const before = await db.user.findUniqueOrThrow({
    where: { id },
    select: { passwordHash: true, failedSignIns: true, lockedUntil: true },
  });
  if (before.lockedUntil && before.lockedUntil > at) throw locked(before.lockedUntil);
  const failures = before.failedSignIns + 1;
  const lockedUntil = lockedAfter(failures, at);
  const { count } = await db.user.updateMany({
    where: { id, failedSignIns: before.failedSignIns },
    data: { failedSignIns: failures, lockedUntil },
  });
  // Someone else tried in the same instant: look again.
  return count === 0 ? countTry(id) : { failures, stored: before.passwordHash, lockedUntil };
}

/** Until the transaction ends nobody else changes people or fields here: two changes cannot undo each other's ground. */
export const holdOrganisation = (tx: Tx, organisationId: string) =>
  tx.$queryRaw`SELECT 1 FROM organisation WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;

/** Whether the database refused a second row with the same name. */
export const isTaken = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
