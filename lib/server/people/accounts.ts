import 'server-only';
import type { Role } from '@/lib/domain/access';
import { now } from '@/lib/server/clock';
import type { Tx } from '@/lib/server/db';
import { Prisma } from '@/lib/server/generated/client';
import { hashPassword } from '@/lib/server/people/passwords';
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
  await tx.passwordTries.deleteMany({ where: { userId } });
}

/** Ends every session of a person, or all but one, and says so in the trail. */
export async function endSessions(tx: Tx, userId: string, doer: Doer, except?: string) {
  const open = { userId, endedAt: null, ...(except && { id: { not: except } }) };
  const { count } = await tx.signInSession.updateMany({ where: open, data: { endedAt: now() } });
  if (count > 0) await record(tx, doer, null, { kind: 'sessions_ended', userId, count });
}

export const locked = (until: Date) => new Refusal([{ code: 'locked', field: 'password', until: until.toISOString() }]);

/** Until the transaction ends nobody else changes people or fields here: two changes cannot undo each other's ground. */
export const holdOrganisation = (tx: Tx, organisationId: string) =>
  tx.$queryRaw`SELECT 1 FROM organisation WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;

/** Whether the database refused a second row with the same name. */
export const isTaken = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
