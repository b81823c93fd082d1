import { z } from 'zod';
import { badInput, id, optionalLine, words } from '@/lib/domain/input';
import type { InputProblem, Issue } from '@/lib/domain/issue';
import {
  type RequestEvent,
  type RequestEventKind,
  requestEvent,
  requestEventKinds,
} from '@/lib/domain/requests/events';
import { itemFee, pageFee } from '@/lib/domain/requests/fees';
import type { Obstacle } from '@/lib/domain/requests/obstacles';
import { replyKinds, rowByReply } from '@/lib/domain/requests/results';

/** A form's fields as they were typed. */
type TypedFacts = Record<string, unknown>;

const say = (problem: InputProblem) => problem;
const kind = z.enum(requestEventKinds, { error: () => say('unknown_choice') });

/** What every form of an event carries beside its facts: which request, as of which version, and why a published year changes. */
export const eventFormHead = z.looseObject({
  id,
  version: z.coerce.number().int().min(0),
  kind,
  restates: words(500).default(''),
});

/** The form that sets an event right: by another in its place, or by taking it away. */
export const correctionFormHead = eventFormHead.extend({
  event: z.string().min(1).max(60),
  deed: z.enum(['replace', 'reverse'], { error: () => say('unknown_choice') }),
  reason: optionalLine(200).pipe(z.string().min(1, say('required'))),
});

/**
 * The event that a form means, under a key of its own, or what is wrong with the form by its fields. The amount of a fee is
 * computed from what was counted, never typed; an answer brings its row of table three with it.
 */
export function eventOfForm(kind: RequestEventKind, typed: TypedFacts, key: string): RequestEvent | Issue[] {
  const text = (name: string) => (typeof typed[name] === 'string' ? typed[name].trim() : '');
  const faults: Issue[] = [];
  const number = (name: string, least: number) => {
    const value = text(name);
    const problem = value === '' ? 'required' : /^\d{1,6}$/.test(value) ? null : 'not_a_number';
    if (problem) faults.push({ code: 'bad_input', field: name, problem: say(problem) });
    else if (Number(value) < least) faults.push({ code: 'bad_input', field: name, problem: say('required') });
    return Number(value);
  };
  const facts = factsOf(kind, text, number);
  if (faults.length > 0) return faults;
  if (kind === 'fee_noticed' && facts.amount === 0)
    return [{ code: 'letter_contradicts', because: 'no_fee_due', field: 'quantity', article: 'fee' }];
  const parsed = requestEvent.safeParse({ id: key, kind, on: text('on'), ...facts });
  if (parsed.success) return parsed.data;
  return badInput(parsed.error).map((issue) => {
    const empty = 'field' in issue && issue.field !== undefined && text(issue.field) === '';
    return issue.code === 'bad_input' && empty ? { ...issue, problem: say('required') } : issue;
  });
}

type Text = (name: string) => string;

// One entry a kind, as the forms name their fields: longer than a function ought to be.
function factsOf(kind: RequestEventKind, text: Text, number: (name: string, least: number) => number): TypedFacts {
  const some = (...names: string[]) => Object.fromEntries(names.map((name) => [name, text(name)]));
  switch (kind) {
    case 'registered':
      return some('channel');
    case 'received':
      return some('by');
    case 'correction_asked':
      return some('respondBy');
    case 'corrected':
      return some('excuse');
    case 'third_party_consulted':
      return some('party');
    case 'other_body_consulted':
      return { ...some('body'), joint: { yes: true, no: false }[text('joint')] };
    case 'consultation_delivered':
      return some('consultation');
    case 'third_party_answered':
    case 'other_body_answered':
      return some('consultation', 'answer');
    case 'extended':
      return { workingDays: number('workingDays', 1), ...some('consentedOn', 'consentBy') };
    case 'deferred':
      return some('until');
    case 'fee_noticed':
      return { ...some('method'), ...feeOf(text('method'), number) };
    case 'transferred':
      return some('item');
    case 'replied': {
      const reply = replyKinds.find((each) => each === text('reply'));
      return { reply: text('reply'), row: reply ? rowByReply[reply] : 'granted' };
    }
    case 'delivered':
      return some('way', 'proof');
    case 'archived':
      return some('number');
    case 'reconsideration_closed':
    case 'litigation_closed':
      return some('case', 'result');
    case 'litigation_opened':
      return { after: text('after') === '' ? null : text('after') };
    case 'reopened':
      return { ...some('because'), workingDays: number('workingDays', 1) };
    case 'reversed':
      return some('event', 'reason');
    default:
      return {};
  }
}

/** 元: by item those of the month together, less what the earlier ones cost; by page those of the request. */
function feeOf(method: string, number: (name: string, least: number) => number): TypedFacts {
  const quantity = number('quantity', 1);
  if (method === 'pages') return { amount: countable(quantity) ? pageFee(quantity) : 1 };
  const before = number('before', 0);
  const amount = countable(quantity) && countable(before) ? itemFee(before + quantity) - itemFee(before) : 1;
  return { amount, ...(method === 'items' && { items: quantity }) };
}

// What is no number has its own fault already.
const countable = (count: number) => Number.isSafeInteger(count);

/** Beside which field of its form an objection stands; undefined where it is about the event as a whole. */
export function placeOfObstacle(because: Obstacle): string | undefined {
  return places[because];
}

const places: Partial<Record<Obstacle, string>> = {
  in_the_future: 'on',
  receipt_is_submission: 'on',
  receipt_is_signature: 'on',
  receipt_is_confirmation: 'by',
  receipt_is_both_confirming: 'by',
  platform_not_settled: 'by',
  respond_by_too_early: 'respondBy',
  correction_late: 'excuse',
  correction_period_runs: 'on',
  fee_period_runs: 'on',
  extension_too_long: 'workingDays',
  extension_late: 'on',
  consent_after_notice: 'consentedOn',
  deferral_late: 'on',
  deferral_not_later: 'until',
  fee_late: 'on',
  unclear_without_correction: 'reply',
  no_consultation: 'consultation',
  consultation_settled: 'consultation',
  case_unknown: 'case',
  case_not_corrected: 'because',
};
