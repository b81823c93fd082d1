import { type DayLine, dayLineOf, numberOf } from '@/lib/domain/calendar/day-line';
import type { EventOf, RequestEvent } from '@/lib/domain/requests/events';
import { type Ground, workingDaysFor } from '@/lib/domain/requests/ground';
import { type Pause, pausesOf, workdayOutside, workedOutside } from '@/lib/domain/requests/pauses';
import type { Readings } from '@/lib/domain/requests/readings';
import { replay } from '@/lib/domain/requests/replay';
import type { RequestState } from '@/lib/domain/requests/state';

/** What came too late to change the reply period, or when none was running; or changed it though it was late. Days are numbers of the day line. */
export type CourseRemark = {
  code:
    | 'correction_without_effect'
    | 'corrected_without_reason'
    | 'consultation_without_effect'
    | 'extension_without_effect'
    | 'deferral_without_effect'
    | 'fee_without_effect';
  event: string;
  /** The day that was missed; null where no period was running. */
  last: number | null;
};

/** One run of the reply period: from a first day that is not counted to its last, or to where it stopped for good. */
export type Period = {
  start: number;
  startedBy: 'received' | 'corrected' | 'fee_paid' | 'reopened';
  /** The event that began it. */
  event: string;
  /** How often the request had been taken up again. */
  round: number;
  /** Working days without extensions. */
  basic: number;
  extensions: { on: number; workingDays: number }[];
  deferredTo: number | null;
  /** The last day before we waited for the applicant. */
  stop: { on: number; for: 'correction' | 'fee' } | null;
  closedOn: number | null;
};

export type Course = {
  line: DayLine;
  state: RequestState;
  events: RequestEvent[];
  periods: Period[];
  pauses: Pause[];
  remarks: CourseRemark[];
};

/**
 * The way of the reply period through the events. Only what happens while a period runs, and by its last day, changes
 * it (Article 33; reading `after_last_day`): nothing that comes later heals a period that has run out.
 */
export function courseOf(events: readonly RequestEvent[], ground: Ground): Course {
  const { state, fitting } = replay(events);
  const line = dayLineOf(ground.calendar);
  const course: Course = {
    line,
    state,
    events: fitting,
    periods: [],
    pauses: pausesOf(state, fitting, line, ground),
    remarks: [],
  };
  for (const event of fitting) step(event, course, ground.readings);
  return course;
}

/** The last working day of a period as counted, without a deferral; `extended` false: without extensions too. */
export function countedEnd(period: Period, { line, pauses }: Pick<Course, 'line' | 'pauses'>, extended = true) {
  let count = period.basic;
  if (extended) for (const { workingDays } of period.extensions) count += workingDays;
  return workdayOutside(pauses, line, period.start, count);
}

/** The last day of a period. */
export const endOf = (period: Period, course: Course) =>
  Math.max(countedEnd(period, course), period.deferredTo ?? Number.NEGATIVE_INFINITY);

/** Which working day of the period a day is; what is paused and the first day are not counted. */
export const countAt = (period: Period, day: number, { line, pauses }: Pick<Course, 'line' | 'pauses'>) =>
  workedOutside(pauses, line, period.start, day);

/** A period not in working days whose last day is a day off (《民法典》第二百零三条). */
export const rolled = (day: number, line: DayLine, { last_day_off }: Readings) =>
  last_day_off === 'rolls' ? line.workdayFrom(day) : day;

/** The last day on which the fee can be paid. */
export function feeEnd(noticed: number, line: DayLine, readings: Readings) {
  if (readings.fee_period === 'working_days_20') return line.workdayAfter(noticed, workingDaysFor.fee);
  return rolled(noticed + 30, line, readings);
}

// One list of what each event does to the period: longer than a function ought to be.
function step(event: RequestEvent, course: Course, readings: Readings): void {
  const { periods, remarks, line, state } = course;
  const on = numberOf(event.on);
  const last = periods.at(-1);
  const running = last && !last.stop && last.closedOn === null ? last : undefined;
  const end = running ? endOf(running, course) : null;
  const inTime = running && end !== null && on <= end;
  const begin = (startedBy: Period['startedBy'], basic: number, round: number) =>
    periods.push({
      start: on,
      startedBy,
      event: event.id,
      round,
      basic,
      extensions: [],
      deferredTo: null,
      stop: null,
      closedOn: null,
    });

  switch (event.kind) {
    case 'received':
      begin('received', workingDaysFor.reply, 0);
      return;
    case 'correction_asked': {
      const asked = line.workdayAfter(periods[0]?.start ?? on, workingDaysFor.correctionRequest);
      if (inTime && (on <= asked || readings.correction_asked_late === 'restarts'))
        running.stop = { on, for: 'correction' };
      else
        remarks.push({
          code: 'correction_without_effect',
          event: event.id,
          last: end === null ? null : Math.min(asked, end),
        });
      return;
    }
    case 'corrected': {
      const until = state.correction && rolled(numberOf(state.correction.respondBy), line, readings);
      if (until !== null && on > until && event.excuse === '' && readings.corrected_late === 'with_good_reason')
        remarks.push({ code: 'corrected_without_reason', event: event.id, last: until });
      if (last?.stop?.for === 'correction' && last.closedOn === null)
        begin('corrected', workingDaysFor.reply, last.round);
      return;
    }
    case 'third_party_consulted':
    case 'other_body_consulted':
      if (running && !inTime) remarks.push({ code: 'consultation_without_effect', event: event.id, last: end });
      return;
    case 'extended':
      if (running && end !== null && takesEffect(event, running, end, readings))
        running.extensions.push({ on: provenOn(event, readings), workingDays: event.workingDays });
      else remarks.push({ code: 'extension_without_effect', event: event.id, last: end });
      return;
    case 'deferred': {
      const until = rolled(numberOf(event.until), line, readings);
      if (inTime && until > end) running.deferredTo = until;
      else remarks.push({ code: 'deferral_without_effect', event: event.id, last: end });
      return;
    }
    case 'fee_noticed':
      if (inTime) running.stop = { on, for: 'fee' };
      else remarks.push({ code: 'fee_without_effect', event: event.id, last: end });
      return;
    case 'fee_paid':
      if (last?.stop?.for !== 'fee' || last.closedOn !== null) return;
      if (readings.fee_paid === 'restarts') {
        begin('fee_paid', workingDaysFor.reply, last.round);
      } else {
        if (on > last.stop.on) course.pauses.push({ from: last.stop.on + 1, to: on, why: 'fee', assumed: false });
        last.stop = null;
      }
      return;
    case 'replied':
    case 'withdrawn':
    case 'correction_lapsed':
    case 'fee_lapsed':
      if (last) last.closedOn = on;
      return;
    case 'reopened':
      begin('reopened', event.workingDays, (last?.round ?? 0) + 1);
      return;
    default: // the others change no period
  }
}

function takesEffect(event: EventOf<'extended'>, period: Period, end: number, readings: Readings): boolean {
  if (provenOn(event, readings) > end || numberOf(event.consentedOn) < period.start) return false;
  if (readings.extension_count === 'once' && period.extensions.length > 0) return false;
  const total = period.extensions.reduce((sum, { workingDays }) => sum + workingDays, event.workingDays);
  return total <= workingDaysFor.extension;
}

/** The day by which an extension is measured: consent and notice, or consent alone. */
const provenOn = ({ on, consentedOn }: EventOf<'extended'>, { extension_in_time }: Readings) =>
  numberOf(extension_in_time === 'consent' || consentedOn > on ? consentedOn : on);
