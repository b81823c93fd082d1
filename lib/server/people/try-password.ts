import 'server-only';
import { createHmac } from 'node:crypto';
import { counted, forgottenBefore, noTries } from '@/lib/domain/lockout';
import { now } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db';
import { blockOf } from '@/lib/server/organisation/address';
import { locked } from '@/lib/server/people/accounts';
import { verifyPassword } from '@/lib/server/people/passwords';
import { sessionSecret } from '@/lib/server/people/session-cookie';
import { record } from '@/lib/server/record';

/** Where a password is typed: at an address that signs in, or in an open session that is asked again. */
export type Place = { address: string } | { session: string };

type Attempt = { userId: string; organisationId: string; place: Place };

/**
 * Whether the password is right. A try is counted before it is weighed and forgiven when it was right,
 * so that many tries at once are no way around the lock.
 */
export async function tryPassword(attempt: Attempt, password: string): Promise<boolean> {
  const { userId, organisationId } = attempt;
  const { failures, stored, lockedUntil } = await countTry(attempt);
  if (await verifyPassword(stored, password)) {
    await forgive(attempt);
    return true;
  }
  await db.$transaction((tx) =>
    record(tx, { id: null, organisationId }, null, { kind: 'sign_in_failed', userId, failures }),
  );
  if (lockedUntil) throw locked(lockedUntil);
  return false;
}

type CountedTry = { failures: number; stored: string; lockedUntil: Date | null };

async function countTry({ userId, organisationId, place }: Attempt): Promise<CountedTry> {
  const at = now();
  const key = keyOf(place);
  return db.$transaction(async (tx) => {
    // One try after the other: two at once would both count as the same one.
    await tx.$queryRaw`SELECT 1 FROM user_account WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
    await forget(tx, userId, at);
    const { passwordHash, failedSignIns, lockedUntil, passwordTries } = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { passwordHash: true, failedSignIns: true, lockedUntil: true, passwordTries: { where: { place: key } } },
    });
    const here = { ...noTries, ...passwordTries[0] };
    const strangers = { failures: failedSignIns, lockedUntil };
    // Who is signed in is no stranger.
    const outcome = counted('session' in place ? { ...here, rightAt: at } : here, strangers, at);
    if ('waitUntil' in outcome) throw locked(outcome.waitUntil);

    const tries = { ...outcome.here, triedAt: at };
    await tx.passwordTries.upsert({
      where: { userId_place: { userId, place: key } },
      create: { organisationId, userId, place: key, ...tries },
      update: tries,
    });
    const { failures: failed, lockedUntil: until } = outcome.strangers;
    await tx.user.update({ where: { id: userId }, data: { failedSignIns: failed, lockedUntil: until } });
    return { failures: tries.failures, stored: passwordHash, lockedUntil: outcome.lockedUntil };
  });
}

async function forgive({ userId, place }: Attempt) {
  const here = { userId, place: keyOf(place) };
  if ('session' in place) {
    await db.passwordTries.deleteMany({ where: here });
    return;
  }
  await db.$transaction(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { failedSignIns: 0, lockedUntil: null } });
    await tx.passwordTries.updateMany({ where: here, data: { failures: 0, lockedUntil: null, rightAt: now() } });
  });
}

async function forget(tx: Tx, userId: string, at: Date) {
  const before = forgottenBefore(at);
  const known = [{ rightAt: null }, { rightAt: { lte: before.rightAt } }];
  await tx.passwordTries.deleteMany({ where: { userId, triedAt: { lt: before.triedAt }, OR: known } });
}

const keyOf = (place: Place) =>
  'session' in place
    ? `session ${place.session}`
    : createHmac('sha256', sessionSecret()).update(blockOf(place.address)).digest('base64url');
