import { describe, expect, test } from 'vitest';
import { calendar, calendarWith } from '@/lib/domain/calendar/calendar';
import type { Day } from '@/lib/domain/calendar/day';
import { aRequest, received } from '@/lib/domain/requests/a-request';
import { clockOf, type Step } from '@/lib/domain/requests/clock';
import type { RequestEvent } from '@/lib/domain/requests/events';
import type { Ground } from '@/lib/domain/requests/ground';
import { type LedgerDay, ledgerOf } from '@/lib/domain/requests/ledger';
import { defaultReadings, type Readings } from '@/lib/domain/requests/readings';
import type { StepName } from '@/lib/domain/requests/steps';

const ground = (today: Day, readings: Partial<Readings> = {}): Ground => ({
  ...{ calendar, today, readings: { ...defaultReadings, ...readings } },
});
const stepOf = (
  name: StepName,
  events: RequestEvent[],
  today: Day,
  readings: Partial<Readings> = {},
): Step | undefined => clockOf(events, ground(today, readings)).steps.findLast((step) => step.name === name);
const due = (events: RequestEvent[], readings: Partial<Readings> = {}, name: StepName = 'reply') =>
  stepOf(name, events, '2019-01-02', readings)?.due;
const row = ({ day, reason, number }: LedgerDay) => `${day.slice(5)} ${reason}${number === null ? '' : ` ${number}`}`;
const ledger = (events: RequestEvent[], readings: Partial<Readings> = {}) =>
  ledgerOf(events, ground('2019-01-02', readings)).map(row);

// Receipt, then the 7th, 15th, 20th and 40th working day after it.
test.each<[Day, Day, Day, Day, Day, string]>([
  ['2019-12-31', '2020-01-10', '2020-01-21', '2020-02-05', '2020-03-04', 'change of year; Spring Festival prolonged'],
  ['2020-01-17', '2020-02-04', '2020-02-14', '2020-02-21', '2020-03-20', '1 February 2020 became a day off'],
  ['2021-09-17', '2021-09-28', '2021-10-14', '2021-10-21', '2021-11-18', 'three make-up weekend days'],
  ['2022-01-28', '2022-02-11', '2022-02-23', '2022-03-02', '2022-03-30', 'both weekend days worked'],
  ['2023-09-28', '2023-10-13', '2023-10-25', '2023-11-01', '2023-11-29', '7 and 8 October both worked'],
  ['2024-02-06', '2024-02-21', '2024-03-04', '2024-03-11', '2024-04-09', '除夕 2024 is a working day'],
  ['2025-01-24', '2025-02-10', '2025-02-20', '2025-02-27', '2025-03-27', '26 January and 8 February worked'],
  ['2026-02-13', '2026-03-02', '2026-03-12', '2026-03-19', '2026-04-17', 'nine days of break'],
  ['2026-09-18', '2026-09-29', '2026-10-15', '2026-10-22', '2026-11-19', '20 September and 10 October worked'],
])(
  'received on %s: correction until %s, third party %s, answer %s, extended %s (%s)',
  (day, seventh, fifteenth, twentieth, fortieth) => {
    const events = received(day);
    expect([due(events, {}, 'ask_correction'), due(events)]).toEqual([seventh, twentieth]);
    expect(due([...events, ...aRequest([day, 'third_party_consulted'])], {}, 'answer_consultation')).toBe(fifteenth);
    expect(due([...events, ...aRequest([day, 'extended', { workingDays: 20 }])])).toBe(fortieth);
  },
);

