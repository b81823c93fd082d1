'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { secret } from '@/lib/domain/input';
import { formAction } from '@/lib/server/form-action';
import { changePassword } from '@/lib/server/people/change-password';
import { currentActor, takeCookieBack } from '@/lib/server/people/session';
import { signOut, signOutEverywhere } from '@/lib/server/people/sign-in';

const form = z.object({ password: secret, newPassword: secret, repeated: secret });

export const changePasswordAction = formAction(
  form,
  async (input, actor) => {
    await changePassword(input, actor);
    redirect(actor.mustChangePassword ? '/admin' : '/admin/password?done=changed');
  },
  { evenWithPasswordDue: true },
);

export async function signOutAction() {
  const actor = await currentActor();
  if (actor) await signOut(actor);
  await takeCookieBack();
  redirect('/admin/sign-in?why=out');
}

export async function signOutEverywhereAction() {
  const actor = await currentActor();
  if (actor) await signOutEverywhere(actor);
  await takeCookieBack();
  redirect('/admin/sign-in?why=out');
}
