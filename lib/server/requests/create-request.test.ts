import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import type { Channel, RequestEvent } from '@/lib/domain/requests/events';
import { requestFilter } from '@/lib/domain/requests/register-filter';
import { db } from '@/lib/server/db';
import { createLetter } from '@/lib/server/letters/create-letter';
import { letterDesk } from '@/lib/server/letters/letters';
import { appendEvent } from '@/lib/server/requests/append-event';
import { createRequest } from '@/lib/server/requests/create-request';
import { recountRequests } from '@/lib/server/requests/recount-requests';
import { dueRequests, feeOf, pressingRequests } from '@/lib/server/requests/request-due';
import { eventsOf } from '@/lib/server/requests/request-events';
import { addRequestFile, eraseRequestFile, requestFile } from '@/lib/server/requests/request-files';
import { requestRegisterPage, requestRows } from '@/lib/server/requests/request-register';
import { eraseOutlived } from '@/lib/server/requests/request-retention';
import { assignRequest, requestDesk, revealApplicant } from '@/lib/server/requests/requests';
import { aRequestForm } from '@/lib/server/testing/a-request-form';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { lastEvents } from '@/lib/server/testing/an-organisation';
import { codesOf, issuesOf } from '@/lib/server/testing/issues-of';
import { withDatabase } from '@/lib/server/testing/with-database';

const { asOwner } = withDatabase();
let town: Township;
beforeAll(async () => {
  town = await aTownship();
});

const picture = async (side = 9) =>
  new Uint8Array(
    await sharp({ create: { width: side, height: side, channels: 3, background: '#c00' } })
      .png()
      .toBuffer(),
  );
const facts = (id: string) => db.disclosureRequest.findUniqueOrThrow({ where: { id } });
const desk = async (id: string, who: keyof Township['people'] = 'drafter') => {
  const found = await requestDesk(id, town.people[who]);
  if (!found) throw new Error('no desk');
  return found;
};

test('fifty who come at once have fifty numbers, and one that fails takes none', async () => {
  const here = await aTownship();
  const { drafter } = here.people;
  const bad = createRequest({ form: aRequestForm({ arrivedOn: '2024-05-06' }), handlerId: randomUUID() }, drafter);
  const wishes = Array.from({ length: 50 }, () =>
    createRequest({ form: aRequestForm({ arrivedOn: '2024-05-06' }) }, drafter),
  );
  const [, ...ids] = await Promise.all([codesOf(bad), ...wishes]);
  const rows = await db.disclosureRequest.findMany({ where: { organisationId: here.id }, orderBy: { number: 'asc' } });
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
  expect(new Set(ids).size).toBe(50);
  const other = await createRequest({ form: aRequestForm({ arrivedOn: '2025-01-02' }) }, drafter);
  expect(await facts(other)).toMatchObject({ year: 2025, number: 1 });
});

test.each<[Channel, string, string | null]>([
  ['in_person', 'open', 'submission'],
  ['oral', 'open', 'submission'],
  ['registered_post', 'open', 'signature'],
  ['ordinary_post', 'registered', null],
  ['internet', 'registered', null],
  ['fax', 'registered', null],
])('what comes by %s is %s', async (channel, stage, proof) => {
  const id = await createRequest({ form: aRequestForm({ channel, oralConfirmed: true }) }, town.people.drafter);
  expect(await facts(id)).toMatchObject({ stage, channel });
  const received = (await eventsOf(db, id)).find(({ kind }) => kind === 'received');
  expect(received && 'by' in received ? received.by : null).toBe(proof);
});

test('a request of tomorrow is refused, and whoever may not register is too', async () => {
  const { drafter, section_leader: leader, administrator, auditor } = town.people;
  const tomorrow = createRequest({ form: aRequestForm({ arrivedOn: '2098-01-02' }) }, drafter);
  expect(await issuesOf(tomorrow)).toEqual([{ code: 'bad_input', field: 'arrivedOn', problem: 'day_to_come' }]);
  for (const person of [leader, administrator, auditor])
    expect(await codesOf(createRequest({ form: aRequestForm() }, person))).toEqual(['not_allowed']);
});

