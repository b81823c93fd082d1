'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { moveFields } from '@/app/admin/reports/[id]/move-fields';
import { moveDocument } from '@/lib/server/documents/move-document';
import { formAction } from '@/lib/server/form-action';

const { id, version, note } = moveFields;
const correctForm = z.object({ id, version, note, move: z.literal('correct') });

export const correctAction = formAction(correctForm, async (request, actor) => {
  await moveDocument(request, actor);
  redirect(`/admin/items/${request.id}`);
});
