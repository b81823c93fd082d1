import type { Day } from '@/lib/domain/calendar/day';
import { numberOf } from '@/lib/domain/calendar/day-line';
import type { Issue } from '@/lib/domain/issue';
import { courseOf, endOf, feeEnd, rolled } from '@/lib/domain/requests/course';
import type { EventOf, RequestEvent, RequestEventKind } from '@/lib/domain/requests/events';
import { type Ground, workingDaysFor } from '@/lib/domain/requests/ground';
import { type Obstacle, obstacleArticles } from '@/lib/domain/requests/obstacles';
import { replay } from '@/lib/domain/requests/replay';

/**
 * What stands in the way of appending events, each with its own issues: what the law does not allow, and what would
 * leave an event that stands without what it rests on. Nothing means go ahead. Several are judged together, so that a
 * wrong one can be reversed and entered anew in one go. `ground.today` is the day of entry; an event may lie before it.
 */
export function objectionsTo(
  next: RequestEvent | readonly RequestEvent[],
  events: readonly RequestEvent[],
  ground: Ground,
): Issue[] {
  const added: readonly RequestEvent[] = 'kind' in next ? [next] : next;
  return added.flatMap((event) => {
    const because = obstacleToEntry(event, added, events, ground);
    return because ? [refused(event.kind, because)] : [];
  });
}

const refused = (event: RequestEventKind, because: Obstacle): Issue => ({
  ...{ code: 'request_event_refused', event, because },
  article: obstacleArticles[because],
});

function obstacleToEntry(
  next: RequestEvent,
  added: readonly RequestEvent[],
  events: readonly RequestEvent[],
  ground: Ground,
): Obstacle | null {
  const others = [...events, ...added.filter((each) => each !== next)];
  if (others.some(({ id }) => id === next.id)) return 'id_taken';
  if (next.on > ground.today) return 'in_the_future';
  if (next.kind === 'reversed') {
    const obstacle = obstacleToReversal(next, others);
    if (obstacle) return obstacle;
  }
  const { misfits } = replay([...events, ...added]);
  const own = misfits.find(({ event }) => event.id === next.id);
  if (own) return own.because;
  const known = new Set([...added, ...replay(events).misfits.map(({ event }) => event)].map(({ id }) => id));
  if (misfits.some(({ event }) => !known.has(event.id))) return 'others_rest_on_it';
  return obstacleInTime(next, others, ground);
}

function obstacleToReversal({ event: id }: EventOf<'reversed'>, events: readonly RequestEvent[]): Obstacle | null {
  const wrong = events.find((event) => event.id === id);
  if (!wrong) return 'event_unknown';
  if (wrong.kind === 'reversed') return 'reversal_stands';
  return events.some((event) => event.kind === 'reversed' && event.event === id) ? 'event_unknown' : null;
}

/** What the days of the law and the office's readings refuse. A late act of the office is a fact and is not refused. */
function obstacleInTime(next: RequestEvent, events: readonly RequestEvent[], ground: Ground): Obstacle | null {
  const { readings } = ground;
  switch (next.kind) {
    case 'received':
      return next.by === 'platform' && readings.internet_receipt !== 'platform' ? 'platform_not_settled' : null;
    case 'corrected':
      return readings.corrected_late === 'until_closed' || next.excuse !== ''
        ? null
        : lateCorrection(next, events, ground);
    case 'correction_lapsed':
      return lateCorrection(next, events, ground) ? null : 'correction_period_runs';
    case 'extended':
      return next.consentedOn > next.on ? 'consent_after_notice' : obstacleToExtension(next, events, ground);
    case 'deferred':
      return hasEffect(next, events, ground, 'deferral_without_effect')
        ? null
        : obstacleToDeferral(next, events, ground);
    case 'fee_noticed':
      return hasEffect(next, events, ground, 'fee_without_effect') ? null : 'fee_late';
    case 'fee_lapsed':
      return feePeriodRuns(next, events, ground) ? 'fee_period_runs' : null;
    default:
      return null;
  }
}

/** Whether a day lies after the applicant's last day for the correction. */
function lateCorrection(next: RequestEvent, events: readonly RequestEvent[], ground: Ground): Obstacle | null {
  const { state, line } = courseOf(events, ground);
  if (!state.correction) return null;
  const last = rolled(numberOf(state.correction.respondBy), line, ground.readings);
  return numberOf(next.on) > last ? 'correction_late' : null;
}

function feePeriodRuns(next: RequestEvent, events: readonly RequestEvent[], ground: Ground) {
  const { state, line } = courseOf(events, ground);
  return state.fee !== null && numberOf(next.on) <= feeEnd(numberOf(state.fee.noticedOn), line, ground.readings);
}

const hasEffect = (next: RequestEvent, events: readonly RequestEvent[], ground: Ground, code: string) =>
  !courseOf([...events, next], ground).remarks.some((remark) => remark.event === next.id && remark.code === code);

function obstacleToExtension(
  next: EventOf<'extended'>,
  events: readonly RequestEvent[],
  ground: Ground,
): Obstacle | null {
  if (hasEffect(next, events, ground, 'extension_without_effect')) return null;
  const period = periodOn(next.on, events, ground);
  if (!period) return 'period_not_running';
  const total = period.extensions.reduce((sum, { workingDays }) => sum + workingDays, next.workingDays);
  if (period.extensions.length > 0 && ground.readings.extension_count === 'once') return 'extended_once';
  return total > workingDaysFor.extension ? 'extension_too_long' : 'extension_late';
}

function obstacleToDeferral({ on }: EventOf<'deferred'>, events: readonly RequestEvent[], ground: Ground): Obstacle {
  const period = periodOn(on, events, ground);
  if (!period) return 'period_not_running';
  return numberOf(on) > period.end ? 'deferral_late' : 'deferral_not_later';
}

/** The period that was running on a day, as far as the events up to it tell. */
function periodOn(day: Day, events: readonly RequestEvent[], ground: Ground) {
  const course = courseOf(events, ground);
  const periods = course.periods.filter(({ start }) => start <= numberOf(day));
  const period = periods.at(-1);
  if (!period || (period.stop && period.stop.on <= numberOf(day))) return null;
  return { ...period, end: endOf(period, course) };
}
