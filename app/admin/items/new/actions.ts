'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { id, line } from '@/lib/domain/input';
import { formAction } from '@/lib/server/form-action';
import { createItem } from '@/lib/server/items/create-item';

const newForm = z.object({ nodeId: id, title: line(300) });

export const createItemAction = formAction(newForm, async (input, actor) => {
  redirect(`/admin/items/${await createItem(input, actor)}`);
});
