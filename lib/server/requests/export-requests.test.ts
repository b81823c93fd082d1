import { beforeAll, expect, test } from 'vitest';
import { requestFilter } from '@/lib/domain/requests/register-filter';
import { db } from '@/lib/server/db';
import { createRequest } from '@/lib/server/requests/create-request';
import { exportedApplicants, exportedRequests } from '@/lib/server/requests/export-requests';
import { aRequestForm } from '@/lib/server/testing/a-request-form';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { codesOf, issuesOf } from '@/lib/server/testing/issues-of';
import { withDatabase } from '@/lib/server/testing/with-database';
import { applicantExportColumns, requestExportColumns } from '@/lib/text/request-register';

withDatabase();
let town: Township;
beforeAll(async () => {
  town = await aTownship();
  const { drafter } = town.people;
  await createRequest({ form: aRequestForm() }, drafter);
  await createRequest({ form: aRequestForm({ name: '李四', channel: 'fax', fax: '0379-66554433' }) }, drafter);
});

const all = requestFilter.parse({});
const asked = { format: 'xlsx' as const, reason: '移交县政府办核对台账' };
const lastLine = async () => {
  const line = await db.auditEvent.findFirstOrThrow({
    where: { organisationId: town.id },
    orderBy: { sequence: 'desc' },
  });
  return JSON.parse(line.event);
};

async function cellsOf<Row>(
  chunks: AsyncIterable<readonly Row[]>,
  columns: readonly { head: string; say: (row: Row) => string }[],
) {
  const rows: Record<string, string>[] = [];
  for await (const chunk of chunks)
    for (const row of chunk) rows.push(Object.fromEntries(columns.map(({ head, say }) => [head, say(row)])));
  return rows;
}

test('the register goes out with stars, and without them for a reason that the trail keeps', async () => {
  const { drafter } = town.people;
  const masked = await cellsOf(await exportedRequests(all, 'csv', drafter), requestExportColumns);
  expect(JSON.stringify(masked)).not.toMatch(/王秀英|11010519491231002X|13812345678/);
  expect(await lastLine()).toEqual({ kind: 'requests_exported', rows: 2, format: 'csv', withApplicants: false });

  const told = await cellsOf(await exportedApplicants(all, asked, drafter), applicantExportColumns);
  expect(told).toHaveLength(2);
  expect(told[1]).toMatchObject({
    ...{ 登记编号: '2024-1', 姓名或者名称: '王秀英', 证件号码: '11010519491231002X', 联系电话: '13812345678' },
    ...{ 联系地址: '嵩县德亭镇老庄村三组12号', 申请内容: '2020年的乡村道路工程预算。', 传真: '' },
  });
  expect(await lastLine()).toEqual({
    ...{ kind: 'requests_exported', rows: 2, format: 'xlsx', withApplicants: true, reason: asked.reason },
  });

  const some = await exportedApplicants(requestFilter.parse({ channel: 'fax' }), asked, drafter);
  expect(await cellsOf(some, applicantExportColumns)).toMatchObject([{ 姓名或者名称: '李四', 传真: '0379-66554433' }]);
});

test('without a reason, with one that tells who asked, and for others than drafters nothing goes out', async () => {
  const { drafter, section_leader: leader, principal_leader: principal, auditor, administrator } = town.people;
  const before = await db.auditEvent.count();
  for (const [reason, problem] of [
    [' ', 'required'],
    ['字'.repeat(201), 'too_long'],
    ['查13812345678', 'personal_data'],
  ] as const)
    expect(await issuesOf(exportedApplicants(all, { ...asked, reason }, drafter))).toEqual([
      { code: 'bad_input', field: 'reason', problem },
    ]);
  for (const person of [leader, principal, auditor, administrator])
    expect(await codesOf(exportedApplicants(all, asked, person))).toEqual(['not_allowed']);
  expect(await db.auditEvent.count()).toBe(before);
});

test('who asked is gone from the file once it is erased', async () => {
  const here = await aTownship();
  const id = await createRequest({ form: aRequestForm() }, here.people.drafter);
  const gone = { applicantName: '', applicantKey: null, sealed: null, sealedWith: null, erasedAt: new Date() };
  await db.disclosureRequest.update({ where: { id }, data: gone });
  const told = await cellsOf(await exportedApplicants(all, asked, here.people.drafter), applicantExportColumns);
  expect(told).toMatchObject([{ 姓名或者名称: '', 证件号码: '', 登记编号: '2024-1' }]);
});

test('what no key opens is said in its line, and the rest goes out', async () => {
  const here = await aTownship();
  const lost = await createRequest({ form: aRequestForm() }, here.people.drafter);
  await createRequest({ form: aRequestForm() }, here.people.drafter);
  await db.disclosureRequest.update({ where: { id: lost }, data: { sealedWith: 'gone' } });
  const told = await cellsOf(await exportedApplicants(all, asked, here.people.drafter), applicantExportColumns);
  expect(told.map(({ 身份证明, 证件号码 }) => [身份证明, 证件号码])).toEqual([
    ['居民身份证（含居住证、永久居留身份证）', '11010519491231002X'],
    ['缺少密钥，打不开', ''],
  ]);
});
