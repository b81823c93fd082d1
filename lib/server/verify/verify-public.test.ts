import { beforeAll, expect, test, vi } from 'vitest';
import { isFormExtension } from '@/lib/documents/application-form';
import { isReportExtension } from '@/lib/documents/report-formats';
import { atomFeed } from '@/lib/domain/atom';
import { drawnPage } from '@/lib/pages/drawn-page';
import { editionsOf, noticeOf } from '@/lib/server/public/public-editions';
import { publicFile } from '@/lib/server/public/public-files';
import { publicGuide, publicGuideSnapshot } from '@/lib/server/public/public-guide';
import { publicForm } from '@/lib/server/public/public-guide-files';
import { publicNews } from '@/lib/server/public/public-lists';
import { publicOrganisation } from '@/lib/server/public/public-organisation';
import { publicRoute } from '@/lib/server/public/public-route';
import { bringGuide } from '@/lib/server/testing/a-guide-on-its-way';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { withDatabase } from '@/lib/server/testing/with-database';
import { verifyFeed } from '@/lib/server/verify/verify-feed';
import { type Get, type VerifiedEdition, verifyPublic } from '@/lib/server/verify/verify-public';
import { noticeLines } from '@/lib/text/documents';

// A website without pages but those of the guide and in the place of what is withdrawn: the files are real. The pages are read
// in e2e/downloads.spec.ts, from the real one.
vi.setConfig({ testTimeout: 60_000 });
withDatabase();

let town: Township;
beforeAll(async () => {
  town = await aTownship();
});

const get: Get = async (address) => {
  const { status } = await publicRoute(address);
  if (status === 410 && !/\.\w+$/.test(address)) return { status, body: Buffer.from(await noticePage(address)) };
  const [, slug = '', year, number, extension = ''] =
    /^\/([^/]+)\/reports\/(\d+)\/(\d+)\/report\.(\w+)$/.exec(address) ?? [];
  if (!isReportExtension(extension) || status !== 200) return { status, body: new Uint8Array() };
  const file = await publicFile(slug, Number(year), Number(number), extension);
  return { status, body: file?.bytes ?? new Uint8Array() };
};

async function noticePage(address: string, left = '') {
  const [, slug = '', path = ''] = /^(?:\/l)?\/([^/]+)\/(\w+\/\d+)/.exec(address) ?? [];
  const last = (await editionsOf(slug, path)).at(-1);
  const notice = await noticeOf(slug, path, last?.number ?? 0);
  const lines = noticeLines.of(notice).map(({ text }, at) => `<p>${at === 0 ? '本报告' : ''}${text}</p>`);
  return `<main><h1>${notice.title}</h1><div class="notice">${lines.join('')}</div>${left}</main>`;
}

const altering =
  (wanted: string, alter: (text: string) => string): Get =>
  async (address) => {
    const answer = await get(address);
    if (!answer || !address.endsWith(wanted)) return answer;
    return { ...answer, body: Buffer.from(alter(Buffer.from(answer.body).toString('utf8'))) };
  };

async function verified(getter: Get, all = false): Promise<VerifiedEdition[]> {
  const editions: VerifiedEdition[] = [];
  for await (const edition of verifyPublic(town.slug, getter, all)) editions.push(edition);
  return editions;
}

const faultsInPages = ({ faults, withdrawn }: VerifiedEdition) =>
  withdrawn ? faults.filter((fault) => fault.kind === 'misprint' && fault.medium === 'html') : [];

const faultsInFiles = ({ faults }: VerifiedEdition) =>
  faults.filter((fault) => fault.kind !== 'misprint' || fault.medium !== 'html');

test('files that say what was signed have no fault, of the edition that holds or of all', async () => {
  const { id } = await town.aReport({ status: 'published', year: 2023 });
  await town.correct(id, '导言补充一句。', []);
  expect((await verified(get)).map(({ number }) => number)).toEqual([2]);
  const all = await verified(get, true);
  expect(all.map(({ number, answers }) => [number, answers])).toEqual([
    [1, 7],
    [2, 9],
  ]);
  expect(all.flatMap(faultsInFiles)).toEqual([]);
});

test('a page that is no report, a figure that is another, and JSON with a space more are faults', async () => {
  const [edition] = await verified(get);
  expect(edition?.faults.map((fault) => fault.kind === 'misprint' && fault.medium)).toEqual(Array(4).fill('html'));

  const altered = await verified(altering('.csv', (text) => text.replace(/(总计,)\d+/, '$1987654')));
  expect(altered.flatMap(faultsInFiles)).toMatchObject([
    { kind: 'misprint', medium: 'csv', place: expect.stringContaining('总计'), found: '987654' },
  ]);
  const spaced = await verified(altering('.json', (text) => `${text} `));
  expect(spaced.flatMap(faultsInFiles)).toMatchObject([
    { kind: 'hash', address: expect.stringMatching(/2\/report\.json$/) },
  ]);
});

test('an address that answers otherwise than it should is a fault', async () => {
  const silent = await verified(async (address) => (address.endsWith('.pdf') ? null : get(address)));
  expect(silent.flatMap(faultsInFiles)).toMatchObject([{ kind: 'status', expected: 200, found: null }]);
});

