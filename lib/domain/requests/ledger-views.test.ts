import { expect, test } from 'vitest';
import { calendar } from '@/lib/domain/calendar/calendar';
import { aRequest } from '@/lib/domain/requests/a-request';
import { ledgerOf } from '@/lib/domain/requests/ledger';
import { stretchesOf, stripOf, weeksOf } from '@/lib/domain/requests/ledger-views';
import { defaultReadings } from '@/lib/domain/requests/readings';

// Autumn 2021: Mid-Autumn, National Day, two worked weekend days, a third party, an extension.
const ground = { calendar, today: '2021-11-03', readings: defaultReadings } as const;
const events = aRequest(
  ['2021-09-16', 'registered', { channel: 'internet' }],
  ['2021-09-17', 'received', { by: 'confirmation' }],
  ['2021-09-27', 'third_party_consulted'],
  ['2021-10-11', 'third_party_answered'],
  ['2021-10-26', 'extended', { workingDays: 10 }],
);
const ledger = ledgerOf(events, ground);

test('stretches hold every day once, and their counts add up to the period', () => {
  const stretches = stretchesOf(ledger);
  expect(stretches.flatMap(({ days }) => days)).toEqual(ledger);
  expect(stretches.reduce((sum, { counted }) => sum + counted, 0)).toBe(30);
  expect(
    stretches.map(({ first, days, counted, total }) => [first.day, days.length, counted, total]).slice(0, 10),
  ).toEqual([
    ['2021-09-16', 1, 0, null],
    ['2021-09-17', 1, 0, 0],
    ['2021-09-18', 1, 1, 1],
    ['2021-09-19', 3, 0, 1],
    ['2021-09-22', 3, 3, 4],
    ['2021-09-25', 1, 0, 4],
    ['2021-09-26', 1, 1, 5],
    ['2021-09-27', 1, 1, 6],
    ['2021-09-28', 14, 0, 6],
    ['2021-10-12', 4, 4, 10],
  ]);
  expect(stretches.at(-1)).toMatchObject({ counted: 5, total: 30, first: { day: '2021-11-08' } });
});

test('the calendar shows whole weeks from Monday on', () => {
  const weeks = weeksOf(ledger);
  expect(weeks).toHaveLength(9);
  expect(weeks.every((week) => week.length === 7)).toBe(true);
  expect(weeks[0]?.[0]).toEqual({ day: '2021-09-13', ledger: null });
  expect(weeks.at(-1)?.at(-1)).toEqual({ day: '2021-11-14', ledger: null });
  expect(weeks.flat().flatMap((each) => each.ledger ?? [])).toEqual(ledger);
  expect(weeksOf([])).toEqual([]);
});

test('the strip shows each working day of the running period, pauses and the extension between them', () => {
  const marks = stripOf(ledger, ground.today);
  const days = marks.flatMap((mark) => (mark.kind === 'day' ? [mark] : []));
  expect(days.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1));
  expect(days.filter(({ done }) => done)).toHaveLength(23);
  expect(days.filter(({ extension }) => extension)).toHaveLength(10);
  expect(marks.filter(({ kind }) => kind !== 'day')).toEqual([
    { kind: 'gap', day: '2021-09-28', why: 'third_party', days: 14 },
    { kind: 'extended', day: '2021-11-01' },
  ]);
});

test('after a correction the strip begins anew', () => {
  const mended = ledgerOf(
    aRequest(
      ['2021-09-17', 'registered'],
      ['2021-09-17', 'received'],
      ['2021-09-22', 'correction_asked', { respondBy: '2021-10-15' }],
      ['2021-10-12', 'corrected'],
    ),
    ground,
  );
  expect(stripOf(mended, ground.today)[0]).toMatchObject({ day: '2021-10-13', number: 1 });
  const superseded = stretchesOf(mended).filter(({ first }) => first.superseded);
  expect(superseded.map(({ counted }) => counted)).toEqual([1, 1]);
});
