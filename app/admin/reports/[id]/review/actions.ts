'use server';

import { redirect } from 'next/navigation';
import { moveAs } from '@/app/admin/reports/[id]/move-as';
import { reviewForm } from '@/app/admin/reports/[id]/review/review-form';
import { formAction } from '@/lib/server/form-action';
import { Refusal } from '@/lib/server/refusal';

export const reviewAction = formAction(reviewForm, async ({ password, ...request }, actor) => {
  const count = request.remarks.length;
  if (request.move === 'approve' && count > 0) throw new Refusal([{ code: 'remarks_left', count }]);
  await moveAs(actor, request.move === 'approve' ? password : '', request);
  redirect(`/admin?done=${request.move}&id=${request.id}`);
});
