import 'server-only';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import type { SignedIn } from '@/lib/server/people/session';
import { tryPassword } from '@/lib/server/people/try-password';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';

const validity = 5 * 60_000;

/** Whether the password was asked again recently enough for approving and signing. */
export const isConfirmed = ({ confirmedAt }: Pick<SignedIn, 'confirmedAt'>, at: Date) =>
  confirmedAt !== null && confirmedAt <= at && at.getTime() - confirmedAt.getTime() < validity;

/**
 * Asks for the password again. Wrong ones count in this session alone: neither does a stranger at the sign-in page keep
 * a leader from signing, nor does this question keep anybody from signing in.
 * Answers the person as they are from now on.
 */
export async function confirmPassword(password: string, actor: SignedIn): Promise<SignedIn> {
  const { id: userId, organisationId, sessionId: session } = actor;
  const right = await tryPassword({ userId, organisationId, place: { session } }, password);
  if (!right) throw new Refusal([{ code: 'password_wrong', field: 'password' }]);
  const confirmedAt = now();
  await db.$transaction(async (tx) => {
    const open = { id: actor.sessionId, userId: actor.id, endedAt: null };
    const { count } = await tx.signInSession.updateMany({ where: open, data: { confirmedAt } });
    if (count === 0) throw new Refusal([{ code: 'not_signed_in' }]);
    await record(tx, actor, null, { kind: 'password_confirmed' });
  });
  return { ...actor, confirmedAt };
}
