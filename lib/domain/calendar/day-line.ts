import type { Calendar } from '@/lib/domain/calendar/calendar';
import { addDays, type Day, yearOf } from '@/lib/domain/calendar/day';
import { type DayKind, kindOfDay } from '@/lib/domain/calendar/working-days';

/**
 * A calendar laid out as a line of numbered days, so that a working day is found by looking it up and not by walking:
 * a register counts thousands of periods at once. The line reaches from 2008 to 2099.
 */
export type DayLine = {
  /** The day with a number; RangeError outside the line. */
  dayAt: (at: number) => Day;
  kindAt: (at: number) => DayKind;
  isWorkedAt: (at: number) => boolean;
  /** Working days after `from` up to `to`; negative where `to` is earlier. */
  workedBetween: (from: number, to: number) => number;
  /** The count-th working day after `start`; count from 1. */
  workdayAfter: (start: number, count: number) => number;
  /** The day itself where it is worked, else the next that is. */
  workdayFrom: (at: number) => number;
  /** Whether a day after `from` up to `to` lies in a year whose notice is not out. */
  provisionalBetween: (from: number, to: number) => boolean;
};

export const firstYear = 2008;
export const lastYear = 2099;

/** Days since 1970-01-01. */
export function numberOf(day: Day): number {
  const month = digits(day, 5, 2);
  // The year begins in March, so that the leap day is its last.
  const year = digits(day, 0, 4) - (month <= 2 ? 1 : 0);
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + digits(day, 8, 2) - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + inYear - 719_468;
}

function digits(text: string, from: number, length: number) {
  let number = 0;
  for (let at = from; at < from + length; at += 1) number = number * 10 + text.charCodeAt(at) - 48;
  return number;
}

const base = numberOf(`${firstYear}-01-01`);
const length = numberOf(`${lastYear}-12-31`) - base + 1;

// Alike for every calendar.
const days: Day[] = [];
function allDays(): readonly Day[] {
  for (let day: Day = `${firstYear}-01-01`; days.length < length; day = addDays(day, 1)) days.push(day);
  return days;
}

const lines = new WeakMap<Calendar, DayLine>();

/** The line of a calendar, laid out once. */
export function dayLineOf(calendar: Calendar): DayLine {
  const known = lines.get(calendar);
  if (known) return known;
  const line = layOut(calendar);
  lines.set(calendar, line);
  return line;
}

function layOut(calendar: Calendar): DayLine {
  const kinds = allDays().map((day) => kindOfDay(day, calendar));
  const worked = new Int32Array(length); // working days up to and with each day
  const unannounced = new Int32Array(length);
  const workdays: number[] = [];
  allDays().forEach((day, at) => {
    const works = kinds[at] === 'working' || kinds[at] === 'make_up';
    if (works) workdays.push(at);
    worked[at] = workdays.length;
    unannounced[at] = (unannounced[at - 1] ?? 0) + (calendar.years.has(yearOf(day)) ? 0 : 1);
  });
  const sum = (sums: Int32Array, at: number) => within(sums[at - base], at);
  const kindAt = (at: number) => within(kinds[at - base], at);
  return {
    dayAt: (at) => within(days[at - base], at),
    kindAt,
    isWorkedAt: (at) => ['working', 'make_up'].includes(kindAt(at)),
    workedBetween: (from, to) => sum(worked, to) - sum(worked, from),
    workdayAfter: (start, count) => within(workdays[sum(worked, start) + count - 1], start) + base,
    workdayFrom: (at) => within(workdays[sum(worked, at - 1)], at) + base,
    provisionalBetween: (from, to) => sum(unannounced, to) > sum(unannounced, from),
  };
}

function within<Value>(value: Value | undefined, at: number): Value {
  if (value === undefined) throw new RangeError(`day ${at} lies outside ${firstYear} to ${lastYear}`);
  return value;
}
