'use server';

import { redirect } from 'next/navigation';
import { changedPerson, newPerson, row } from '@/lib/domain/account';
import { formAction } from '@/lib/server/form-action';
import { addPerson, changePerson, disablePerson, enablePerson, resetPassword } from '@/lib/server/people/people';

export const addPersonAction = formAction(newPerson, addPerson);

export const changePersonAction = formAction(changedPerson, async (input, actor) => {
  await changePerson(input, actor);
  redirect('/admin/people?done=changed');
});

export const disablePersonAction = formAction(row, async (input, actor) => {
  await disablePerson(input, actor);
  redirect('/admin/people?done=disabled');
});

export const enablePersonAction = formAction(row, async (input, actor) => {
  await enablePerson(input, actor);
  redirect('/admin/people?done=enabled');
});

export const resetPasswordAction = formAction(row, resetPassword);
