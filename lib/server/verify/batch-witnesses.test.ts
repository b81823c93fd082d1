import { beforeAll, expect, test, vi } from 'vitest';
import { db } from '@/lib/server/db';
import { aBatchOf, moveSeenBatch } from '@/lib/server/testing/a-batch';
import { aTownship } from '@/lib/server/testing/a-township';
import { withDatabase } from '@/lib/server/testing/with-database';
import { auditVerify } from '@/lib/server/verify/audit-verify';

// Every row is made in all its forms and read back.
vi.setConfig({ testTimeout: 120_000 });
const { asOwner } = withDatabase();

// Whoever has the database for his own takes the guards off first.
beforeAll(async () => {
  for (const table of ['decision', 'revision', 'publication'])
    await asOwner(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
});

test('a batch is told by the trail, which no row leaves, joins or changes unseen', async () => {
  const town = await aTownship();
  const single = await town.anItem({ status: 'published' });
  const { drafter, section_leader, principal_leader } = town.people;
  const id = await aBatchOf(town);
  await moveSeenBatch(town, id, { move: 'submit' }, drafter);
  await moveSeenBatch(town, id, { move: 'send_back', note: '请核对' }, section_leader);
  await moveSeenBatch(town, id, { move: 'submit' }, drafter);
  await moveSeenBatch(town, id, { move: 'approve', note: '同意' }, section_leader);
  await moveSeenBatch(town, id, { move: 'sign_off', note: '同意公开' }, principal_leader);
  const [row, other] = await db.document.findMany({ where: { item: { batchId: id } }, orderBy: { id: 'asc' } });
  if (!row || !other) throw new Error('the batch has no rows');
  const unwitnessed = async (documentId?: string) =>
    (await auditVerify(town.id, documentId)).unwitnessed.map(({ what, documentId }) => [what, documentId]);
  expect(await unwitnessed()).toEqual([]);
  expect(await unwitnessed(row.id)).toEqual([]);

  const approval = `kind = 'approve' AND document_id = '${row.id}'`;
  await asOwner(`UPDATE decision SET words = '不同意' WHERE ${approval}`);
  expect(await unwitnessed()).toContainEqual(['decision', row.id]);
  expect(await unwitnessed(other.id)).toContainEqual(['decision', other.id]);
  await asOwner(`UPDATE decision SET words = '同意' WHERE ${approval}`);
  await asOwner(
    `CREATE TABLE kept AS SELECT * FROM decision WHERE ${approval}; DELETE FROM decision WHERE ${approval}`,
  );
  expect(await unwitnessed()).toContainEqual(['decision', other.id]);
  expect(await unwitnessed(single.id)).toEqual([]);
  await asOwner('INSERT INTO decision TABLE kept; UPDATE kept SET id = gen_random_uuid()');
  expect(await unwitnessed()).toEqual([]);
  await asOwner('INSERT INTO decision TABLE kept');
  expect(await unwitnessed()).toContainEqual(['decision', row.id]);
  await asOwner('DELETE FROM decision WHERE id IN (SELECT id FROM kept); DROP TABLE kept');
  expect(await unwitnessed()).toEqual([]);

  const anew = (table: string, column: string) =>
    asOwner(`UPDATE ${table} SET ${column} = ${column} || ' ', sha256 = sha256_hex(${column} || ' ')
      WHERE document_id = '${row.id}'`);
  await anew('publication', 'snapshot');
  expect(await unwitnessed()).toEqual([['publication', row.id]]);
  await anew('revision', 'content');
  expect(await unwitnessed(row.id)).toContainEqual(['revision', row.id]);
});
