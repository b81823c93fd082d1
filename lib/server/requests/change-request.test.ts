import { beforeEach, expect, test } from 'vitest';
import { aRequest } from '@/lib/domain/requests/a-request';
import { db } from '@/lib/server/db';
import { registersOf } from '@/lib/server/reports/registers';
import { restatementsFor } from '@/lib/server/reports/restatements';
import { appendEvent } from '@/lib/server/requests/append-event';
import { changeRequest, type RequestCorrection } from '@/lib/server/requests/change-request';
import { createRequest } from '@/lib/server/requests/create-request';
import { feeOf } from '@/lib/server/requests/request-due';
import { requestFigures } from '@/lib/server/requests/request-figures';
import { eraseOutlived } from '@/lib/server/requests/request-retention';
import { requestDesk, revealApplicant } from '@/lib/server/requests/requests';
import { entering } from '@/lib/server/testing/a-bare-request';
import { aRequestForm } from '@/lib/server/testing/a-request-form';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { codesOf, issuesOf } from '@/lib/server/testing/issues-of';
import { withDatabase } from '@/lib/server/testing/with-database';

const { asApplication, asOwner } = withDatabase();
let town: Township;
beforeEach(async () => {
  town = await aTownship();
});

const facts = (id: string) => db.disclosureRequest.findUniqueOrThrow({ where: { id } });
const change = async (id: string, typed: RequestCorrection['typed'], more: Partial<RequestCorrection> = {}) =>
  changeRequest({ id, version: (await facts(id)).version, typed, reason: '打字错误', ...more }, town.people.drafter);
const lastLine = async () => {
  const line = await db.auditEvent.findFirstOrThrow({
    where: { organisationId: town.id },
    orderBy: { sequence: 'desc' },
  });
  return JSON.parse(line.event);
};

test('a typing error is set right; what stood there is kept sealed, and the trail holds no value', async () => {
  const { drafter, section_leader: leader, auditor } = town.people;
  const id = await createRequest({ form: aRequestForm({ name: '王秀瑛', telephone: '13812345670' }) }, drafter);
  await change(id, { name: '王秀英', telephone: '13812345678', asked: '2021年的预算。' }, { reason: '申请人来电指出' });

  expect(await revealApplicant({ id, reason: '核对' }, leader)).toMatchObject({
    name: '王秀英',
    data: { telephone: '13812345678', identityNumber: '11010519491231002X' },
    earlier: [{ values: { name: '王秀瑛', telephone: '13812345670', asked: '2020年的乡村道路工程预算。' } }],
  });
  const trail = await db.auditEvent.findMany({ where: { organisationId: town.id } });
  const lines = trail.map(({ event }) => JSON.parse(event)).filter(({ kind }) => kind === 'request_changed');
  expect(lines).toEqual([
    {
      ...{ kind: 'request_changed', requestId: id, number: '2024-1', fields: ['name', 'telephone', 'asked'] },
      ...{ reason: '申请人来电指出', restated: [] },
    },
  ]);
  for (const { event } of trail) for (const told of ['王秀', '1381234']) expect(event).not.toContain(told);
  const [stored] = await db.requestChange.findMany({ where: { requestId: id } });
  for (const told of ['王秀', '1381234']) expect(Buffer.from(stored?.sealed ?? []).toString()).not.toContain(told);

  const seen = await requestDesk(id, auditor);
  expect(seen?.changes).toMatchObject([
    { fields: ['name', 'telephone', 'asked'], reason: '申请人来电指出', userName: drafter.name },
  ]);
  expect(JSON.stringify(seen)).not.toContain('王秀');
  expect(seen?.request.asked).toBe('2021年的预算。');
});

test('nothing, a value that does not hold, a reason that tells who asked, and others than drafters are refused', async () => {
  const { drafter, section_leader: leader, principal_leader: principal, auditor, administrator } = town.people;
  const id = await createRequest({ form: aRequestForm() }, drafter);
  expect(await codesOf(change(id, { name: '', telephone: '13812345678' }))).toEqual(['request_unchanged']);
  expect(await issuesOf(change(id, { identityNumber: '110105194912310021' }))).toEqual([
    { code: 'bad_input', field: 'identityNumber', problem: 'malformed' },
  ]);
  for (const reason of ['王秀英来电', '电话应为13812345678', '改成李秀荣'])
    expect(await issuesOf(change(id, { name: '李秀荣' }, { reason }))).toEqual([
      { code: 'bad_input', field: 'reason', problem: 'personal_data' },
    ]);
  for (const person of [leader, principal, auditor, administrator])
    expect(
      await codesOf(changeRequest({ id, version: 1, typed: { asked: '预算' }, reason: '打字错误' }, person)),
    ).toEqual(['not_allowed']);
  expect(await db.requestChange.count({ where: { requestId: id } })).toBe(0);
});

test('of two who work on the same sight one is told of the other, whatever they do', async () => {
  const { drafter } = town.people;
  const id = await createRequest({ form: aRequestForm() }, drafter);
  const { version } = await facts(id);
  await change(id, { place: '一楼大厅' });
  const reply = { id: 'r', kind: 'replied' as const, on: '2024-03-08' as const, row: 'granted' as const };
  const late = [
    () => change(id, { place: '二楼' }, { version }),
    () => appendEvent({ id, version, events: reply }, drafter),
  ];
  for (const each of late) expect(await issuesOf(each())).toMatchObject([{ code: 'request_moved', by: drafter.name }]);
  expect(await facts(id)).toMatchObject({ place: '一楼大厅', version: version + 1 });
});

