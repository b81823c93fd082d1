import { expect, test } from 'vitest';
import { calendar } from '@/lib/domain/calendar/calendar';
import { article26 } from '@/lib/domain/catalogue/publishing-period';
import { dueSteps } from '@/lib/domain/items/due-steps';

test('twenty working days over the Spring Festival of 2021', () => {
  const steps = dueSteps('2021-01-25', article26, calendar);
  expect(steps).toMatchObject({ first: '2021-01-26', day: '2021-02-25', provisional: false, madeUp: 2 });
  expect(steps.holidays).toEqual([{ name: '春节', days: 7 }]);
  // 31 days from the first to the last, twenty of them worked.
  expect(steps.weekends).toBe(31 - 20 - 7);
});

test('a period in calendar days that ends on a day off goes on to the next working day', () => {
  const steps = dueSteps('2021-01-11', { days: 20, unit: 'calendar_day' }, calendar);
  expect(steps.day).toBe('2021-02-01');
});

test('a year without a notice is told as provisional', () => {
  expect(dueSteps('2031-03-03', article26, calendar).provisional).toBe(true);
});
