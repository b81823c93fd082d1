import { randomUUID } from 'node:crypto';
import type { Day } from '@/lib/domain/calendar/day';
import type { RequestEvent } from '@/lib/domain/requests/events';
import { type LetterOp, setLetter } from '@/lib/domain/requests/letter-merge';
import type { LetterKind } from '@/lib/domain/requests/letters';
import { letterInput } from '@/lib/domain/requests/some-letters';
import { typedAs } from '@/lib/domain/requests/typed-letter';
import type { Status } from '@/lib/domain/workflow/moves';
import { db } from '@/lib/server/db';
import { createLetter } from '@/lib/server/letters/create-letter';
import { type LetterDesk, letterDesk } from '@/lib/server/letters/letters';
import { saveLetter } from '@/lib/server/letters/save-letter';
import type { SignedIn } from '@/lib/server/people/session';
import { aBareRequest, entering } from '@/lib/server/testing/a-bare-request';
import { moveOneStep, type People } from '@/lib/server/testing/the-way';

/** What the letters of tests need of an organisation: where one may contest them. */
export async function withLetterhead({ organisationId }: SignedIn) {
  const letters = { prefix: '德政', reconsiderationOrgan: '嵩县人民政府' };
  await db.organisation.update({ where: { id: organisationId }, data: { settings: { letters } } });
}

/** A request with its events. */
export async function aRequestWith(events: readonly RequestEvent[], drafter: SignedIn, arrivedOn: Day = '2024-03-01') {
  const request = await aBareRequest(drafter, arrivedOn);
  await entering(request, events, drafter);
  return request;
}

type LetterWish = { requestId: string; kind: LetterKind; status: Status; facts?: Record<string, string> };

/** Opens and fills a letter through the commands that people use, and moves it on to the status wished. */
export async function bringLetter({ requestId, kind, status, facts = {} }: LetterWish, people: People) {
  const id = await createLetter({ requestId, kind }, people.drafter);
  await fillLetter(id, { ...typedAs(letterInput(kind)), ...facts }, people.drafter);
  return moveLetterOn(id, status, people);
}

/** Makes a letter hold these facts and no others. Answers the new version. */
export async function fillLetter(id: string, facts: Record<string, string>, drafter: SignedIn, restates = '') {
  const { state } = await deskOf(id, drafter);
  const names = new Set([...Object.keys(state.draft.facts), ...Object.keys(facts)]);
  const changes = [
    ...[...names].flatMap((name) => setLetter(state, name, facts[name] ?? '')),
    ...setLetter(state, 'restates', restates),
  ];
  return saveLetterOps(id, changes, drafter);
}

export async function saveLetterOps(id: string, changes: LetterOp[], drafter: SignedIn) {
  const { version, conflicts } = await saveLetter({ id, saveId: randomUUID(), base: 0, changes }, drafter);
  if (conflicts.length > 0) throw new Error('the draft holds something else already');
  return version;
}

export async function moveLetterOn(id: string, status: Status, people: People) {
  for (;;) {
    const { document, frozen } = await deskOf(id, people.drafter);
    const sha256 = frozen?.sha256 ?? null;
    const done = document.status === status || !(await moveOneStep({ ...document, sha256 }, people));
    if (done) return { ...document, sha256 };
  }
}

export async function deskOf(id: string, actor: SignedIn): Promise<LetterDesk> {
  const desk = await letterDesk(id, actor);
  if (!desk) throw new Error(`letter ${id} is not to be seen`);
  return desk;
}
