'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { id, line, words } from '@/lib/domain/input';
import { type ChangeableField, changeableFieldNames } from '@/lib/domain/requests/request-change';
import { formAction } from '@/lib/server/form-action';
import { changeRequest } from '@/lib/server/requests/change-request';

// The values are judged against what stands there now: changedRequest reads them.
const typed = z.partialRecord(
  z.enum(changeableFieldNames as readonly [ChangeableField, ...ChangeableField[]]),
  z.string().max(10_000).catch(''),
);
const head = z.looseObject({
  id,
  version: z.coerce.number().int().min(0),
  reason: line(200),
  restates: words(500).default(''),
});

export const changeRequestAction = formAction(
  head,
  async ({ id: request, version, reason, restates, ...rest }, actor) => {
    const told = Object.entries(rest).filter(([name]) => (changeableFieldNames as readonly string[]).includes(name));
    await changeRequest(
      { id: request, version, typed: typed.parse(Object.fromEntries(told)), reason, restates },
      actor,
    );
    redirect(`/admin/requests/${request}?done=changed#asked`);
  },
);
