import type { Calendar } from '@/lib/domain/calendar/calendar';
import { addDays, type Day, daysBetween, weekdayOf, yearOf } from '@/lib/domain/calendar/day';

/** Working, an ordinary weekend day, a holiday, or a weekend day that is worked (班). */
export type DayKind = 'working' | 'weekend' | 'holiday' | 'make_up';

/** A day that was reckoned; provisional where a year is touched whose notice is not out: announced days may move it. */
export type Reckoned = { day: Day; provisional: boolean };

export function kindOfDay(day: Day, { off, work }: Calendar): DayKind {
  if (work.has(day)) return 'make_up';
  if (off.has(day)) return 'holiday';
  return isWeekend(day) ? 'weekend' : 'working';
}

/** Whether offices work on a day. Refuses to guess where the year's notice is not out. */
export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  if (!isAnnounced(day, calendar)) throw new RangeError(`no holiday notice for ${yearOf(day)}`);
  return works(day, calendar);
}

export const isAnnounced = (day: Day, { years }: Calendar) => years.has(yearOf(day));

/** The day on which the count-th working day after `start` falls; `start` is not counted. */
export function addWorkingDays(start: Day, count: number, calendar: Calendar): Reckoned {
  let day = start;
  let provisional = false;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    provisional ||= !isAnnounced(day, calendar);
    if (works(day, calendar)) left -= 1;
  }
  return { day, provisional };
}

/** The last working day up to a day, the day itself included. */
export function lastWorkingDay(until: Day, calendar: Calendar): Reckoned {
  let day = until;
  let provisional = !isAnnounced(day, calendar);
  while (!works(day, calendar)) {
    day = addDays(day, -1);
    provisional ||= !isAnnounced(day, calendar);
  }
  return { day, provisional };
}

/** Working days after `from` up to `to`; none where `to` is not later. Counted by weeks: some desks are years behind. */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): { count: number; provisional: boolean } {
  if (to <= from) return { count: 0, provisional: false };
  const { made, lost } = departuresOf(calendar);
  const within = (days: readonly Day[]) => days.reduce((sum, day) => (from < day && day <= to ? sum + 1 : sum), 0);
  return {
    count: weekdaysBetween(from, to) + within(made) - within(lost),
    provisional: touchesUnknownYear(addDays(from, 1), to, calendar),
  };
}

// A list asks for each of its rows; a calendar stays the same until a notice comes.
const departures = new WeakMap<Calendar, { made: readonly Day[]; lost: readonly Day[] }>();

/** Weekend days that are worked, and weekdays that are not. */
function departuresOf(calendar: Calendar) {
  const known = departures.get(calendar);
  if (known) return known;
  const made = [...calendar.work].filter(isWeekend);
  const lost = [...calendar.off].filter((day) => !isWeekend(day) && !calendar.work.has(day));
  departures.set(calendar, { made, lost });
  return { made, lost };
}

function weekdaysBetween(from: Day, to: Day) {
  const days = daysBetween(from, to);
  const weeks = Math.floor(days / 7);
  const rest = Array.from({ length: days % 7 }, (_, n) => (weekdayOf(from) + 1 + n) % 7);
  return weeks * 5 + rest.filter((weekday) => !weekend.includes(weekday)).length;
}

function touchesUnknownYear(from: Day, to: Day, { years }: Calendar) {
  const touched = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, n) => yearOf(from) + n);
  return touched.some((year) => !years.has(year));
}

const weekend = [0, 6];
const isWeekend = (day: Day) => weekend.includes(weekdayOf(day));

const works = (day: Day, calendar: Calendar) => ['working', 'make_up'].includes(kindOfDay(day, calendar));
