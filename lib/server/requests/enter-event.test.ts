import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { addDays } from '@/lib/domain/calendar/day';
import { aRequest, received } from '@/lib/domain/requests/a-request';
import type { RequestEvent } from '@/lib/domain/requests/events';
import { randomness, somePattern } from '@/lib/domain/requests/oracle/patterns';
import { columnsOf } from '@/lib/domain/requests/request-columns';
import { db } from '@/lib/server/db';
import { written } from '@/lib/server/requests/enter-event';
import { eventsOf, groundOf } from '@/lib/server/requests/request-events';
import { aBareRequest, entering } from '@/lib/server/testing/a-bare-request';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { codesOf, issuesOf } from '@/lib/server/testing/issues-of';
import { withDatabase } from '@/lib/server/testing/with-database';

const { asApplication, asOwner } = withDatabase();
let town: Township;
beforeAll(async () => {
  town = await aTownship();
});

type Bare = { id: string; organisationId: string };

const lines = ({ id: requestId }: Bare) =>
  db.requestEvent.findMany({ where: { requestId }, orderBy: { sequence: 'asc' } });

/** What the register says of a request, and what its events say when they are asked anew. */
async function told({ id, organisationId }: Bare) {
  const row = await db.disclosureRequest.findUniqueOrThrow({ where: { id } });
  const anew = written(columnsOf(await eventsOf(db, id), await groundOf(db, organisationId)));
  return { row, anew };
}

test('of many who enter at once each has a place of its own, and the law holds', async () => {
  const { drafter } = town.people;
  const request = await aBareRequest(drafter, '2024-03-01');
  await entering(request, received('2024-03-01'), drafter);
  const asking = aRequest(['2024-03-04', 'correction_asked', { respondBy: '2024-03-20' }]);
  const wishes = Array.from({ length: 20 }, (_, n): RequestEvent[] =>
    n % 2 === 0
      ? asking.map((event) => ({ ...event, id: `asked-${n}` }))
      : aRequest(['2024-03-05', 'third_party_consulted', { id: `consulted-${n}` }]),
  );
  const answers = await Promise.all(wishes.map((events) => codesOf(entering(request, events, drafter))));
  expect(answers.filter((codes) => codes.length === 0)).toHaveLength(11);
  expect(answers.filter((codes) => codes[0] === 'request_event_refused')).toHaveLength(9);
  const entered = await lines(request);
  expect(entered.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 13 }, (_, n) => n + 1));
  expect(entered.filter(({ kind }) => kind === 'correction_asked')).toHaveLength(1);
  const { row, anew } = await told(request);
  expect(row).toMatchObject(anew);
  expect(row.version).toBe(12);
});

test('what was entered stays, whoever tries', async () => {
  const { drafter } = town.people;
  const request = await aBareRequest(drafter);
  await entering(request, received('2024-03-01'), drafter);
  for (const sql of [
    `UPDATE request_event SET "on" = '2024-03-02' WHERE request_id = '${request.id}'`,
    `DELETE FROM request_event WHERE request_id = '${request.id}'`,
    `DELETE FROM disclosure_request WHERE id = '${request.id}'`,
  ]) {
    await expect(asApplication(sql)).rejects.toThrow(/permission denied/);
    await expect(asOwner(sql)).rejects.toThrow(/stays as it was written|append|never/);
  }
});

test('the register says what the events say, after every entry', { timeout: 120_000 }, async () => {
  const { drafter } = town.people;
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const random = randomness(seed);
      const pattern = somePattern(random.upTo(500), (n) => addDays('2024-02-01', n), random);
      const arrivedOn = pattern.find(({ kind }) => kind === 'registered')?.on ?? '2024-01-02';
      const request = await aBareRequest(drafter, arrivedOn);
      let taken = 0;
      for (const event of pattern) {
        const issues = await codesOf(entering(request, event, drafter));
        if (issues.length === 0) taken += 1;
        else expect(issues).toEqual(['request_event_refused']);
        if (taken === 0) continue;
        const { row, anew } = await told(request);
        expect(row).toMatchObject(anew);
        expect(row.version).toBe(taken);
      }
      expect(taken).toBeGreaterThan(0);
    }),
    { numRuns: 20 },
  );
});

test('a registration made by mistake leaves its number behind, and never moves into another year', async () => {
  const { drafter } = town.people;
  const request = await aBareRequest(drafter, '2024-01-02');
  await entering(request, aRequest(['2024-01-02', 'registered']), drafter);
  const moved = aRequest(
    ['2024-01-03', 'reversed', { event: 'registered' }],
    ['2023-12-29', 'registered', { id: 'again' }],
  );
  expect(await issuesOf(entering(request, moved, drafter))).toEqual([
    { code: 'request_year_fixed', field: 'on', year: 2024 },
  ]);
  await entering(request, aRequest(['2024-01-03', 'reversed', { event: 'registered' }]), drafter);
  const { row, anew } = await told(request);
  expect(row).toMatchObject(anew);
  expect(row).toMatchObject({ stage: 'none', dueOn: null, receivedOn: null });
});

test('what a published report counted changes with a reason alone, and the trail says of which year', async () => {
  const here = await aTownship();
  const { drafter } = here.people;
  await here.aReport({ status: 'published', year: 2023 });
  const request = await aBareRequest(drafter, '2023-05-08');
  await entering(
    request,
    received('2023-05-08', ['2023-06-01', 'replied'], ['2023-06-02', 'delivered']),
    drafter,
    '补登',
  );
  // The archive changes no cell.
  await entering(request, aRequest(['2023-06-05', 'archived']), drafter);

  const late = await aBareRequest(drafter, '2023-11-20');
  const arrival = received('2023-11-20');
  expect(await issuesOf(entering(late, arrival, drafter, '  '))).toEqual([
    { code: 'restatement_missing', field: 'restates', years: [2023] },
  ]);
  expect(await lines(late)).toEqual([]);
  await entering(late, arrival, drafter, '收发室漏登，2024年3月发现。');
  expect((await lines(late)).map(({ restates }) => restates)).toEqual(Array(2).fill('收发室漏登，2024年3月发现。'));
  // 2024 is not published: the answer given in it moves nothing.
  await entering(late, aRequest(['2024-01-08', 'replied']), drafter, '多写的理由');
  expect((await lines(late)).at(-1)?.restates).toBe('');
  // An answer in the year that was carried forward does.
  const again = aRequest(
    ['2024-01-09', 'reversed', { event: 'replied' }],
    ['2023-12-18', 'replied', { id: 'in-the-year' }],
  );
  expect(await codesOf(entering(late, again, drafter))).toEqual(['restatement_missing']);

  const trail = await db.auditEvent.findMany({
    where: { organisationId: here.id, event: { contains: 'request_event' } },
    orderBy: { sequence: 'desc' },
    take: 3,
  });
  expect(trail.map(({ event }) => JSON.parse(event))).toMatchObject([
    { entered: 'replied', on: '2024-01-08', restated: [] },
    { entered: 'received', restated: [2023] },
    { entered: 'registered', restated: [2023] },
  ]);
});
