import { expect, test } from 'vitest';
import { calendar } from '@/lib/domain/calendar/calendar';
import { addDays, type Day } from '@/lib/domain/calendar/day';
import { type Clock, clockOf } from '@/lib/domain/requests/clock';
import type { RequestEvent } from '@/lib/domain/requests/events';
import type { Ground } from '@/lib/domain/requests/ground';
import { type LedgerDay, ledgerOf } from '@/lib/domain/requests/ledger';
import { dayNumber, type Mark, type Reckoning, reckon } from '@/lib/domain/requests/oracle/day-by-day';
import { randomness, somePattern, someReadings } from '@/lib/domain/requests/oracle/patterns';
import { defaultReadings } from '@/lib/domain/requests/readings';

// Two calculators, written apart, on every day of receipt with two hundred random courses each.
const patternsPerDay = 200;
const ledgersPerDay = 4;

const base = dayNumber('2018-12-01');
const texts: Day[] = [];
for (let day: Day = '2018-12-01'; day < '2029-01-01'; day = addDays(day, 1)) texts.push(day);
const dayAt = (number: number): Day => texts[number - base] ?? '2018-12-01';

const marksOfPauses = ['third_party', 'other_body', 'fee'];
const marksOfStarts = ['received', 'corrected', 'fee_paid', 'reopened'];

test.each([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])(
  'every day of receipt in %i',
  (year) => {
    const disagreements: unknown[] = [];
    let compared = 0;
    for (let receipt = dayNumber(`${year}-01-01`); receipt <= dayNumber(`${year}-12-31`); receipt += 1) {
      for (let n = 0; n < patternsPerDay && disagreements.length < 3; n += 1) {
        const random = randomness(receipt * 1_000 + n);
        const events = somePattern(receipt, dayAt, random);
        const readings = someReadings(random, defaultReadings);
        const ground: Ground = { calendar, today: dayAt(receipt + random.upTo(120)), readings };
        const told = reckon(events, readings, ground.today, n < ledgersPerDay);
        const problem =
          difference(clockOf(events, ground), told) ??
          (n < ledgersPerDay ? differenceOfDays(events, ground, told) : null);
        if (problem) disagreements.push({ problem, events, readings, today: ground.today });
        compared += 1;
      }
    }
    expect(disagreements).toEqual([]);
    expect(compared).toBeGreaterThanOrEqual(365 * patternsPerDay);
  },
  120_000,
);

function difference({ steps, remarks }: Clock, told: Reckoning): string | null {
  const replies: (number | null)[] = [];
  const days: Record<string, number | null> = {};
  for (const { name, due, event } of steps) {
    const number = due === null ? null : dayNumber(due);
    if (name === 'reply') replies.push(number);
    else days[name === 'answer_consultation' ? event : name] = number;
  }
  const same =
    replies.length === told.replies.length &&
    replies.every((due, at) => due === told.replies[at]) &&
    days.ask_correction === told.askCorrection &&
    (days.correct ?? null) === told.correct &&
    (days.pay_fee ?? null) === told.payFee &&
    (days.extend ?? null) === told.extend &&
    Object.entries(told.consultations).every(([id, due]) => days[id] === due);
  return same ? null : JSON.stringify({ steps, remarks, told });
}

function differenceOfDays(events: readonly RequestEvent[], ground: Ground, { marks }: Reckoning): string | null {
  for (const row of ledgerOf(events, ground)) {
    const mark = marks.get(dayNumber(row.day)) ?? 'over';
    if (markOf(row) !== mark) return JSON.stringify({ row, mark });
  }
  return null;
}

function markOf({ reason, number }: LedgerDay): Mark {
  if (number !== null) return number;
  if (marksOfStarts.includes(reason)) return 'first';
  if (marksOfPauses.includes(reason)) return 'paused';
  if (reason === 'weekend' || reason === 'holiday') return 'off';
  if (reason === 'waiting_correction' || reason === 'waiting_fee') return 'waiting';
  return reason === 'not_received' || reason === 'deferred' ? reason : 'over';
}
