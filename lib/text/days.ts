import { type Day, weekdayOf } from '@/lib/domain/calendar/day';

// Moments are shown on the office's clock, which is Beijing's.
const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

const weekdays = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'] as const;

/** 2021-01-22 → 2021年1月22日 */
export const dayInProse = (day: string) => `${day.slice(0, 4)}年${dayInYear(day)}`;

/** 2021-01-22 → 1月22日 */
export const dayInYear = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

/** 1月22日, and with its year when that is not the reader's. */
export const dayNear = (day: string, today: string) =>
  day.slice(0, 4) === today.slice(0, 4) ? dayInYear(day) : dayInProse(day);

export const weekdayName = (day: Day) => weekdays[weekdayOf(day)] ?? '';

/** The day of a moment, in Beijing. */
export const dayOf = (at: Date) => clock.format(at).slice(0, 10) as Day; // sv-SE writes a day as we do

/** 15:10 */
export const timeOf = (at: Date) => clock.format(at).slice(11, 16);

/** 1月20日15:10, and with its year when that is not the reader's. */
export const momentNear = (at: Date, today: string) => `${dayNear(dayOf(at), today)}${timeOf(at)}`;

/** 2021-01-18 09:12, as in lists. */
export const momentInList = (at: Date) => clock.format(at).slice(0, 16);
