'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { choices, id, line, words } from '@/lib/domain/input';
import { secrecyResults } from '@/lib/domain/workflow/secrecy';
import { answerRemark } from '@/lib/server/documents/answer-remark';
import { moveDocument } from '@/lib/server/documents/move-document';
import { formAction } from '@/lib/server/form-action';
import { secrecyItems, secrecyStatement } from '@/lib/text/secrecy';

const version = z.coerce.number().int().min(0).max(2_147_483_647);

const submitForm = z.object({
  id,
  version,
  result: z.enum(secrecyResults, 'required'),
  statement: choices(z.enum(secrecyItems)).refine(
    (items) => secrecyItems.every((item) => items.includes(item)),
    'required',
  ),
  by: line(40),
  at: z.iso.date('not_a_day'),
});

export const submitAction = formAction(submitForm, async ({ result, by, at, ...document }, actor) => {
  const secrecy = { result, by, at, statement: secrecyStatement() };
  await moveDocument({ id: document.id, version: document.version, move: 'submit', note: '', secrecy }, actor);
  redirect(`/admin?done=submit&id=${document.id}`);
});

const takeBackForm = z.object({ id, version, note: words(500) });

export const takeBackAction = formAction(takeBackForm, async (request, actor) => {
  await moveDocument({ ...request, move: 'take_back' }, actor);
  redirect(`/admin/reports/${request.id}`);
});

const answerForm = z.object({ id, remarkId: id, answer: words(500).min(1, 'required') });

export const answerAction = formAction(answerForm, async (request, actor) => {
  await answerRemark(request, actor);
  refresh(); // stays on the desk, with what is being typed there
});
