import { beforeAll, expect, test, vi } from 'vitest';
import { offeredFiles, publicFile } from '@/lib/server/public/public-files';
import { publicSnapshot, publishedReport } from '@/lib/server/public/public-reports';
import { publicRoute } from '@/lib/server/public/public-route';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { withDatabase } from '@/lib/server/testing/with-database';

vi.setConfig({ testTimeout: 60_000 });
withDatabase();

let town: Township;
beforeAll(async () => {
  town = await aTownship();
  await town.aReport({ status: 'published', year: 2023 });
});

test('every form that is offered can be had, as large as it says, and JSON is what was signed', async () => {
  const found = await publishedReport(town.slug, 2023);
  const offers = found ? await offeredFiles(town.slug, found) : [];
  expect(offers.map(({ extension }) => extension)).toEqual(['pdf', 'docx', 'xlsx', 'csv', 'json']);
  for (const { extension, size } of offers) {
    const file = await publicFile(town.slug, 2023, 1, extension);
    expect(file?.bytes.length, extension).toBe(size);
    const address = `/${town.slug}/reports/2023/1/report.${extension}`;
    expect(await publicRoute(address)).toEqual({ page: `/site/standard${address}`, status: 200 });
  }
  const json = await publicFile(town.slug, 2023, 1, 'json');
  expect(Buffer.from(json?.bytes ?? []).toString('utf8')).toBe(await publicSnapshot(town.slug, 2023, 1));
});

test('whoever asks while a file is being made gets that one', async () => {
  const asked = Array.from({ length: 5 }, () => publicFile(town.slug, 2023, 1, 'pdf'));
  const files = await Promise.all(asked);
  expect(new Set(files.map((file) => file?.bytes)).size).toBe(1);
});

test('a correction has files of its own, and those of the edition before stay as they were', async () => {
  const { id } = await town.aReport({ status: 'published', year: 2022 });
  const before = await publicFile(town.slug, 2022, 1, 'csv');
  await town.correct(id, '补充说明。', []);
  expect(await publicFile(town.slug, 2022, 1, 'csv')).toEqual(before);
  const after = Buffer.from((await publicFile(town.slug, 2022, 2, 'csv'))?.bytes ?? []).toString('utf8');
  expect(after).toContain('更正说明,,补充说明。');
});

test.each(['draft', 'in_sign_off', 'withdrawn'] as const)('a report that is %s has no files', async (status) => {
  const other = await aTownship();
  await other.aReport({ status, year: 2021 });
  expect(await publicFile(other.slug, 2021, 1, 'pdf')).toBeNull();
  const { status: answer } = await publicRoute(`/${other.slug}/reports/2021/1/report.pdf`);
  expect(answer).toBe(status === 'withdrawn' ? 410 : 404);
});
