import { expect, test } from 'vitest';
import { calendar } from '@/lib/domain/calendar/calendar';
import type { Day } from '@/lib/domain/calendar/day';
import { aRequest, received } from '@/lib/domain/requests/a-request';
import { knownAt, type RequestEvent, requestEvent, requestEventKinds } from '@/lib/domain/requests/events';
import type { Ground } from '@/lib/domain/requests/ground';
import { objectionsTo } from '@/lib/domain/requests/objections';
import type { Obstacle } from '@/lib/domain/requests/obstacles';
import { openEvents } from '@/lib/domain/requests/open-events';
import { defaultReadings, type Readings } from '@/lib/domain/requests/readings';
import { replay, stateOf } from '@/lib/domain/requests/replay';

const ground = (today: Day, readings: Partial<Readings> = {}): Ground => ({
  ...{ calendar, today, readings: { ...defaultReadings, ...readings } },
});
const [, ...rest] = received('2024-03-01');
const because = (events: RequestEvent[], readings: Partial<Readings> = {}) => {
  const next = events.at(-1) ?? rest[0];
  if (!next) throw new Error('no event');
  const [issue] = objectionsTo(next, events.slice(0, -1), ground('2026-12-31', readings));
  return issue?.code === 'request_event_refused' ? issue.because : null;
};

test('a whole request: consulted, extended, answered, delivered, archived', () => {
  const events = received(
    '2024-03-01',
    ['2024-03-05', 'third_party_consulted', { party: '甲公司' }],
    ['2024-03-07', 'consultation_delivered'],
    ['2024-03-12', 'third_party_answered', { answer: 'objects_with_reason' }],
    ['2024-03-20', 'extended', { workingDays: 10 }],
    ['2024-04-01', 'replied', { row: 'denied_third_party_rights', reply: 'third_party_rights' }],
    ['2024-04-02', 'delivered'],
    ['2024-05-01', 'archived'],
  );
  expect(replay(events).misfits).toEqual([]);
  expect(stateOf(events)).toMatchObject({
    stage: 'archived',
    receivedOn: '2024-03-01',
    consultations: [{ deliveredOn: '2024-03-07', answeredOn: '2024-03-12', answer: 'objects_with_reason' }],
    outcomes: [{ by: 'replied', row: 'denied_third_party_rights', deliveredOn: '2024-04-02' }],
  });
});

test('the order of entry does not matter, only the days', () => {
  const events = received(
    '2024-03-01',
    ['2024-03-05', 'correction_asked'],
    ['2024-03-12', 'corrected'],
    ['2024-03-29', 'replied'],
  );
  expect(stateOf([...events].reverse())).toEqual(stateOf(events));
});

test('a reversed event has never been', () => {
  const events = received('2024-03-01', ['2024-03-20', 'replied'], ['2024-04-01', 'reversed', { event: 'replied' }]);
  expect(stateOf(events)).toEqual(stateOf(received('2024-03-01')));
  expect(
    knownAt(
      events.map((event, at) => ({ ...event, recordedAt: `2024-03-2${at}T01:00:00.000Z` })),
      '2024-03-22T12:00:00.000Z',
    ),
  ).toHaveLength(3);
});

