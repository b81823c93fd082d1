import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendar } from '@/lib/domain/calendar/calendar';
import { addDays, type Day, daysBetween, isDay } from '@/lib/domain/calendar/day';
import {
  addWorkingDays,
  isWorkingDay,
  kindOfDay,
  lastWorkingDay,
  workingDaysBetween,
} from '@/lib/domain/calendar/working-days';

// Receipt, then the 7th, 15th, 20th and 40th working day after it.
const vectors: [Day, Day, Day, Day, Day, string][] = [
  ['2019-12-31', '2020-01-10', '2020-01-21', '2020-02-05', '2020-03-04', 'change of year; Spring Festival prolonged'],
  ['2020-01-17', '2020-02-04', '2020-02-14', '2020-02-21', '2020-03-20', '1 February 2020 became a day off'],
  ['2021-09-17', '2021-09-28', '2021-10-14', '2021-10-21', '2021-11-18', 'three make-up weekend days'],
  ['2022-01-28', '2022-02-11', '2022-02-23', '2022-03-02', '2022-03-30', 'both weekend days worked'],
  ['2023-09-28', '2023-10-13', '2023-10-25', '2023-11-01', '2023-11-29', '7 and 8 October both worked'],
  ['2024-02-06', '2024-02-21', '2024-03-04', '2024-03-11', '2024-04-09', '除夕 2024 is a working day'],
  ['2025-01-24', '2025-02-10', '2025-02-20', '2025-02-27', '2025-03-27', '26 January and 8 February worked'],
  ['2026-02-13', '2026-03-02', '2026-03-12', '2026-03-19', '2026-04-17', 'nine days of break'],
  ['2026-09-18', '2026-09-29', '2026-10-15', '2026-10-22', '2026-11-19', '20 September and 10 October worked'],
];

test.each(vectors)('%s: 7th %s, 15th %s, 20th %s, 40th %s (%s)', (receipt, ...days) => {
  const reckoned = [7, 15, 20, 40].map((count) => addWorkingDays(receipt, count, calendar));
  expect(reckoned).toEqual(days.slice(0, 4).map((day) => ({ day, provisional: false })));
});

test('each announced year has its number of working days', () => {
  const counts = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].map(
    (year) => workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`, calendar).count,
  );
  expect(counts).toEqual([250, 249, 250, 249, 249, 251, 248, 248]);
});

test('every make-up day is a weekend day, and no day is both off and worked', () => {
  for (const day of calendar.work) {
    expect(calendar.off.has(day)).toBe(false);
    expect([0, 6]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
  }
});

describe('a year without notice', () => {
  test('is marked provisional when it is reckoned with', () => {
    expect(addWorkingDays('2026-12-30', 1, calendar)).toEqual({ day: '2026-12-31', provisional: false });
    expect(addWorkingDays('2026-12-30', 2, calendar)).toEqual({ day: '2027-01-01', provisional: true });
    expect(lastWorkingDay('2027-01-31', calendar)).toEqual({ day: '2027-01-29', provisional: true });
    expect(workingDaysBetween('2026-12-31', '2027-01-04', calendar)).toEqual({ count: 2, provisional: true });
  });

  test('is not guessed when asked for one day', () => {
    expect(() => isWorkingDay('2027-01-04', calendar)).toThrow(RangeError);
  });
});

test('a day has one kind', () => {
  const kinds = (['2026-02-13', '2026-02-14', '2026-02-15', '2026-03-01'] as const).map((day) =>
    kindOfDay(day, calendar),
  );
  expect(kinds).toEqual(['working', 'make_up', 'holiday', 'weekend']);
});

const anyDay = fc.integer({ min: 0, max: 2_900 }).map((days) => addDays('2019-01-01', days));

test('counting by weeks is counting day by day', () => {
  const property = fc.property(anyDay, fc.integer({ min: -10, max: 1_500 }), (from, length) => {
    const days = Array.from({ length: Math.max(length, 0) }, (_, n) => addDays(from, n + 1));
    const worked = days.filter((day) => ['working', 'make_up'].includes(kindOfDay(day, calendar)));
    const provisional = days.some((day) => !calendar.years.has(Number(day.slice(0, 4))));
    expect(workingDaysBetween(from, addDays(from, length), calendar)).toEqual({ count: worked.length, provisional });
  });
  fc.assert(property);
});

test('counting forwards and counting between agree', () => {
  const property = fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (start, count) => {
    const { day } = addWorkingDays(start, count, calendar);
    expect(workingDaysBetween(start, day, calendar).count).toBe(count);
    expect(lastWorkingDay(day, calendar).day).toBe(day);
  });
  fc.assert(property);
});

test('days are counted in days', () => {
  const property = fc.property(anyDay, fc.integer({ min: -4_000, max: 4_000 }), (day, count) => {
    expect(daysBetween(day, addDays(day, count))).toBe(count);
  });
  fc.assert(property);
});

test.each(['2023-02-29', '2023-13-01', '2023-1-1', '2023-04-31', '', '0000-00-00', '2023-01-01T00:00:00Z'])(
  '%j is no day',
  (text) => {
    expect(isDay(text)).toBe(false);
  },
);
