import type { Calendar } from '@/lib/domain/calendar/calendar';
import { addDays, type Day } from '@/lib/domain/calendar/day';
import { addWorkingDays, kindOfDay, type Reckoned } from '@/lib/domain/calendar/working-days';
import type { PublishingPeriod } from '@/lib/domain/catalogue/publishing-period';

/**
 * The last day by which something formed on a day must be public. The day itself is not counted (Civil Code Art. 201); a
 * period in calendar days that ends on a day off ends on the next working day (Art. 203).
 */
export function dueDay(formedOn: Day, { days, unit }: PublishingPeriod, calendar: Calendar): Reckoned {
  if (unit === 'working_day') return addWorkingDays(formedOn, days, calendar);
  let day = addDays(formedOn, days);
  let provisional = !calendar.years.has(Number(day.slice(0, 4)));
  while (!['working', 'make_up'].includes(kindOfDay(day, calendar))) {
    day = addDays(day, 1);
    provisional ||= !calendar.years.has(Number(day.slice(0, 4)));
  }
  return { day, provisional };
}
