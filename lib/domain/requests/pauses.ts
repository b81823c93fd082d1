import { type DayLine, numberOf } from '@/lib/domain/calendar/day-line';
import type { RequestEvent } from '@/lib/domain/requests/events';
import { type Ground, workingDaysFor } from '@/lib/domain/requests/ground';
import type { Consultation, RequestState } from '@/lib/domain/requests/state';

/** Days, first and last included, that are taken out of the reply period. */
export type Pause = {
  from: number;
  to: number;
  why: 'third_party' | 'other_body' | 'fee';
  /** Its end is not known yet: it is reckoned with the latest day, or with today where there is none. */
  assumed: boolean;
};

const endings: readonly RequestEvent['kind'][] = ['replied', 'withdrawn', 'correction_lapsed', 'fee_lapsed'];

/** The stretches in which others were asked (Article 33(3)), in the order of their sending. */
export function pausesOf(state: RequestState, events: readonly RequestEvent[], line: DayLine, ground: Ground): Pause[] {
  return state.consultations.flatMap((consultation) => {
    const sentAt = events.findIndex(({ id }) => id === consultation.id);
    const ending = events.find(({ kind }, at) => at > sentAt && endings.includes(kind));
    const pause = pauseOf(consultation, ending ? numberOf(ending.on) : null, line, ground);
    return pause.from <= pause.to ? [pause] : [];
  });
}

/**
 * The last day on which an answer is waited for: the 15th working day after the letter was received, or after its
 * sending where that is not known. Null where the office waits for another body until it answers.
 */
export function answerEnd({ kind, joint, deliveredOn, sentOn }: Consultation, line: DayLine, { readings }: Ground) {
  const boundless = kind === 'other_body' && !joint && readings.other_body_pause === 'until_answer';
  return boundless ? null : line.workdayAfter(numberOf(deliveredOn ?? sentOn), workingDaysFor.consultation);
}

function pauseOf(consultation: Consultation, closedOn: number | null, line: DayLine, ground: Ground): Pause {
  const { consultation_sending_day: sendingDay, consultation_answer_day: answerDay } = ground.readings;
  const sent = numberOf(consultation.sentOn);
  const answered = consultation.answeredOn && numberOf(consultation.answeredOn);
  const end = answerEnd(consultation, line, ground);
  const today = numberOf(ground.today);
  const inTime = answered !== null && (end === null || answered <= end);
  const to = inTime ? answered - (answerDay === 'counts' ? 1 : 0) : (end ?? Math.max(today, sent));
  return {
    from: sent + (sendingDay === 'counts' ? 1 : 0),
    // Whoever has answered the applicant waits for nobody.
    to: closedOn === null ? to : Math.min(to, closedOn),
    why: consultation.kind,
    assumed: !inTime && answered === null && closedOn === null && (end === null || today <= end),
  };
}

/** The count-th working day after `start` that lies in no pause; a day in two pauses is taken out once. */
export function workdayOutside(pauses: readonly Pause[], line: DayLine, start: number, count: number): number {
  let at = start;
  let left = count;
  for (const { from, to } of inOrder(pauses)) {
    if (to <= at) continue;
    const before = from > at + 1 ? line.workedBetween(at, from - 1) : 0;
    if (left <= before) break;
    left -= before;
    at = to;
  }
  return line.workdayAfter(at, left);
}

/** Working days after `start` up to `end` that lie in no pause. */
export function workedOutside(pauses: readonly Pause[], line: DayLine, start: number, end: number): number {
  let at = start;
  let count = 0;
  for (const { from, to } of inOrder(pauses)) {
    if (to <= at) continue;
    if (from > end) break;
    if (from > at + 1) count += line.workedBetween(at, from - 1);
    at = Math.min(to, Math.max(end, at));
  }
  return end > at ? count + line.workedBetween(at, end) : count;
}

const inOrder = (pauses: readonly Pause[]) =>
  pauses.length < 2 ? pauses : [...pauses].sort((one, other) => one.from - other.from);
