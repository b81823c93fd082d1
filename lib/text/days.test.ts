import { expect, test } from 'vitest';
import { dayInProse, dayNear, dayOf, momentInList, momentNear, weekdayName } from '@/lib/text/days';

test('a day is written without leading zeros, and with its year only when that differs', () => {
  expect(dayInProse('2021-01-02')).toBe('2021年1月2日');
  expect(dayNear('2021-01-29', '2021-01-20')).toBe('1月29日');
  expect(dayNear('2022-01-29', '2021-12-31')).toBe('2022年1月29日');
  expect(weekdayName('2021-01-29')).toBe('星期五');
});

test('a moment belongs to the day it has in Beijing', () => {
  const justAfterMidnight = new Date('2021-01-19T16:05:00Z');
  expect(dayOf(justAfterMidnight)).toBe('2021-01-20');
  expect(momentNear(justAfterMidnight, '2021-01-20')).toBe('1月20日00:05');
  expect(momentInList(justAfterMidnight)).toBe('2021-01-20 00:05');
});
