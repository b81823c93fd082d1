import type { Arrangement, Calendar } from '@/lib/domain/calendar/calendar';
import type { Day } from '@/lib/domain/calendar/day';
import { numberOf } from '@/lib/domain/calendar/day-line';

/** Why a day is off or worked: the year's arrangement, and of a day off the holiday's name. */
export type Arranged = { year: number; holiday: string | null };

const indexes = new WeakMap<Calendar, ReadonlyMap<number, Arranged>>();

/** What the notices say of a day; null where they say nothing, as of most days. */
export function arrangedOn(day: Day, calendar: Calendar): Arranged | null {
  let index = indexes.get(calendar);
  if (!index) {
    index = new Map(calendar.arrangements.flatMap(daysOf));
    indexes.set(calendar, index);
  }
  return index.get(numberOf(day)) ?? null;
}

const daysOf = ({ year, off, work }: Arrangement): [number, Arranged][] => [
  ...off.flatMap(([from, to, holiday = null]) => {
    const first = numberOf(from);
    const length = numberOf(to) - first + 1;
    return Array.from({ length }, (_, n): [number, Arranged] => [first + n, { year, holiday }]);
  }),
  ...work.map((day): [number, Arranged] => [numberOf(day), { year, holiday: null }]),
];
