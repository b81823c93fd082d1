import { beforeAll, expect, test } from 'vitest';
import { type RequestColumnKey, requestColumnKeys, requestImportColumns } from '@/lib/domain/requests/import-columns';
import { db } from '@/lib/server/db';
import { eventsOf } from '@/lib/server/requests/request-events';
import { revealApplicant } from '@/lib/server/requests/requests';
import { faultyRowsOf, openSheetOf, sheetOf, uploadSheet, wantImport } from '@/lib/server/sheets/import-sheets';
import { workOnSheet } from '@/lib/server/sheets/work-on-sheet';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { withDatabase } from '@/lib/server/testing/with-database';

const { asOwner } = withDatabase();
let town: Township;
beforeAll(async () => {
  town = await aTownship();
});

type PastRequest = Partial<Record<RequestColumnKey, string>>;

const past = (more: PastRequest = {}): PastRequest => ({
  ...{ arrivedOn: '2018-03-01', channel: '当面', applicantKind: '公民', name: '记号青', asked: '2017年的村级预算。' },
  ...{ identityNumber: '11010519491231002X', telephone: '13987651234', repliedOn: '2018/3/20', result: '予以公开' },
  ...{ deliveredOn: '2018-03-21', deliveryWay: '邮寄', archivedOn: '2018-04-02', ...more },
});

const csvOf = (rows: readonly PastRequest[]) =>
  new TextEncoder().encode(
    [
      requestColumnKeys.map((key) => requestImportColumns[key].head),
      ...rows.map((row) => requestColumnKeys.map((key) => row[key] ?? '')),
    ]
      .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
      .join('\r\n'),
  );

async function upload(rows: readonly PastRequest[]) {
  const { drafter } = town.people;
  const id = await uploadSheet({ fileName: '登记簿.csv', bytes: csvOf(rows), kind: 'requests' }, drafter);
  const kept = await db.importSheet.findUniqueOrThrow({ where: { id } });
  expect(Buffer.from(kept.bytes ?? []).includes('13987651234')).toBe(false);
  await workOnSheet(id);
  return id;
}

async function takeIn(id: string) {
  await wantImport({ id }, town.people.drafter);
  await workOnSheet(id);
  return sheetOf(id, town.people.drafter);
}

test('a register is looked through, taken in by arrival with its course, and a second time adds nothing', async () => {
  const { drafter } = town.people;
  const rows = [
    past({ arrivedOn: '2018-09-03', repliedOn: '2018-09-10', deliveredOn: '2018-09-11', archivedOn: '2018-10-01' }),
    past(),
    past({ arrivedOn: '2019-01-04', channel: '网上', repliedOn: '', result: '', deliveredOn: '', archivedOn: '' }),
  ];
  const id = await upload(rows);
  expect(await sheetOf(id, drafter)).toMatchObject({
    kind: 'requests',
    state: 'checked',
    sound: 3,
    faulty: 0,
    known: 0,
  });
  expect(await openSheetOf(drafter, 'requests')).toMatchObject({ id });
  expect(await openSheetOf(drafter)).toBeNull();
  expect(await db.disclosureRequest.count({ where: { organisationId: town.id } })).toBe(0);
  const looked = JSON.stringify(await asOwner('SELECT * FROM import_row'));
  for (const secret of ['记号青', '13987651234', '11010519491231002X']) expect(looked).not.toContain(secret);

  expect(await takeIn(id)).toMatchObject({ state: 'imported', done: 3 });
  const requests = await db.disclosureRequest.findMany({
    where: { organisationId: town.id },
    orderBy: [{ year: 'asc' }, { number: 'asc' }],
  });
  expect(requests).toMatchObject([
    { year: 2018, number: 1, stage: 'archived', resultRow: 'granted', endedOn: new Date('2018-03-20') },
    { year: 2018, number: 2, stage: 'archived', arrivedOn: new Date('2018-09-03') },
    { year: 2019, number: 1, stage: 'registered', dueOn: null },
  ]);
  expect((await eventsOf(db, requests[0]?.id ?? '')).map(({ kind }) => kind)).toEqual([
    ...['registered', 'received', 'replied', 'delivered', 'archived'],
  ]);
  const shown = await revealApplicant({ id: requests[0]?.id ?? '', reason: '核对' }, drafter);
  expect(shown).toMatchObject({ name: '记号青', data: { telephone: '13987651234', identityKind: 'identity_card' } });

  const again = await upload(rows);
  expect(await sheetOf(again, drafter)).toMatchObject({ sound: 0, known: 3 });
});