describe('boundaries', () => {
  test('received on a holiday: the day itself is not counted anyway, day 1 is the first working day', () => {
    const events = received('2024-02-11');
    expect([due(events, {}, 'ask_correction'), due(events)]).toEqual(['2024-02-26', '2024-03-14']);
    expect(ledger(events).slice(0, 9)).toEqual([
      ...['02-11 received', '02-12 holiday', '02-13 holiday', '02-14 holiday', '02-15 holiday'],
      ...['02-16 holiday', '02-17 holiday', '02-18 make_up 1', '02-19 working 2'],
    ]);
  });

  test('correction asked on day 7: in time; the period begins anew with the corrected request', () => {
    const events = received('2024-03-01', ['2024-03-12', 'correction_asked', { respondBy: '2024-03-29' }]);
    expect(stepOf('ask_correction', events, '2024-03-12')).toMatchObject({ due: '2024-03-12', state: 'done' });
    expect(clockOf(events, ground('2024-03-13'))).toMatchObject({
      waitingFor: 'correction',
      lapsed: false,
      count: null,
    });
    expect(stepOf('reply', events, '2024-03-13')).toMatchObject({ due: null, state: 'waiting' });
    const corrected = [...events, ...aRequest(['2024-03-20', 'corrected'])];
    expect(due(corrected)).toBe('2024-04-18');
    expect(ledger(corrected).slice(10, 22)).toEqual([
      ...['03-11 working 6', '03-12 working 7', '03-13 waiting_correction', '03-14 waiting_correction'],
      ...[
        '03-15 waiting_correction',
        '03-16 waiting_correction',
        '03-17 waiting_correction',
        '03-18 waiting_correction',
      ],
      ...['03-19 waiting_correction', '03-20 corrected', '03-21 working 1', '03-22 working 2'],
    ]);
  });

  test('correction asked on day 8: late, and still restarts, unless the office reads it otherwise', () => {
    const events = received('2024-03-01', ['2024-03-13', 'correction_asked'], ['2024-03-20', 'corrected']);
    expect(stepOf('ask_correction', events, '2024-03-21')?.state).toBe('late');
    expect([due(events), due(events, { correction_asked_late: 'runs_on' })]).toEqual(['2024-04-18', '2024-03-29']);
  });

  test('a correction that arrives after its deadline: the request had lapsed, with good reason it begins anew', () => {
    const events = received('2024-03-01', ['2024-03-05', 'correction_asked', { respondBy: '2024-03-15' }]);
    expect(clockOf(events, ground('2024-03-15'))).toMatchObject({ lapsed: false });
    expect(clockOf(events, ground('2024-03-18'))).toMatchObject({ lapsed: true, waitingFor: 'correction' });
    const late = [...events, ...aRequest(['2024-03-20', 'corrected', { excuse: '住院' }])];
    expect(stepOf('correct', late, '2024-03-21')).toMatchObject({ due: '2024-03-15', state: 'late' });
    expect(due(late)).toBe('2024-04-18');
    const noReason = [...events, ...aRequest(['2024-03-20', 'corrected'])];
    expect(clockOf(noReason, ground('2024-03-21')).remarks).toEqual([
      { code: 'corrected_without_reason', event: 'corrected', last: '2024-03-15' },
    ]);
    expect(clockOf(late, ground('2024-03-21')).remarks).toEqual([]);
    const lapsed = [...events, ...aRequest(['2024-03-18', 'correction_lapsed'])];
    expect(stepOf('reply', lapsed, '2024-03-21')).toMatchObject({ due: null, state: 'done', doneOn: '2024-03-18' });
  });

  test('a deadline for the correction that ends on a day off moves on, unless the office reads it otherwise', () => {
    const events = received('2024-01-26', ['2024-02-01', 'correction_asked', { respondBy: '2024-02-10' }]);
    expect([due(events, {}, 'correct'), due(events, { last_day_off: 'stands' }, 'correct')]).toEqual([
      '2024-02-18',
      '2024-02-10',
    ]);
  });

  test('consultation over 春节: sending day counts, the wait and the day of the answer do not', () => {
    const events = received(
      '2024-02-01',
      ['2024-02-07', 'third_party_consulted'],
      ['2024-02-19', 'third_party_answered'],
    );
    expect(ledger(events).slice(0, 21)).toEqual([
      ...[
        '02-01 received',
        '02-02 working 1',
        '02-03 weekend',
        '02-04 make_up 2',
        '02-05 working 3',
        '02-06 working 4',
      ],
      ...['02-07 working 5', '02-08 third_party', '02-09 third_party', '02-10 third_party', '02-11 third_party'],
      ...['02-12 third_party', '02-13 third_party', '02-14 third_party', '02-15 third_party', '02-16 third_party'],
      ...['02-17 third_party', '02-18 third_party', '02-19 third_party', '02-20 working 6', '02-21 working 7'],
    ]);
    expect(due(events)).toBe('2024-03-11');
    expect(due(events, { consultation_answer_day: 'counts' })).toBe('2024-03-08');
    expect(due(events, { consultation_sending_day: 'paused' })).toBe('2024-03-12');
  });

  test('a third party that is silent: fifteen working days after the letter came, and no more', () => {
    const sent = received('2024-02-01', ['2024-02-07', 'third_party_consulted']);
    const served = [...sent, ...aRequest(['2024-02-19', 'consultation_delivered'])];
    expect(stepOf('answer_consultation', sent, '2024-02-20')).toMatchObject({
      due: '2024-03-05',
      assumed: true,
      state: 'open',
    });
    expect(stepOf('answer_consultation', served, '2024-02-20')).toMatchObject({ due: '2024-03-11', assumed: false });
    expect(stepOf('reply', served, '2024-02-20')).toMatchObject({ due: '2024-04-01', assumed: true });
    expect(stepOf('reply', served, '2024-03-12')).toMatchObject({ due: '2024-04-01', assumed: false });
    const late = [...served, ...aRequest(['2024-03-20', 'third_party_answered'])];
    expect(due(late)).toBe('2024-04-01');
  });

  test('an extension on the last day holds, with consent and notice; a day later it does not', () => {
    const extended = (on: Day, consentedOn: Day) =>
      received('2024-03-01', [on, 'extended', { workingDays: 10, consentedOn }]);
    expect(due(extended('2024-03-29', '2024-03-29'))).toBe('2024-04-15');
    expect(due(extended('2024-04-01', '2024-03-29'))).toBe('2024-03-29');
    expect(due(extended('2024-04-01', '2024-03-29'), { extension_in_time: 'consent' })).toBe('2024-04-15');
    expect(due(extended('2024-04-01', '2024-04-01'), { extension_in_time: 'consent' })).toBe('2024-03-29');
    expect(clockOf(extended('2024-04-01', '2024-03-29'), ground('2024-04-02')).remarks).toEqual([
      { code: 'extension_without_effect', event: 'extended', last: '2024-03-29' },
    ]);
  });

  test('2020-02-01 was first a make-up day, then a day off', () => {
    expect(
      ledgerOf(received('2020-01-17'), ground('2020-02-01')).find(({ day }) => day === '2020-02-01'),
    ).toMatchObject({
      ...{ counts: false, reason: 'holiday', article: 'holiday_notice', arranged: { year: 2020, holiday: '春节' } },
    });
  });

  test('2024-02-09 (除夕) is a working day', () => {
    expect(
      ledgerOf(received('2024-02-06'), ground('2024-02-09')).find(({ day }) => day === '2024-02-09'),
    ).toMatchObject({
      ...{ counts: true, number: 3, reason: 'working', arranged: null },
    });
  });
});

