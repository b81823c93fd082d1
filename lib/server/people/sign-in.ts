import 'server-only';
import { LRUCache } from 'lru-cache';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { counted, noTries, type Tries } from '@/lib/domain/lockout';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { blockOf } from '@/lib/server/organisation/address';
import { endSessions, locked } from '@/lib/server/people/accounts';
import { verifyPassword } from '@/lib/server/people/passwords';
import type { SignedIn } from '@/lib/server/people/session';
import { tryPassword } from '@/lib/server/people/try-password';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';

/** As stored: how the name was typed does not matter. */
export const signInNameOf = (typed: string) => typed.normalize('NFKC').trim().toLowerCase();

/**
 * Opens a session and answers its key. One refusal for every reason: who has an account here, who was disabled
 * and who mistyped cannot be told apart, neither by the words nor by the time that it takes.
 */
export async function signIn(typedName: string, password: string, address: string): Promise<string> {
  const forgive = await countTryFrom(address);
  const signInName = signInNameOf(typedName);
  const user = await db.user.findUnique({
    where: { signInName },
    select: { id: true, organisationId: true, disabledAt: true },
  });
  const right =
    user && !user.disabledAt
      ? await tryPassword({ userId: user.id, organisationId: user.organisationId, place: { address } }, password)
      : await tryInVain(signInName, password, address);
  if (!user || !right) throw new Refusal([{ code: 'sign_in_failed', field: 'password' }]);
  await forgive();
  return openSession(user.id, user.organisationId);
}

async function openSession(userId: string, organisationId: string): Promise<string> {
  const at = now();
  return db.$transaction(async (tx) => {
    const { id } = await tx.signInSession.create({ data: { userId, organisationId, startedAt: at, lastSeenAt: at } });
    await record(tx, { id: userId, organisationId }, null, { kind: 'signed_in' });
    return id;
  });
}

export async function signOut(actor: SignedIn) {
  await db.$transaction(async (tx) => {
    const ended = { id: actor.sessionId, userId: actor.id, endedAt: null };
    const { count } = await tx.signInSession.updateMany({ where: ended, data: { endedAt: now() } });
    if (count > 0) await record(tx, actor, null, { kind: 'signed_out' });
  });
}

export async function signOutEverywhere(actor: SignedIn) {
  await db.$transaction((tx) => endSessions(tx, actor.id, actor));
}

// Names that nobody has are locked like those that somebody has: by the place, and for all strangers together.
const inVain = new LRUCache<string, Tries>({ max: 20_000 });

async function tryInVain(signInName: string, password: string, address: string): Promise<false> {
  const place = JSON.stringify([signInName, blockOf(address)]);
  const here = { ...noTries, ...inVain.get(place) };
  const outcome = counted(here, inVain.get(signInName) ?? noTries, now());
  if ('waitUntil' in outcome) throw locked(outcome.waitUntil);
  inVain.set(place, outcome.here);
  inVain.set(signInName, outcome.strangers);
  await verifyPassword(null, password);
  if (outcome.lockedUntil) throw locked(outcome.lockedUntil);
  return false;
}

// One address is one browser at home, but a whole office behind its proxy: generous, and forgotten after ten minutes.
const tries = new RateLimiterMemory({ points: 50, duration: 10 * 60 });

/** Counts one try of an address before it is weighed; answers how to forgive it. */
async function countTryFrom(address: string): Promise<() => Promise<unknown>> {
  const from = blockOf(address);
  try {
    await tries.consume(from);
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    throw locked(new Date(now().getTime() + reason.msBeforeNext));
  }
  return () => tries.reward(from);
}

/** The last address is the one that our own proxy, or the process itself, has written. */
export const addressOf = (forwardedFor: string | null | undefined) => forwardedFor?.split(',').at(-1)?.trim() ?? '';
