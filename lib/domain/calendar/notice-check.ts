import { type Arrangement, arrangement, type Calendar, calendarOf, calendarWith } from '@/lib/domain/calendar/calendar';
import { addDays, type Day, daysBetween, weekdayOf } from '@/lib/domain/calendar/day';
import type { Issue } from '@/lib/domain/issue';

/** What is wrong with a holiday notice that an office wants to load. lib/text/calendar.ts says it. */
export type NoticeFault =
  | 'malformed'
  | 'no_notice'
  | 'reversed'
  | 'outside_year'
  | 'overlap'
  | 'too_long'
  | 'unnamed'
  | 'works_on_weekday'
  | 'off_and_worked'
  | 'fixed_day_missing'
  | 'holiday_missing';

export type CheckedNotice = {
  arrangement: Arrangement | null;
  issues: Issue[];
  /** Working days of the year, for the eye: 248 to 251 since 2019. */
  workingDays: number;
  /** Weekdays that are off less weekend days that are worked: 13 since 2025, 11 before; more only by a special notice. */
  statutoryDays: number;
};

/** The seven holidays of 《全国年节及纪念日放假办法》. */
const holidays = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'];
const fixed = ['01-01', '05-01', '10-01', '10-02', '10-03'] as const;
const longest = 10;

/** Checks the arrangement of a further year, or of a known one that a later notice has changed, before it is used. */
export function checkNotice(source: unknown, before: Calendar): CheckedNotice {
  const parsed = arrangement.safeParse(source);
  if (!parsed.success) {
    const places = parsed.error.issues.map(({ path }) => path.join('.'));
    const issues = [...new Set(places)].map((place) => fault('malformed', place));
    return { arrangement: null, issues, workingDays: 0, statutoryDays: 0 };
  }
  const notice = parsed.data;
  const shape = [...noticeFaults(notice), ...notice.off.flatMap((each) => breakFaults(each, notice.year))];
  // Breaks that run backwards, or on and on, are told alone: nothing can be reckoned with them.
  if (notice.off.some(([from, to]) => to < from || daysBetween(from, to) > 60)) {
    return { arrangement: notice, issues: shape, workingDays: 0, statutoryDays: 0 };
  }
  return { arrangement: notice, issues: [...shape, ...dayFaults(notice, before)], ...sums(notice) };
}

const fault = (what: NoticeFault, detail: string): Issue => ({ code: 'holiday_notice', fault: what, detail });

function noticeFaults({ notices, off }: Arrangement): Issue[] {
  const names = off.map(([, , name = '']) => name).join('、');
  return [
    ...(notices.length === 0 ? [fault('no_notice', '')] : []),
    ...holidays.filter((name) => !names.includes(name)).map((name) => fault('holiday_missing', name)),
  ];
}

function breakFaults([from, to, name]: Arrangement['off'][number], year: number): Issue[] {
  if (to < from) return [fault('reversed', from)];
  return [
    ...(daysBetween(from, to) >= longest ? [fault('too_long', from)] : []),
    ...(name ? [] : [fault('unnamed', from)]),
    ...(belongs(from, year) && belongs(to, year) ? [] : [fault('outside_year', from)]),
  ];
}

/** Breaks over New Year reach into the years beside. */
const belongs = (day: Day, year: number) => day >= `${year - 1}-12-20` && day <= `${year + 1}-01-10`;

function dayFaults(notice: Arrangement, before: Calendar): Issue[] {
  const { year, work } = notice;
  const own = calendarOf([notice]);
  const all = calendarWith([notice], before);
  const offDays = notice.off.flatMap(([from, to]) =>
    Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n)),
  );
  const doubled = offDays.filter((day, at) => offDays.indexOf(day) !== at);
  const both = [...offDays, ...work].filter((day) => all.off.has(day) && all.work.has(day));
  return [
    ...doubled.map((day) => fault('overlap', day)),
    ...work.filter((day) => ![0, 6].includes(weekdayOf(day))).map((day) => fault('works_on_weekday', day)),
    ...work.filter((day) => !belongs(day, year)).map((day) => fault('outside_year', day)),
    ...[...new Set(both)].map((day) => fault('off_and_worked', day)),
    ...fixed
      .map((day): Day => `${year}-${day}`)
      .flatMap((day) => (own.off.has(day) ? [] : [fault('fixed_day_missing', day)])),
  ];
}

function sums(notice: Arrangement) {
  const own = calendarOf([notice]);
  let workingDays = 0;
  let weekdays = 0;
  for (let day: Day = `${notice.year}-01-01`; day <= `${notice.year}-12-31`; day = addDays(day, 1)) {
    const weekday = ![0, 6].includes(weekdayOf(day));
    if (weekday) weekdays += 1;
    if (own.work.has(day) || (weekday && !own.off.has(day))) workingDays += 1;
  }
  return { workingDays, statutoryDays: weekdays - workingDays };
}
