import type { Day } from '@/lib/domain/calendar/day';
import type { Channel, EventOf, RequestEvent } from '@/lib/domain/requests/events';
import type { ReplyKind, ResultRow } from '@/lib/domain/requests/results';

/** A request that waits to be confirmed, is being worked on, has ended, or lies in the archive. */
export type Stage = 'none' | 'registered' | 'open' | 'closed' | 'archived';

export type Consultation = {
  id: string;
  kind: 'third_party' | 'other_body';
  /** The other body made the document with us (Article 34). */
  joint: boolean;
  whom: string;
  sentOn: Day;
  deliveredOn: Day | null;
  answeredOn: Day | null;
  answer: EventOf<'third_party_answered'>['answer'] | EventOf<'other_body_answered'>['answer'] | null;
};

/** How a request ended: by an answer, a lapse or a withdrawal. One that was taken up again ends more than once. */
export type Outcome = {
  id: string;
  by: 'replied' | 'correction_lapsed' | 'fee_lapsed' | 'withdrawn';
  on: Day;
  row: ResultRow;
  reply: ReplyKind | null;
  deliveredOn: Day | null;
};

export type CaseKind = 'reconsideration' | 'litigation_direct' | 'litigation_after_reconsideration';

/** A reconsideration or a lawsuit over a request (table four). */
export type Case = {
  id: string;
  kind: CaseKind;
  openedOn: Day;
  closedOn: Day | null;
  result: EventOf<'litigation_closed'>['result'] | null;
};

export type RequestState = {
  stage: Stage;
  channel: Channel | null;
  arrivedOn: Day | null;
  /** The day of receipt of Article 31. */
  receivedOn: Day | null;
  correction: { id: string; askedOn: Day; respondBy: Day; correctedOn: Day | null } | null;
  consultations: Consultation[];
  extensions: { id: string; on: Day; workingDays: number }[];
  deferredUntil: Day | null;
  fee: { id: string; noticedOn: Day; amount: number; paidOn: Day | null } | null;
  transferredOn: Day | null;
  outcomes: Outcome[];
  /** When the request was taken up again after it had ended. */
  reopenedOn: Day[];
  archivedOn: Day | null;
  cases: Case[];
};

/** Before anything has happened. */
export const beginning = (): RequestState => ({
  stage: 'none',
  channel: null,
  arrivedOn: null,
  receivedOn: null,
  correction: null,
  consultations: [],
  extensions: [],
  deferredUntil: null,
  fee: null,
  transferredOn: null,
  outcomes: [],
  reopenedOn: [],
  archivedOn: null,
  cases: [],
});

/** Writes an event that fits into the state. One list of what each event does: longer than a function ought to be. */
export function apply(event: RequestEvent, state: RequestState): void {
  const { id, on } = event;
  switch (event.kind) {
    case 'registered':
      state.stage = 'registered';
      state.channel = event.channel;
      state.arrivedOn = on;
      return;
    case 'received':
      state.stage = 'open';
      state.receivedOn = on;
      return;
    case 'correction_asked':
      state.correction = { id, askedOn: on, respondBy: event.respondBy, correctedOn: null };
      return;
    case 'corrected':
      if (state.correction) state.correction.correctedOn = on;
      return;
    case 'third_party_consulted':
      state.consultations.push(consultation(id, on, 'third_party', false, event.party));
      return;
    case 'other_body_consulted':
      state.consultations.push(consultation(id, on, 'other_body', event.joint, event.body));
      return;
    case 'consultation_delivered':
      change(state.consultations, event.consultation, { deliveredOn: on });
      return;
    case 'third_party_answered':
    case 'other_body_answered':
      change(state.consultations, event.consultation, { answeredOn: on, answer: event.answer });
      return;
    case 'extended':
      state.extensions.push({ id, on, workingDays: event.workingDays });
      return;
    case 'deferred':
      state.deferredUntil = event.until;
      return;
    case 'fee_noticed':
      state.fee = { id, noticedOn: on, amount: event.amount, paidOn: null };
      return;
    case 'fee_paid':
      if (state.fee) state.fee.paidOn = on;
      return;
    case 'transferred':
      state.transferredOn = on;
      return;
    case 'correction_lapsed':
      end(state, { id, on, by: event.kind, row: 'other_no_correction', reply: null });
      return;
    case 'fee_lapsed':
      end(state, { id, on, by: event.kind, row: 'other_fee_unpaid', reply: null });
      return;
    case 'withdrawn':
      end(state, { id, on, by: event.kind, row: 'other_other', reply: null });
      return;
    case 'replied':
      end(state, { id, on, by: event.kind, row: event.row, reply: event.reply ?? null });
      return;
    case 'delivered': {
      const last = state.outcomes.at(-1);
      if (last) last.deliveredOn = on;
      return;
    }
    case 'archived':
      state.stage = 'archived';
      state.archivedOn = on;
      return;
    case 'reopened':
      state.stage = 'open';
      state.archivedOn = null;
      state.deferredUntil = null;
      state.reopenedOn.push(on);
      return;
    case 'reconsideration_opened':
      state.cases.push({ id, kind: 'reconsideration', openedOn: on, closedOn: null, result: null });
      return;
    case 'litigation_opened': {
      const kind = event.after === null ? 'litigation_direct' : 'litigation_after_reconsideration';
      state.cases.push({ id, kind, openedOn: on, closedOn: null, result: null });
      return;
    }
    case 'reconsideration_closed':
    case 'litigation_closed':
      change(state.cases, event.case, { closedOn: on, result: event.result });
      return;
    case 'reversed': // never stands: it has taken another event away
      return;
  }
}

const consultation = (id: string, sentOn: Day, kind: Consultation['kind'], joint: boolean, whom: string) => ({
  id,
  kind,
  joint,
  whom,
  sentOn,
  deliveredOn: null,
  answeredOn: null,
  answer: null,
});

function change<Item extends { id: string }>(items: Item[], id: string, facts: Partial<Item>) {
  const item = items.find((each) => each.id === id);
  if (item) Object.assign(item, facts);
}

function end(state: RequestState, outcome: Omit<Outcome, 'deliveredOn'>) {
  state.stage = 'closed';
  state.outcomes.push({ ...outcome, deliveredOn: null });
}
