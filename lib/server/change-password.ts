import 'server-only';
import { endSessions, setPassword } from '@/lib/server/accounts';
import { db } from '@/lib/server/db';
import { weaknessOf } from '@/lib/server/passwords';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';
import type { SignedIn } from '@/lib/server/session';
import { tryPassword } from '@/lib/server/try-password';

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