test.each<[Obstacle, RequestEvent[]]>([
  ['already_registered', aRequest(['2024-03-01', 'registered'], ['2024-03-02', 'registered'])],
  ['not_registered', aRequest(['2024-03-01', 'received'])],
  ['not_received', aRequest(['2024-03-01', 'registered'], ['2024-03-04', 'replied'])],
  ['already_received', received('2024-03-01', ['2024-03-04', 'received'])],
  ['receipt_is_submission', aRequest(['2024-03-01', 'registered'], ['2024-03-04', 'received'])],
  [
    'receipt_is_signature',
    aRequest(
      ['2024-03-01', 'registered', { channel: 'registered_post' }],
      ['2024-03-04', 'received', { by: 'signature' }],
    ),
  ],
  [
    'receipt_is_confirmation',
    aRequest(
      ['2024-03-01', 'registered', { channel: 'ordinary_post' }],
      ['2024-03-01', 'received', { by: 'signature' }],
    ),
  ],
  [
    'receipt_is_both_confirming',
    aRequest(['2024-03-01', 'registered', { channel: 'fax' }], ['2024-03-01', 'received', { by: 'platform' }]),
  ],
  [
    'platform_not_settled',
    aRequest(['2024-03-01', 'registered', { channel: 'internet' }], ['2024-03-01', 'received', { by: 'platform' }]),
  ],
  ['request_closed', received('2024-03-01', ['2024-03-04', 'withdrawn'], ['2024-03-05', 'replied'])],
  [
    'correction_asked_once',
    received(
      '2024-03-01',
      ['2024-03-04', 'correction_asked'],
      ['2024-03-06', 'corrected'],
      ['2024-03-07', 'correction_asked'],
    ),
  ],
  ['correction_not_asked', received('2024-03-01', ['2024-03-04', 'corrected'])],
  [
    'correction_settled',
    received(
      '2024-03-01',
      ['2024-03-04', 'correction_asked'],
      ['2024-03-06', 'corrected'],
      ['2024-03-07', 'corrected'],
    ),
  ],
  [
    'correction_late',
    received(
      '2024-03-01',
      ['2024-03-04', 'correction_asked', { respondBy: '2024-03-15' }],
      ['2024-03-18', 'corrected'],
    ),
  ],
  [
    'correction_period_runs',
    received(
      '2024-03-01',
      ['2024-03-04', 'correction_asked', { respondBy: '2024-03-16' }],
      ['2024-03-18', 'correction_lapsed'],
    ),
  ],
  ['respond_by_too_early', received('2024-03-01', ['2024-03-04', 'correction_asked', { respondBy: '2024-03-04' }])],
  [
    'no_consultation',
    received(
      '2024-03-01',
      ['2024-03-04', 'other_body_consulted'],
      ['2024-03-06', 'third_party_answered', { consultation: 'other_body_consulted' }],
    ),
  ],
  [
    'consultation_settled',
    received(
      '2024-03-01',
      ['2024-03-04', 'third_party_consulted'],
      ['2024-03-06', 'third_party_answered'],
      ['2024-03-07', 'consultation_delivered'],
    ),
  ],
  [
    'extended_once',
    received(
      '2024-03-01',
      ['2024-03-04', 'extended', { workingDays: 5 }],
      ['2024-03-06', 'extended', { workingDays: 5 }],
    ),
  ],
  ['extension_late', received('2024-03-01', ['2024-04-01', 'extended'])],
  ['extension_late', received('2024-03-01', ['2024-04-01', 'extended', { consentedOn: '2024-03-29' }])],
  ['consent_after_notice', received('2024-03-01', ['2024-03-28', 'extended', { consentedOn: '2024-03-29' }])],
  ['period_not_running', received('2024-03-01', ['2024-03-04', 'correction_asked'], ['2024-03-06', 'extended'])],
  ['deferral_late', received('2024-03-01', ['2024-04-01', 'deferred', { until: '2024-06-03' }])],
  ['deferral_not_later', received('2024-03-01', ['2024-03-04', 'deferred', { until: '2024-03-29' }])],
  ['fee_noticed_once', received('2024-03-01', ['2024-03-04', 'fee_noticed'], ['2024-03-05', 'fee_noticed'])],
  ['fee_not_noticed', received('2024-03-01', ['2024-03-04', 'fee_paid'])],
  [
    'fee_settled',
    received('2024-03-01', ['2024-03-04', 'fee_noticed'], ['2024-03-05', 'fee_paid'], ['2024-05-05', 'fee_lapsed']),
  ],
  ['fee_period_runs', received('2024-03-01', ['2024-03-04', 'fee_noticed'], ['2024-04-01', 'fee_lapsed'])],
  ['fee_late', received('2024-03-01', ['2024-04-01', 'fee_noticed'])],
  ['transferred_once', received('2024-03-01', ['2024-03-04', 'transferred'], ['2024-03-05', 'transferred'])],
  ['row_of_lapse', received('2024-03-01', ['2024-03-04', 'replied', { row: 'other_fee_unpaid' }])],
  ['row_of_reply', received('2024-03-01', ['2024-03-04', 'replied', { row: 'granted', reply: 'repeat' }])],
  [
    'unclear_without_correction',
    received(
      '2024-03-01',
      ['2024-03-04', 'correction_asked'],
      ['2024-03-20', 'replied', { row: 'unavailable_still_unclear' }],
    ),
  ],
  ['not_ended', received('2024-03-01', ['2024-03-04', 'archived'])],
  [
    'already_delivered',
    received('2024-03-01', ['2024-03-04', 'replied'], ['2024-03-05', 'delivered'], ['2024-03-06', 'delivered']),
  ],
  ['delivery_missing', received('2024-03-01', ['2024-03-04', 'replied'], ['2024-03-05', 'archived'])],
  [
    'case_open',
    received('2024-03-01', ['2024-03-04', 'reconsideration_opened'], ['2024-03-05', 'reconsideration_opened']),
  ],
  [
    'case_open',
    received(
      '2024-03-01',
      ['2024-03-04', 'reconsideration_opened'],
      ['2024-03-05', 'litigation_opened', { after: 'reconsideration_opened' }],
    ),
  ],
  [
    'case_unknown',
    received(
      '2024-03-01',
      ['2024-03-04', 'litigation_opened'],
      ['2024-03-05', 'reconsideration_closed', { case: 'litigation_opened' }],
    ),
  ],
  [
    'case_not_corrected',
    received('2024-03-01', ['2024-03-04', 'replied'], ['2024-03-05', 'reopened', { because: 'litigation' }]),
  ],
  ['event_unknown', received('2024-03-01', ['2024-03-04', 'reversed', { event: 'replied' }])],
  [
    'reversal_stands',
    received(
      '2024-03-01',
      ['2024-03-04', 'transferred'],
      ['2024-03-05', 'reversed', { event: 'transferred' }],
      ['2024-03-06', 'reversed', { event: 'reversed' }],
    ),
  ],
  [
    'others_rest_on_it',
    received('2024-03-01', ['2024-03-04', 'replied'], ['2024-03-05', 'reversed', { event: 'received' }]),
  ],
  ['others_rest_on_it', received('2024-03-01', ['2024-03-20', 'replied'], ['2024-03-05', 'withdrawn'])],
  ['id_taken', received('2024-03-01', ['2024-03-04', 'transferred', { id: 'received' }])],
  ['in_the_future', received('2027-03-01')],
])('%s is in the way', (obstacle, events) => {
  expect(because(events)).toBe(obstacle);
});

