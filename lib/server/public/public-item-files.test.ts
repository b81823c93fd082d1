import sharp from 'sharp';
import { beforeAll, expect, test, vi } from 'vitest';
import { isItemExtension } from '@/lib/documents/item-formats';
import { rereadItem } from '@/lib/documents/reading/items/compare';
import { db } from '@/lib/server/db';
import { addPicture } from '@/lib/server/files/files';
import { publicAttachment } from '@/lib/server/public/public-attachments';
import { itemSnapshot, offeredItemFiles, publicItemFile } from '@/lib/server/public/public-item-files';
import { publicItem, publicItemSnapshot } from '@/lib/server/public/public-items';
import { publicRoute } from '@/lib/server/public/public-route';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { withDatabase } from '@/lib/server/testing/with-database';
import { type Get, verifyPublic } from '@/lib/server/verify/verify-public';

vi.setConfig({ testTimeout: 60_000 });
withDatabase();

let town: Township;
beforeAll(async () => {
  town = await aTownship();
});

const numberOf = ({ path }: { path: string }) => Number(path.slice('items/'.length));

/** A website without pages: the files are real. */
const get: Get = async (address) => {
  const { status } = await publicRoute(address);
  const [, town = '', of, edition, sha256 = '', name = ''] =
    /^\/([^/]+)\/items\/(\d+)\/(\d+)\/files\/(\w+)\/([^/]+)$/.exec(address) ?? [];
  if (sha256) {
    const found = await publicAttachment(town, Number(of), Number(edition), sha256, decodeURIComponent(name));
    if (!('file' in found)) return { status: found.status, body: new Uint8Array() };
    return { status, body: new Uint8Array(await new Response(found.file.bytes()).arrayBuffer()) };
  }
  const [, slug = '', item, number, extension = ''] =
    /^\/([^/]+)\/items\/(\d+)\/(\d+)\/item\.(\w+)$/.exec(address) ?? [];
  if (!isItemExtension(extension) || status !== 200) return { status, body: new Uint8Array() };
  const file = await publicItemFile(slug, Number(item), Number(number), extension);
  return { status, body: file?.bytes ?? new Uint8Array() };
};

test('every form that is offered can be had, as large as it says, with its picture, and says what was signed', async () => {
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#14573a' } })
    .png()
    .toBuffer();
  const made = await town.anItem({
    status: 'published',
    lay: async (id, drafter) => {
      const { attachment } = await addPicture(id, { name: '现场.png', bytes: picture }, drafter);
      return { body: [{ id: 'i1', kind: 'image', sha256: attachment.sha256, alt: '改造后的房屋' }] };
    },
  });
  const item = numberOf(made);
  const found = (await publicItem(town, item)) ?? expect.fail('not public');
  const snapshot = (await itemSnapshot(town, found)) ?? expect.fail('no snapshot');
  expect(snapshot.pictures.size).toBe(1);
  const offers = await offeredItemFiles(town.id, found);
  expect(offers.map(({ extension }) => extension)).toEqual(['pdf', 'docx', 'json']);
  for (const { extension, size } of offers) {
    const file = (await publicItemFile(town.slug, item, 1, extension)) ?? expect.fail('no file');
    expect(file.bytes.length, extension).toBe(size);
    expect(await rereadItem(extension, file.bytes, snapshot)).toEqual([]);
    const address = `/${town.slug}/items/${item}/1/item.${extension}`;
    expect(await publicRoute(address)).toEqual({ page: `/site/standard${address}`, status: 200 });
  }
  const faultsWith = async (getter: Get) => {
    for await (const { title, answers, faults } of verifyPublic(town.slug, getter, true)) {
      if (title === made.title) return [answers, ...faults.filter(({ kind }) => kind !== 'misprint')];
    }
    return [];
  };
  expect(await faultsWith(get)).toEqual([8]);
  const other = await faultsWith(async (address) =>
    address.includes('/files/') ? { status: 200, body: Buffer.from('另一张') } : get(address),
  );
  expect(other).toMatchObject([8, { kind: 'hash', address: expect.stringMatching(/\/files\/\w{64}\/picture$/) }]);
  const json = await publicItemFile(town.slug, item, 1, 'json');
  expect(Buffer.from(json?.bytes ?? []).toString('utf8')).toBe(await publicItemSnapshot(town.slug, item, 1));
});

