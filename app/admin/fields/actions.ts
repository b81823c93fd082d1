'use server';

import { redirect } from 'next/navigation';
import { changedField, newField, row } from '@/lib/domain/account';
import { changeField, closeField, createField, reopenField } from '@/lib/server/catalogue/fields';
import { formAction } from '@/lib/server/form-action';

export const createFieldAction = formAction(newField, async (input, actor) => {
  await createField(input, actor);
  redirect('/admin/fields?done=created');
});

export const changeFieldAction = formAction(changedField, async (input, actor) => {
  await changeField(input, actor);
  redirect('/admin/fields?done=changed');
});

export const closeFieldAction = formAction(row, async (input, actor) => {
  await closeField(input, actor);
  redirect('/admin/fields?done=closed');
});

export const reopenFieldAction = formAction(row, async (input, actor) => {
  await reopenField(input, actor);
  redirect('/admin/fields?done=reopened');
});
