'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { organisationSettings } from '@/lib/domain/organisation';
import { letterKind } from '@/lib/domain/requests/letter-draft';
import { letterManner } from '@/lib/domain/requests/letter-manner';
import { formAction } from '@/lib/server/form-action';
import { changeLetterhead, changeLetterWording } from '@/lib/server/letters/letter-wording';

const { prefix, reconsiderationOrgan, court } = organisationSettings.shape.letters.unwrap().shape;

export const letterheadAction = formAction(z.object({ prefix, reconsiderationOrgan, court }), async (input, actor) => {
  await changeLetterhead(input, actor);
  redirect('/admin/letters/wording?done=changed');
});

export const wordingAction = formAction(
  letterManner.extend({ kind: letterKind }),
  async ({ kind, ...manner }, actor) => {
    await changeLetterWording({ kind, manner }, actor);
    redirect(`/admin/letters/wording?kind=${kind}&done=changed`);
  },
);
