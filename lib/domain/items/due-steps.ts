import { arrangedOn } from '@/lib/domain/calendar/breaks';
import type { Calendar } from '@/lib/domain/calendar/calendar';
import { addDays, type Day } from '@/lib/domain/calendar/day';
import { kindOfDay } from '@/lib/domain/calendar/working-days';
import type { PublishingPeriod } from '@/lib/domain/catalogue/publishing-period';
import { dueDay } from '@/lib/domain/items/due-day';

/** How the last day was found: the days between formation and it, by kind. */
export type DueSteps = {
  /** The first day that counts: the one after formation. */
  first: Day;
  day: Day;
  provisional: boolean;
  period: PublishingPeriod;
  /** Weekend days that do not count. */
  weekends: number;
  /** Days off by notice that do not count, with their names, in the order of the year. */
  holidays: { name: string; days: number }[];
  /** Weekend days that are worked. */
  madeUp: number;
};

/** The way from formation to the last day on which an item may become public. */
export function dueSteps(formedOn: Day, period: PublishingPeriod, calendar: Calendar): DueSteps {
  const { day, provisional } = dueDay(formedOn, period, calendar);
  const steps: DueSteps = {
    first: addDays(formedOn, 1),
    day,
    provisional,
    period,
    weekends: 0,
    holidays: [],
    madeUp: 0,
  };
  for (let each = steps.first; each <= day; each = addDays(each, 1)) {
    const kind = kindOfDay(each, calendar);
    if (kind === 'weekend') steps.weekends += 1;
    if (kind === 'make_up') steps.madeUp += 1;
    if (kind === 'holiday') countHoliday(steps, arrangedOn(each, calendar)?.holiday ?? '节假日');
  }
  return steps;
}

function countHoliday({ holidays }: DueSteps, name: string) {
  const last = holidays.at(-1);
  if (last?.name === name) last.days += 1;
  else holidays.push({ name, days: 1 });
}
