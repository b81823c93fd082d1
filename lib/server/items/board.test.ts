import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { writeBoardSheets } from '@/lib/documents/board-sheet';
import type { Day } from '@/lib/domain/calendar/day';
import { addDays } from '@/lib/domain/calendar/day';
import { pictureName } from '@/lib/domain/public-address';
import { getDocument, OPS } from '@/lib/files/pdf/pdfjs';
import { today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { trail } from '@/lib/server/documents/trail';
import { addPicture } from '@/lib/server/files/files';
import { storedBytes } from '@/lib/server/files/stored-file';
import {
  boardItem,
  boardItems,
  endPosting,
  photographPosting,
  recordPosting,
  revokePosting,
  sheetsOf,
} from '@/lib/server/items/board';
import { publicPhotograph } from '@/lib/server/public/public-attachments';
import { aTownship } from '@/lib/server/testing/a-township';
import { issuesOf } from '@/lib/server/testing/issues-of';
import { withDatabase } from '@/lib/server/testing/with-database';

withDatabase();

async function aPublicItem() {
  const { people, anItem, slug } = await aTownship();
  const { id: documentId } = await anItem({ status: 'published' });
  const post = (postedOn: Day, place = '镇政府信息公开栏') =>
    recordPosting({ documentId, place, postedOn }, people.drafter);
  return { people, anItem, slug, documentId, post };
}

const aPicture = (format: 'png' | 'jpeg') =>
  sharp({ create: { width: 8, height: 6, channels: 3, background: '#c33' } })
    .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'N' } })
    .toFormat(format)
    .toBuffer();

describe('a photograph of a posting', () => {
  test('is kept without what the telephone wrote into it, and said in the trail', async () => {
    const { people, documentId } = await aPublicItem();
    const bytes = await aPicture('jpeg');
    expect((await sharp(bytes).metadata()).exif).toBeDefined();
    const photo = { name: '公告栏.jpg', bytes };
    const posting = { documentId, place: '镇政府信息公开栏', postedOn: today() };
    const id = await recordPosting({ ...posting, photo }, people.drafter);
    const sha256 = (await boardItem(documentId, people.auditor))?.postings[0]?.photoSha256 ?? '';
    const { organisationId } = people.drafter;
    const { size } = await db.storedFile.findUniqueOrThrow({
      where: { organisationId_sha256: { organisationId, sha256 } },
    });
    const kept = Buffer.from(await new Response(storedBytes(organisationId, sha256, size)).arrayBuffer());
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
    const { lines } = await trail({}, people.auditor);
    expect(lines.map(({ event }) => event)).toContainEqual({
      ...{ kind: 'posting_recorded', postingId: id, place: posting.place, postedOn: posting.postedOn, photo: sha256 },
    });
    const again = await recordPosting({ ...posting, place: '德亭村', photo }, people.drafter); // the same picture
    expect(again).not.toBe(id);
  });

  test.each([
    ['照片.heic', Buffer.from('0000001c66747970686569630000000068656963', 'hex'), 'not_a_picture'],
    ['名单.docx', Buffer.from('x'), 'broken'],
    ['空.jpg', Buffer.alloc(0), 'empty'],
    ['../照片.jpg', Buffer.from('x'), 'name_path'],
  ])('that is none is refused at its field: %s', async (name, bytes, why) => {
    const { people, documentId } = await aPublicItem();
    const posting = { documentId, place: '公告栏', postedOn: today(), photo: { name, bytes } };
    expect(await issuesOf(recordPosting(posting, people.drafter))).toMatchObject([
      { code: 'attachment_refused', field: 'photo', why },
    ]);
    expect((await boardItem(documentId, people.drafter))?.postings).toEqual([]);
  });

  test('leaves nothing behind where the posting is refused', async () => {
    const { people, anItem } = await aTownship();
    const { id: documentId } = await anItem({ status: 'draft' });
    const photo = { name: '公告栏.png', bytes: await aPicture('png') };
    const posting = { documentId, place: '公告栏', postedOn: today(), photo };
    expect(await issuesOf(recordPosting(posting, people.drafter))).toMatchObject([{ code: 'not_found' }]);
    expect(await db.storedFile.count({ where: { organisationId: people.drafter.organisationId } })).toBe(0);
  });
});

