import { expect, test } from 'vitest';
import { lockedAfter } from '@/lib/domain/lockout';

test('the wait begins with the fifth failure, doubles, and ends at an hour', () => {
  const at = new Date('2021-01-20T08:00:00Z');
  const minutes = [4, 5, 6, 7, 8, 9, 10, 11, 12, 5000].map((failures) => {
    const until = lockedAfter(failures, at);
    return until && (until.getTime() - at.getTime()) / 60_000;
  });
  expect(minutes).toEqual([null, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
});