test('what is wrong with a row is told by its cell, without what tells who asked', async () => {
  const id = await upload([
    past({ identityNumber: '110105194912310021', identityKind: '身份证' }),
    past({ channel: '飞鸽' }),
    past({ deliveredOn: '', archivedOn: '2018-04-02' }),
    past({ arrivedOn: '2098-01-05', repliedOn: '', result: '', deliveredOn: '', archivedOn: '' }),
    past({ asked: '=HYPERLINK(1)' }),
    past({ result: '' }),
    past({ asked: '同样的。' }),
    past({ asked: '同样的。' }),
  ]);
  const found = await faultyRowsOf({ id, after: 0 }, town.people.drafter);
  expect(found?.rows.map(({ number, faults }) => [number, faults[0]?.column, faults[0]?.problem])).toEqual([
    [2, 'identityNumber', 'malformed'],
    [3, 'channel', 'unknown_choice'],
    [4, 'archivedOn', 'course'],
    [5, 'arrivedOn', 'in_future'],
    [6, 'asked', 'formula'],
    [7, 'result', 'required'],
    [9, 'asked', 'repeated_row'],
  ]);
  expect(JSON.stringify(found)).not.toMatch(/记号青|110105194912310021|13987651234/);
});

test('a published year asks for a reason, which is kept', async () => {
  const here = town;
  town = await aTownship();
  await town.aReport({ status: 'published', year: 2023 });
  const days = {
    arrivedOn: '2023-03-01',
    repliedOn: '2023-03-20',
    deliveredOn: '2023-03-21',
    archivedOn: '2023-04-02',
  };
  const without = await upload([past(days)]);
  const found = await faultyRowsOf({ id: without, after: 0 }, town.people.drafter);
  expect(found?.rows[0]?.faults).toMatchObject([{ column: 'restates', problem: 'restates_needed' }]);
  await takeIn(await upload([past({ ...days, restates: '原登记簿漏录。' })]));
  const events = await db.requestEvent.findMany({ where: { organisationId: town.id } });
  expect(new Set(events.map(({ restates }) => restates))).toEqual(new Set(['原登记簿漏录。']));
  town = here;
});

test('corrections, fees and what lapsed after them are taken in by their columns', async () => {
  const here = town;
  town = await aTownship();
  const ended = { deliveredOn: '', deliveryWay: '', archivedOn: '' };
  const asked = { correctionAskedOn: '2018-03-05', respondBy: '2018-03-20' };
  const fee = { feeNoticedOn: '2018-03-06', feeMethod: '按页', feeAmount: '2,740元' };
  const id = await upload([
    past({ ...ended, ...asked, repliedOn: '2018-03-26', result: '申请人逾期不补正' }),
    past({ ...ended, ...asked, asked: '补了。', correctedOn: '2018-03-12', repliedOn: '2018-04-10' }),
    past({ ...ended, ...fee, asked: '收费。', repliedOn: '2018-05-14', result: '逾期未缴费' }),
    past({ ...ended, ...fee, asked: '交了。', feePaidOn: '2018-03-12', repliedOn: '2018-04-10' }),
  ]);
  expect(await sheetOf(id, town.people.drafter)).toMatchObject({ sound: 4, faulty: 0 });
  await takeIn(id);
  const requests = await db.disclosureRequest.findMany({
    where: { organisationId: town.id },
    orderBy: { number: 'asc' },
  });
  expect(requests.map(({ resultRow, stage }) => [resultRow, stage])).toEqual([
    ...[
      ['other_no_correction', 'closed'],
      ['granted', 'closed'],
      ['other_fee_unpaid', 'closed'],
      ['granted', 'closed'],
    ],
  ]);
  const kinds = await Promise.all(
    requests.map(async ({ id: each }) => (await eventsOf(db, each)).slice(2).map(({ kind }) => kind)),
  );
  expect(kinds).toEqual([
    ['correction_asked', 'correction_lapsed'],
    ['correction_asked', 'corrected', 'replied'],
    ['fee_noticed', 'fee_lapsed'],
    ['fee_noticed', 'fee_paid', 'replied'],
  ]);
  const noticed = (await eventsOf(db, requests[2]?.id ?? '')).find(({ kind }) => kind === 'fee_noticed');
  expect(noticed).toMatchObject({ method: 'pages', amount: 2740 });

  const wrong = await upload([
    past({ ...ended, asked: '一', result: '逾期不补正' }),
    past({ ...ended, asked: '二', result: '逾期未缴费' }),
    past({ ...ended, asked: '三', correctionAskedOn: '2018-03-05' }),
    past({ ...ended, asked: '四', correctedOn: '2018-03-05' }),
    past({ ...ended, asked: '五', feeNoticedOn: '2018-03-05', feeMethod: '按件', feeAmount: '几百' }),
    // Before its day had passed, nothing had lapsed.
    past({ ...ended, asked: '六', ...asked, repliedOn: '2018-03-19', result: '逾期不补正' }),
  ]);
  const found = await faultyRowsOf({ id: wrong, after: 0 }, town.people.drafter);
  expect(found?.rows.map(({ faults }) => [faults[0]?.column, faults[0]?.problem])).toEqual([
    ['correctionAskedOn', 'required'],
    ['feeNoticedOn', 'required'],
    ['respondBy', 'required'],
    ['correctionAskedOn', 'required'],
    ['feeAmount', 'malformed'],
    ['repliedOn', 'course'],
  ]);
  town = here;
});
