'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { moveFields } from '@/app/admin/reports/[id]/move-fields';
import { choices, line } from '@/lib/domain/input';
import { declarations, secrecyResults } from '@/lib/domain/workflow/secrecy';
import { moveDocument } from '@/lib/server/documents/move-document';
import { formAction } from '@/lib/server/form-action';
import { declarationStatement } from '@/lib/text/secrecy';

const { id, version, note } = moveFields;

const submitForm = z.object({
  ...{ id, version },
  result: z.enum(secrecyResults, 'required'),
  declarations: choices(z.enum(declarations)),
  by: line(40),
  at: z.iso.date('not_a_day'),
});

export const submitAction = formAction(submitForm, async ({ result, by, at, ...request }, actor) => {
  const secrecy = { result, by, at, statement: declarationStatement(request.declarations) };
  await moveDocument({ ...request, move: 'submit', note: '', secrecy }, actor);
  redirect(`/admin?done=submit&id=${request.id}`);
});

const takeBackForm = z.object({ id, version, note });

export const takeBackAction = formAction(takeBackForm, async (request, actor) => {
  await moveDocument({ ...request, move: 'take_back' }, actor);
  redirect(`/admin/items/${request.id}`);
});
