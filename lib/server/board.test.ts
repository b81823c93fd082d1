import { describe, expect, test } from 'vitest';
import type { Day } from '@/lib/domain/calendar/day';
import { addDays } from '@/lib/domain/calendar/day';
import { boardItem, boardItems, endPosting, recordPosting, revokePosting, sheetsOf } from '@/lib/server/board';
import { today } from '@/lib/server/clock';
import { aTownship } from '@/lib/server/testing/a-township';
import { issuesOf } from '@/lib/server/testing/issues-of';
import { withDatabase } from '@/lib/server/testing/with-database';

withDatabase();

async function aPublicItem() {
  const { people, anItem } = await aTownship();
  const { id: documentId } = await anItem({ status: 'published' });
  const post = (postedOn: Day, place = '镇政府信息公开栏') =>
    recordPosting({ documentId, place, postedOn }, people.drafter);
  return { people, anItem, documentId, post };
}

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
  const sheets = await sheetsOf([draft, documentId, 'nonsense'], people.drafter);
  expect(sheets.map(({ indexNumber, publishedOn }) => [indexNumber !== '', publishedOn])).toEqual([[true, today()]]);
});