test('asked on line, confirmed next day, consulted, extended: thirty working days over two breaks', () => {
  const events = aRequest(
    ['2021-09-16', 'registered', { channel: 'internet' }],
    ['2021-09-17', 'received', { by: 'confirmation' }],
    ['2021-09-27', 'third_party_consulted'],
    ['2021-10-11', 'third_party_answered'],
    ['2021-10-26', 'extended', { workingDays: 10 }],
  );
  expect(stepOf('reply', events, '2021-11-03')).toMatchObject({
    due: '2021-11-12',
    standing: { state: 'ample', workingDays: 7 },
  });
  expect(clockOf(events, ground('2021-11-03')).count).toEqual({ counted: 23, of: 30 });
  const days = ledgerOf(events, ground('2021-11-03'));
  expect(days.filter(({ counts }) => counts).map(({ number }) => number)).toEqual(
    Array.from({ length: 30 }, (_, n) => n + 1),
  );
  expect(
    days
      .filter(({ extension }) => extension)
      .map(({ day }) => day)
      .at(0),
  ).toBe('2021-11-01');
  expect(days.at(0)).toMatchObject({ day: '2021-09-16', reason: 'not_received', article: 'gid_31_3' });
  expect(days.at(-1)).toMatchObject({ day: '2021-11-12', number: 30, last: true });
  expect(days.filter(({ last }) => last)).toHaveLength(1);
});

test('two consultations at once: a day in both is taken out once', () => {
  const both = received(
    '2024-03-01',
    ['2024-03-05', 'third_party_consulted'],
    ['2024-03-07', 'other_body_consulted'],
    ['2024-03-11', 'third_party_answered'],
    ['2024-03-13', 'other_body_answered'],
  );
  const one = received('2024-03-01', ['2024-03-05', 'third_party_consulted'], ['2024-03-13', 'third_party_answered']);
  expect(due(both)).toBe(due(one));
});

test('another body: fifteen working days, or until it answers, as the office reads it; a joint author fifteen', () => {
  const asked = (joint: boolean) => received('2024-03-01', ['2024-03-05', 'other_body_consulted', { joint }]);
  const seen = (events: RequestEvent[], reading: Partial<Readings>) => stepOf('reply', events, '2024-05-06', reading);
  expect(seen(asked(false), {})).toMatchObject({ due: '2024-04-22', assumed: false });
  expect(seen(asked(false), { other_body_pause: 'until_answer' })).toMatchObject({ due: '2024-05-29', assumed: true });
  expect(seen(asked(true), { other_body_pause: 'until_answer' })).toMatchObject({ due: '2024-04-22', assumed: false });
});

test('the fee: twenty working days to pay, and the period anew from the day after', () => {
  const noticed = received('2024-03-01', ['2024-03-14', 'fee_noticed']);
  expect(stepOf('pay_fee', noticed, '2024-03-15')).toMatchObject({ due: '2024-04-12', who: 'applicant' });
  expect(due(noticed, { fee_period: 'calendar_days_30' }, 'pay_fee')).toBe('2024-04-15');
  expect(clockOf(noticed, ground('2024-04-15'))).toMatchObject({ waitingFor: 'fee', lapsed: true });
  const paid = [...noticed, ...aRequest(['2024-03-20', 'fee_paid'])];
  expect([due(paid), due(paid, { fee_paid: 'resumes' })]).toEqual(['2024-04-18', '2024-04-07']);
});

