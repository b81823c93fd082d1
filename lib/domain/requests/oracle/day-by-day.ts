import notices from '@/lib/domain/calendar/notices.json';
import type { RequestEvent } from '@/lib/domain/requests/events';
import type { Readings } from '@/lib/domain/requests/readings';

// A second calculator for tests: it knows the decision page and the notices, and walks from day to day. It takes nothing
// from the clock that it checks. Days are days since 1970.

export const dayNumber = (day: string) => Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8)) / 86_400_000;

const first = dayNumber('2018-06-01');
const horizon = dayNumber('2032-01-01') - first;
const worked = new Uint8Array(horizon).map((_, n) =>
  Number(![0, 6].includes(new Date((first + n) * 86_400_000).getUTCDay())),
);
for (const { off } of notices) {
  for (const [from = '', to = ''] of off)
    for (let d = dayNumber(from); d <= dayNumber(to); d += 1) worked[d - first] = 0;
}
for (const { work } of notices) for (const day of work) worked[dayNumber(day) - first] = 1;

export const works = (d: number) => worked[d - first] === 1;

function nth(start: number, count: number) {
  let d = start;
  for (let left = count; left > 0; left -= works(d) ? 1 : 0) d += 1;
  return d;
}
function roll(day: number, { last_day_off }: Readings) {
  let d = day;
  while (last_day_off === 'rolls' && !works(d)) d += 1;
  return d;
}

type Asked = { id: string; limit: number | null; from: number; to: number };

/** What a day is: not_received, first (of a period), a number that it counts as, off, paused, waiting, deferred, over. */
export type Mark = number | 'not_received' | 'first' | 'off' | 'paused' | 'waiting' | 'deferred' | 'over';

export type Reckoning = {
  /** The last days by step; of consultations by event; null while the office waits. */
  askCorrection: number | null;
  correct: number | null;
  payFee: number | null;
  extend: number | null;
  consultations: Record<string, number | null>;
  /** One for each time that the request was taken up. */
  replies: (number | null)[];
  marks: Map<number, Mark>;
};

