/** A day in the one time zone of the country: 2024-02-09. Never a timestamp. */
export type Day = `${number}-${number}-${number}`;

/** Whether a text is a day that exists. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The day `count` days later; earlier where `count` is negative. */
export function addDays(day: Day, count: number): Day {
  const date = atMidnight(day);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10) as Day; // the calendar's own arithmetic yields a day
}

/** Days from one to the other, negative where `to` is earlier. */
export const daysBetween = (from: Day, to: Day) => (atMidnight(to).getTime() - atMidnight(from).getTime()) / 86_400_000;

/** 0 is Sunday. */
export const weekdayOf = (day: Day) => atMidnight(day).getUTCDay();

export const yearOf = (day: Day) => Number(day.slice(0, 4));

const atMidnight = (day: Day) => new Date(`${day}T00:00:00Z`);