test('a desk shows who asked with stars; a reason takes them off and stands in the trail', async () => {
  const id = await createRequest({ form: aRequestForm() }, town.people.drafter);
  const seen = await desk(id);
  expect(seen.request.applicantName).toBe('王某某');
  expect(seen.applicant).toMatchObject({ identityNumber: '1101**********002X', telephone: '138****5678' });
  expect(seen.clock.receivedOn).toBe('2024-03-01');
  expect(seen.entries.map(({ sequence }) => sequence)).toEqual([1, 2]);
  expect((await desk(id, 'auditor')).applicant).toBeNull();
  expect(await requestDesk(id, town.people.administrator)).toBeNull();

  const { drafter, auditor, principal_leader: leader } = town.people;
  expect(await issuesOf(revealApplicant({ id, reason: ' ' }, drafter))).toEqual([
    { code: 'bad_input', field: 'reason', problem: 'required' },
  ]);
  expect(await codesOf(revealApplicant({ id, reason: '看看' }, auditor))).toEqual(['not_allowed']);
  const shown = await revealApplicant({ id, reason: '电话核对收到日期' }, leader);
  expect(shown).toMatchObject({ name: '王秀英', data: { telephone: '13812345678' } });
  expect(await lastEvents(town.id, 1)).toEqual(['applicant_revealed']);
});

test('files are kept sealed, handed out with a line in the trail, and go when they do not belong', async () => {
  const { drafter, auditor } = town.people;
  const bytes = await picture(700);
  const files = [{ kind: 'identity' as const, name: '王秀英身份证.png', bytes }];
  const id = await createRequest({ form: aRequestForm(), files }, drafter);
  const [stored] = (await desk(id)).files;
  expect(stored).toMatchObject({ kind: 'identity', type: 'png' });
  const chunks = await db.requestFileChunk.findMany({ where: { fileId: stored?.id } });
  expect(chunks.some(({ sealed }) => Buffer.from(sealed).includes('PNG'))).toBe(false);
  const opened = await requestFile(id, stored?.id ?? '', drafter);
  const got = new Uint8Array(await new Response(opened?.bytes()).arrayBuffer());
  expect(got.length).toBe(stored?.size);
  expect(Buffer.from(got).subarray(1, 4).toString()).toBe('PNG');
  expect(await lastEvents(town.id, 1)).toEqual(['request_file_opened']);
  expect(await codesOf(requestFile(id, stored?.id ?? '', auditor))).toEqual(['not_allowed']);

  const broken = { kind: 'other' as const, name: '一.pdf', bytes: new Uint8Array([1, 2, 3]) };
  expect(await codesOf(addRequestFile(id, broken, drafter))).toEqual(['attachment_refused']);
  expect(await codesOf(createRequest({ form: aRequestForm(), files: [broken] }, drafter))).toEqual([
    'attachment_refused',
  ]);

  // A stretch that was changed behind our back ends the download.
  await asOwner(
    `UPDATE request_file_chunk SET sealed = set_byte(sealed, 20, 255 - get_byte(sealed, 20)) WHERE file_id = '${stored?.id}'`,
  );
  const damaged = await requestFile(id, stored?.id ?? '', drafter);
  await expect(new Response(damaged?.bytes()).arrayBuffer()).rejects.toThrow();

  await eraseRequestFile({ id, fileId: stored?.id ?? '' }, drafter);
  expect(await requestFile(id, stored?.id ?? '', drafter)).toBeNull();
  expect(await db.requestFileChunk.count({ where: { fileId: stored?.id } })).toBe(0);
});

test('of two who enter on the same sight of a request one is told of the other', async () => {
  const { drafter, section_leader: leader } = town.people;
  const id = await createRequest({ form: aRequestForm() }, drafter);
  const { version } = await facts(id);
  const reply = (key: string) => ({
    id: key,
    kind: 'replied' as const,
    on: '2024-03-08' as const,
    row: 'granted' as const,
  });
  expect(await codesOf(appendEvent({ id, version, events: reply('r1') }, leader))).toEqual(['not_allowed']);
  await appendEvent({ id, version, events: reply('r1') }, drafter);
  expect(await issuesOf(appendEvent({ id, version, events: reply('r2') }, drafter))).toMatchObject([
    { code: 'request_moved', by: drafter.name },
  ]);
  expect(await facts(id)).toMatchObject({ stage: 'closed', resultRow: 'granted', dueStep: 'deliver' });
});

