import { expect, test } from 'vitest';
import { db } from '@/lib/server/db';
import { loadDemonstration } from '@/lib/server/demonstration/load';
import { anOrganisation } from '@/lib/server/testing/an-organisation';
import { withDatabase } from '@/lib/server/testing/with-database';

withDatabase();

test('a database in use gets no demonstration', async () => {
  const { slug } = await anOrganisation();
  expect(await loadDemonstration()).toBe(false);
  expect(await db.organisation.findMany({ select: { slug: true } })).toEqual([{ slug }]);
});