test('a wrong day is put right in one go, though others rest on it', () => {
  const wrong = received('2024-03-01', ['2024-03-05', 'correction_asked'], ['2024-03-20', 'replied']);
  const entry = aRequest(
    ['2024-03-21', 'reversed', { event: 'received' }],
    ['2024-03-21', 'reversed', { event: 'registered', id: 'reversed_2' }],
    ['2024-03-05', 'registered', { id: 'registered_2' }],
    ['2024-03-05', 'received', { id: 'received_2' }],
  );
  expect(objectionsTo(entry, wrong, ground('2024-03-21'))).toEqual([]);
  expect(replay([...wrong, ...entry])).toMatchObject({
    misfits: [],
    state: { stage: 'closed', receivedOn: '2024-03-05' },
  });
  expect(objectionsTo(entry.slice(0, 2), wrong, ground('2024-03-21'))).toHaveLength(2);
});

test('an answer taken back and given anew on one day', () => {
  const events = received(
    '2024-03-01',
    ['2024-03-20', 'replied'],
    ['2024-03-25', 'reopened'],
    ['2024-03-25', 'replied'],
  );
  expect(replay(events)).toMatchObject({ misfits: [], state: { stage: 'closed', reopenedOn: ['2024-03-25'] } });
});

test('extensions in parts are together at most twenty days, where the office reads it so', () => {
  const twice = (second: number) =>
    because(
      received(
        '2024-03-01',
        ['2024-03-04', 'extended', { workingDays: 15 }],
        ['2024-03-06', 'extended', { workingDays: second }],
      ),
      {
        extension_count: 'up_to_20',
      },
    );
  expect([twice(5), twice(6)]).toEqual([null, 'extension_too_long']);
});