export function reckon(events: readonly RequestEvent[], readings: Readings, today: string, marked: boolean): Reckoning {
  let withMarks = marked;
  const gone = new Set(events.map((event) => (event.kind === 'reversed' ? event.event : '')));
  const order = events
    .map((event, at) => ({ event, at, on: dayNumber(event.on) }))
    .filter(({ event }) => event.kind !== 'reversed' && !gone.has(event.id))
    .sort((a, b) => a.on - b.on || a.at - b.at);
  const marks = new Map<number, Mark>();
  const asked = order.flatMap(({ event, on }, at): Asked[] => {
    if (event.kind !== 'third_party_consulted' && event.kind !== 'other_body_consulted') return [];
    const of = order.slice(at + 1);
    const later = (kind: string) =>
      of.find(({ event: e }) => 'consultation' in e && e.consultation === event.id && e.kind.endsWith(kind))?.on;
    const answer = later('_answered');
    const end = of.find(({ event: { kind } }) =>
      ['replied', 'withdrawn', 'correction_lapsed', 'fee_lapsed'].includes(kind),
    )?.on;
    const endless =
      event.kind === 'other_body_consulted' && !event.joint && readings.other_body_pause === 'until_answer';
    const limit = endless ? null : nth(later('_delivered') ?? on, 15);
    let to = limit ?? Math.max(dayNumber(today), on);
    if (answer !== undefined && (limit === null || answer <= limit))
      to = readings.consultation_answer_day === 'counts' ? answer - 1 : answer;
    if (end !== undefined && end < to) to = end;
    return [{ id: event.id, limit, from: readings.consultation_sending_day === 'counts' ? on + 1 : on, to }];
  });
  const feePauses: { from: number; to: number }[] = [];
  const isPaused = (d: number) =>
    asked.some(({ from, to }) => from <= d && d <= to) || feePauses.some(({ from, to }) => from <= d && d <= to);

  // The period that runs, and how far it has been walked.
  let start = -1;
  let at = -1;
  let count = 0;
  let allowance = 0;
  let extended: number[] = [];
  let deferred = -1;
  const period: { state: 'none' | 'running' | 'stopped' | 'ended' } = { state: 'none' };
  let stoppedFor = '';
  let stoppedOn = -1;
  let received = -1;
  const result: Reckoning = {
    askCorrection: null,
    correct: null,
    payFee: null,
    extend: null,
    consultations: {},
    replies: [],
    marks,
  };
  const mark = (d: number, what: Mark) => withMarks && marks.set(d, what);

  const walk = (until: number) => {
    while (at < until && count < allowance) {
      at += 1;
      if (isPaused(at)) {
        mark(at, 'paused');
      } else if (works(at)) {
        count += 1;
        mark(at, count);
      } else {
        mark(at, 'off');
      }
    }
  };
  const expired = (on: number) => {
    walk(on - 1);
    return count >= allowance && Math.max(at, deferred) < on;
  };
  const finish = () => {
    walk(Number.POSITIVE_INFINITY);
    return Math.max(at, deferred);
  };
  const put = (from: number, to: number, what: Mark) => {
    for (let d = from; withMarks && d <= to; d += 1) mark(d, what);
  };
  const begin = (on: number, days: number) => {
    [start, at, count, allowance, extended, deferred, period.state] = [on, on, 0, days, [], -1, 'running'];
    mark(on, 'first');
  };
  const stop = (on: number, why: string) => {
    walk(on);
    put(at + 1, on, 'deferred');
    [period.state, stoppedFor, stoppedOn] = ['stopped', why, on];
  };
  const end = (on: number) => {
    if (period.state === 'running') {
      const due = finish();
      put(at + 1, due, 'deferred');
      result.replies.push(due);
    } else if (period.state === 'stopped') {
      put(stoppedOn + 1, on, 'waiting');
      result.replies.push(null);
    }
    if (period.state !== 'none') lastRunning = period.state === 'running';
    period.state = 'ended';
  };
  let lastRunning = false;

  for (const { event, on } of order) {
    switch (event.kind) {
      case 'registered':
        received = on;
        break;
      case 'received':
        put(received, on - 1, 'not_received');
        received = on;
        result.askCorrection = nth(on, 7);
        begin(on, 20);
        break;
      case 'correction_asked': {
        result.correct = roll(dayNumber(event.respondBy), readings);
        const late = on > (result.askCorrection ?? 0);
        if (period.state === 'running' && !expired(on) && !(late && readings.correction_asked_late === 'runs_on'))
          stop(on, 'correction');
        break;
      }
      case 'corrected':
        if (period.state === 'stopped' && stoppedFor === 'correction') {
          put(stoppedOn + 1, on - 1, 'waiting');
          begin(on, 20);
        }
        break;
      case 'extended': {
        const consented = dayNumber(event.consentedOn);
        const by = readings.extension_in_time === 'consent' ? consented : on;
        if (period.state !== 'running' || expired(by) || consented < start) break;
        if (extended.length > 0 && readings.extension_count === 'once') break;
        if (extended.reduce((a, b) => a + b, event.workingDays) > 20) break;
        extended.push(event.workingDays);
        allowance += event.workingDays;
        break;
      }
      case 'deferred':
        if (period.state === 'running' && !expired(on))
          deferred = Math.max(deferred, roll(dayNumber(event.until), readings));
        break;
      case 'fee_noticed':
        result.payFee = readings.fee_period === 'working_days_20' ? nth(on, 20) : roll(on + 30, readings);
        if (period.state === 'running' && !expired(on)) stop(on, 'fee');
        break;
      case 'fee_paid':
        if (period.state !== 'stopped' || stoppedFor !== 'fee') break;
        if (readings.fee_paid === 'restarts') {
          put(stoppedOn + 1, on - 1, 'waiting');
          begin(on, 20);
        } else {
          feePauses.push({ from: stoppedOn + 1, to: on });
          period.state = 'running';
        }
        break;
      case 'replied':
      case 'withdrawn':
      case 'correction_lapsed':
      case 'fee_lapsed':
        end(on);
        break;
      case 'reopened':
        begin(on, event.workingDays);
        break;
      default:
    }
  }
  const running = period.state === 'running' || (period.state === 'ended' && lastRunning);
  if (period.state === 'running') {
    const due = finish();
    put(at + 1, due, 'deferred');
    result.replies.push(due);
  } else if (period.state === 'stopped') {
    put(stoppedOn + 1, (stoppedFor === 'fee' ? result.payFee : result.correct) ?? 0, 'waiting');
    result.replies.push(null);
  }
  if (running) {
    // Once more from the first day, as though nothing had been extended.
    [at, count, allowance] = [start, 0, allowance - extended.reduce((a, b) => a + b, 0)];
    withMarks = false;
    walk(Number.POSITIVE_INFINITY);
    result.extend = at;
  }
  for (const { id, limit } of asked) result.consultations[id] = limit;
  return result;
}