test('the register narrows, counts and pages, and every row is met once', async () => {
  const here = await aTownship();
  const { drafter, auditor } = here.people;
  const second = await here.person('drafter');
  const ids: string[] = [];
  for (let n = 0; n < 53; n += 1) {
    const form = aRequestForm({
      arrivedOn: n < 50 ? '2024-03-01' : '2025-03-03',
      channel: n % 2 ? 'internet' : 'in_person',
    });
    ids.push(await createRequest({ form }, drafter));
  }
  await assignRequest({ id: ids[0] ?? '', handlerId: second.id }, drafter);
  const page = (filter: object) => requestRegisterPage(requestFilter.parse(filter), auditor);
  for (const sort of ['newest', 'due', 'arrived', 'ended']) {
    const one = await page({ sort });
    const two = await requestRegisterPage({ ...requestFilter.parse({ sort }), after: one.after }, auditor);
    expect([...one.rows, ...two.rows].map(({ id }) => id).sort()).toEqual([...ids].sort());
    const back = await requestRegisterPage({ ...requestFilter.parse({ sort }), before: two.before }, auditor);
    expect(back.rows.map(({ id }) => id)).toEqual(one.rows.map(({ id }) => id));
  }
  expect(await page({ year: '2025' })).toMatchObject({ total: 3 });
  expect(await page({ stage: 'registered' })).toMatchObject({ total: 26, all: 53 });
  expect(await page({ due: 'overdue' })).toMatchObject({ total: 27 });
  expect(await page({ handler: second.id })).toMatchObject({ total: 1 });
  expect(await page({ applicant: 'other_org' })).toMatchObject({ total: 0 });
  expect((await page({})).rows.every(({ applicant }) => applicant === '王某某')).toBe(true);
  const counted = await page({ counted: 'requests/new_received/natural_person', report: '2024' });
  expect(counted.total).toBe(25);
  const all: unknown[] = [];
  for await (const rows of requestRows(requestFilter.parse({ channel: 'internet' }), auditor)) all.push(...rows);
  expect(all).toHaveLength(26);

  const due = await dueRequests(drafter);
  expect(due.map(({ handlerId, overdue }) => [handlerId, overdue])).toEqual(
    expect.arrayContaining([
      [drafter.id, 26],
      [second.id, 1],
    ]),
  );
  expect(await pressingRequests(second)).toMatchObject({ overdue: 1 });
  expect(await pressingRequests(here.people.administrator)).toBeNull();
});

test('requests of one applicant in one month are charged together, of another apart', async () => {
  const { drafter } = (await aTownship()).people;
  const at = (change: object) => createRequest({ form: aRequestForm(change) }, drafter);
  for (let n = 0; n < 10; n += 1) await at({ arrivedOn: '2024-04-01' });
  await at({ arrivedOn: '2024-04-02', identityKind: 'passport', identityNumber: 'E12345678', name: '李四' });
  const eleventh = await at({ arrivedOn: '2024-04-03' });
  const may = await at({ arrivedOn: '2024-05-06' });
  expect(await feeOf(eleventh, { method: 'items', quantity: 1 }, drafter)).toMatchObject({ fee: 100, itemsBefore: 10 });
  expect(await feeOf(eleventh, { method: 'items', quantity: 21 }, drafter)).toMatchObject({ fee: 2200 });
  expect(await feeOf(may, { method: 'items', quantity: 1 }, drafter)).toMatchObject({ fee: 0, itemsBefore: 0 });
  expect(await feeOf(may, { method: 'pages', quantity: 201 }, drafter)).toMatchObject({ fee: 2740 });
});

test('a request that was divided counts with its items, as long as that notice stands', async () => {
  const { drafter } = (await aTownship()).people;
  const at = (change: object) => createRequest({ form: aRequestForm(change) }, drafter);
  const one = await at({ arrivedOn: '2024-04-01' });
  const next = await at({ arrivedOn: '2024-04-03' });
  const notice = { id: 'fee', kind: 'fee_noticed' as const, method: 'items' as const, amount: 2000, items: 30 };
  const enter = async (id: string, ...events: RequestEvent[]) =>
    appendEvent({ id, version: (await facts(id)).version, events }, drafter);
  await enter(one, { ...notice, on: '2024-04-08' });
  const ask = () => feeOf(next, { method: 'items', quantity: 1 }, drafter);
  expect(await ask()).toMatchObject({ fee: 200, itemsBefore: 30, requests: [{ id: one, items: 30 }] });
  const letter = await createLetter({ requestId: next, kind: 'fee_notice' }, drafter);
  expect((await letterDesk(letter, drafter))?.state.draft.facts).toMatchObject({ quantity: '1', before: '30' });
  await enter(one, { id: 'undo', kind: 'reversed', on: '2024-04-08', event: 'fee', reason: '收错了' });
  expect(await ask()).toMatchObject({ fee: 0, itemsBefore: 1 });
});

