'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { moveFields } from '@/app/admin/reports/[id]/move-fields';
import { id, line, optionalLine, words } from '@/lib/domain/input';
import { deliveryWays, requestDay } from '@/lib/domain/requests/events';
import { letterDraft, letterKind } from '@/lib/domain/requests/letter-draft';
import { secrecyResults } from '@/lib/domain/workflow/secrecy';
import { deliverLetter } from '@/lib/server/deliver-letter';
import { formAction } from '@/lib/server/form-action';
import { moveDocument } from '@/lib/server/move-document';
import { Refusal } from '@/lib/server/refusal';
import { changeLetterKind, saveLetter } from '@/lib/server/save-letter';
import { secrecyStatement } from '@/lib/text/secrecy';

const { version, note } = moveFields;
const { facts, manner } = letterDraft.shape;

/** The form of the desk: facts under `fact/`, own words under `manner/`; saved, or saved and submitted. */
const deskForm = z
  .looseObject({
    ...{ id, version },
    deed: z.enum(['save', 'submit']).default('save'),
    restates: words(500).default(''),
    result: z.enum(secrecyResults).optional(),
    by: optionalLine(40).default(''),
    at: z.iso.date('not_a_day').optional(),
  })
  .transform((form, context) => {
    const parsed = z
      .object({ facts, manner })
      .safeParse({ facts: below(form, 'fact/'), manner: below(form, 'manner/') });
    if (parsed.success) return { ...form, ...parsed.data };
    for (const { path, message } of parsed.error.issues)
      context.addIssue({
        code: 'custom',
        path: [`${path[0] === 'facts' ? 'fact' : 'manner'}/${path.slice(1).join('.')}`],
        message,
      });
    return z.NEVER;
  });

function below(form: Readonly<Record<string, unknown>>, prefix: string) {
  const entries = Object.entries(form).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(entries.map(([name, value]) => [name.slice(prefix.length), value]));
}

export const letterDeskAction = formAction(deskForm, async (form, actor) => {
  const saved = await saveLetter(form, actor);
  if (form.deed === 'save') redirect(`/admin/letters/${form.id}?done=saved`);
  const { result, by, at } = form;
  const secrecy = result && by !== '' && at ? { result, by, at, statement: secrecyStatement() } : null;
  try {
    await moveDocument({ id: form.id, version: saved, move: 'submit', note: '', secrecy }, actor);
  } catch (error) {
    if (error instanceof Refusal) refresh(); // what was saved is the new version
    throw error;
  }
  redirect(`/admin?done=submit&id=${form.id}`);
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
