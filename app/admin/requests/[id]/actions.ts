'use server';

import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { id, optionalLine } from '@/lib/domain/input';
import type { Issue } from '@/lib/domain/issue';
import { correctionFormHead, eventFormHead, eventOfForm, placeOfObstacle } from '@/lib/domain/requests/event-form';
import type { RequestEvent } from '@/lib/domain/requests/events';
import { requestFileKinds } from '@/lib/domain/requests/request-form';
import { today } from '@/lib/server/clock';
import { formAction } from '@/lib/server/form-action';
import { Refusal } from '@/lib/server/refusal';
import { appendEvent } from '@/lib/server/requests/append-event';
import { addRequestFile, eraseRequestFile } from '@/lib/server/requests/request-files';
import { assignRequest, revealApplicant } from '@/lib/server/requests/requests';

export const enterEventAction = formAction(eventFormHead, async ({ id, version, kind, restates, ...typed }, actor) => {
  const event = eventOrRefusal(eventOfForm(kind, typed, randomUUID()));
  await placed(appendEvent({ id, version, events: event, restates }, actor));
  redirect(`/admin/requests/${id}?done=${kind}#events`);
});

export const correctEventAction = formAction(
  correctionFormHead,
  async ({ id, version, kind, restates, event: wrong, deed, reason, ...typed }, actor) => {
    const reversal: RequestEvent = { id: randomUUID(), kind: 'reversed', on: today(), event: wrong, reason };
    const instead = deed === 'replace' ? [eventOrRefusal(eventOfForm(kind, typed, randomUUID()))] : [];
    await placed(appendEvent({ id, version, events: [reversal, ...instead], restates }, actor));
    redirect(`/admin/requests/${id}?done=reversed#events`);
  },
);

export const revealAction = formAction(z.object({ id, reason: optionalLine(200).default('') }), revealApplicant);

export const assignAction = formAction(z.object({ id, handlerId: id }), async (input, actor) => {
  await assignRequest(input, actor);
  redirect(`/admin/requests/${input.id}?done=assigned`);
});

export const addFileAction = formAction(
  z.object({ id, kind: z.enum(requestFileKinds) }),
  async (input, actor, file) => {
    const chosen = file('attachment');
    if (!chosen) throw new Refusal([{ code: 'bad_input', field: 'attachment', problem: 'required' }]);
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    await addRequestFile(input.id, { kind: input.kind, name: chosen.name, bytes }, actor);
    redirect(`/admin/requests/${input.id}?done=file#files`);
  },
);

export const eraseFileAction = formAction(z.object({ id, fileId: id }), async (input, actor) => {
  await eraseRequestFile(input, actor);
  redirect(`/admin/requests/${input.id}?done=erased#files`);
});

function eventOrRefusal(answer: RequestEvent | Issue[]): RequestEvent {
  if ('kind' in answer) return answer;
  throw new Refusal(answer);
}

/** What the law objects to stands beside the field that it is about. */
async function placed(entry: Promise<void>): Promise<void> {
  try {
    await entry;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.issues.map(atItsField));
  }
}

function atItsField(issue: Issue): Issue {
  if (issue.code !== 'request_event_refused') return issue;
  const field = placeOfObstacle(issue.because);
  return field === undefined ? issue : { ...issue, field };
}
