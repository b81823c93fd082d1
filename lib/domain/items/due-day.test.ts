import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendar } from '@/lib/domain/calendar/calendar';
import { addDays, type Day, daysBetween } from '@/lib/domain/calendar/day';
import { addWorkingDays, kindOfDay } from '@/lib/domain/calendar/working-days';
import { article26 } from '@/lib/domain/catalogue/publishing-period';
import { dueDay } from '@/lib/domain/items/due-day';

const due = (formedOn: Day, days: number, unit: 'working_day' | 'calendar_day') =>
  dueDay(formedOn, { days, unit }, calendar);

describe('twenty working days from formation (Article 26)', () => {
  test.each([
    ['2024-03-01', '2024-03-29'],
    ['2024-02-06', '2024-03-11'], // 除夕 2024 is a working day, the week after is not
    ['2021-09-17', '2021-10-21'], // three make-up weekend days
    ['2024-03-02', '2024-03-29'], // formed on a Saturday
  ] as const)('formed on %s, due on %s', (formed, last) => {
    expect(dueDay(formed, article26, calendar)).toEqual({ day: last, provisional: false });
  });
});

describe('twenty days from approval (budgets)', () => {
  test.each([
    ['2024-03-01', '2024-03-21'],
    ['2024-03-03', '2024-03-25'], // the 23rd is a Saturday: Civil Code, Article 203
    ['2021-09-11', '2021-10-08'], // 1 October and the days off after it
    ['2021-09-06', '2021-09-26'], // a Sunday that is worked
  ] as const)('formed on %s, due on %s', (formed, last) => {
    expect(due(formed, 20, 'calendar_day')).toEqual({ day: last, provisional: false });
  });
});

test('a year without a notice makes the day provisional', () => {
  expect(due('2026-12-20', 20, 'working_day').provisional).toBe(true);
  expect(due('2026-12-20', 20, 'calendar_day')).toEqual({ day: '2027-01-11', provisional: true });
  expect(due('2026-12-01', 20, 'calendar_day').provisional).toBe(false);
});

const formed = fc.integer({ min: 0, max: 2_600 }).map((days) => addDays('2019-01-01', days));
const length = fc.integer({ min: 1, max: 60 });
const works = (day: Day) => ['working', 'make_up'].includes(kindOfDay(day, calendar));

test('the last day is worked, and comes no earlier for one who has longer', () => {
  const unit = fc.constantFrom('working_day', 'calendar_day');
  const property = fc.property(formed, length, unit, (start, days, unit) => {
    const { day } = due(start, days, unit);
    expect(works(day)).toBe(true);
    expect(due(start, days + 1, unit).day >= day).toBe(true);
    expect(due(addDays(start, 1), days, unit).day >= day).toBe(true);
  });
  fc.assert(property);
});

test('calendar days end where they are counted, or on the first worked day after', () => {
  const property = fc.property(formed, length, (start, days) => {
    const { day } = due(start, days, 'calendar_day');
    const counted = addDays(start, days);
    const between = Array.from({ length: daysBetween(counted, day) }, (_, n) => addDays(counted, n));
    expect(day >= counted).toBe(true);
    expect(between.filter(works)).toEqual([]);
  });
  fc.assert(property);
});

test('working days are counted as everywhere', () => {
  const property = fc.property(formed, length, (start, days) => {
    expect(due(start, days, 'working_day')).toEqual(addWorkingDays(start, days, calendar));
  });
  fc.assert(property);
});
