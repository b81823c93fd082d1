import type { Day } from '@/lib/domain/calendar/day';
import type { RequestEvent } from '@/lib/domain/requests/events';
import type { Random } from '@/lib/domain/requests/oracle/patterns';
import { resultRows } from '@/lib/domain/requests/results';
import { applicantKinds, type RegisteredRequest } from '@/lib/domain/requests/statistics';

const end = resultRows.length - 1;
const kinds: readonly [(typeof applicantKinds)[number], ...(typeof applicantKinds)[number][]] = applicantKinds;

/** A register of made-up requests over the days up to `lastDay`, entered late, reversed and reopened as it comes. */
export function someRegister(
  size: number,
  lastDay: number,
  day: (n: number) => Day,
  random: Random,
): RegisteredRequest[] {
  return Array.from({ length: size }, (_, n) => ({
    id: `r${n}`,
    applicant: random.oneOf(kinds),
    events: someStory(random.upTo(lastDay), day, random),
  }));
}

function someStory(arrival: number, day: (n: number) => Day, { chance, upTo, oneOf }: Random): RequestEvent[] {
  const events: RequestEvent[] = [];
  const at = (offset: number) => day(arrival + offset);
  let now = upTo(2);
  const next: Next = (most, least = 0) => {
    now += least + upTo(most - least);
    return at(now);
  };
  const id = () => `e${events.length}`;
  events.push({ id: id(), on: at(0), kind: 'registered', channel: 'internet' });
  if (chance(0.04)) return chance(0.5) ? events : [...events, { id: id(), on: next(9), kind: 'withdrawn' }];
  events.push({ id: id(), on: next(4), kind: 'received', by: 'confirmation' });
  if (chance(0.2))
    events.push({ id: id(), on: next(9), kind: 'extended', workingDays: 20, consentedOn: at(now), consentBy: 'x' });
  if (chance(0.12)) {
    // An answer that was never given, entered and reversed.
    const wrong = id();
    events.push({ id: wrong, on: next(9), kind: 'replied', row: 'granted' });
    events.push({ id: id(), on: next(200), kind: 'reversed', event: wrong, reason: '' });
  }
  if (chance(0.15)) return mixed(events, chance);
  const ending = chance(0.1) ? lapse(events, id, next, chance) : answer(id, next, upTo);
  events.push(ending);
  if (chance(0.3)) {
    const reconsideration = id();
    events.push({ id: reconsideration, on: next(60), kind: 'reconsideration_opened' });
    const result = oneOf(['upheld', 'corrected', 'other_result'] as const);
    if (chance(0.7)) {
      events.push({ id: id(), on: next(200), kind: 'reconsideration_closed', case: reconsideration, result });
      if (result === 'corrected') {
        events.push({ id: id(), on: next(20), kind: 'reopened', because: 'reconsideration', workingDays: 20 });
        if (chance(0.8)) events.push(answer(id, next, upTo));
      }
      if (chance(0.4)) lawsuit(events, reconsideration, id, next, chance);
    }
  } else if (chance(0.15)) {
    lawsuit(events, null, id, next, chance);
  }
  return mixed(events, chance);
}

type Next = (most: number, least?: number) => Day;

function answer(id: () => string, next: Next, upTo: Random['upTo']): RequestEvent {
  let row = resultRows[upTo(end)] ?? 'granted';
  if (row.startsWith('other_') || row === 'unavailable_still_unclear') row = 'other_other';
  return { id: id(), on: next(120), kind: 'replied', row };
}

function lapse(events: RequestEvent[], id: () => string, next: Next, chance: Random['chance']): RequestEvent {
  if (chance(0.3)) return { id: id(), on: next(30), kind: 'withdrawn' };
  if (chance(0.5)) {
    events.push({ id: id(), on: next(7), kind: 'correction_asked', respondBy: next(25, 1) });
    return { id: id(), on: next(30, 1), kind: 'correction_lapsed' };
  }
  events.push({ id: id(), on: next(9), kind: 'fee_noticed', method: 'pages', amount: 10 });
  return { id: id(), on: next(60), kind: 'fee_lapsed' };
}

function lawsuit(events: RequestEvent[], after: string | null, id: () => string, next: Next, chance: Random['chance']) {
  const lawsuitId = id();
  events.push({ id: lawsuitId, on: next(90), kind: 'litigation_opened', after });
  if (chance(0.6))
    events.push({
      id: id(),
      on: next(400),
      kind: 'litigation_closed',
      case: lawsuitId,
      result: chance(0.5) ? 'upheld' : 'other_result',
    });
}

// Entered late: some days after the others, each as a whole.
function mixed(events: RequestEvent[], chance: Random['chance']): RequestEvent[] {
  if (chance(0.7)) return events;
  const late = new Set(events.flatMap(({ on }) => (chance(0.4) ? [on] : [])));
  return [...events.filter(({ on }) => !late.has(on)), ...events.filter(({ on }) => late.has(on))];
}
