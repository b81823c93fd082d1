'use server';

import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { row } from '@/lib/domain/account';
import { formAction } from '@/lib/server/form-action';
import { throwAwaySheet, wantImport } from '@/lib/server/import-sheets';
import { workOnSheet } from '@/lib/server/work-on-sheet';

export const importAction = formAction(row, async ({ id }, actor) => {
  await wantImport({ id }, actor);
  after(() => workOnSheet(id));
  redirect(`/admin/items/import/${id}`);
});

export const throwAwayAction = formAction(row, async (input, actor) => {
  await throwAwaySheet(input, actor);
  redirect('/admin/items/import?done=thrown');
});
