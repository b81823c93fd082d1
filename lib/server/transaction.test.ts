import { expect, test } from 'vitest';
import type { Tx } from '@/lib/server/db';
import { aTownship } from '@/lib/server/testing/a-township';
import { withDatabase } from '@/lib/server/testing/with-database';
import { inTransaction } from '@/lib/server/transaction';

withDatabase();

test('of two that wait for each other both come to an end', async () => {
  const [one, other] = [await aTownship(), await aTownship()];
  let met = 0;
  let meet = () => {};
  const both = new Promise<void>((resolve) => {
    meet = resolve;
  });
  const touch = async (tx: Tx, id: string) => tx.organisation.update({ where: { id }, data: { shortName: '柳河镇' } });
  const crossing = (first: string, second: string) =>
    inTransaction(async (tx) => {
      await touch(tx, first);
      met += 1;
      if (met === 2) meet();
      await both;
      await touch(tx, second);
      return met;
    });
  await expect(Promise.all([crossing(one.id, other.id), crossing(other.id, one.id)])).resolves.toHaveLength(2);
  expect(met).toBe(3); // one of them began again
});

test('what fails for another reason fails at once', async () => {
  let runs = 0;
  const failing = inTransaction(async (tx) => {
    runs += 1;
    await tx.organisation.findUniqueOrThrow({ where: { slug: 'nobody' } });
  });
  await expect(failing).rejects.toThrow();
  expect(runs).toBe(1);
});
