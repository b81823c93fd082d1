import { z } from 'zod';
import { addDays, type Day, isDay } from '@/lib/domain/calendar/day';
import known from '@/lib/domain/calendar/notices.json';

const day = z.custom<Day>((value) => typeof value === 'string' && isDay(value));

/** What the State Council's office arranged for one year; the days may reach into the years beside it. */
export const arrangement = z.strictObject({
  year: z.int(),
  /** `numberChecked` is false where the number was not read in the notice itself; the days were. */
  notices: z.array(z.strictObject({ title: z.string(), number: z.string(), numberChecked: z.boolean(), url: z.url() })),
  /** First and last day of each break, its weekend days included, and the holiday it is for. */
  off: z.array(z.tuple([day, day, z.string().optional()])),
  /** Weekend days on which offices work (调休上班). */
  work: z.array(day),
});
export type Arrangement = z.infer<typeof arrangement>;

export type Calendar = {
  /** The years whose notice we hold; days of other years are reckoned by weekends and marked provisional. */
  years: ReadonlySet<number>;
  off: ReadonlySet<Day>;
  work: ReadonlySet<Day>;
  arrangements: readonly Arrangement[];
};

/** The calendar of arrangements as files hold them, one a year. */
export const calendarOf = (sources: readonly unknown[]): Calendar =>
  assembled(sources.map((source) => arrangement.parse(source)));

const assembled = (arrangements: readonly Arrangement[]): Calendar => ({
  years: new Set(arrangements.map(({ year }) => year)),
  off: new Set(arrangements.flatMap(({ off }) => off.flatMap(([from, to]) => daysFrom(from, to)))),
  work: new Set(arrangements.flatMap(({ work }) => work)),
  arrangements,
});

/** The arrangements of 2019 to 2026. */
export const calendar: Calendar = calendarOf(known);

/**
 * The calendar with arrangements that an office has loaded. One of a year that is known already takes the place of the
 * known one: a notice that changes another (as for 春节 2020) can also make a worked day a day off.
 */
export function calendarWith(loaded: readonly Arrangement[], before: Calendar = calendar): Calendar {
  const years = new Set(loaded.map(({ year }) => year));
  return assembled([...before.arrangements.filter(({ year }) => !years.has(year)), ...loaded]);
}

function daysFrom(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let each = from; each <= to; each = addDays(each, 1)) days.push(each);
  return days;
}
