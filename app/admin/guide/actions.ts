'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { formAction } from '@/lib/server/form-action';
import { openGuide } from '@/lib/server/guide/open-guide';

export const openGuideAction = formAction(z.object({}), async (_input, actor) => {
  redirect(`/admin/guide/${await openGuide(actor)}`);
});
