import { z } from 'zod';
import { type Day, isDay } from '@/lib/domain/calendar/day';
import { firstYear, lastYear } from '@/lib/domain/calendar/day-line';
import { line, optionalLine } from '@/lib/domain/input';
import { replyKinds, resultRows } from '@/lib/domain/requests/results';

/** How a request came in (Articles 29 and 31): it settles which day counts as the day of receipt. */
export const channels = ['in_person', 'oral', 'registered_post', 'ordinary_post', 'internet', 'fax'] as const;
export type Channel = (typeof channels)[number];

/** What makes the day the day of receipt. `platform`: the platform's own receipt, where the office has settled on it. */
export const receiptProofs = ['submission', 'signature', 'confirmation', 'platform'] as const;

export const thirdPartyAnswers = ['agrees', 'objects_with_reason', 'objects_without_reason'] as const;
export const otherBodyAnswers = ['agrees', 'objects', 'advice'] as const;
export const deliveryWays = ['in_person', 'entrusted', 'post', 'electronic', 'collected'] as const;
export const caseResults = ['upheld', 'corrected', 'other_result'] as const;
export const feeMethods = ['items', 'pages'] as const;

/** A day on which something of a request may happen. */
export const requestDay = z.custom<Day>(
  (value) =>
    typeof value === 'string' &&
    isDay(value) &&
    firstYear < Number(value.slice(0, 4)) &&
    Number(value.slice(0, 4)) < lastYear,
  'not_a_day',
);

const key = z.string().regex(/^[A-Za-z0-9_-]{1,60}$/);
const workingDays = z.int().min(1).max(20);

/**
 * What every event has: its key, and the day on which it happened in the law's eyes. When it was entered is kept beside
 * it by whoever stores it (`recordedAt`): an instant in UTC as `Date.toISOString` writes it.
 */
const common = { id: key, on: requestDay, recordedAt: z.iso.datetime().optional() };

const event = <Kind extends string, Facts extends z.ZodRawShape>(kind: Kind, facts: Facts) =>
  z.strictObject({ kind: z.literal(kind), ...common, ...facts });

/** Everything that can happen to a request: a closed list. Events are appended; a wrong one is reversed by another. */
export const requestEvent = z.discriminatedUnion('kind', [
  /** `on` is the day the request reached the office, whenever it was entered. */
  event('registered', { channel: z.enum(channels) }),
  /** Article 31. For ordinary post, internet and fax the day is the one on which both sides confirmed. */
  event('received', { by: z.enum(receiptProofs) }),
  /** Article 30: once, with the points to mend and a reasonable period, here its last day. */
  event('correction_asked', { respondBy: requestDay }),
  /** `excuse`: the good reason for being late; empty where it came in time. */
  event('corrected', { excuse: optionalLine(200).default('') }),
  event('correction_lapsed', {}),
  /** Article 32; `on` is the day of sending. `party` tells several apart; who it is stands in the letter. */
  event('third_party_consulted', { party: optionalLine(80).default('') }),
  /** Articles 33 and 34. `joint`: the body made the document with us, and its silence is consent. */
  event('other_body_consulted', { body: optionalLine(80).default(''), joint: z.boolean() }),
  event('consultation_delivered', { consultation: key }),
  event('third_party_answered', { consultation: key, answer: z.enum(thirdPartyAnswers) }),
  event('other_body_answered', { consultation: key, answer: z.enum(otherBodyAnswers) }),
  /** Article 33(2): `on` is the day the applicant was told; the consent of the head of the disclosure office comes first. */
  event('extended', { workingDays, consentedOn: requestDay, consentBy: line(40) }),
  /** Article 35: the reasonable day up to which the answer to an excessive request is put off, told to the applicant. */
  event('deferred', { until: requestDay }),
  /**
   * 国办函〔2020〕109号; `amount` in whole 元. `items`: by item, into how many the request was divided (一事一申请); what the same
   * applicant asks for later in the month is counted after them.
   */
  event('fee_noticed', {
    method: z.enum(feeMethods),
    amount: z.int().min(1).max(100_000_000),
    items: z.int().min(1).max(100_000).optional(),
  }),
  event('fee_paid', {}),
  event('fee_lapsed', {}),
  /** Article 44: what was asked for becomes proactive disclosure. The request still gets its answer. */
  event('transferred', { item: optionalLine(80).default('') }),
  event('withdrawn', {}),
  /** `on` is the day of the letter. `reply` is absent in registers taken over that know the row alone. */
  event('replied', { row: z.enum(resultRows), reply: z.enum(replyKinds).optional() }),
  /** `on` is the day with which the period ends: signed for, or handed to the post office. */
  event('delivered', { way: z.enum(deliveryWays), proof: optionalLine(200).default('') }),
  event('archived', { number: optionalLine(80).default('') }),
  event('reconsideration_opened', {}),
  event('reconsideration_closed', { case: key, result: z.enum(caseResults) }),
  /** `after`: the reconsideration that went before; null where the applicant sued at once. */
  event('litigation_opened', { after: key.nullable() }),
  event('litigation_closed', { case: key, result: z.enum(caseResults) }),
  /** A new answer is due: by order, or because the office takes its answer back. `workingDays` as the order sets them. */
  event('reopened', {
    because: z.enum(['reconsideration', 'litigation', 'own_motion']),
    workingDays: z.int().min(1).max(60),
  }),
  event('reversed', { event: key, reason: optionalLine(200).default('') }),
]);
export type RequestEvent = z.infer<typeof requestEvent>;
export type RequestEventKind = RequestEvent['kind'];
export type EventOf<Kind extends RequestEventKind> = Extract<RequestEvent, { kind: Kind }>;

export const requestEventKinds: readonly RequestEventKind[] = requestEvent.options.map(({ shape }) => shape.kind.value);

/** The events that stand: reversed ones and reversals left out, by day, and on one day as they were entered. */
export function standingEvents(events: readonly RequestEvent[]): RequestEvent[] {
  const reversed = new Set<string>();
  for (const each of events) if (each.kind === 'reversed') reversed.add(each.event);
  const standing = events.filter(({ kind, id }) => kind !== 'reversed' && !reversed.has(id));
  return isOrdered(standing)
    ? standing
    : standing.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

function isOrdered(events: readonly RequestEvent[]) {
  for (let at = 1; at < events.length; at += 1) {
    if ((events[at - 1]?.on ?? '') > (events[at]?.on ?? '')) return false;
  }
  return true;
}

/** The events as they were known at an instant: what a report published then could count. */
export const knownAt = (events: readonly RequestEvent[], instant: string): RequestEvent[] =>
  events.filter(({ recordedAt }) => recordedAt === undefined || recordedAt <= instant);
