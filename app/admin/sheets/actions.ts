'use server';

import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { row } from '@/lib/domain/account';
import { formAction } from '@/lib/server/form-action';
import { throwAwaySheet, wantImport } from '@/lib/server/sheets/import-sheets';
import { workOnSheet } from '@/lib/server/sheets/work-on-sheet';

export const importAction = formAction(row, async ({ id }, actor) => {
  const { kind } = await wantImport({ id }, actor);
  after(() => workOnSheet(id));
  redirect(`/admin/${kind}/import/${id}`);
});

export const throwAwayAction = formAction(row, async (input, actor) => {
  const { kind } = await throwAwaySheet(input, actor);
  redirect(`/admin/${kind}/import?done=thrown`);
});
