import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { IndexExtension } from '@/lib/documents/open-data/index-formats';
import { today } from '@/lib/server/clock';
import { addFile, addPicture } from '@/lib/server/files/files';
import { publicArchive } from '@/lib/server/public/public-archive';
import { archiveYears } from '@/lib/server/public/public-data';
import { publicIndex } from '@/lib/server/public/public-index';
import { siteMapItems, siteMapPages, siteMaps } from '@/lib/server/public/public-sitemap';
import { publicStream } from '@/lib/server/public/public-stream';
import { bringGuide } from '@/lib/server/testing/a-guide-on-its-way';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { withDatabase } from '@/lib/server/testing/with-database';
import { verifyIndex } from '@/lib/server/verify/verify-index';

withDatabase();

const thisYear = Number(today().slice(0, 4));
let town: Township;
let whole: Awaited<ReturnType<Township['anItem']>>;
let picture: Buffer;

beforeAll(async () => {
  town = await aTownship();
  picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#14573a' } })
    .png()
    .toBuffer();
  const report = await town.aReport({ status: 'published', year: 2023 });
  await town.correct(report.id, '导言补充说明。', []);
  await town.aReport({ status: 'withdrawn', year: 2021 });
  await town.anItem({ status: 'published', title: '=HYPERLINK("http://x")', node: 'article-20-11' });
  whole = await town.anItem({
    status: 'published',
    title: '危房改造/审定结果：公示',
    lay: async (id, drafter) => {
      const { attachment } = await addFile(id, { name: '审定结果（盖章）.png', bytes: picture }, drafter);
      const inside = { name: 'x.png', bytes: await sharp(picture).negate().png().toBuffer() };
      const { attachment: shown } = await addPicture(id, inside, drafter);
      const image = { id: 'i1', kind: 'image' as const, sha256: shown.sha256, alt: '改造后的房屋' };
      const text = { id: 'b1', kind: 'paragraph' as const, runs: [{ text: '共3户。' }] };
      return { attachments: [attachment], body: [text, image] };
    },
  });
  await town.anItem({ status: 'withdrawn', title: '已经撤下' });
  await town.anItem({ status: 'signed', title: '还没有公开' });
  await bringGuide({ status: 'published' }, town.people);
});

afterEach(() => vi.unstubAllEnvs());

async function indexAs(extension: IndexExtension, slug = town.slug): Promise<string> {
  const pieces = await publicIndex(slug, extension);
  let text = '';
  for await (const piece of pieces ?? []) text += piece;
  return text;
}

const entryShape = z.looseObject({ title: z.string(), kind: z.string(), address: z.string(), sha256: z.string() });
const indexShape = z.object({ count: z.int(), entries: z.array(entryShape) });
const titles = ['危房改造/审定结果：公示', '=HYPERLINK("http://x")'];

test('the index names what is public now, and nothing else', async () => {
  const { count, entries } = indexShape.parse(JSON.parse(await indexAs('json')));
  expect(entries.map(({ kind }) => kind).sort()).toEqual(['annual_report', 'guide', 'item', 'item']);
  expect(count).toBe(entries.length);
  expect(entries.filter(({ kind }) => kind === 'item').map(({ title }) => title)).toEqual(titles);
  const [report] = entries.filter(({ kind }) => kind === 'annual_report');
  expect(report).toMatchObject({ year: 2023, edition: 2, correctedOn: today(), address: `/${town.slug}/reports/2023` });
  expect(report?.files).toMatchObject({ pdf: `/${town.slug}/reports/2023/2/report.pdf` });
  expect(entries.find(({ title }) => title === whole.title)?.sha256).toBe(whole.sha256);
});

