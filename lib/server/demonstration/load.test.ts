import { beforeAll, expect, test } from 'vitest';
import { canonicalJson } from '@/lib/domain/canonical';
import seed from '@/lib/domain/report/fixtures/deting-2020.json';
import { db } from '@/lib/server/db';
import { acting } from '@/lib/server/demonstration/acting';
import { county, drafter, principalLeader, sectionLeader } from '@/lib/server/demonstration/cast';
import { loadDemonstration } from '@/lib/server/demonstration/load';
import { moveDocument } from '@/lib/server/documents/move-document';
import { foundOrganisation } from '@/lib/server/organisation/found-organisation';
import { oneTimePassword } from '@/lib/server/people/passwords';
import { publicGuide } from '@/lib/server/public/public-guide';
import { publicSnapshot, publishedReport } from '@/lib/server/public/public-reports';
import { reportDesk, reportList } from '@/lib/server/reports/reports';
import { withDatabase } from '@/lib/server/testing/with-database';
import { auditVerify, organisationsToVerify } from '@/lib/server/verify/audit-verify';

withDatabase();

// The first loading was cut off after a moment; the second goes on from there.
beforeAll(async () => {
  await foundOrganisation(county.organisation, { ...county.administrator, password: oneTimePassword() });
  expect(await loadDemonstration()).toBe(true);
});

test('the published report is the source, cell by cell and paragraph by paragraph', async () => {
  const found = await publishedReport('deting', 2020);
  expect(found?.edition).toMatchObject({ number: 1, act: 'publish', signedBy: '主要领导' });
  expect(await publicSnapshot('deting', 2020, 1)).toBe(canonicalJson(seed));
});

test('the guide is public, begun with what the law says', async () => {
  const found = await publicGuide('deting');
  expect(found?.edition).toMatchObject({ number: 1, act: 'publish' });
  expect(found?.content?.guide.facts).toMatchObject({ reviewer: '嵩县人民政府', office: '德亭镇人民政府党建办公室' });
});

test('it went through the hands of three people', async () => {
  const clerk = await acting(drafter);
  const { reports } = await reportList(clerk);
  const id = reports.find(({ year }) => year === 2020)?.id ?? '';
  const desk = await reportDesk(id, clerk);
  const people = [drafter, sectionLeader, principalLeader].map(({ name }) => name);
  expect(desk?.decisions.map(({ actorName }) => actorName)).toEqual([...people, '系统']);
});

test('the draft for 2021 holds nothing that was not in the report of 2020', async () => {
  const clerk = await acting(drafter);
  const { reports } = await reportList(clerk);
  const id = reports.find(({ year }) => year === 2021)?.id ?? '';
  const desk = await reportDesk(id, clerk);
  const { draft, office } = desk?.state ?? { draft: null, office: null };
  const entered = Object.entries(draft?.tables ?? {}).flatMap(([table, rows]) =>
    Object.entries(rows).flatMap(([row, cells]) =>
      Object.entries(cells).flatMap(([column, value]) => (value === null ? [] : [`${table}/${row}/${column}`])),
    ),
  );
  expect(entered.toSorted()).toEqual(Object.keys(office?.origins ?? {}).toSorted());
  expect(entered.length).toBeGreaterThan(0);
  expect([draft?.preamble, ...Object.values(draft?.text ?? {})]).toEqual([[], [], [], []]);
});

test('the trail of what was done holds', async () => {
  for (const { id } of await organisationsToVerify(undefined)) {
    expect(await auditVerify(id)).toMatchObject({ broken: null, unwitnessed: [] });
  }
});

test('loading again changes nothing, whatever people have done with it since', async () => {
  const clerk = await acting(drafter);
  const { reports } = await reportList(clerk);
  const { id = '', version = 0 } = reports.find(({ year }) => year === 2020) ?? {};
  await moveDocument({ id, version, move: 'correct', note: '更正一处。' }, clerk);
  const before = await db.auditEvent.count();
  expect(await loadDemonstration()).toBe(true);
  expect(await db.auditEvent.count()).toBe(before);
});
