'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { id } from '@/lib/domain/input';
import { letterKind } from '@/lib/domain/requests/letter-draft';
import { formAction } from '@/lib/server/form-action';
import { createLetter } from '@/lib/server/letters/create-letter';

export const createLetterAction = formAction(z.object({ requestId: id, kind: letterKind }), async (input, actor) => {
  redirect(`/admin/letters/${await createLetter(input, actor)}`);
});
