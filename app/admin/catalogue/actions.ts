'use server';

import { redirect } from 'next/navigation';
import { row } from '@/lib/domain/account';
import { changedNode, movedNode, newNode } from '@/lib/domain/catalogue/node-form';
import { changeNode, closeNode, createNode, deleteNode, moveNode, reopenNode } from '@/lib/server/catalogue/catalogue';
import { formAction } from '@/lib/server/form-action';

export const createNodeAction = formAction(newNode, async (input, actor) => {
  await createNode(input, actor);
  redirect('/admin/catalogue?done=created');
});

export const changeNodeAction = formAction(changedNode, async (input, actor) => {
  await changeNode(input, actor);
  redirect('/admin/catalogue?done=changed');
});

export const moveNodeAction = formAction(movedNode, async (input, actor) => {
  await moveNode(input, actor);
  redirect(`/admin/catalogue#node-${input.id}`);
});

export const closeNodeAction = formAction(row, async (input, actor) => {
  await closeNode(input, actor);
  redirect('/admin/catalogue?done=closed');
});

export const reopenNodeAction = formAction(row, async (input, actor) => {
  await reopenNode(input, actor);
  redirect('/admin/catalogue?done=reopened');
});

export const deleteNodeAction = formAction(row, async (input, actor) => {
  await deleteNode(input, actor);
  redirect('/admin/catalogue?done=deleted');
});
