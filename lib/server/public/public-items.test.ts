import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { sha256 } from '@/lib/domain/hash';
import type { ItemDraft } from '@/lib/domain/items/content';
import { pictureName } from '@/lib/domain/public-address';
import { searchQuery } from '@/lib/domain/search/query';
import { today } from '@/lib/server/clock';
import { addFile, addPicture } from '@/lib/server/files/files';
import { storedBytes } from '@/lib/server/files/stored-file';
import { recordPosting, revokePosting } from '@/lib/server/items/board';
import { publicAttachment, publicPhotograph } from '@/lib/server/public/public-attachments';
import { publicCells, publicNodes } from '@/lib/server/public/public-catalogue';
import { publicItem, publicItemSnapshot } from '@/lib/server/public/public-items';
import { publicList, publicNews } from '@/lib/server/public/public-lists';
import { publicOrganisation } from '@/lib/server/public/public-organisation';
import { publicRoute } from '@/lib/server/public/public-route';
import { publicSearch } from '@/lib/server/public/public-search';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { withDatabase } from '@/lib/server/testing/with-database';

const { asOwner } = withDatabase();

let town: Township;
beforeAll(async () => {
  town = await aTownship();
});

const numberOf = ({ path }: { path: string }) => Number(path.slice('items/'.length));
const route = (...parts: (string | number)[]) => publicRoute(`/${[town.slug, ...parts].join('/')}`);
const paragraph = (id: string, text: string) => ({ id, kind: 'paragraph' as const, runs: [{ text }] });
const repeals = (other: { path: string; title: string }): Partial<ItemDraft> => ({
  relations: [{ kind: 'repeals', path: other.path, title: other.title }],
});

const bytesOf = async (stream: ReadableStream<Uint8Array>) => Buffer.from(await new Response(stream).arrayBuffer());

test('a published item is read as it was signed, and found', async () => {
  const made = await town.anItem({ status: 'published', title: '关于石灰窑整治的通知', node: 'article-20-13' });
  const found = await publicItem(town, numberOf(made));
  expect(found).toMatchObject({ edition: { number: 1, sha256: made.sha256 }, indexNumber: made.indexNumber });
  expect(found?.content?.item.title).toBe('关于石灰窑整治的通知');
  expect(sha256((await publicItemSnapshot(town.slug, numberOf(made), 1)) ?? '')).toBe(made.sha256);
  for (const parts of [[], [1], [1, 'item.json']]) {
    expect(await route(made.path, ...parts)).toEqual({
      page: ['/site/standard', town.slug, made.path, ...parts].join('/'),
      status: 200,
    });
  }
  expect(await route(made.path, 2)).toMatchObject({ status: 404 });
  const { hits } = await publicSearch(town.id, searchQuery('野外用火') ?? { words: [], number: '' });
  expect(hits.map(({ line }) => line.path)).toContain(made.path);
});

test.each(['draft', 'in_review', 'in_sign_off', 'signed'] as const)('an item in %s is nowhere', async (status) => {
  const other = await aTownship();
  const made = await other.anItem({ status, title: '还没有公开的事' });
  expect(await publicItem(other, numberOf(made))).toBeNull();
  expect(await publicItemSnapshot(other.slug, numberOf(made), 1)).toBeNull();
  expect(await publicRoute(`/${other.slug}/${made.path}`)).toMatchObject({ status: 404 });
  expect(await publicList(other.id, {}, 1)).toEqual([]);
  expect(await publicCells(other.id)).toEqual([]);
  expect((await publicSearch(other.id, { words: ['公开'], number: '' })).cells).toEqual([]);
});

test('what another organisation publishes under the same number is not ours', async () => {
  const other = await aTownship();
  const theirs = await other.anItem({ status: 'published' });
  const ours = await aTownship();
  expect(await publicItem(ours, numberOf(theirs))).toBeNull();
  expect(await publicList(ours.id, {}, 1)).toEqual([]);
});

