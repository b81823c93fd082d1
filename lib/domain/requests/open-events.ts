import type { Day } from '@/lib/domain/calendar/day';
import type { Issue } from '@/lib/domain/issue';
import { type RequestEvent, type RequestEventKind, requestEventKinds } from '@/lib/domain/requests/events';
import type { Ground } from '@/lib/domain/requests/ground';
import { objectionsTo } from '@/lib/domain/requests/objections';
import { stateOf } from '@/lib/domain/requests/replay';
import type { RequestState } from '@/lib/domain/requests/state';

/** A kind of event, and why it may not follow today: nothing where it may. */
export type Opening = { kind: RequestEventKind; issues: Issue[] };

/** Every kind of event with what stands in its way today, whatever its facts: what a desk offers, and why not the rest. */
export function openEvents(events: readonly RequestEvent[], ground: Ground): Opening[] {
  const state = stateOf(events);
  return requestEventKinds.map((kind) => ({
    kind,
    issues: objectionsTo(probe(kind, state, ground.today, events), events, ground),
  }));
}

// An event of the kind whose facts give no offence of their own. One entry a kind: longer than a function ought to be.
function probe(kind: RequestEventKind, state: RequestState, today: Day, events: readonly RequestEvent[]): RequestEvent {
  const common = { id: 'probe', on: today };
  const waitedFor = (who: 'third_party' | 'other_body') =>
    state.consultations.find((each) => each.kind === who && !each.answeredOn)?.id ?? '';
  const openCase = (lawsuit: boolean) =>
    state.cases.find((each) => (each.kind !== 'reconsideration') === lawsuit && !each.closedOn)?.id ?? '';
  switch (kind) {
    case 'registered':
      return { ...common, kind, channel: 'in_person' };
    case 'received':
      return { ...common, kind, ...receipt(state, today) };
    case 'correction_asked':
    case 'deferred':
      return kind === 'deferred'
        ? { ...common, kind, until: '2098-12-31' }
        : { ...common, kind, respondBy: '2098-12-31' };
    case 'corrected':
      return { ...common, kind, excuse: kind };
    case 'third_party_consulted':
      return { ...common, kind, party: '' };
    case 'other_body_consulted':
      return { ...common, kind, body: '', joint: false };
    case 'consultation_delivered':
      return {
        ...common,
        kind,
        consultation: state.consultations.find((each) => !each.deliveredOn && !each.answeredOn)?.id ?? '',
      };
    case 'third_party_answered':
      return { ...common, kind, consultation: waitedFor('third_party'), answer: 'agrees' };
    case 'other_body_answered':
      return { ...common, kind, consultation: waitedFor('other_body'), answer: 'agrees' };
    case 'extended':
      return { ...common, kind, workingDays: 1, consentedOn: today, consentBy: kind };
    case 'fee_noticed':
      return { ...common, kind, method: 'items', amount: 1 };
    case 'transferred':
      return { ...common, kind, item: '' };
    case 'replied':
      return { ...common, kind, row: 'granted' };
    case 'delivered':
      return { ...common, kind, way: 'in_person', proof: '' };
    case 'archived':
      return { ...common, kind, number: '' };
    case 'reconsideration_closed':
      return { ...common, kind, case: openCase(false), result: 'upheld' };
    case 'litigation_opened':
      return { ...common, kind, after: null };
    case 'litigation_closed':
      return { ...common, kind, case: openCase(true), result: 'upheld' };
    case 'reopened':
      return { ...common, kind, because: 'own_motion', workingDays: 20 };
    case 'reversed':
      return { ...common, kind, event: lastStanding(events) ?? '', reason: '' };
    default:
      return { ...common, kind };
  }
}

function receipt({ channel, arrivedOn }: RequestState, today: Day) {
  switch (channel) {
    case 'in_person':
    case 'oral':
      return { by: 'submission', on: arrivedOn ?? today } as const;
    case 'registered_post':
      return { by: 'signature', on: arrivedOn ?? today } as const;
    default:
      return { by: 'confirmation', on: today } as const;
  }
}

function lastStanding(events: readonly RequestEvent[]) {
  const reversed = new Set(events.flatMap((event) => (event.kind === 'reversed' ? [event.event] : [])));
  return events.findLast(({ kind, id }) => kind !== 'reversed' && !reversed.has(id))?.id;
}
