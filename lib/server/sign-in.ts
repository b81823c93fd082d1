import 'server-only';
import { LRUCache } from 'lru-cache';
import { lockedAfter } from '@/lib/domain/lockout';
import { endSessions, locked, tryPassword } from '@/lib/server/accounts';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { verifyPassword } from '@/lib/server/passwords';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';
import type { SignedIn } from '@/lib/server/session';

/** As stored: how the name was typed does not matter. */
export const signInNameOf = (typed: string) => typed.normalize('NFKC').trim().toLowerCase();

/**
 * Opens a session and answers its key. One refusal for every reason: who has an account here, who was disabled
 * and who mistyped cannot be told apart, neither by the words nor by the time that it takes.
 */
export async function signIn(typedName: string, password: string, address: string): Promise<string> {
  const forgive = countTryFrom(address);
  const signInName = signInNameOf(typedName);
  const user = await db.user.findUnique({
    where: { signInName },
    select: { id: true, organisationId: true, disabledAt: true },
  });
  const right =
    user && !user.disabledAt
      ? await tryPassword({ userId: user.id, organisationId: user.organisationId }, password)
      : await tryInVain(signInName, password);
  if (!user || !right) throw new Refusal([{ code: 'sign_in_failed', field: 'password' }]);
  forgive();
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

// Names that nobody has are locked like those that somebody has.
const inVain = new LRUCache<string, { failures: number; lockedUntil: Date | null }>({ max: 10_000 });

async function tryInVain(signInName: string, password: string): Promise<false> {
  const before = inVain.get(signInName);
  if (before?.lockedUntil && before.lockedUntil > now()) throw locked(before.lockedUntil);
  const failures = (before?.failures ?? 0) + 1;
  const lockedUntil = lockedAfter(failures, now());
  inVain.set(signInName, { failures, lockedUntil });
  await verifyPassword(null, password);
  if (lockedUntil) throw locked(lockedUntil);
  return false;
}

// One address is one browser at home, but a whole office behind its proxy: generous, and forgotten after ten minutes.
const triesAllowed = 50;
const window = 10 * 60_000;
const triesFrom = new LRUCache<string, { count: number; until: Date }>({ max: 10_000 });

function countTryFrom(address: string): () => void {
  const at = now();
  const before = triesFrom.get(address);
  const tries = before && before.until > at ? before : { count: 0, until: new Date(at.getTime() + window) };
  if (tries.count >= triesAllowed) throw locked(tries.until);
  tries.count += 1;
  triesFrom.set(address, tries);
  return () => {
    tries.count -= 1;
  };
}

/** The last address is the one that our own proxy, or the process itself, has written. */
export const addressOf = (forwardedFor: string | null | undefined) => forwardedFor?.split(',').at(-1)?.trim() ?? '';
