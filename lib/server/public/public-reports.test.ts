import { beforeAll, expect, test } from 'vitest';
import { sha256 } from '@/lib/domain/hash';
import { publicOrganisations } from '@/lib/server/public/public-organisation';
import { publicSnapshot, publishedReport, publishedReports } from '@/lib/server/public/public-reports';
import { publicRoute } from '@/lib/server/public/public-route';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { withDatabase } from '@/lib/server/testing/with-database';

withDatabase();

let town: Township;
beforeAll(async () => {
  town = await aTownship();
});

const route = (...parts: (string | number)[]) => publicRoute(`/${[town.slug, ...parts].join('/')}`);

test('a published report is read as it was signed', async () => {
  const { year, sha256: signed } = await town.aReport({ status: 'published', year: 2023 });
  const found = await publishedReport(town.slug, year);
  expect(found).toMatchObject({ edition: { number: 1, act: 'publish', sha256: signed, signedBy: '主要领导' } });
  expect(found?.content?.report.year).toBe(year);
  expect(sha256((await publicSnapshot(town.slug, year, 1)) ?? '')).toBe(signed);
  expect(await route('reports', year)).toEqual({ page: `/site/standard/${town.slug}/reports/${year}`, status: 200 });
  expect(await route('reports', year, 1, 'report.json')).toMatchObject({ status: 200 });
});

test.each(['draft', 'in_review', 'in_sign_off', 'signed'] as const)(
  'a report in %s is nowhere to be read',
  async (status) => {
    const other = await aTownship();
    const { year } = await other.aReport({ status, year: 2024 });
    expect(await publishedReport(other.slug, year)).toBeNull();
    expect(await publishedReports(other.slug)).toEqual([]);
    expect(await publicSnapshot(other.slug, year, 1)).toBeNull();
    expect(await publicRoute(`/${other.slug}/reports/${year}`)).toMatchObject({ status: 404 });
    expect((await publicOrganisations()).map(({ slug }) => slug)).not.toContain(other.slug);
  },
);

test('after a correction both editions can be read, and the new one knows what it corrected', async () => {
  const { id, year } = await town.aReport({ status: 'published', year: 2022 });
  const before = (await publishedReport(town.slug, year))?.content?.report.preamble ?? [];
  const after = before.map((block) => ({ ...block, text: `${block.text}本段已更正。` }));
  await town.correct(id, '导言补充一句。', [{ kind: 'text', section: 'preamble', from: before, to: after }]);

  const current = await publishedReport(town.slug, year);
  expect(current).toMatchObject({ edition: { number: 2, act: 'correct', note: '导言补充一句。' } });
  expect(current?.content?.before?.preamble).toEqual(before);
  const first = await publishedReport(town.slug, year, 1);
  expect(first?.content?.report.preamble).toEqual(before);
  expect((await publishedReports(town.slug)).find((each) => each.year === year)).toMatchObject({
    current: { number: 2 },
    first: { number: 1 },
  });
});

test('a withdrawal leaves its notice in the place of every edition before it', async () => {
  const { year } = await town.aReport({ status: 'withdrawn', year: 2021 });
  for (const number of [undefined, 1, 2]) {
    const found = await publishedReport(town.slug, year, number);
    expect(found).toMatchObject({
      content: null,
      withdrawal: { withdraws: 1, reason: expect.stringContaining('数据有误') },
    });
    expect(await route('reports', year, ...(number ? [number] : []))).toMatchObject({ status: 410 });
  }
  expect(await publicSnapshot(town.slug, year, 1)).toBeNull();
});

test('what was corrected after a withdrawal is public again, and only that', async () => {
  const { id, year } = await town.aReport({ status: 'withdrawn', year: 2020 });
  await town.correct(id, '数据已重新核对。', []);
  expect(await route('reports', year)).toMatchObject({ status: 200 });
  expect(await route('reports', year, 1)).toMatchObject({ status: 410 });
  expect((await publishedReport(town.slug, year))?.content?.before).toBeNull();
});

test('large text is the same page under another address, with the same status', async () => {
  const { year } = await town.aReport({ status: 'published', year: 2019 });
  const page = `/site/large/${town.slug}/reports/${year}`;
  expect(await publicRoute(`/l/${town.slug}/reports/${year}`)).toEqual({ page, status: 200 });
  expect(await publicRoute(`/l/${town.slug}/reports/1999`)).toMatchObject({ status: 404 });
});

test.each(['/nobody', '/site/standard/nobody', '/a/b/c', '/%00', '/nobody/reports/20', '/../etc/passwd'])(
  '%s is no page',
  async (address) => expect(await publicRoute(address)).toEqual({ page: '/site/standard/404.html', status: 404 }),
);

test('what is no page says so in the size of the text, and for the organisation that is named', async () => {
  expect(await publicRoute('/l/l/l')).toEqual({ page: '/site/large/404.html', status: 404 });
  for (const address of [`/${town.slug}/nothing`, `/${town.slug}/404.html`]) {
    expect(await publicRoute(address)).toEqual({ page: `/site/standard/${town.slug}/404.html`, status: 404 });
  }
  const page = `/site/large/${town.slug}/404.html`;
  expect(await publicRoute(`/l/${town.slug}/nothing/at/all`)).toEqual({ page, status: 404 });
});
