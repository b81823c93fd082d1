import type { Day } from '@/lib/domain/calendar/day';
import type { Issue } from '@/lib/domain/issue';
import type { Article } from '@/lib/domain/requests/articles';
import { clockOf } from '@/lib/domain/requests/clock';
import type { RequestEvent } from '@/lib/domain/requests/events';
import { itemFee, pageFee } from '@/lib/domain/requests/fees';
import type { Ground } from '@/lib/domain/requests/ground';
import { eventOfLetter } from '@/lib/domain/requests/letter-rules';
import type { Letter, LetterOf } from '@/lib/domain/requests/letters';
import { objectionsTo } from '@/lib/domain/requests/objections';
import { stateOf } from '@/lib/domain/requests/replay';
import type { RequestState } from '@/lib/domain/requests/state';
import type { StepName } from '@/lib/domain/requests/steps';

/** What a letter says against itself or against the register, each with its article. lib/text/requests.ts says it. */
export const letterFaultArticles = {
  received_day_differs: 'gid_31_1',
  dated_before_receipt: 'gid_33_2',
  third_party_not_asked: 'gid_32',
  third_party_agreed: 'gid_32',
  third_party_objects: 'gid_32',
  nobody_objects: 'gid_32',
  consultation_runs: 'gid_32',
  search_not_in_time: 'gid_36_4',
  correction_differs: 'gid_30',
  fee_differs: 'fee',
  fee_not_by_tariff: 'fee',
  no_fee_due: 'fee',
  earlier_answer_later: 'gid_36_6',
  obtained_later: 'gid_45',
  reasons_not_asked: 'gid_35',
  period_too_short: 'gid_30',
  due_day_differs: 'gid_33_2',
  withdrawn_day_differs: 'gid_45',
} as const satisfies Record<string, Article>;
export type LetterFault = keyof typeof letterFaultArticles;

/**
 * Where a letter contradicts itself or the register, and what stands in the way of the event that it would enter.
 * Nothing means that it can go to approval. `ground.today` is the day on which it is looked at.
 */
export function letterFaults(letter: Letter, events: readonly RequestEvent[], ground: Ground): Issue[] {
  const state = stateOf(events);
  const event = eventOfLetter(letter, 'letter');
  const faults = [
    ...commonFaults(letter, state),
    ...ownFaults(letter, state),
    ...clockFaults(letter, event, events, ground),
  ];
  return [
    ...faults.map(
      ([because, field]): Issue => ({
        ...{ code: 'letter_contradicts', because, field, article: letterFaultArticles[because] },
      }),
    ),
    ...(event ? objectionsTo(event, events, ground) : []),
  ];
}

type Fault = [LetterFault, string];

function commonFaults({ receivedOn, on }: Letter, state: RequestState): Fault[] {
  return [
    ...when(state.receivedOn !== null && state.receivedOn !== receivedOn, 'received_day_differs', 'receivedOn'),
    ...when(on < receivedOn, 'dated_before_receipt', 'on'),
  ];
}

