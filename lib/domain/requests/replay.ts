import { type EventOf, type RequestEvent, standingEvents } from '@/lib/domain/requests/events';
import type { Obstacle } from '@/lib/domain/requests/obstacles';
import { lapseRows, rowByReply } from '@/lib/domain/requests/results';
import { apply, beginning, type Case, type RequestState } from '@/lib/domain/requests/state';

/** An event that cannot have happened at its place among the others, and why. */
export type Misfit = { event: RequestEvent; because: Obstacle };

/** Where a request stands after its events, whatever the order in which they were entered. */
export const stateOf = (events: readonly RequestEvent[]): RequestState => replay(events).state;

/**
 * The state, the events that make it up, and those that do not fit and are left out: none in a register that asks
 * `objectionsTo` before each entry. Days and figures of the law are the clock's matter; here only what needs what.
 * What was entered on one day happened in the order in which it fits, as entered where either order does.
 */
export function replay(events: readonly RequestEvent[]): {
  state: RequestState;
  fitting: RequestEvent[];
  misfits: Misfit[];
} {
  const state = beginning();
  const fitting: RequestEvent[] = [];
  const misfits: Misfit[] = [];
  // Held back until something of the same day lets them in.
  let held: RequestEvent[] = [];
  const fits = (event: RequestEvent) => {
    if (obstacleTo(event, state)) return false;
    apply(event, state);
    fitting.push(event);
    return true;
  };
  const letIn = () => {
    for (let at = held.findIndex(fits); at >= 0; at = held.findIndex(fits)) held.splice(at, 1);
  };
  const giveUp = () => {
    for (const event of held) misfits.push({ event, because: obstacleTo(event, state) ?? 'others_rest_on_it' });
    held = [];
  };
  for (const event of standingEvents(events)) {
    if (held[0] && held[0].on !== event.on) giveUp();
    if (fits(event)) letIn();
    else held.push(event);
  }
  giveUp();
  return { state, fitting, misfits };
}

/** What an event lacks in the state before it; null: nothing. One list, so that a reader finds every precondition here. */
export function obstacleTo(event: RequestEvent, state: RequestState): Obstacle | null {
  const { correction, fee } = state;
  switch (event.kind) {
    case 'registered':
      return state.stage === 'none' ? null : 'already_registered';
    case 'received':
      return obstacleToReceipt(event, state);
    case 'correction_asked':
      if (correction) return 'correction_asked_once';
      return notOpen(state) ?? (event.respondBy > event.on ? null : 'respond_by_too_early');
    case 'corrected':
      return obstacleToCorrection(state);
    case 'correction_lapsed':
      return (
        obstacleToCorrection(state) ?? (correction && event.on > correction.respondBy ? null : 'correction_period_runs')
      );
    case 'third_party_consulted':
    case 'other_body_consulted':
    case 'extended':
    case 'deferred':
      return notOpen(state);
    case 'consultation_delivered':
    case 'third_party_answered':
    case 'other_body_answered':
      return obstacleToAnswer(event, state);
    case 'fee_noticed':
      return notOpen(state) ?? (fee ? 'fee_noticed_once' : null);
    case 'fee_paid':
    case 'fee_lapsed':
      if (!fee) return 'fee_not_noticed';
      return fee.paidOn ? 'fee_settled' : notOpen(state);
    case 'transferred':
      if (state.transferredOn) return 'transferred_once';
      return state.receivedOn ? null : notReceived(state);
    case 'withdrawn':
      return state.stage === 'registered' ? null : notOpen(state);
    case 'replied':
      return notOpen(state) ?? obstacleToRow(event, state);
    case 'delivered':
      if (state.stage !== 'closed') return 'not_ended';
      return state.outcomes.at(-1)?.deliveredOn ? 'already_delivered' : null;
    case 'archived':
      if (state.stage !== 'closed') return 'not_ended';
      return undelivered(state) ? 'delivery_missing' : null;
    case 'reopened':
      return obstacleToReopening(event, state);
    case 'reconsideration_opened':
      return obstacleToCase(state, ({ kind }) => kind === 'reconsideration');
    case 'litigation_opened':
      return (
        obstacleToCase(state, ({ kind }) => kind !== 'reconsideration') ??
        (event.after === null ? null : obstacleToFollowing(state.cases.find(({ id }) => id === event.after)))
      );
    case 'reconsideration_closed':
    case 'litigation_closed':
      return obstacleToClosing(event, state);
    case 'reversed':
      return null;
  }
}

