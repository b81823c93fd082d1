'use server';

import { redirect } from 'next/navigation';
import { decidedBatch, submittedBatch, takenOutRow } from '@/lib/domain/items/batch-form';
import { takeOutOfBatch } from '@/lib/server/batches/batches';
import { moveBatch } from '@/lib/server/batches/move-batch';
import { now } from '@/lib/server/clock';
import { formAction } from '@/lib/server/form-action';
import { confirmPassword } from '@/lib/server/people/confirm-password';
import { declarationStatement } from '@/lib/text/secrecy';

export const submitBatchAction = formAction(submittedBatch, async ({ result, by, at, ...seen }, actor) => {
  const secrecy = { result, by, at, statement: declarationStatement(seen.declarations) };
  await moveBatch({ ...seen, move: 'submit', note: '', secrecy }, actor);
  redirect(`/admin/batches/${seen.id}?done=submit`);
});

export const decideBatchAction = formAction(decidedBatch, async ({ password, ...request }, actor) => {
  if (password !== '') await confirmPassword(password, actor);
  await moveBatch(request, password === '' ? actor : { ...actor, confirmedAt: now() });
  redirect(`/admin/batches/${request.id}?done=${request.move}`);
});

export const takeOutAction = formAction(takenOutRow, async (input, actor) => {
  await takeOutOfBatch(input, actor);
  redirect(`/admin/batches/${input.id}?done=taken_out`);
});
