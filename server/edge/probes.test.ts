import { expect, test } from 'vitest';
import { onceASecond } from '@/server/edge/probes';

test('many who ask whether the database answers ask it once a second', async () => {
  let time = 0;
  let asked = 0;
  const ready = onceASecond(
    async () => {
      asked += 1;
      return asked < 2;
    },
    () => time,
  );
  expect(await Promise.all([ready(), ready(), ready()])).toEqual([true, true, true]);
  time = 999;
  await ready();
  expect(asked).toBe(1);
  time = 1000;
  expect(await ready()).toBe(false);
});
