import { isDay, yearOf } from '@/lib/domain/calendar/day';
import { clockOf } from '@/lib/domain/requests/clock';
import { feeMethods, type RequestEvent, requestEvent } from '@/lib/domain/requests/events';
import { itemFee, pageFee } from '@/lib/domain/requests/fees';
import type { Ground } from '@/lib/domain/requests/ground';
import type { LetterKind } from '@/lib/domain/requests/letters';
import { stateOf } from '@/lib/domain/requests/replay';
import type { StepName } from '@/lib/domain/requests/steps';

type Facts = Record<string, string>;
type Typed = Readonly<Facts>;

/**
 * What the register, the clock and the tariff say and nobody types: by name of the fact, empty where it cannot be told yet.
 * A correction of the register goes into the letter by itself until it is submitted.
 */
export function knownFacts(kind: LetterKind, typed: Typed, events: readonly RequestEvent[], ground: Ground): Facts {
  const state = stateOf(events);
  const receivedOn = state.receivedOn ?? '';
  switch (kind) {
    case 'still_unclear':
      return {
        receivedOn,
        askedOn: state.correction?.askedOn ?? '',
        correctedOn: state.correction?.correctedOn ?? '',
      };
    case 'correction_lapsed':
      return {
        receivedOn,
        askedOn: state.correction?.askedOn ?? '',
        respondBy: state.correction?.respondBy ?? '',
      };
    case 'fee_lapsed':
      return {
        receivedOn,
        noticedOn: state.fee?.noticedOn ?? '',
        amount: state.fee ? String(state.fee.amount) : '',
        dueOn: dueOf('pay_fee', events, ground),
      };
    case 'extension_notice': {
      const { workingDays, consentedOn, consentBy } = typed;
      const extended = eventOf({
        kind: 'extended',
        on: typed.on,
        workingDays: Number(workingDays),
        consentedOn,
        consentBy,
      });
      return { receivedOn, dueOn: extended ? dueOf('reply', [...events, extended], ground) : '' };
    }
    case 'fee_notice': {
      const amount = feeOf(typed);
      const noticed = eventOf({ kind: 'fee_noticed', on: typed.on, method: typed.method, amount });
      return {
        receivedOn,
        amount: amount === null ? '' : String(amount),
        dueOn: noticed ? dueOf('pay_fee', [...events, noticed], ground) : '',
      };
    }
    default:
      return { receivedOn };
  }
}

function eventOf(facts: Record<string, unknown>): RequestEvent | null {
  return requestEvent.safeParse({ id: 'letter', ...facts }).data ?? null;
}

const dueOf = (name: StepName, events: readonly RequestEvent[], ground: Ground): string =>
  clockOf(events, ground).steps.findLast((step) => step.name === name)?.due ?? '';

const counted = (text = '') => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : null);

/** 元 by the tariff; null while method or quantity are missing. */
function feeOf({ method, quantity, before }: Typed): number | null {
  const number = counted(quantity);
  if (number === null || !feeMethods.some((each) => each === method)) return null;
  const earlier = counted(before) ?? 0;
  return method === 'pages' ? pageFee(number) : itemFee(earlier + number) - itemFee(earlier);
}

/** What the register tells of a request besides its events. */
export type RequestFacts = {
  applicantName: string;
  asked: string;
  /** Requests of the same applicant in the same year, this one among them, and the first day of them. */
  requestsOfYear: number;
  firstOfYear: string;
  /** Items that the same applicant asked for in the month of this request, before it; null where nobody can tell. */
  itemsBefore: number | null;
};

const toOthers: readonly LetterKind[] = ['third_party_inquiry', 'joint_inquiry', 'third_party_disclosure'];

/** With what a letter begins: what the request tells already, to be looked over and not to be typed again. */
export function suggestedFacts(
  kind: LetterKind,
  request: RequestFacts,
  events: readonly RequestEvent[],
  today: Ground['today'],
): Facts {
  const state = stateOf(events);
  const asked = oneLine(request.asked, 300);
  const many = { requests: String(request.requestsOfYear), since: request.firstOfYear };
  const own: Partial<Record<LetterKind, Facts>> = {
    already_public: { information: asked },
    granted: { information: asked },
    consultation_notice: {
      sentOn: state.consultations.at(-1)?.sentOn ?? '',
      whom: state.consultations.at(-1)?.kind ?? '',
    },
    excessive: many,
    reasons_notice: many,
    fee_notice: { method: 'items', quantity: '1', before: String(request.itemsBefore ?? '') },
    withdrawn: { withdrawnOn: today },
  };
  return {
    addressee: toOthers.includes(kind) ? '' : oneLine(request.applicantName, 80),
    on: today,
    asked,
    ...own[kind],
  };
}

const oneLine = (text: string, most: number) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
};

/** The year that a letter is numbered in: that of its date. */
export const yearOfLetter = (on: string | undefined, today: Ground['today']): string =>
  String(on && isDay(on) ? yearOf(on) : yearOf(today));