test('attachments and pictures of an edition come whole, under their names, and no others', async () => {
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a3151b' } })
    .png()
    .toBuffer();
  const made = await town.anItem({
    status: 'published',
    lay: async (id, drafter) => {
      const { attachment } = await addFile(id, { name: '张贴 照片（一）.png', bytes: picture }, drafter);
      const shown = await addPicture(
        id,
        { name: 'b.png', bytes: await sharp(picture).negate().png().toBuffer() },
        drafter,
      );
      const image = { id: 'i1', kind: 'image' as const, sha256: shown.attachment.sha256, alt: '一块红底' };
      return { attachments: [attachment], body: [paragraph('b1', '各村严禁野外用火。'), image] };
    },
  });
  const number = numberOf(made);
  const content = (await publicItem(town, number))?.content;
  const attachment = content?.item.attachments[0];
  const image = content?.item.body.find((block) => block.kind === 'image');
  if (!attachment || image?.kind !== 'image') throw new Error('nothing was laid into it');

  const found = await publicAttachment(town.slug, number, 1, attachment.sha256, attachment.name);
  if (!('file' in found)) throw new Error('not found');
  const bytes = await bytesOf(found.file.bytes());
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(attachment.sha256);
  expect(found.file).toMatchObject({ name: '张贴 照片（一）.png', mediaType: 'image/png', size: bytes.length });
  expect(await publicAttachment(town.slug, number, 1, image.sha256, pictureName)).toMatchObject({
    file: { name: 'picture.png' },
  });

  const missing = { status: 404 };
  expect(await publicAttachment(town.slug, number, 1, attachment.sha256, 'other.png')).toEqual(missing);
  expect(await publicAttachment(town.slug, number, 2, attachment.sha256, attachment.name)).toEqual(missing);
  expect(await publicAttachment(town.slug, number, 1, '0'.repeat(64), attachment.name)).toEqual(missing);
  const other = await town.anItem({ status: 'published' });
  expect(await publicAttachment(town.slug, numberOf(other), 1, attachment.sha256, attachment.name)).toEqual(missing);

  await asOwner('ALTER TABLE file_chunk DISABLE TRIGGER append_only');
  await asOwner('UPDATE file_chunk SET bytes = set_byte(bytes, 20, 7) WHERE sha256 = $1', [attachment.sha256]);
  await expect(bytesOf(storedBytes(town.id, attachment.sha256, attachment.size))).rejects.toThrow('damaged');
});

test('a correction tells what it corrected, and both editions stay with their files', async () => {
  const made = await town.anItem({ status: 'published', draft: { body: [paragraph('b1', '补助30户。')] } });
  await town.correctItem(made.id, '户数有误。', { body: [paragraph('b1', '补助31户。')] });
  const found = await publicItem(town, numberOf(made));
  expect(found).toMatchObject({
    edition: { number: 2, act: 'correct', note: '户数有误。' },
    indexNumber: made.indexNumber,
  });
  expect(found?.content?.before?.body).toEqual([paragraph('b1', '补助30户。')]);
  expect((await publicItem(town, numberOf(made), 1))?.content?.item.body).toEqual([paragraph('b1', '补助30户。')]);
  const [line] = await publicList(town.id, {}, 1);
  expect(line).toMatchObject({ path: made.path, correctedAt: found?.edition.publishedAt });
});

test('a withdrawal takes the item, its editions and its files from every place but one', async () => {
  const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  let sha = '';
  const made = await town.anItem({
    status: 'withdrawn',
    title: '撤下的独门事项',
    lay: async (id, drafter) => {
      const { attachment } = await addFile(id, { name: 'a.png', bytes }, drafter);
      sha = attachment.sha256;
      return { attachments: [attachment] };
    },
  });
  const number = numberOf(made);
  for (const edition of [undefined, 1, 2]) {
    const found = await publicItem(town, number, edition);
    expect(found).toMatchObject({ content: null, withdrawal: { title: '撤下的独门事项', withdraws: 1 } });
    expect(await route(made.path, ...(edition ? [edition] : []))).toMatchObject({ status: 410 });
  }
  expect(await publicItemSnapshot(town.slug, number, 1)).toBeNull();
  expect(await publicAttachment(town.slug, number, 1, sha, 'a.png')).toEqual({ status: 410 });
  expect(await route(made.path, 1, 'files', sha, 'a.png')).toMatchObject({ status: 410 });
  expect((await publicList(town.id, {}, 1)).map(({ path }) => path)).not.toContain(made.path);
  expect((await publicNews(town.id, {})).map(({ path }) => path)).not.toContain(made.path);
  expect((await publicSearch(town.id, searchQuery('独门事项') ?? { words: [], number: '' })).cells).toEqual([]);
});

test('items lead to each other both ways, and a repealed one says so everywhere', async () => {
  const old = await town.anItem({ status: 'published', title: '旧的办法' });
  const by = await town.anItem({ status: 'published', title: '新的办法', draft: repeals(old) });
  const found = (await publicItem(town, numberOf(old)))?.content;
  expect(found).toMatchObject({ validity: 'repealed', item: { validity: 'valid' } });
  expect(found?.related).toEqual([{ kind: 'repeals', side: 'to', path: by.path, title: '新的办法' }]);
  expect((await publicItem(town, numberOf(by)))?.content?.related).toEqual([
    { kind: 'repeals', side: 'from', path: old.path, title: '旧的办法' },
  ]);
  const lines = await publicList(town.id, {}, 1);
  expect(lines.find(({ path }) => path === old.path)).toMatchObject({ validity: 'repealed' });
});

