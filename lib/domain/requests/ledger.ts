import { type Arranged, arrangedOn } from '@/lib/domain/calendar/breaks';
import type { Day } from '@/lib/domain/calendar/day';
import { numberOf } from '@/lib/domain/calendar/day-line';
import type { DayKind } from '@/lib/domain/calendar/working-days';
import type { Article } from '@/lib/domain/requests/articles';
import {
  type Course,
  countAt,
  countedEnd,
  courseOf,
  endOf,
  feeEnd,
  type Period,
  rolled,
} from '@/lib/domain/requests/course';
import type { RequestEvent } from '@/lib/domain/requests/events';
import type { Ground } from '@/lib/domain/requests/ground';

/** Why a day counts or does not, each with its article. lib/text/request-ledger.ts says it in Chinese. */
export const ledgerArticles = {
  /** It has arrived, but its day of receipt is not settled: both sides have not confirmed. */
  not_received: 'gid_31_3',
  /** The first day of a period is not counted. */
  received: 'civil_201',
  corrected: 'gid_30',
  fee_paid: 'fee',
  reopened: 'redo_order',
  working: 'gid_33_2',
  make_up: 'holiday_notice',
  weekend: 'gid_33_2',
  holiday: 'holiday_notice',
  third_party: 'gid_33_3',
  other_body: 'gid_33_3',
  fee: 'fee',
  waiting_correction: 'gid_30',
  waiting_fee: 'fee',
  /** Article 35: the answer is put off to a day, however many working days that is. */
  deferred: 'gid_35',
  /** The period has run out or the request has ended, and it is not yet taken up again. */
  over: 'gid_45',
} as const satisfies Record<string, Article>;
export type LedgerReason = keyof typeof ledgerArticles;

export type LedgerDay = {
  day: Day;
  kind: DayKind;
  /** The holiday, or the year's notice that makes the day worked; null on an ordinary day. */
  arranged: Arranged | null;
  counts: boolean;
  /** Which working day of the period it is, where it counts. */
  number: number | null;
  reason: LedgerReason;
  article: Article;
  /** It counts within the extension. */
  extension: boolean;
  /** It was counted, but the period began anew after it. */
  superseded: boolean;
  /** The last day of the period. */
  last: boolean;
  /** The year's holiday notice is not out: the day may yet become a day off, or worked. */
  provisional: boolean;
  /** What happened on it, by the keys of the events. */
  events: string[];
};

/** Every calendar day from the arrival of a request to the day on which its answer is due, and what it counts for. */
export function ledgerOf(events: readonly RequestEvent[], ground: Ground): LedgerDay[] {
  return ledgerOfCourse(courseOf(events, ground), ground);
}

/** The same, where the course is known already. Empty before the request is registered. */
export function ledgerOfCourse(course: Course, ground: Ground): LedgerDay[] {
  const { arrivedOn } = course.state;
  if (!arrivedOn) return [];
  const from = numberOf(arrivedOn);
  const length = Math.max(lastDay(course, ground) - from + 1, 1);
  return Array.from({ length }, (_, n) => ledgerDay(from + n, course, ground));
}

/** Where the ledger ends: with the period, or while we wait with the applicant's last day. */
function lastDay(course: Course, ground: Ground): number {
  const { state, line } = course;
  const period = course.periods.at(-1);
  if (!period) return numberOf(state.outcomes[0]?.on ?? ground.today);
  if (!period.stop) return endOf(period, course);
  if (period.closedOn !== null) return period.closedOn;
  if (period.stop.for === 'fee') return feeEnd(period.stop.on, line, ground.readings);
  return rolled(numberOf(state.correction?.respondBy ?? ground.today), line, ground.readings);
}

function ledgerDay(at: number, course: Course, ground: Ground): LedgerDay {
  const { line, periods, events } = course;
  const day = line.dayAt(at);
  const current = periods.findLastIndex(({ start }) => start <= at);
  const period = periods[current];
  const reason = reasonOf(at, period, course);
  const counts = reason === 'working' || reason === 'make_up';
  const number = counts && period ? countAt(period, at, course) : null;
  return {
    ...{ day, kind: line.kindAt(at), arranged: arrangedOn(day, ground.calendar), counts, number, reason },
    article:
      reason === 'not_received' && course.state.channel === 'ordinary_post' ? 'gid_31_2' : ledgerArticles[reason],
    extension: number !== null && period !== undefined && number > period.basic,
    superseded: counts && period?.stop !== null && periods[current + 1]?.round === period?.round,
    last: period !== undefined && !period.stop && at === endOf(period, course),
    provisional: line.provisionalBetween(at - 1, at),
    events: events.flatMap(({ on, id }) => (on === day ? [id] : [])),
  };
}

function reasonOf(at: number, period: Period | undefined, course: Course): LedgerReason {
  const { line, pauses } = course;
  if (!period) return 'not_received';
  if (at === period.start) return period.startedBy;
  if (period.stop && at > period.stop.on) {
    if (period.closedOn !== null && at > period.closedOn) return 'over';
    return period.stop.for === 'fee' ? 'waiting_fee' : 'waiting_correction';
  }
  if (at > endOf(period, course)) return 'over';
  if (at > countedEnd(period, course)) return 'deferred';
  const pause = pauses.find(({ from, to }) => from <= at && at <= to);
  return pause ? pause.why : line.kindAt(at);
}