test('a correction keeps the index number and the day of first publication, and has files of its own', async () => {
  const made = await town.anItem({ status: 'published' });
  const before = await publicItemFile(town.slug, numberOf(made), 1, 'docx');
  await town.correctItem(made.id, '补充一句。', {
    body: [{ id: 'b2', kind: 'paragraph', runs: [{ text: '补充。' }] }],
  });
  expect(await publicItemFile(town.slug, numberOf(made), 1, 'docx')).toEqual(before);
  const found = (await publicItem(town, numberOf(made))) ?? expect.fail('not public');
  const snapshot = (await itemSnapshot(town, found)) ?? expect.fail('no snapshot');
  expect(snapshot).toMatchObject({ indexNumber: made.indexNumber, facts: { number: 2, note: '补充一句。' } });
  const after = await publicItemFile(town.slug, numberOf(made), 2, 'docx');
  expect(await rereadItem('docx', after?.bytes ?? new Uint8Array(), snapshot)).toEqual([]);
});

test('a character that no font has stops the publication, and nothing is given or written', async () => {
  const text = '\u{10fffd}';
  const refused = town.anItem({
    status: 'published',
    title: '不能印的一条',
    draft: { body: [{ id: 'b1', kind: 'paragraph', runs: [{ text }] }] },
  });
  await expect(refused).rejects.toMatchObject({
    issues: [{ code: 'misprinted', medium: 'pdf', place: '整个文件', expected: text, found: null, count: 1 }],
  });
  const document = await db.document.findFirstOrThrow({ where: { title: '不能印的一条' } });
  expect(document.status).toBe('in_sign_off');
  expect(await db.disclosureItem.findUniqueOrThrow({ where: { documentId: document.id } })).toMatchObject({
    ...{ indexNumber: null, firstPublishedOn: null },
  });
});

test.each(['draft', 'signed', 'withdrawn'] as const)('an item that is %s has no files', async (status) => {
  const made = await town.anItem({ status });
  expect(await publicItemFile(town.slug, numberOf(made), 1, 'pdf')).toBeNull();
  const { status: answer } = await publicRoute(`/${town.slug}/${made.path}/1/item.pdf`);
  expect(answer).toBe(status === 'withdrawn' ? 410 : 404);
});

test('verify reads every edition of every item back, and finds a file that says something else', async () => {
  const other = await aTownship();
  const made = await other.anItem({ status: 'published' });
  await other.correctItem(made.id, '更正。');
  await other.anItem({ status: 'withdrawn', title: '撤下的一条' });
  const verified = async (getter: Get) => {
    const editions = [];
    for await (const { title, number, withdrawn, answers, faults } of verifyPublic(other.slug, getter, true)) {
      const inFiles = faults.filter((fault) => fault.kind !== 'misprint' || fault.medium !== 'html');
      editions.push({ title, number, withdrawn, answers, faults: inFiles });
    }
    return editions;
  };
  expect(await verified(get)).toEqual([
    { title: made.title, number: 1, withdrawn: false, answers: 5, faults: [] },
    { title: made.title, number: 2, withdrawn: false, answers: 7, faults: [] },
    { title: '撤下的一条', number: 1, withdrawn: true, answers: 7, faults: [] },
  ]);
  const altered = await verified(async (address) => {
    const answer = await get(address);
    if (!answer || !address.endsWith('/2/item.json')) return answer;
    return { ...answer, body: Buffer.from(Buffer.from(answer.body).toString('utf8').replace('野外', '室外')) };
  });
  expect(altered.flatMap(({ faults }) => faults)).toMatchObject([
    { kind: 'misprint', medium: 'json', place: expect.stringContaining('body/1/runs/0/text') },
    { kind: 'hash', address: `/${other.slug}/${made.path}/2/item.json` },
  ]);
});
