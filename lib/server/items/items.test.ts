import { expect, test } from 'vitest';
import { itemHistoryOf } from '@/lib/server/documents/trail';
import { countOfMyWork, workList } from '@/lib/server/documents/work';
import { aTownship } from '@/lib/server/testing/a-township';
import { withDatabase } from '@/lib/server/testing/with-database';

withDatabase();

test('an item stands in the work list of whoever has the next move, with its own last day', async () => {
  const { people, anItem } = await aTownship();
  const { id } = await anItem({ status: 'in_review', draft: { formedOn: '2024-03-01' } });
  const { mine } = await workList(people.section_leader);
  expect(mine).toMatchObject([{ id, kind: 'item', year: null, due: { day: '2024-03-29', provisional: false } }]);
  expect(mine[0]?.due?.left).toBeLessThan(0);
  expect(await countOfMyWork(people.section_leader)).toBe(1);
  expect((await workList(people.drafter)).others).toMatchObject([{ id, waitingFor: [people.section_leader.name] }]);
});

test('the history of an item tells its revisions, its saves and its lines of the trail', async () => {
  const { people, anItem } = await aTownship();
  const { id, title } = await anItem({ status: 'published' });
  const history = await itemHistoryOf(id, people.auditor);
  expect(history?.revisions).toMatchObject([{ number: 1, item: { title } }]);
  expect(history?.saves[0]?.changes[0]).toMatchObject({ kind: 'set', field: 'formedOn' });
  expect(history?.decisions.map(({ kind }) => kind)).toEqual(['submit', 'approve', 'sign_off', 'publish']);
  expect(history?.lines[0]).toMatchObject({ event: { kind: 'document_created', documentKind: 'item' } });
});