// One case a kind of letter: longer than a function ought to be.
function ownFaults(letter: Letter, state: RequestState): Fault[] {
  const { on, receivedOn } = letter;
  const before = (day: Day) => day < receivedOn || day > on;
  switch (letter.kind) {
    case 'granted':
      return givenFaults(letter, state);
    case 'partially_granted':
      return letter.withheld.some(({ ground }) => ground === 'third_party_rights')
        ? thirdPartyFaults(state, 'withheld')
        : givenFaults(letter, state);
    case 'third_party_rights':
      return thirdPartyFaults(state, 'kind');
    case 'third_party_disclosure':
      return when(!objecting(state), 'nobody_objects', 'publicInterest');
    case 'not_existing':
      return when(before(letter.search.on), 'search_not_in_time', 'search.on');
    case 'still_unclear':
      return when(
        state.correction?.askedOn !== letter.askedOn || state.correction.correctedOn !== letter.correctedOn,
        'correction_differs',
        'askedOn',
      );
    case 'correction_lapsed': {
      const { correction } = state;
      const same = correction?.askedOn === letter.askedOn && correction.respondBy === letter.respondBy;
      return when(!same, 'correction_differs', 'askedOn');
    }
    case 'fee_lapsed':
      return when(
        state.fee?.noticedOn !== letter.noticedOn || state.fee.amount !== letter.amount,
        'fee_differs',
        'amount',
      );
    case 'withdrawn':
      return when(letter.withdrawnOn > on, 'withdrawn_day_differs', 'withdrawnOn');
    case 'repeat':
      return when(letter.earlierOn >= receivedOn, 'earlier_answer_later', 'earlierOn');
    case 'reconfirm':
      return when(letter.obtainedOn >= receivedOn, 'obtained_later', 'obtainedOn');
    case 'excessive':
      return when(
        letter.reasonsAskedOn > on || letter.reasonsAskedOn < letter.since,
        'reasons_not_asked',
        'reasonsAskedOn',
      );
    case 'correction_notice':
    case 'reasons_notice':
      return when(letter.respondBy <= on, 'period_too_short', 'respondBy');
    case 'deferral_notice':
      return when(letter.until <= on, 'period_too_short', 'until');
    case 'fee_notice':
      return feeFaults(letter);
    default:
      return [];
  }
}

const when = (wrong: boolean, fault: LetterFault, field: string): Fault[] => (wrong ? [[fault, field]] : []);

const asked = ({ consultations }: RequestState) => consultations.filter(({ kind }) => kind === 'third_party');
const objecting = (state: RequestState) => asked(state).some(({ answer }) => answer === 'objects_with_reason');

/** To protect a third party it has to be asked, and not to agree; a silent one leaves the decision to the office. */
function thirdPartyFaults(state: RequestState, field: string): Fault[] {
  const consulted = asked(state);
  if (consulted.length === 0) return [['third_party_not_asked', field]];
  return when(
    consulted.every(({ answer }) => answer === 'agrees'),
    'third_party_agreed',
    field,
  );
}

function givenFaults(letter: LetterOf<'granted' | 'partially_granted'>, state: RequestState): Fault[] {
  const objects = objecting(state);
  return [
    ...when(objects && letter.publicInterest === '', 'third_party_objects', 'publicInterest'),
    ...when(!objects && letter.publicInterest !== '', 'nobody_objects', 'publicInterest'),
  ];
}

function feeFaults({ method, quantity, before, amount }: LetterOf<'fee_notice'>): Fault[] {
  const fee = method === 'pages' ? pageFee(quantity) : itemFee(before + quantity) - itemFee(before);
  return [
    ...when(fee === 0, 'no_fee_due', 'quantity'),
    ...when(fee > 0 && fee !== amount, 'fee_not_by_tariff', 'amount'),
  ];
}

/** The last days that a letter names are those of the clock, once its event is entered. */
function clockFaults(
  letter: Letter,
  event: RequestEvent | null,
  events: readonly RequestEvent[],
  ground: Ground,
): Fault[] {
  const dueOf = (name: StepName, all: readonly RequestEvent[]) =>
    clockOf(all, ground).steps.findLast((step) => step.name === name)?.due;
  const after = event ? [...events, event] : events;
  switch (letter.kind) {
    case 'extension_notice':
      return when(dueOf('reply', after) !== letter.dueOn, 'due_day_differs', 'dueOn');
    case 'fee_notice':
      return when(dueOf('pay_fee', after) !== letter.dueOn, 'due_day_differs', 'dueOn');
    case 'fee_lapsed':
      return when(dueOf('pay_fee', events) !== letter.dueOn, 'due_day_differs', 'dueOn');
    case 'granted':
    case 'partially_granted':
    case 'third_party_rights':
      return when(stillAsked(letter.on, events, ground), 'consultation_runs', 'kind');
    default:
      return [];
  }
}

/** Whether a third party still has time to answer on a day: silence is no consent before its fifteen days are over. */
const stillAsked = (on: Day, events: readonly RequestEvent[], ground: Ground) =>
  clockOf(events, ground).steps.some(
    ({ name, who, state, due }) =>
      name === 'answer_consultation' && who === 'third_party' && state === 'open' && due !== null && on <= due,
  );