test('an excessive request is put off to a reasonable day, which moves on where it is a day off', () => {
  const events = received('2024-03-01', ['2024-03-20', 'deferred', { until: '2024-05-01' }]);
  expect([due(events), due(events, { last_day_off: 'stands' })]).toEqual(['2024-05-06', '2024-05-01']);
  expect(ledger(events).slice(27, 31)).toEqual([
    '03-28 working 19',
    '03-29 working 20',
    '03-30 deferred',
    '03-31 deferred',
  ]);
});

test('an answer taken up again runs by the order, and what came before it counts no more', () => {
  const events = received(
    '2024-03-01',
    ['2024-03-20', 'replied', { row: 'denied_process_info' }],
    ['2024-03-21', 'delivered'],
    ['2024-05-10', 'reconsideration_opened'],
    ['2024-07-01', 'reconsideration_closed', { result: 'corrected' }],
    ['2024-07-03', 'reopened', { because: 'reconsideration', workingDays: 15 }],
  );
  const clock = clockOf(events, ground('2024-07-04'));
  expect(clock.steps.filter(({ name }) => name === 'reply')).toMatchObject([
    { due: '2024-03-29', state: 'done' },
    { due: '2024-07-24', state: 'open', article: 'redo_order' },
  ]);
  expect(clock.count).toEqual({ counted: 1, of: 15 });
  expect(ledger(events).filter((line) => line.startsWith('06'))[0]).toBe('06-01 over');
});

test('made when delivered, or when signed, as the office reads it', () => {
  const events = received('2024-03-01', ['2024-03-29', 'replied'], ['2024-04-01', 'delivered']);
  expect(stepOf('reply', events, '2024-04-02')?.state).toBe('done');
  expect(stepOf('deliver', events, '2024-04-02')).toMatchObject({
    due: '2024-03-29',
    state: 'late',
    doneOn: '2024-04-01',
  });
  expect(stepOf('deliver', events, '2024-04-02', { answer_made: 'signed' })).toBeUndefined();
});

test('an ordinary letter is to be confirmed the day it comes', () => {
  const events = aRequest(['2024-03-01', 'registered', { channel: 'ordinary_post' }]);
  expect(stepOf('confirm_receipt', events, '2024-03-04')).toMatchObject({
    due: '2024-03-01',
    standing: { state: 'overdue', workingDays: 1 },
  });
  const confirmed = [...events, ...aRequest(['2024-03-05', 'received', { by: 'confirmation' }])];
  expect(stepOf('confirm_receipt', confirmed, '2024-03-05')).toMatchObject({ state: 'late' });
  expect(due(confirmed)).toBe(due(received('2024-03-05')));
});

test('a year without notice is provisional, and recounted once its notice is loaded', () => {
  const events = received('2026-12-25');
  const before = stepOf('reply', events, '2026-12-28');
  expect(before).toMatchObject({ due: '2027-01-22', provisional: true });
  expect(stepOf('ask_correction', received('2026-12-18'), '2026-12-21')).toMatchObject({
    due: '2026-12-29',
    provisional: false,
  });
  const known = calendarWith([
    { year: 2027, notices: [], off: [['2027-01-01', '2027-01-03', '元旦']], work: ['2027-01-09'] },
  ]);
  const after = clockOf(events, { ...ground('2026-12-28'), calendar: known }).steps.find(
    ({ name }) => name === 'reply',
  );
  expect(after).toMatchObject({ due: '2027-01-22', provisional: false });
  const days = (calendarUsed: typeof calendar) => ledgerOf(events, { ...ground('2026-12-28'), calendar: calendarUsed });
  expect(days(calendar).find(({ day }) => day === '2027-01-01')).toMatchObject({ number: 5, provisional: true });
  expect(days(known).find(({ day }) => day === '2027-01-01')).toMatchObject({ number: null, provisional: false });
});

test('overdue, today, soon: seen from a day', () => {
  const at = (today: Day) => stepOf('reply', received('2024-03-01'), today)?.standing;
  expect(at('2024-03-21')).toMatchObject({ state: 'ample', workingDays: 6 });
  expect(at('2024-03-22')).toMatchObject({ state: 'soon', workingDays: 5 });
  expect(at('2024-03-29')).toMatchObject({ state: 'today', workingDays: 0 });
  expect(at('2024-04-08')).toMatchObject({ state: 'overdue', workingDays: 5 });
});