describe('a photograph that comes later', () => {
  const jpeg = async (background: string) => {
    const picture = sharp({ create: { width: 8, height: 6, channels: 3, background } }).jpeg();
    return { name: '公告栏.jpg', bytes: await picture.toBuffer() };
  };

  test('stands with its posting, and another one in its place, of which the first is no longer public', async () => {
    const { people, slug, documentId, post } = await aPublicItem();
    const id = await post(today());
    await endPosting({ id, takenDownOn: today() }, people.drafter);
    const shown = async () => (await boardItem(documentId, people.drafter))?.postings ?? [];
    const statusOf = async (sha256: string) => {
      const found = await publicPhotograph(slug, 1, sha256, pictureName);
      return 'status' in found ? found.status : 200;
    };

    await photographPosting({ id, photo: await jpeg('#c33') }, people.drafter);
    const [first] = await shown();
    const days = { place: '镇政府信息公开栏', postedOn: today(), takenDownOn: today() };
    expect(await shown()).toMatchObject([days]);
    expect(await statusOf(first?.photoSha256 ?? '')).toBe(200);

    await photographPosting({ id: first?.id ?? '', photo: await jpeg('#33c') }, people.drafter);
    const [other] = await shown();
    expect(await shown()).toMatchObject([days]);
    expect([await statusOf(first?.photoSha256 ?? ''), await statusOf(other?.photoSha256 ?? '')]).toEqual([404, 200]);
    const { lines } = await trail({}, people.auditor);
    const told = { kind: 'posting_photographed', postingId: other?.id, before: first?.id, photo: other?.photoSha256 };
    expect(lines.map(({ event }) => event)).toContainEqual({ ...told, instead: first?.photoSha256 });
    expect(await db.boardPosting.count({ where: { documentId } })).toBe(3); // the earlier records stay
  });

  test('is no news where it is the same, and asked for where there is none', async () => {
    const { people, documentId, post } = await aPublicItem();
    const id = await post(today());
    const problems = await issuesOf(photographPosting({ id, photo: null }, people.drafter));
    expect(problems).toMatchObject([{ field: 'photo', problem: 'required' }]);
    await photographPosting({ id, photo: await jpeg('#c33') }, people.drafter);
    const [posting] = (await boardItem(documentId, people.drafter))?.postings ?? [];
    await photographPosting({ id: posting?.id ?? '', photo: await jpeg('#c33') }, people.drafter);
    expect((await boardItem(documentId, people.drafter))?.postings).toEqual([posting]);
  });

  test('is for a posting that counts: not for one recorded by mistake', async () => {
    const { people, post } = await aPublicItem();
    const id = await post(today());
    await revokePosting({ id }, people.drafter);
    const late = photographPosting({ id, photo: await jpeg('#c33') }, people.drafter);
    expect(await issuesOf(late)).toMatchObject([{ code: 'not_found' }]);
  });
});

describe('a posting', () => {
  test('is told with its place and days until it is taken down', async () => {
    const { people, documentId, post } = await aPublicItem();
    const id = await post(today());
    expect((await boardItem(documentId, people.auditor))?.postings).toMatchObject([
      { id, place: '镇政府信息公开栏', postedOn: today(), takenDownOn: null, by: people.drafter.name },
    ]);
    await endPosting({ id, takenDownOn: today() }, people.drafter);
    expect((await boardItem(documentId, people.auditor))?.postings).toMatchObject([{ takenDownOn: today() }]);
    expect(await issuesOf(endPosting({ id, takenDownOn: today() }, people.drafter))).toMatchObject([
      { code: 'not_found' },
    ]);
  });

  test('recorded by mistake goes', async () => {
    const { people, documentId, post } = await aPublicItem();
    const id = await post(today());
    await revokePosting({ id }, people.drafter);
    expect((await boardItem(documentId, people.drafter))?.postings).toEqual([]);
  });

  test('is neither before the publication nor in days to come', async () => {
    const { post } = await aPublicItem();
    const problem = async (day: Day) => (await issuesOf(post(day)))[0];
    expect(await problem(addDays(today(), 1))).toMatchObject({ field: 'postedOn', problem: 'day_to_come' });
    expect(await problem(addDays(today(), -1))).toMatchObject({ field: 'postedOn', problem: 'before_publication' });
  });

  test('is for public items, recorded by those who draft', async () => {
    const { people, anItem, documentId } = await aPublicItem();
    const { id: draft } = await anItem({ status: 'draft' });
    const posting = { documentId, place: '公告栏', postedOn: today() };
    expect(await issuesOf(recordPosting({ ...posting, documentId: draft }, people.drafter))).toMatchObject([
      { code: 'not_found' },
    ]);
    expect(await issuesOf(recordPosting(posting, people.principal_leader))).toMatchObject([{ code: 'not_allowed' }]);
  });
});

test('the board lists and prints what is public, and nothing else', async () => {
  const { people, anItem, documentId } = await aPublicItem();
  const { id: draft } = await anItem({ status: 'draft' });
  const { items, more } = await boardItems({}, people.drafter);
  expect([items.map((item) => item.documentId), more]).toEqual([[documentId], null]);
  expect((await boardItems({ words: '没有这样的标题' }, people.drafter)).items).toEqual([]);
  const { sheets } = await sheetsOf([draft, documentId, 'nonsense'], people.drafter);
  expect(sheets.map(({ indexNumber, publishedOn }) => [indexNumber !== '', publishedOn])).toEqual([[true, today()]]);
});

test('a sheet is printed with the pictures of its body, none finer than paper shows', async () => {
  const { people, anItem } = await aTownship();
  const drawn = (width: number) =>
    sharp({ create: { width, height: 30, channels: 3, background: '#a3151b' } })
      .png()
      .toBuffer();
  const { id } = await anItem({
    status: 'published',
    lay: async (item, drafter) => {
      const hashes = [];
      for (const width of [40, 4_000]) {
        const picture = { name: `${width}.png`, bytes: await drawn(width) };
        hashes.push((await addPicture(item, picture, drafter)).attachment.sha256);
      }
      return { body: hashes.map((sha256, at) => ({ id: `i${at}`, kind: 'image' as const, sha256, alt: '发放现场' })) };
    },
  });
  const { sheets, images } = await sheetsOf([id], people.drafter);
  const widths = [...images.values()].map(async ({ bytes }) => (await sharp(bytes).metadata()).width);
  expect((await Promise.all(widths)).sort()).toEqual([1_900, 40]);
  const pdf = await writeBoardSheets({
    items: sheets.map((sheet) => ({ ...sheet, address: null })),
    paper: 'a4',
    images,
  });
  const page = await (await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise).getPage(1);
  const { fnArray } = await page.getOperatorList();
  expect(fnArray.filter((fn) => fn === OPS.paintImageXObject)).toHaveLength(2);
});
