'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { line, secret } from '@/lib/domain/input';
import { type FormState, through } from '@/lib/server/form-action';
import { giveCookie } from '@/lib/server/people/session';
import { addressOf, signIn } from '@/lib/server/people/sign-in';

const form = z.object({
  signInName: line(64),
  password: secret,
  // Only pages of the office: a link from outside cannot send anybody elsewhere after sign-in.
  back: z
    .string()
    .regex(/^\/admin(\/[\w-]+)*(\?[\w=&%.-]*)?$/)
    .catch('/admin'),
});

export async function signInAction(_before: FormState, typed: FormData) {
  return through(form, typed, async ({ signInName, password, back }) => {
    await giveCookie(await signIn(signInName, password, addressOf((await headers()).get('x-forwarded-for'))));
    redirect(back);
  });
}
