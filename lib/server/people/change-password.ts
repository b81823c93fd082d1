import 'server-only';
import { db } from '@/lib/server/db';
import { endSessions, setPassword } from '@/lib/server/people/accounts';
import { weaknessOf } from '@/lib/server/people/passwords';
import type { SignedIn } from '@/lib/server/people/session';
import { tryPassword } from '@/lib/server/people/try-password';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';

type Change = { password: string; newPassword: string; repeated: string };

/** Other sessions of the person end; this one goes on. */
export async function changePassword({ password, newPassword, repeated }: Change, actor: SignedIn) {
  const { id, organisationId, organisation } = actor;
  if (newPassword !== repeated) throw new Refusal([{ code: 'password_differs', field: 'repeated' }]);
  const { signInName, name } = await db.user.findUniqueOrThrow({
    where: { id },
    select: { signInName: true, name: true },
  });
  const weakness = newPassword === password ? 'unchanged' : weaknessOf(newPassword, { signInName, name, organisation });
  if (weakness) throw new Refusal([{ code: 'password_weak', field: 'newPassword', weakness }]);
  const place = { session: actor.sessionId };
  const right = await tryPassword({ userId: id, organisationId, place }, password);
  if (!right) throw new Refusal([{ code: 'password_wrong', field: 'password' }]);
  await db.$transaction(async (tx) => {
    await setPassword(tx, id, newPassword, false);
    await record(tx, actor, null, { kind: 'password_changed' });
    await endSessions(tx, id, actor, actor.sessionId);
  });
}
