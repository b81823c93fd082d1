import type { Calendar } from '@/lib/domain/calendar/calendar';
import { type Day, isDay } from '@/lib/domain/calendar/day';
import { lastWorkingDay, workingDaysBetween } from '@/lib/domain/calendar/working-days';

export type Deadline = {
  /** The day that the county has set, for a township by custom 31 January. */
  day: Day;
  /** The last working day up to it: what the office aims for. */
  aim: Day;
  /** The year's holidays are not announced yet: the aim may move. */
  provisional: boolean;
};

/** When the report of a year falls due. `setting` is month and day of the following year: 01-31. */
export function deadlineOf(year: number, setting: string, calendar: Calendar): Deadline {
  const day = `${year + 1}-${setting}`;
  if (!isDay(day)) throw new RangeError(`no such day: ${day}`);
  const { day: aim, provisional } = lastWorkingDay(day, calendar);
  return { day, aim, provisional };
}

export type Standing = {
  state: 'ample' | 'soon' | 'today' | 'overdue';
  /** Working days left after today, the day itself included; when overdue, working days since. */
  workingDays: number;
  provisional: boolean;
};

/** Where we stand on `today` against a day; five working days or fewer are soon. */
export function standing(today: Day, due: Day, calendar: Calendar): Standing {
  const overdue = today > due;
  const { count, provisional } = overdue
    ? workingDaysBetween(due, today, calendar)
    : workingDaysBetween(today, due, calendar);
  const state = overdue ? 'overdue' : today === due ? 'today' : count <= 5 ? 'soon' : 'ample';
  return { state, workingDays: count, provisional };
}
