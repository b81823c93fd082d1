import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { itemDesk } from '@/lib/server/items/items';
import { recountWithCalendar } from '@/lib/server/items/recount-due-days';
import { keepArrangement } from '@/lib/server/organisation/calendar';
import { aTownship } from '@/lib/server/testing/a-township';
import { withDatabase } from '@/lib/server/testing/with-database';

withDatabase();

test('a holiday notice that comes later moves the last days that rested on a guess', async () => {
  process.env.DATA_DIR = await mkdtemp(join(tmpdir(), 'gongkai-notices-'));
  const { people, anItem } = await aTownship();
  const { id } = await anItem({ status: 'draft', draft: { formedOn: '2026-12-21' } });
  const due = async () => {
    const { dueOn, dueProvisional } = (await itemDesk(id, people.drafter))?.document ?? {};
    return [dueOn, dueProvisional];
  };
  expect(await due()).toEqual(['2027-01-18', true]);
  const notice = {
    title: '关于2027年部分节假日安排的通知',
    number: '测试1号',
    numberChecked: true,
    url: 'https://www.gov.cn/',
  };
  keepArrangement({ year: 2027, notices: [notice], off: [['2027-01-01', '2027-01-03', '元旦']], work: [] });
  await recountWithCalendar();
  expect(await due()).toEqual(['2027-01-19', false]);
});