function notOpen({ stage, ...state }: RequestState): Obstacle | null {
  if (stage === 'closed' || stage === 'archived') return 'request_closed';
  return stage === 'open' ? null : notReceived({ stage, ...state });
}

const notReceived = ({ stage }: RequestState): Obstacle => (stage === 'none' ? 'not_registered' : 'not_received');

function obstacleToReceipt(
  event: EventOf<'received'>,
  { stage, channel, arrivedOn, receivedOn }: RequestState,
): Obstacle | null {
  if (stage === 'none') return 'not_registered';
  if (receivedOn) return 'already_received';
  if (stage !== 'registered') return 'request_closed'; // withdrawn before it was confirmed
  const sameDay = event.on === arrivedOn;
  switch (channel) {
    case 'in_person':
    case 'oral':
      return event.by === 'submission' && sameDay ? null : 'receipt_is_submission';
    case 'registered_post':
      return event.by === 'signature' && sameDay ? null : 'receipt_is_signature';
    case 'ordinary_post':
      return event.by === 'confirmation' ? null : 'receipt_is_confirmation';
    default:
      if (event.by === 'platform' && channel === 'internet' && sameDay) return null;
      return event.by === 'confirmation' ? null : 'receipt_is_both_confirming';
  }
}

function obstacleToCorrection(state: RequestState): Obstacle | null {
  if (!state.correction) return 'correction_not_asked';
  return state.correction.correctedOn ? 'correction_settled' : notOpen(state);
}

function obstacleToAnswer(
  event: EventOf<'consultation_delivered' | 'third_party_answered' | 'other_body_answered'>,
  { consultations }: RequestState,
): Obstacle | null {
  const found = consultations.find(({ id }) => id === event.consultation);
  if (!found) return 'no_consultation';
  if (event.kind === 'consultation_delivered')
    return found.deliveredOn || found.answeredOn ? 'consultation_settled' : null;
  if (event.kind !== `${found.kind}_answered`) return 'no_consultation';
  return found.answeredOn ? 'consultation_settled' : null;
}

function obstacleToRow({ row, reply }: EventOf<'replied'>, { correction }: RequestState): Obstacle | null {
  if (lapseRows.includes(row)) return 'row_of_lapse';
  if (reply && rowByReply[reply] !== row) return 'row_of_reply';
  return row === 'unavailable_still_unclear' && !correction?.correctedOn ? 'unclear_without_correction' : null;
}

function undelivered({ outcomes }: RequestState): boolean {
  const last = outcomes.at(-1);
  return last?.by === 'replied' && last.deliveredOn === null;
}

function obstacleToReopening(
  { because }: EventOf<'reopened'>,
  { stage, receivedOn, cases }: RequestState,
): Obstacle | null {
  if (!receivedOn || (stage !== 'closed' && stage !== 'archived')) return 'not_ended';
  if (because === 'own_motion') return null;
  const quashed = cases.some(
    ({ kind, result }) => result === 'corrected' && (kind === 'reconsideration') === (because === 'reconsideration'),
  );
  return quashed ? null : 'case_not_corrected';
}

function obstacleToCase({ stage, cases }: RequestState, alike: (each: Case) => boolean): Obstacle | null {
  if (stage === 'none') return 'not_registered';
  return cases.some((each) => alike(each) && !each.closedOn) ? 'case_open' : null;
}

function obstacleToFollowing(before: Case | undefined): Obstacle | null {
  if (before?.kind !== 'reconsideration') return 'case_unknown';
  return before.closedOn ? null : 'case_open';
}

function obstacleToClosing(
  event: EventOf<'reconsideration_closed' | 'litigation_closed'>,
  { cases }: RequestState,
): Obstacle | null {
  const found = cases.find(({ id }) => id === event.case);
  const ofItsKind = found && (found.kind === 'reconsideration') === (event.kind === 'reconsideration_closed');
  return ofItsKind && !found.closedOn ? null : 'case_unknown';
}