test('what is withdrawn must be gone in every form', async () => {
  const { year } = await town.aReport({ status: 'withdrawn', year: 2021 });
  const gone = (await verified(get)).find(({ title }) => title.includes(String(year)));
  expect(gone).toMatchObject({ withdrawn: true, answers: 9, faults: [] });
  const kept = await verified(async (address) =>
    address.includes(`/${year}/1/report.docx`) ? { status: 200, body: new Uint8Array() } : get(address),
  );
  expect(kept.find(({ title }) => title.includes(String(year)))?.faults).toMatchObject([
    { kind: 'status', expected: 410, found: 200 },
  ]);
});

test('what stands in its place must say why, and nothing of what stood there', async () => {
  const large = (address: string) => address.startsWith('/l/') && address.endsWith('/2021/1');
  const faultsWith = async (page: (address: string) => Promise<string>) => {
    const editions = await verified(async (address) =>
      large(address) ? { status: 410, body: Buffer.from(await page(address)) } : get(address),
    );
    return editions.flatMap(faultsInPages);
  };
  expect(
    await faultsWith(async (address) => (await noticePage(address)).replace('数据有误', '另有原因')),
  ).toMatchObject([{ kind: 'misprint', place: '撤下公告', expected: expect.stringContaining('数据有误') }]);
  const left = '<article class="report-body">共376件</article>';
  expect(await faultsWith((address) => noticePage(address, left))).toMatchObject([
    { kind: 'misprint', place: '撤下公告', expected: '', found: '共376件' },
  ]);
});

test('the guide is read in both sizes, its content by its hash, its form cell by cell', async () => {
  const other = await aTownship();
  await bringGuide({ status: 'published' }, other.people);
  const website: Get = async (address) => {
    const [, extension = ''] = /\/guide\/form\.(\w+)$/.exec(address) ?? [];
    if (isFormExtension(extension)) {
      return { status: 200, body: (await publicForm(other.slug, extension))?.bytes ?? new Uint8Array() };
    }
    const found = await publicGuide(other.slug);
    if (address.endsWith('.json')) {
      return { status: 200, body: Buffer.from((await publicGuideSnapshot(other.slug, 1)) ?? '') };
    }
    const organisation = await publicOrganisation(other.slug);
    if (!found?.content || !organisation) return null;
    const size = address.startsWith('/l/') ? ('large' as const) : ('standard' as const);
    const page = drawnPage({ kind: 'guide', found, content: found.content, organisation, size });
    return { status: 200, body: Buffer.from(page) };
  };
  const readBack = async (getter: Get) => {
    const editions: VerifiedEdition[] = [];
    for await (const edition of verifyPublic(other.slug, getter, true)) editions.push(edition);
    return editions;
  };
  expect(await readBack(website)).toMatchObject([{ number: 1, answers: 7, faults: [] }]);
  const altered = await readBack(async (address) => {
    const answer = await website(address);
    if (!answer || !address.startsWith('/l/')) return answer;
    return {
      ...answer,
      body: Buffer.from(Buffer.from(answer.body).toString('utf8').replaceAll('20个工作日', '30个工作日')),
    };
  });
  expect(altered.flatMap(({ faults }) => faults)).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'misprint', medium: 'html', found: expect.stringContaining('30个工作日') }),
    ]),
  );
});

test('a feed must name what became public last, and nothing that is withdrawn', async () => {
  const other = await aTownship();
  const [kept, gone] = [await other.anItem({ status: 'published' }), await other.anItem({ status: 'published' })];
  await other.withdrawItem(gone.id);
  await other.correctItem(kept.id, '更正。');
  const faultsWith = async (change: (feed: string) => string) => {
    const found = [];
    const website: Get = async () => ({ status: 200, body: Buffer.from(change(await feedOf(other))) });
    for await (const { title, faults } of verifyFeed(other, website)) found.push([title, ...faults]);
    return found;
  };
  expect(await faultsWith((text) => text)).toEqual([]);
  const [standard, large] = [`/${other.slug}/feed.xml`, `/l/${other.slug}/feed.xml`];
  const retitled = await faultsWith((text) => text.replace(kept.title, `${kept.title}2`));
  expect(retitled).toMatchObject([
    [standard, { kind: 'misprint', found: expect.stringContaining(`${kept.title}2 `) }],
    [large, { kind: 'misprint' }],
  ]);
  const named = `<entry><title>${gone.title}</title><link href="/${other.slug}/${gone.path}"/><updated>x</updated></entry></feed>`;
  expect((await faultsWith((text) => text.replace('</feed>', named))).flat()).toContainEqual(
    expect.objectContaining({ kind: 'misprint', expected: '', found: `${gone.title} x` }),
  );
  expect(await faultsWith(() => '<p>500</p>')).toMatchObject([
    [standard, { kind: 'unreadable' }],
    [large, {}],
  ]);
});

/** As the public side writes it: of what lists know. */
async function feedOf({ id, slug }: { id: string; slug: string }): Promise<string> {
  const entries = await publicNews(id, {});
  const at = new Date(0);
  return atomFeed({
    ...{ id, title: '', author: '', self: '', page: '', updated: at },
    entries: entries.map(({ documentId, title, path, publishedAt, text }) => ({
      ...{ id: documentId, title, page: `/${slug}/${path}`, published: at, updated: publishedAt, summary: text },
      categories: [],
    })),
  });
}
