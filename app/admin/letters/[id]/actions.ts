'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { moveFields } from '@/app/admin/reports/[id]/move-fields';
import { id, line, optionalLine, words } from '@/lib/domain/input';
import { deliveryWays, requestDay } from '@/lib/domain/requests/events';
import { letterKind } from '@/lib/domain/requests/letter-draft';
import { secrecyResults } from '@/lib/domain/workflow/secrecy';
import { moveDocument } from '@/lib/server/documents/move-document';
import { formAction } from '@/lib/server/form-action';
import { deliverLetter } from '@/lib/server/letters/deliver-letter';
import { changeLetterKind } from '@/lib/server/letters/save-letter';
import { secrecyStatement } from '@/lib/text/secrecy';

const { version, note } = moveFields;
const submitForm = z.object({
  ...{ id, version },
  result: z.enum(secrecyResults).optional(),
  by: optionalLine(40).default(''),
  at: z.iso.date('not_a_day').optional(),
});

/** The secrecy review belongs to letters that hand something over; whether it is missing, the workflow says. */
export const submitLetterAction = formAction(submitForm, async ({ result, by, at, ...document }, actor) => {
  const secrecy = result && by !== '' && at ? { result, by, at, statement: secrecyStatement() } : null;
  await moveDocument({ ...document, move: 'submit', note: '', secrecy }, actor);
  redirect(`/admin?done=submit&id=${document.id}`);
});

export const changeKindAction = formAction(z.object({ id, version, kind: letterKind }), async (input, actor) => {
  await changeLetterKind(input, actor);
  redirect(`/admin/letters/${input.id}`);
});

export const takeBackAction = formAction(z.object({ id, version, note }), async (request, actor) => {
  await moveDocument({ ...request, move: 'take_back' }, actor);
  redirect(`/admin/letters/${request.id}`);
});

const deliveryForm = z.object({
  id,
  on: requestDay,
  way: z.enum(deliveryWays, 'required'),
  proof: line(200),
  restates: words(500).default(''),
});

export const deliverAction = formAction(deliveryForm, async (input, actor, file) => {
  const chosen = file('attachment');
  const brought = chosen && { name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) };
  await deliverLetter(input, brought, actor);
  redirect(`/admin/letters/${input.id}?done=delivered`);
});
