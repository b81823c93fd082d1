'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { moveAs } from '@/app/admin/reports/[id]/move-as';
import { moveFields } from '@/app/admin/reports/[id]/move-fields';
import { formAction } from '@/lib/server/form-action';

const withdrawForm = z.object({ ...moveFields, move: z.literal('withdraw') });

export const withdrawAction = formAction(withdrawForm, async ({ password, ...request }, actor) => {
  await moveAs(actor, password, request);
  redirect(`/admin?done=withdraw&id=${request.id}`);
});
