'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { row } from '@/lib/domain/account';
import { endedPosting, newPosting, photographed } from '@/lib/domain/board/posting';
import { type FileAt, formAction } from '@/lib/server/form-action';
import { endPosting, photographPosting, recordPosting, revokePosting } from '@/lib/server/items/board';

export const recordPostingAction = formAction(newPosting, async (input, actor, file) => {
  await recordPosting({ ...input, photo: await photoIn(file) }, actor);
  redirect(`/admin/board/${input.documentId}?done=posted`);
});

export const photographPostingAction = formAction(photographed, async (input, actor, file) => {
  const documentId = await photographPosting({ ...input, photo: await photoIn(file) }, actor);
  redirect(`/admin/board/${documentId}?done=photographed`);
});

async function photoIn(file: FileAt) {
  const chosen = file('photo');
  return chosen && { name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) };
}

export const endPostingAction = formAction(endedPosting, async (input, actor) => {
  await endPosting(input, actor);
  refresh();
});

export const revokePostingAction = formAction(row, async (input, actor) => {
  await revokePosting(input, actor);
  refresh();
});