test('all addresses are in full where somebody has told that of the site', async () => {
  vi.stubEnv('PUBLIC_URL', 'https://www.example.gov.cn');
  vi.stubEnv('BASE_PATH', '/gk');
  const { entries } = indexShape.parse(JSON.parse(await indexAs('json')));
  for (const { address } of entries) expect(address).toMatch(/^https:\/\/www\.example\.gov\.cn\/gk\//);
});

test('the table opens in a spreadsheet, and runs nothing there', async () => {
  const text = await indexAs('csv');
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const [headings, ...lines] = parse(text.slice(1), { relax_column_count: false });
  expect(headings?.slice(0, 4)).toEqual(['类型', '名称', '年度', '索引号']);
  expect(lines.map(([, title]) => title)).toEqual(expect.arrayContaining([titles[0], `'${titles[1]}`]));
  expect(lines.map(([kind]) => kind).sort()).toEqual(
    ['主动公开信息', '主动公开信息', '年度报告', '政府信息公开指南'].sort(),
  );
  expect(text).toContain(whole.sha256);
});

const node = z.looseObject({ '@id': z.string(), '@type': z.string() });

test('linked data names the organisation, and each document in two vocabularies', async () => {
  const linked = z.object({ '@context': z.record(z.string(), z.url()), '@graph': z.array(node) });
  const { '@graph': graph } = linked.parse(JSON.parse(await indexAs('jsonld')));
  const types = graph.map((each) => each['@type']);
  expect(types.slice(0, 2)).toEqual(['schema:GovernmentOrganization', 'schema:DataCatalog']);
  expect(types).toContain('schema:Report');
  const item = graph.find((each) => each['dcterms:title'] === whole.title);
  expect(item).toMatchObject({
    '@type': 'schema:DigitalDocument',
    'schema:name': whole.title,
    'dcterms:identifier': whole.indexNumber,
    'dcterms:publisher': { '@id': graph[0]?.['@id'] },
    'dcterms:issued': { '@type': 'xsd:date', '@value': today() },
  });
});

test('an organisation that has nothing public has an index without lines', async () => {
  const other = await aTownship();
  expect(indexShape.parse(JSON.parse(await indexAs('json', other.slug)))).toEqual({ count: 0, entries: [] });
  expect(await publicIndex('nobody', 'json')).toBeNull();
  expect(await publicArchive(other.slug, thisYear, 1)).toBeNull();
});

async function archived(year: number) {
  const archive = await publicArchive(town.slug, year, 1);
  const pieces: Uint8Array[] = [];
  for await (const piece of archive?.bytes() ?? []) pieces.push(piece);
  return { archive, zip: Buffer.concat(pieces) };
}

const manifestShape = z.object({
  documents: z.array(
    z.object({
      title: z.string(),
      holds: z.boolean(),
      sha256: z.string(),
      files: z.array(z.object({ path: z.string(), size: z.int(), sha256: z.string() })),
    }),
  ),
});

test('a year holds each document in every form with its attachments, and the manifest their hashes', async () => {
  const { zip } = await archived(thisYear);
  const files = unzipSync(zip);
  const root = Object.keys(files)[0]?.split('/')[0] ?? '';
  const { documents } = manifestShape.parse(JSON.parse(strFromU8(files[`${root}/清单.json`] ?? new Uint8Array())));
  expect(documents.map(({ title }) => title)).toEqual([...[...titles].reverse(), expect.stringContaining('指南')]);
  const listed = documents.flatMap((each) => each.files);
  expect(Object.keys(files).sort()).toEqual(
    [...listed.map(({ path }) => path), '目录.csv', '清单.json', '说明.txt'].map((path) => `${root}/${path}`).sort(),
  );
  for (const { path, size, sha256 } of listed) {
    const bytes = files[`${root}/${path}`] ?? new Uint8Array();
    expect([bytes.length, createHash('sha256').update(bytes).digest('hex')], path).toEqual([size, sha256]);
  }
  const own = documents.find(({ title }) => title === whole.title);
  expect(own?.files.map(({ path }) => path.replace(/^.*?公示\//, ''))).toEqual([
    ...['pdf', 'docx', 'json'].map((extension) => `危房改造_审定结果：公示.${extension}`),
    '附件/审定结果（盖章）.png',
    expect.stringMatching(/^图片\/[0-9a-f]{64}\.png$/),
  ]);
  expect(own?.files[2]?.sha256).toBe(whole.sha256);
  expect(JSON.stringify(documents)).not.toMatch(/已经撤下|还没有公开/);
});

test('the same editions make the same bytes; a report stands in the year that it is about, with what it replaced', async () => {
  const [one, other] = [await archived(2023), await archived(2023)];
  expect(one.zip.equals(other.zip)).toBe(true);
  expect(one.archive?.etag).toBe(other.archive?.etag);
  const names = Object.keys(unzipSync(one.zip)).map((path) => path.split('/').slice(1).join('/'));
  const title = `${town.people.drafter.organisation.name}2023年政府信息公开工作年度报告`;
  for (const extension of ['pdf', 'docx', 'xlsx', 'csv', 'json']) {
    expect(names).toContain(`年度报告/${title}（第2版）.${extension}`);
    expect(names).toContain(`年度报告/以前的版本/第1版/${title}.${extension}`);
  }
  expect(await archived(2021)).toMatchObject({ archive: null });
  expect((await archiveYears(town.id)).map(({ year }) => year)).toEqual([thisYear, 2023]);
});

test('the nightly check finds a line of the index that lacks, is too many or says something else', async () => {
  const texts = { json: await indexAs('json'), csv: await indexAs('csv') };
  const faultsIn = async (alter: (text: string) => string) => {
    const found: unknown[] = [];
    const get = async (address: string) => {
      const medium = address.endsWith('.csv') ? 'csv' : 'json';
      return { status: 200, body: Buffer.from(alter(texts[medium])) };
    };
    for await (const { title, faults } of verifyIndex(town, get)) found.push(...faults.map((fault) => [title, fault]));
    return found;
  };
  expect(await faultsIn((text) => text)).toEqual([]);
  expect(await faultsIn((text) => text.replace(whole.sha256 ?? '', '0'.repeat(64)))).toHaveLength(2);
  expect(await faultsIn((text) => text.replace('危房改造/', '危房改建/'))).toHaveLength(2);
  const without = (text: string) => text.replace(/^.*危房改造\/.*\r?\n/m, '').replace('[\n,', '[\n');
  const misprint = { kind: 'misprint', place: '索引', expected: whole.title, found: null };
  expect(await faultsIn(without)).toEqual([
    [whole.title, { ...misprint, medium: 'json' }],
    [whole.title, { ...misprint, medium: 'csv' }],
  ]);
  expect(await faultsIn(() => 'nothing')).toContainEqual(['index.json', { kind: 'unreadable' }]);
});

test('who goes away ends what was made for him, and only so many are made at once', async () => {
  let ended = 0;
  const endless = async function* () {
    try {
      for (;;) yield 'x'.repeat(100_000);
    } finally {
      ended += 1;
    }
  };
  const streams = Array.from({ length: 4 }, () => publicStream('archive', endless()));
  expect(streams.every((stream) => stream !== null)).toBe(true);
  expect(publicStream('archive', endless())).toBeNull();
  expect(publicStream('index', endless())).not.toBeNull();
  const reader = streams[0]?.getReader();
  expect((await reader?.read())?.value?.length).toBeGreaterThanOrEqual(65_536);
  await reader?.cancel();
  expect(ended).toBe(1);
  expect(publicStream('archive', endless())).not.toBeNull();
});

test('the maps name the address of every edition that holds, and no notice', async () => {
  const pages = (await siteMapPages(town)).map(({ address }) => address);
  const at = (path: string) => `/${town.slug}${path}`;
  expect(pages).toEqual(
    expect.arrayContaining(['', '/data', '/reports/2023', '/guide', '/catalogue/article-20-11'].map(at)),
  );
  expect(pages).not.toContain(at('/reports/2021'));
  const items = await siteMapItems(town, 1);
  expect(items).toHaveLength(2);
  expect(items).toContainEqual({ address: at(`/${whole.path}`), changedOn: today() });
  expect(await siteMapItems(town, 2)).toEqual([]);
  expect((await siteMaps()).map(({ address }) => address)).toEqual(
    expect.arrayContaining([at('/sitemap.xml'), at('/sitemap/1.xml')]),
  );
});
