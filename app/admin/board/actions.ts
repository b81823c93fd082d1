'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { row } from '@/lib/domain/account';
import { endedPosting, newPosting } from '@/lib/domain/board/posting';
import { endPosting, recordPosting, revokePosting } from '@/lib/server/board';
import { formAction } from '@/lib/server/form-action';

export const recordPostingAction = formAction(newPosting, async (input, actor, file) => {
  const chosen = file('photo');
  const photo = chosen && { name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) };
  await recordPosting({ ...input, photo }, actor);
  redirect(`/admin/board/${input.documentId}?done=posted`);
});

export const endPostingAction = formAction(endedPosting, async (input, actor) => {
  await endPosting(input, actor);
  refresh();
});

export const revokePostingAction = formAction(row, async (input, actor) => {
  await revokePosting(input, actor);
  refresh();
});
