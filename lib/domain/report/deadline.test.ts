import { expect, test } from 'vitest';
import { calendar } from '@/lib/domain/calendar/calendar';
import type { Day } from '@/lib/domain/calendar/day';
import { deadlineOf, standing } from '@/lib/domain/report/deadline';

test('the office aims for the last working day up to the deadline', () => {
  const aims = [2019, 2020, 2021, 2022, 2025].map((year) => deadlineOf(year, '01-31', calendar));
  expect(aims).toEqual([
    { day: '2020-01-31', aim: '2020-01-23', provisional: false },
    { day: '2021-01-31', aim: '2021-01-29', provisional: false },
    { day: '2022-01-31', aim: '2022-01-30', provisional: false }, // a Sunday that was worked
    { day: '2023-01-31', aim: '2023-01-31', provisional: false },
    { day: '2026-01-31', aim: '2026-01-30', provisional: false },
  ]);
});

test('the aim is provisional while the holidays are not announced', () => {
  expect(deadlineOf(2026, '01-31', calendar)).toEqual({ day: '2027-01-31', aim: '2027-01-29', provisional: true });
});

test.each<[Day, string, number]>([
  ['2021-01-20', 'ample', 7],
  ['2021-01-22', 'soon', 5],
  ['2021-01-28', 'soon', 1],
  ['2021-01-29', 'today', 0],
  ['2021-02-01', 'overdue', 1],
])('on %s the report of 2020 is %s by %i working days', (today, state, workingDays) => {
  expect(standing(today, '2021-01-29', calendar)).toEqual({ state, workingDays, provisional: false });
});

test('a day that does not exist is no deadline', () => {
  expect(() => deadlineOf(2021, '02-30', calendar)).toThrow(RangeError);
});
