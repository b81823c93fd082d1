import { expect, test } from 'vitest';
import { statuses } from '@/lib/domain/workflow/moves';
import { db } from '@/lib/server/db';
import { aTownship } from '@/lib/server/testing/a-township';
import { withDatabase } from '@/lib/server/testing/with-database';

withDatabase();

test.each(statuses)('a report is brought to %s', async (status) => {
  const { aReport } = await aTownship();
  const { id } = await aReport({ status, year: 2023 });
  expect(await db.document.findUnique({ where: { id }, select: { status: true } })).toEqual({ status });
});

test.each(statuses)('an item is brought to %s', async (status) => {
  const { anItem } = await aTownship();
  const { id } = await anItem({ status });
  expect(await db.document.findUnique({ where: { id }, select: { status: true, kind: true } })).toEqual({
    status,
    kind: 'item',
  });
});
