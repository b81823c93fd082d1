import { expect, test } from 'vitest';
import { db } from '@/lib/server/db';
import { createReport, latestYear } from '@/lib/server/reports/create-report';
import { reportDesk, reportList } from '@/lib/server/reports/reports';
import { aTownship } from '@/lib/server/testing/a-township';
import { codesOf, issuesOf } from '@/lib/server/testing/issues-of';
import { withDatabase } from '@/lib/server/testing/with-database';

withDatabase();

test('a report is opened once a year, in the format in force, with nothing in it', async () => {
  const { people } = await aTownship();
  const id = await createReport({ year: 2020 }, people.drafter);
  const desk = await reportDesk(id, people.drafter);
  expect(desk).toMatchObject({
    document: {
      path: 'reports/2020',
      status: 'draft',
      version: 0,
      title: '柳河镇人民政府2020年政府信息公开工作年度报告',
    },
    format: { id: '2019' },
    state: { office: { publishOn: null, origins: {} } },
  });
  expect(await issuesOf(createReport({ year: 2020 }, people.drafter))).toEqual([
    { code: 'report_exists', field: 'year', year: 2020 },
  ]);
  const { openYears } = await reportList(people.drafter);
  expect(openYears).not.toContain(2020);
  expect(openYears[0]).toBe(latestYear());
});

test('of ten who open the same year at once, one does', async () => {
  const { people, id: organisationId } = await aTownship();
  const attempts = Array.from({ length: 10 }, () => codesOf(createReport({ year: 2022 }, people.drafter)));
  const refused = (await Promise.all(attempts)).flat();
  expect(refused).toEqual(Array(9).fill('report_exists'));
  expect(await db.document.count({ where: { organisationId } })).toBe(1);
});

test('years without a format, too far ahead or made up are refused', async () => {
  const { people } = await aTownship();
  for (const year of [2018, latestYear() + 1, -1, 1e9]) {
    expect(await codesOf(createReport({ year }, people.drafter))).toEqual(['no_format']);
  }
  expect(await codesOf(createReport({ year: 2022 }, people.auditor))).toEqual(['not_allowed']);
});

test('what last year carried forward is proposed, marked with where it is from, and stands in the history', async () => {
  const { people, aReport } = await aTownship();
  const { id: last } = await aReport({ status: 'published', year: 2022 });
  const previous = (await reportDesk(last, people.drafter))?.frozen?.report;
  const id = await createReport({ year: 2023 }, people.drafter);
  const desk = await reportDesk(id, people.drafter);
  const proposed = desk?.state.draft.tables.t3?.carried_over?.natural_person;
  expect(proposed).toBe(previous?.tables.t3?.carried_forward?.natural_person);
  expect(desk?.state.office.origins['t3/carried_over/natural_person']).toMatchObject({ kind: 'previous_report' });
  expect(await db.draftChange.count({ where: { documentId: id } })).toBe(1);
});

test('a report that is not public, or no longer, proposes nothing', async () => {
  const { people, aReport } = await aTownship();
  await aReport({ status: 'in_sign_off', year: 2022 });
  await aReport({ status: 'withdrawn', year: 2024 });
  for (const year of [2023, 2025]) {
    const id = await createReport({ year }, people.drafter);
    const desk = await reportDesk(id, people.drafter);
    expect(desk?.state.office.origins).toEqual({});
    expect(desk?.previous).toBeNull();
  }
});