test('fees follow the number that was set right', async () => {
  const { drafter } = town.people;
  const at = (form: object) => createRequest({ form: aRequestForm({ arrivedOn: '2024-04-01', ...form }) }, drafter);
  for (let n = 0; n < 10; n += 1) await at({});
  const eleventh = await at({ arrivedOn: '2024-04-03', identityKind: 'passport', identityNumber: 'E12345678' });
  expect(await feeOf(eleventh, { method: 'items', quantity: 1 }, drafter)).toMatchObject({ fee: 0 });
  await change(eleventh, { identityKind: 'identity_card', identityNumber: '11010519491231002X' });
  expect(await feeOf(eleventh, { method: 'items', quantity: 1 }, drafter)).toMatchObject({ fee: 100, itemsBefore: 10 });
});

test('another kind of applicant moves a column; in a published year it is a restatement that the next report tells', async () => {
  const { drafter } = town.people;
  const organisation = { identityKind: 'missing' as const, identityNumber: '' };
  const id = await createRequest({ form: aRequestForm({ arrivedOn: '2023-05-08', ...organisation }) }, drafter);
  const columns = async (asOf?: Date) => {
    const figures = await requestFigures(db, town.id, 2023, asOf);
    return [figures['requests/new_received/natural_person'], figures['requests/new_received/other_org']];
  };
  expect(await columns()).toEqual([1, 0]);
  await change(id, { applicantKind: 'commercial_enterprise' });
  await change(id, { applicantKind: 'natural_person' });
  const report = await town.aReport({ status: 'published', year: 2023 });
  const { revision } = await db.publication.findFirstOrThrow({
    where: { documentId: report.id },
    include: { revision: true },
  });
  const frozenAt = revision?.frozenAt ?? new Date(0);

  expect(await issuesOf(change(id, { applicantKind: 'other_org' }))).toEqual([
    { code: 'restatement_missing', field: 'restates', years: [2023] },
  ]);
  await change(id, { applicantKind: 'other_org' }, { restates: '看错了申请书' });
  expect(await lastLine()).toMatchObject({ fields: ['applicantKind'], restated: [2023] });
  expect(await columns()).toEqual([0, 1]);
  expect(await columns(frozenAt)).toEqual([1, 0]);
  const told = await restatementsFor(db, town.id, 2024);
  expect(told).toMatchObject([{ year: 2023, requests: [{ id, number: '2023-1' }], reasons: ['看错了申请书'] }]);
  const cells = Object.fromEntries(
    (told[0]?.cells ?? []).map(({ address, before, after }) => [address, [before, after]]),
  );
  expect(cells).toMatchObject({ 't3/new_received/natural_person': [1, 0], 't3/new_received/other_org': [0, 1] });
  expect(cells).not.toHaveProperty('t3/new_received/total');
  // As the next report was frozen before, it had nothing to tell.
  expect(await restatementsFor(db, town.id, 2024, frozenAt)).toEqual([]);
  // What moves no column asks for nothing.
  await change(id, { place: '一楼大厅' });
});

test('a registration entered by the wrong channel is entered anew, and the register shows the right one', async () => {
  const { drafter } = town.people;
  const id = await createRequest({ form: aRequestForm({ channel: 'internet' }) }, drafter);
  const [registered] = await db.requestEvent.findMany({ where: { requestId: id } });
  const anew = aRequest(
    ['2024-03-01', 'reversed', { id: 'x', event: registered?.key ?? '' }],
    ['2024-03-01', 'registered', { id: 'y', channel: 'fax' }],
  );
  await entering({ id, organisationId: town.id }, anew, drafter);
  expect(await facts(id)).toMatchObject({ channel: 'fax', stage: 'registered' });
});

test('what stood there goes with who asked, and is changed by nobody', async () => {
  const { drafter } = town.people;
  const id = await createRequest({ form: aRequestForm({ arrivedOn: '2012-03-01' }) }, drafter);
  await change(id, { telephone: '13812345670' });
  for (const sql of [
    `UPDATE request_change SET reason = '别的' WHERE request_id = '${id}'`,
    `DELETE FROM request_change WHERE request_id = '${id}'`,
  ]) {
    await expect(asApplication(sql)).rejects.toThrow(/permission denied/);
    await expect(asOwner(sql)).rejects.toThrow(/stays as it was written|append|never/);
  }
  const ends = aRequest(['2012-03-08', 'replied'], ['2012-03-09', 'delivered'], ['2012-03-12', 'archived']);
  await entering({ id, organisationId: town.id }, ends, drafter);
  const settings = { requests: { afterRetention: 'erase', retentionYears: 10 } };
  await db.organisation.update({ where: { id: town.id }, data: { settings } });
  expect(await eraseOutlived()).toBe(1);
  expect(await db.requestChange.findFirstOrThrow({ where: { requestId: id } })).toMatchObject({
    ...{ sealed: null, sealedWith: null, fields: ['telephone'] },
  });
  expect(await codesOf(change(id, { asked: '预算' }))).toEqual(['not_found']);
  expect(await registersOf(db, town.id, 2012)).toMatchObject({ 'requests/granted/natural_person': 1 });
});
