'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { moveAs } from '@/app/admin/reports/[id]/move-as';
import { moveFields } from '@/app/admin/reports/[id]/move-fields';
import { formAction } from '@/lib/server/form-action';

const signOffForm = z.object({ ...moveFields, move: z.enum(['sign_off', 'send_back']) });

export const signOffAction = formAction(signOffForm, async ({ password, ...request }, actor) => {
  await moveAs(actor, request.move === 'sign_off' ? password : '', request);
  redirect(`/admin?done=${request.move}&id=${request.id}`);
});
