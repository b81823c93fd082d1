import { addDays, type Day, weekdayOf } from '@/lib/domain/calendar/day';
import type { LedgerDay, LedgerReason } from '@/lib/domain/requests/ledger';

// The ledger as desks show it: by stretches, as a calendar, as a strip of working days. Nothing is counted here.

/** The reasons of the days with which a period begins; they are not counted. */
const beginnings: readonly LedgerReason[] = ['received', 'corrected', 'fee_paid', 'reopened'];

/** Days that follow each other and count, or do not, for one reason. Never empty. */
export type Stretch = {
  first: LedgerDay;
  days: readonly LedgerDay[];
  counted: number;
  /** How many working days of the period are counted up to its end; null before a period has begun. */
  total: number | null;
};

/** The ledger by stretches, in order. */
export function stretchesOf(ledger: readonly LedgerDay[]): Stretch[] {
  const stretches: { first: LedgerDay; days: LedgerDay[]; counted: number; total: number | null }[] = [];
  let total: number | null = null;
  for (const day of ledger) {
    if (beginnings.includes(day.reason)) total = 0;
    if (day.number !== null) total = day.number;
    const open = stretches.at(-1);
    const before = open?.days.at(-1);
    if (open && before && isAlike(before, day)) {
      open.days.push(day);
      open.counted += day.counts ? 1 : 0;
      open.total = total;
    } else {
      stretches.push({ first: day, days: [day], counted: day.counts ? 1 : 0, total });
    }
  }
  return stretches;
}

const isAlike = (one: LedgerDay, other: LedgerDay) =>
  !one.last &&
  !beginnings.includes(other.reason) &&
  one.reason === other.reason &&
  one.extension === other.extension &&
  one.superseded === other.superseded &&
  one.provisional === other.provisional &&
  (one.reason !== 'holiday' || one.arranged?.holiday === other.arranged?.holiday);

/** A day of a calendar, and what the ledger says of it; null beside the ledger. */
export type CalendarDay = { day: Day; ledger: LedgerDay | null };

/** The weeks, from Monday on, that a ledger touches. */
export function weeksOf(ledger: readonly LedgerDay[]): CalendarDay[][] {
  const [from, to] = [ledger[0]?.day, ledger.at(-1)?.day];
  if (!from || !to) return [];
  const byDay = new Map(ledger.map((each) => [each.day, each]));
  const weeks: CalendarDay[][] = [];
  for (let monday = addDays(from, -((weekdayOf(from) + 6) % 7)); monday <= to; monday = addDays(monday, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, at) => {
        const day = addDays(monday, at);
        return { day, ledger: byDay.get(day) ?? null };
      }),
    );
  }
  return weeks;
}

/** The working days of the period that runs, one mark each, and what lies between them. */
export type StripMark =
  | { kind: 'day'; day: Day; number: number; extension: boolean; done: boolean }
  | { kind: 'gap'; day: Day; why: 'third_party' | 'other_body' | 'fee' | 'deferred'; days: number }
  | { kind: 'extended'; day: Day };

/** Of the last period, up to its end; `today` tells which days are over. */
export function stripOf(ledger: readonly LedgerDay[], today: Day): StripMark[] {
  const start = ledger.findLastIndex(({ reason }) => beginnings.includes(reason));
  if (start < 0) return [];
  const marks: StripMark[] = [];
  for (const { day, number, extension, reason } of ledger.slice(start + 1)) {
    if (number !== null) {
      const before = marks.findLast((mark) => mark.kind === 'day');
      if (extension && !(before?.kind === 'day' && before.extension)) marks.push({ kind: 'extended', day });
      marks.push({ kind: 'day', day, number, extension, done: day <= today });
    } else if (reason === 'third_party' || reason === 'other_body' || reason === 'fee' || reason === 'deferred') {
      const last = marks.at(-1);
      if (last?.kind === 'gap' && last.why === reason) last.days += 1;
      else marks.push({ kind: 'gap', day, why: reason, days: 1 });
    }
  }
  return marks;
}
