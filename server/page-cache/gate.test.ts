import { expect, test } from 'vitest';
import { createGate, GateFull } from '@/server/page-cache/gate';

test('so many at once, so many in waiting, the rest is turned away; every one that got in is done', async () => {
  const through = createGate(2, 3);
  let running = 0;
  let most = 0;
  const work = async (n: number) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(setImmediate);
    running -= 1;
    if (n === 1) throw new Error('failed inside');
    return n;
  };
  const outcomes = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((n) => through(() => work(n))));
  expect(outcomes.map(({ status }) => status)).toEqual([
    ...['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled', 'rejected'],
  ]);
  expect(outcomes[5]).toMatchObject({ reason: expect.any(GateFull) });
  expect(most).toBe(2);
  expect(await through(() => work(6))).toBe(6);
});
