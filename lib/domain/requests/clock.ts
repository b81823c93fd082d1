import type { Day } from '@/lib/domain/calendar/day';
import { numberOf } from '@/lib/domain/calendar/day-line';
import type { Standing } from '@/lib/domain/report/deadline';
import type { Article } from '@/lib/domain/requests/articles';
import { type Course, type CourseRemark, countAt, courseOf, endOf } from '@/lib/domain/requests/course';
import type { RequestEvent } from '@/lib/domain/requests/events';
import type { Ground } from '@/lib/domain/requests/ground';
import { type StepName, stepsOf } from '@/lib/domain/requests/steps';

/** Something that has to be done by a day, by the office or by whoever the office waits for. */
export type Step = {
  name: StepName;
  who: 'office' | 'applicant' | 'third_party' | 'other_body';
  /** The event that set it going. */
  event: string;
  /** Null while it cannot be told: the office waits for the applicant, or for another body without limit. */
  due: Day | null;
  /** A year is touched whose holiday notice is not out. */
  provisional: boolean;
  /** The day rests on something that has not happened yet, such as an answer that is still waited for. */
  assumed: boolean;
  article: Article;
  /** `late`: done after its day. `lapsed`: nothing more to do, since it was not used or the request has ended. */
  state: 'open' | 'waiting' | 'done' | 'late' | 'lapsed';
  doneOn: Day | null;
  /** Seen from today, while it is open and has a day. */
  standing: Standing | null;
};

export type ClockRemark = { code: CourseRemark['code']; event: string; last: Day | null };

export type Clock = {
  receivedOn: Day | null;
  /** What keeps the reply period from running. */
  waitingFor: 'receipt' | 'correction' | 'fee' | null;
  /** The applicant's day for it has passed: the office may end the request (Article 30; 国办函〔2020〕109号). */
  lapsed: boolean;
  /** The reply period as it stands today: how many working days are counted, and of how many. */
  count: { counted: number; of: number } | null;
  steps: Step[];
  remarks: ClockRemark[];
};

/** The day of every step of a request, seen from `ground.today`. */
export function clockOf(events: readonly RequestEvent[], ground: Ground): Clock {
  return clockOfCourse(courseOf(events, ground), ground);
}

/** The same, where the course is known already. */
export function clockOfCourse(course: Course, ground: Ground): Clock {
  const { state, line } = course;
  const steps = stepsOf(course, ground);
  const applicant = steps.find(({ name, state: at }) => at === 'open' && (name === 'correct' || name === 'pay_fee'));
  const waiting = state.stage === 'open' ? (course.periods.at(-1)?.stop?.for ?? null) : null;
  const asDay = (last: number | null) => (last === null ? null : line.dayAt(last));
  return {
    receivedOn: state.receivedOn,
    waitingFor: state.stage === 'registered' ? 'receipt' : waiting,
    lapsed: waiting !== null && applicant?.standing?.state === 'overdue',
    count: countOf(course, ground),
    steps,
    remarks: course.remarks.map((remark) => ({ ...remark, last: asDay(remark.last) })),
  };
}

function countOf(course: Course, { today }: Ground): Clock['count'] {
  const period = course.periods.at(-1);
  if (!period || period.stop) return null;
  const until = Math.min(numberOf(today), endOf(period, course), period.closedOn ?? Number.POSITIVE_INFINITY);
  const of = period.extensions.reduce((sum, { workingDays }) => sum + workingDays, period.basic);
  return { counted: Math.min(of, countAt(period, Math.max(until, period.start), course)), of };
}