test('postings are told until they are taken back, with their photograph', async () => {
  const bytes = await sharp({ create: { width: 7, height: 9, channels: 3, background: '#eee' } })
    .png()
    .toBuffer();
  const [made, other] = [await town.anItem({ status: 'published' }), await town.anItem({ status: 'published' })];
  const posting = { place: '镇政府大门公告栏', postedOn: today(), photo: { name: '公告栏.png', bytes } };
  const id = await recordPosting({ documentId: made.id, ...posting }, town.people.drafter);
  const postings = async () => (await publicItem(town, numberOf(made)))?.content?.postings;
  const sha256 = (await postings())?.[0]?.photograph ?? '';
  const photograph = (slug = town.slug, item = numberOf(made)) => publicPhotograph(slug, item, sha256, pictureName);
  expect(await postings()).toMatchObject([{ place: '镇政府大门公告栏' }]);
  expect(await photograph()).toMatchObject({ file: { sha256, mediaType: 'image/png' } });
  expect(await photograph(town.slug, numberOf(other))).toEqual({ status: 404 });
  expect(await photograph((await aTownship()).slug)).toEqual({ status: 404 });
  await revokePosting({ id }, town.people.drafter);
  expect(await postings()).toEqual([]);
  expect(await photograph()).toEqual({ status: 404 });
});

test('the photograph of a posting goes with what is withdrawn', async () => {
  const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#ddd' } })
    .png()
    .toBuffer();
  const made = await town.anItem({ status: 'published' });
  const posting = { documentId: made.id, place: '镇政府大门公告栏', postedOn: today() };
  await recordPosting({ ...posting, photo: { name: '公告栏.png', bytes } }, town.people.drafter);
  const sha256 = (await publicItem(town, numberOf(made)))?.content?.postings[0]?.photograph ?? '';
  await town.withdrawItem(made.id);
  expect(await publicPhotograph(town.slug, numberOf(made), sha256, pictureName)).toEqual({ status: 410 });
});

test('lists have as many pages as there is to list', async () => {
  const other = await aTownship();
  for (let at = 0; at < 3; at += 1) await other.anItem({ status: 'published', node: 'article-20-7' });
  const year = today().slice(0, 4);
  const status = async (...parts: (string | number)[]) =>
    (await publicRoute(`/${[other.slug, ...parts].join('/')}`)).status;
  expect([await status('latest'), await status('latest', year), await status('latest', 1999)]).toEqual([200, 200, 404]);
  expect(await status('catalogue/article-20-7')).toBe(200);
  expect(await status('catalogue/article-20-7', year)).toBe(200);
  expect(await status('catalogue/article-20-7/p2')).toBe(404);
  expect(await status('catalogue/article-20-8')).toBe(200); // empty, but there
  expect(await status('catalogue/article-20-8', year)).toBe(404);
  expect(await status('catalogue/nowhere')).toBe(404);
  expect(await status('catalogue/nowhere/feed.xml')).toBe(404);
  const node = (await publicNodes(other.id)).find(({ code }) => code === 'article-20-7');
  expect(await publicList(other.id, { nodeIds: [node?.id ?? ''] }, 1, 2)).toHaveLength(2);
  expect(await publicList(other.id, { nodeIds: [node?.id ?? ''] }, 2, 2)).toHaveLength(1);
});

test('a standard column shows once there is something in it', async () => {
  const other = await aTownship();
  await asOwner(
    `INSERT INTO catalogue_node (id, organisation_id, kind, code, label, period, ways, position)
     VALUES (gen_random_uuid(), $1, 'own', 'guide', '政府信息公开指南', '{"days": 20, "unit": "working_day"}', '{website}', 1)`,
    [other.id],
  );
  expect((await publicOrganisation(other.slug))?.columns).toEqual([]);
  await other.anItem({ status: 'published', node: 'guide' });
  expect((await publicOrganisation(other.slug))?.columns).toEqual(['guide']);
});

test('a search that is too long is refused, any other answered', async () => {
  const status = async (q: string) => (await publicRoute(`/${town.slug}/search`, new URLSearchParams({ q }))).status;
  expect(await Promise.all(['', '危房', "'%_\\\0", '开'.repeat(8192 / 3)].map(status))).toEqual([200, 200, 200, 400]);
});
