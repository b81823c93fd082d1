import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrangedOn } from '@/lib/domain/calendar/breaks';
import { type Arrangement, calendar, calendarWith } from '@/lib/domain/calendar/calendar';
import { addDays, type Day, daysBetween } from '@/lib/domain/calendar/day';
import { dayLineOf, numberOf } from '@/lib/domain/calendar/day-line';
import { addWorkingDays, isWorkingDay, kindOfDay, workingDaysBetween } from '@/lib/domain/calendar/working-days';

const line = dayLineOf(calendar);
const anyDay = fc.integer({ min: 0, max: 33_000 }).map((days) => addDays('2008-01-05', days));

test('a day has a number, and the number its day', () => {
  expect([numberOf('1970-01-01'), numberOf('2000-03-01'), numberOf('2024-02-29')]).toEqual([0, 11_017, 19_782]);
  const property = fc.property(anyDay, anyDay, (one, other) => {
    expect(line.dayAt(numberOf(one))).toBe(one);
    expect(numberOf(other) - numberOf(one)).toBe(daysBetween(one, other));
  });
  fc.assert(property);
});

test('looking up is walking', () => {
  const property = fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (start, count) => {
    const walked = addWorkingDays(start, count, calendar);
    const found = line.workdayAfter(numberOf(start), count);
    expect([line.dayAt(found), line.provisionalBetween(numberOf(start), found)]).toEqual([
      walked.day,
      walked.provisional,
    ]);
    expect(line.workedBetween(numberOf(start), found)).toBe(workingDaysBetween(start, walked.day, calendar).count);
    expect(line.kindAt(numberOf(start))).toBe(kindOfDay(start, calendar));
  });
  fc.assert(property);
});

test.each<[Day, Day]>([
  ['2024-02-09', '2024-02-09'],
  ['2024-02-10', '2024-02-18'],
  ['2020-02-01', '2020-02-03'],
  ['2026-10-10', '2026-10-10'],
])('the first working day from %s is %s', (day, next) => {
  expect(line.dayAt(line.workdayFrom(numberOf(day)))).toBe(next);
});

test('a day off bears the name of its holiday, a make-up day the year of its notice', () => {
  expect(arrangedOn('2020-02-01', calendar)).toEqual({ year: 2020, holiday: '春节' });
  expect(arrangedOn('2022-12-31', calendar)).toEqual({ year: 2022, holiday: '元旦' });
  expect(arrangedOn('2024-02-18', calendar)).toEqual({ year: 2024, holiday: null });
  expect(arrangedOn('2024-02-09', calendar)).toBeNull();
});

test('what is outside the line is refused, not guessed', () => {
  expect(() => line.kindAt(numberOf('2107-01-01'))).toThrow(RangeError);
});

test('a further year is announced, and a changed year takes the place of the known one', () => {
  const later = (year: number, off: Arrangement['off']): Arrangement => ({ year, notices: [], off, work: [] });
  const longer = calendarWith([later(2027, [['2027-02-05', '2027-02-11', '春节']]), later(2026, [])]);
  expect(isWorkingDay('2027-02-08', longer)).toBe(false);
  expect(isWorkingDay('2026-10-01', longer)).toBe(true);
  expect(isWorkingDay('2025-10-01', longer)).toBe(false);
  expect(calendar.years.has(2027)).toBe(false);
});