test('where the office has settled on it, the platform receives', () => {
  const events = aRequest(
    ['2024-03-01', 'registered', { channel: 'internet' }],
    ['2024-03-01', 'received', { by: 'platform' }],
  );
  expect(because(events, { internet_receipt: 'platform' })).toBeNull();
});

test('a correction that came late is taken with its good reason', () => {
  const late = (facts: object) =>
    received(
      '2024-03-01',
      ['2024-03-04', 'correction_asked', { respondBy: '2024-03-16' }],
      ['2024-03-19', 'corrected', { ...facts }],
    );
  expect([because(late({})), because(late({ excuse: '住院' }))]).toEqual(['correction_late', null]);
  expect(because(late({}), { corrected_late: 'until_closed' })).toBeNull();
  const monday = received(
    '2024-03-01',
    ['2024-03-04', 'correction_asked', { respondBy: '2024-03-16' }],
    ['2024-03-18', 'corrected'],
  );
  expect([because(monday), because(monday, { last_day_off: 'stands' })]).toEqual([null, 'correction_late']);
});

test('what may follow, and why the rest may not', () => {
  const open = (events: RequestEvent[], today: Day) =>
    openEvents(events, ground(today)).flatMap(({ kind, issues }) => (issues.length === 0 ? [kind] : []));
  expect(open([], '2024-03-01')).toEqual(['registered']);
  expect(open(aRequest(['2024-03-01', 'registered']), '2024-03-01')).toEqual([
    ...['received', 'withdrawn', 'reconsideration_opened', 'litigation_opened', 'reversed'],
  ]);
  const asked = received('2024-03-01', ['2024-03-08', 'correction_asked', { respondBy: '2024-03-22' }]);
  expect(open(asked, '2024-03-11')).toEqual([
    ...['corrected', 'third_party_consulted', 'other_body_consulted', 'transferred', 'withdrawn', 'replied'],
    ...['reconsideration_opened', 'litigation_opened', 'reversed'],
  ]);
  expect(open(asked, '2024-03-25')).toContain('correction_lapsed');
  const answered = received('2024-03-01', ['2024-03-20', 'replied'], ['2024-03-21', 'delivered']);
  expect(open(answered, '2024-03-25')).toEqual([
    ...['transferred', 'archived', 'reconsideration_opened', 'litigation_opened', 'reopened', 'reversed'],
  ]);
  expect(openEvents(answered, ground('2024-03-25'))).toHaveLength(requestEventKinds.length);
});

test('a day that does not exist, a field too many, an unknown kind are refused at the border', () => {
  for (const wrong of [
    { id: 'a', kind: 'withdrawn', on: '2024-02-30' },
    { id: 'a', kind: 'withdrawn', on: '2024-02-29', why: '' },
    { id: 'a', kind: 'forgotten', on: '2024-02-29' },
    { id: 'a', kind: 'extended', on: '2024-02-29', consentedOn: '2024-02-29', consentBy: '王某', workingDays: 21 },
  ])
    expect(requestEvent.safeParse(wrong).success).toBe(false);
});
