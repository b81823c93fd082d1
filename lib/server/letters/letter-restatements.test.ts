import { beforeEach, expect, test } from 'vitest';
import type { Day } from '@/lib/domain/calendar/day';
import { received } from '@/lib/domain/requests/a-request';
import { now, today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { moveDocument } from '@/lib/server/documents/move-document';
import { letterReviewOf } from '@/lib/server/letters/letters';
import { restatementsFor } from '@/lib/server/reports/restatements';
import { eventsOf } from '@/lib/server/requests/request-events';
import {
  aRequestWith,
  bringLetter,
  deskOf,
  moveLetterOn,
  saveLetterOps,
  withLetterhead,
} from '@/lib/server/testing/a-letter';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { issuesOf } from '@/lib/server/testing/issues-of';
import { withDatabase } from '@/lib/server/testing/with-database';

withDatabase();
let town: Township;
beforeEach(async () => {
  town = await aTownship();
  await withLetterhead(town.people.drafter);
});

const year = Number(today().slice(0, 4)) - 2;
const day = (rest: string): Day => `${year}-${rest}` as Day;

/** A letter that is dated in the year of its request. */
async function aLetterOf(status: 'draft' | 'in_sign_off') {
  const request = await aRequestWith(received(day('12-20')), town.people.drafter, day('12-20'));
  const wish = { requestId: request.id, kind: 'publication' as const, status, facts: { on: day('12-29') } };
  return { request, ...(await bringLetter(wish, town.people)) };
}

const writeReason = (id: string, to: string) =>
  saveLetterOps(id, [{ kind: 'restates', from: '', to }], town.people.drafter);

test('a letter that moves a published year says why before it is submitted, and the leaders read it', async () => {
  const { id, request } = await aLetterOf('draft');
  expect((await deskOf(id, town.people.drafter)).findings).toEqual([]);
  await town.aReport({ status: 'published', year });

  const { document, findings } = await deskOf(id, town.people.drafter);
  expect(findings).toMatchObject([{ rule: 'L-RESTATES', facts: { years: String(year), field: 'restates' } }]);
  const submit = { id, version: document.version, move: 'submit' as const, note: '', secrecy: null };
  expect(await issuesOf(moveDocument(submit, { ...town.people.drafter, confirmedAt: null }))).toEqual([
    { code: 'rules_block', count: 1 },
  ]);

  await writeReason(id, '当时漏了登记');
  await moveLetterOn(id, 'in_review', town.people);
  expect(await letterReviewOf(id, town.people.section_leader)).toMatchObject({ restates: '当时漏了登记' });
  await moveLetterOn(id, 'in_sign_off', town.people);
  expect(await letterReviewOf(id, town.people.principal_leader)).toMatchObject({ restates: '当时漏了登记' });
  await moveLetterOn(id, 'signed', town.people);
  expect(await restatementsFor(db, town.id, year + 1)).toMatchObject([
    { year, requests: [{ id: request.id }], reasons: ['当时漏了登记'] },
  ]);
});

test('where the report was published since, the signature is refused until the reason is written', async () => {
  const { id, request, version, sha256 } = await aLetterOf('in_sign_off');
  await town.aReport({ status: 'published', year });
  expect(await issuesOf(moveLetterOn(id, 'signed', town.people))).toEqual([
    { code: 'restatement_since', years: [year] },
  ]);
  expect((await eventsOf(db, request.id)).map(({ kind }) => kind)).not.toContain('replied');

  const back = { id, version, move: 'send_back' as const, note: '写明更正的理由', sha256: sha256 ?? '' };
  await moveDocument(back, { ...town.people.principal_leader, confirmedAt: now() });
  await writeReason(id, '报告在送审以后公开');
  expect(await moveLetterOn(id, 'signed', town.people)).toMatchObject({ status: 'signed' });
});

test('a letter that moves no published year is asked for nothing', async () => {
  await town.aReport({ status: 'published', year: year - 1 });
  const { id } = await aLetterOf('in_sign_off');
  expect(await moveLetterOn(id, 'signed', town.people)).toMatchObject({ status: 'signed' });
});