test('after its years who asked is gone, and everything counted stays', async () => {
  const here = await aTownship();
  const { drafter } = here.people;
  const asked = '本人王秀英（电话13812345678）申请公开2010年的预算。';
  const files = [{ kind: 'identity' as const, name: '证件.png', bytes: await picture() }];
  const id = await createRequest({ form: aRequestForm({ arrivedOn: '2012-03-01', asked }), files }, drafter);
  const young = await createRequest({ form: aRequestForm() }, drafter);
  const ends = [
    { id: 'r', kind: 'replied' as const, on: '2012-03-08' as const, row: 'granted' as const },
    { id: 'd', kind: 'delivered' as const, on: '2012-03-09' as const, way: 'post' as const, proof: '' },
    { id: 'a', kind: 'archived' as const, on: '2012-04-09' as const, number: '' },
  ];
  await appendEvent({ id, version: (await facts(id)).version, events: ends }, drafter);
  expect(await eraseOutlived()).toBe(0); // kept, as long as nobody chose to erase
  const settings = { requests: { afterRetention: 'erase', retentionYears: 10 } };
  await db.organisation.update({ where: { id: here.id }, data: { settings } });
  expect(await eraseOutlived()).toBe(1);
  expect(await eraseOutlived()).toBe(0);
  const row = await facts(id);
  expect(row).toMatchObject({
    applicantName: '',
    applicantKey: null,
    sealed: null,
    sealedWith: null,
    resultRow: 'granted',
  });
  expect(row.asked).not.toMatch(/王秀英|13812345678/);
  expect(await db.requestFileChunk.count({ where: { file: { requestId: id } } })).toBe(0);
  expect(await eventsOf(db, id)).toHaveLength(5);
  expect((await facts(young)).applicantName).toBe('王秀英');
  expect(await lastEvents(here.id, 1)).toEqual(['applicants_erased']);
  const erased = await requestDesk(id, drafter);
  expect(erased).toMatchObject({ applicant: null, request: { applicantName: '' } });
});

test('a changed reading moves the last day of what is open', async () => {
  const here = await aTownship();
  const { drafter } = here.people;
  const id = await createRequest({ form: aRequestForm() }, drafter);
  const feed = [
    { id: 'f', kind: 'fee_noticed' as const, on: '2024-03-08' as const, method: 'items' as const, amount: 100 },
    { id: 'p', kind: 'fee_paid' as const, on: '2024-03-15' as const },
  ];
  await appendEvent({ id, version: (await facts(id)).version, events: feed }, drafter);
  const before = (await facts(id)).dueOn;
  await recountRequests();
  expect((await facts(id)).dueOn).toEqual(before);
  const settings = { requests: { readings: { fee_paid: 'resumes' } } };
  await db.organisation.update({ where: { id: here.id }, data: { settings } });
  expect(await recountRequests()).toBe(1);
  const after = (await facts(id)).dueOn;
  expect(after && before && after < before).toBe(true);
  expect(await recountRequests()).toBe(0);
});

test('where the delivery counts from now on, what has been answered waits for it; what was delivered does not', async () => {
  const here = await aTownship();
  const { drafter } = here.people;
  const reads = (answer_made: string) =>
    db.organisation.update({ where: { id: here.id }, data: { settings: { requests: { readings: { answer_made } } } } });
  await reads('signed');
  const reply = { id: 'r', kind: 'replied' as const, on: '2024-03-08' as const, row: 'granted' as const };
  const delivered = { id: 'd', kind: 'delivered' as const, on: '2024-03-09' as const, way: 'post' as const, proof: '' };
  const taken = { id: 't', kind: 'reversed' as const, on: '2024-03-11' as const, event: 'd', reason: '退回' };
  const [waits, done, returned] = await Promise.all(
    [[reply], [reply, delivered], [reply, delivered, taken]].map(async (events) => {
      const id = await createRequest({ form: aRequestForm() }, drafter);
      await appendEvent({ id, version: (await facts(id)).version, events }, drafter);
      return id;
    }),
  );
  const steps = () => Promise.all([waits, done, returned].map(async (id = '') => (await facts(id)).dueStep));
  await recountRequests();
  expect(await steps()).toEqual([null, null, null]);
  await reads('delivered');
  expect(await recountRequests()).toBe(2);
  expect(await steps()).toEqual(['deliver', null, 'deliver']);
});
