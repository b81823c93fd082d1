import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventedFormat } from '@/lib/domain/report/an-invented-format';
import { publishedReport } from '@/lib/server/public/public-reports';
import { reportDesk } from '@/lib/server/reports/reports';
import { reviewOf, signOffBrief } from '@/lib/server/reports/review';
import { aTownship } from '@/lib/server/testing/a-township';
import { withDatabase } from '@/lib/server/testing/with-database';

// The next notice of the State Council's office is a file in a folder, and no change of code.
withDatabase();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-formats-'));
  await writeFile(join(folder, '2027.json'), JSON.stringify(inventedFormat()));
  process.env.FORMATS_DIR = folder;
});
afterAll(() => rm(folder, { recursive: true }));

test('a report in a format that came as data is edited, checked, reviewed, signed and read by citizens', async () => {
  const { people, slug, aReport } = await aTownship();
  const { id } = await aReport({ status: 'in_sign_off', year: 2027 });
  const review = await reviewOf(id, people.section_leader);
  expect(review?.format.id).toBe('2027');
  expect(review?.equations.total).toBeGreaterThan(0);
  expect((await signOffBrief(id, people.principal_leader))?.report.text?.s7).toBeDefined();

  const other = await aTownship();
  const published = await other.aReport({ status: 'published', year: 2027 });
  const found = await publishedReport(published.organisationSlug, 2027);
  expect(found?.content?.format.sections.at(-1)?.heading).toBe('七、数据质量说明');
  expect(found?.content?.report.tables).toHaveProperty('t2_10');
  expect(await publishedReport(slug, 2027)).toBeNull();
  expect((await reportDesk(published.id, other.people.drafter))?.format.id).toBe('2027');
});
