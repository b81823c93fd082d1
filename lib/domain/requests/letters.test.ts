import { describe, expect, test } from 'vitest';
import { calendar } from '@/lib/domain/calendar/calendar';
import type { Day } from '@/lib/domain/calendar/day';
import { badInput } from '@/lib/domain/input';
import { formats } from '@/lib/domain/report/formats';
import { aRequest, received } from '@/lib/domain/requests/a-request';
import type { RequestEvent } from '@/lib/domain/requests/events';
import type { Ground } from '@/lib/domain/requests/ground';
import { letterFaults } from '@/lib/domain/requests/letter-faults';
import { articlesOfLetter, eventOfLetter, letterRules } from '@/lib/domain/requests/letter-rules';
import { type Letter, letter, letterKinds } from '@/lib/domain/requests/letters';
import { defaultReadings } from '@/lib/domain/requests/readings';
import { remedyOf } from '@/lib/domain/requests/remedies';
import { replay } from '@/lib/domain/requests/replay';
import { resultRows, rowByReply } from '@/lib/domain/requests/results';
import { aLetter, letterInput } from '@/lib/domain/requests/some-letters';

const ground = (today: Day = '2024-12-31'): Ground => ({ calendar, today, readings: defaultReadings });
const request = received('2024-03-01');
const faults = (said: Letter, events: RequestEvent[] = request, today?: Day) =>
  letterFaults(said, events, ground(today)).map((issue) => ('because' in issue ? issue.because : issue.code));

// What has to have happened before a kind of letter can go out.
const before: Partial<Record<Letter['kind'], RequestEvent[]>> = {
  third_party_rights: aRequest(
    ['2024-03-05', 'third_party_consulted'],
    ['2024-03-12', 'third_party_answered', { answer: 'objects_with_reason' }],
  ),
  still_unclear: aRequest(['2024-03-05', 'correction_asked'], ['2024-03-12', 'corrected']),
  correction_lapsed: aRequest(['2024-03-05', 'correction_asked', { respondBy: '2024-03-15' }]),
  third_party_disclosure: aRequest(
    ['2024-03-05', 'third_party_consulted'],
    ['2024-03-12', 'third_party_answered', { answer: 'objects_with_reason' }],
  ),
  fee_lapsed: aRequest(['2024-03-05', 'fee_noticed', { amount: 2_200 }]),
};

test.each(letterKinds)('%s: with what it must state it can go out, and enters one event', (kind) => {
  const on = kind === 'fee_lapsed' ? '2024-04-08' : '2024-03-21';
  const said = letter.parse({ ...letterInput(kind), on });
  const events = [...request, ...(before[kind] ?? [])];
  expect(faults(said, events)).toEqual([]);
  const event = eventOfLetter(said, 'letter');
  expect(event?.kind ?? null).toBe(letterRules[kind].event);
  if (event) expect(replay([...events, event]).misfits).toEqual([]);
  const outcome = event && replay([...events, event]).state.outcomes.at(-1);
  expect(outcome?.row ?? null).toBe(letterRules[kind].row);
});

test('each row of results has its letter, and each letter of an answer one row of the table', () => {
  const rows = new Set(letterKinds.flatMap((kind) => letterRules[kind].row ?? []));
  expect([...rows].sort()).toEqual([...resultRows].sort());
  const [table] = formats.at(-1)?.tables.filter(({ id }) => id === 't3') ?? [];
  for (const row of Object.values(rowByReply)) expect(table?.rows.find(({ id }) => id === row)?.figures).toBe(true);
});

test.each(letterKinds)('%s: every fact that it must state is missed when it is missing', (kind) => {
  const whole = letterInput(kind);
  const optional = ['publicInterest', 'channel', 'reasonsGiven', 'before'];
  for (const key of Object.keys(whole)) {
    if (optional.includes(key) && kind !== 'third_party_disclosure') continue;
    const { [key]: _, ...rest } = whole;
    expect({ key, accepted: letter.safeParse(rest).success }).toEqual({ key, accepted: false });
  }
});

describe('a letter is refused', () => {
  const refusedFields = (kind: Letter['kind'], more: object) => {
    const parsed = letter.safeParse({ ...letterInput(kind), ...more });
    return parsed.success ? [] : badInput(parsed.error);
  };

  test('as a refusal without its article or its reason', () => {
    expect(refusedFields('law_prohibited', { law: '' })).toEqual([
      { code: 'bad_input', field: 'law', problem: 'required' },
    ]);
    expect(refusedFields('process_info', { reason: ' ' })).toEqual([
      { code: 'bad_input', field: 'reason', problem: 'required' },
    ]);
    expect(refusedFields('process_info', { mustBePublic: true })).toHaveLength(1);
    expect(refusedFields('partially_granted', { withheld: [] })).toEqual([
      { code: 'bad_input', field: 'withheld', problem: 'required' },
    ]);
    for (const kind of letterKinds) {
      const rule = letterRules[kind];
      const free = kind === 'reconfirm' || kind === 'other' || kind === 'withdrawn';
      expect({ kind, articles: rule.articles.length > 0 }).toEqual({ kind, articles: !free });
    }
    expect(articlesOfLetter(aLetter('third_party_rights'))).toEqual(['gid_36_3', 'gid_15', 'gid_32']);
  });

  test('as 不存在 without the search that was made', () => {
    const { search: _, ...without } = letterInput('not_existing');
    expect(letter.safeParse(without).success).toBe(false);
    expect(
      refusedFields('not_existing', { search: { on: '2024-03-11', by: '办公室', places: [], means: '关键词' } }),
    ).toEqual([{ code: 'bad_input', field: 'search.places', problem: 'required' }]);
    const early = { on: '2024-02-28', by: '办公室', places: ['档案室'], means: '关键词' };
    expect(faults(aLetter('not_existing', { search: early }))).toEqual(['search_not_in_time']);
    expect(faults(aLetter('not_existing', { search: { ...early, on: '2024-03-22' } }))).toEqual(['search_not_in_time']);
  });

  test('where a third party was not asked, agrees, objects, or still has time', () => {
    const sent = received('2024-03-01', ['2024-03-05', 'third_party_consulted']);
    const consulted = (answer?: string) =>
      answer ? [...sent, ...aRequest(['2024-03-12', 'third_party_answered', { answer }])] : sent;
    expect(faults(aLetter('third_party_rights'))).toEqual(['third_party_not_asked']);
    expect(faults(aLetter('third_party_rights'), consulted('agrees'))).toEqual(['third_party_agreed']);
    expect(faults(aLetter('granted'), consulted('objects_with_reason'))).toEqual(['third_party_objects']);
    expect(faults(aLetter('granted', { publicInterest: '关系公平' }), consulted('objects_with_reason'))).toEqual([]);
    expect(faults(aLetter('granted', { publicInterest: '关系公平' }), consulted('agrees'))).toEqual(['nobody_objects']);
    expect(faults(aLetter('granted'), consulted(), '2024-03-21')).toEqual(['consultation_runs']);
    expect(faults(aLetter('granted', { on: '2024-03-27' }), consulted(), '2024-03-27')).toEqual([]);
    expect(faults(aLetter('third_party_disclosure'), consulted('agrees'))).toEqual(['nobody_objects']);
    const withheld = [{ ground: 'third_party_rights', what: '名单', interest: 'privacy', reason: '身份信息' }];
    expect(faults(aLetter('partially_granted', { withheld }))).toEqual(['third_party_not_asked']);
  });

  test('where its days are not those of the register', () => {
    expect(faults(aLetter('repeat', { receivedOn: '2024-03-04' }))).toEqual(['received_day_differs']);
    expect(faults(aLetter('repeat', { on: '2024-02-29' }))).toContain('dated_before_receipt');
    expect(faults(aLetter('repeat', { earlierOn: '2024-03-01' }))).toEqual(['earlier_answer_later']);
    expect(faults(aLetter('reconfirm', { obtainedOn: '2024-03-04' }))).toEqual(['obtained_later']);
    expect(faults(aLetter('excessive', { reasonsAskedOn: '2024-03-22' }))).toEqual(['reasons_not_asked']);
    expect(faults(aLetter('still_unclear'))).toEqual(['correction_differs', 'unclear_without_correction']);
    expect(faults(aLetter('correction_notice', { respondBy: '2024-03-21' }))).toEqual([
      'period_too_short',
      'respond_by_too_early',
    ]);
    expect(faults(aLetter('withdrawn', { withdrawnOn: '2024-03-22' }))).toEqual(['withdrawn_day_differs']);
    expect(faults(aLetter('extension_notice', { dueOn: '2024-04-16' }))).toEqual(['due_day_differs']);
    expect(faults(aLetter('extension_notice', { on: '2024-04-01' }))).toEqual(['due_day_differs', 'extension_late']);
  });

  test('where its fee is not by the tariff', () => {
    expect(faults(aLetter('fee_notice', { amount: 2_300 }))).toEqual(['fee_not_by_tariff']);
    expect(faults(aLetter('fee_notice', { quantity: 10 }))).toEqual(['no_fee_due']);
    expect(faults(aLetter('fee_notice', { quantity: 1, before: 30, amount: 200 }))).toEqual([]);
    expect(faults(aLetter('fee_notice', { method: 'pages', quantity: 201, amount: 2_740 }))).toEqual([]);
    const noticed = [...request, ...aRequest(['2024-03-05', 'fee_noticed', { amount: 100 }])];
    expect(faults(aLetter('fee_lapsed', { on: '2024-04-08' }), noticed)).toEqual(['fee_differs']);
    expect(faults(aLetter('fee_lapsed', { amount: 100 }), noticed)).toEqual(['fee_period_runs']);
  });
});

test('since 2024 a refusal goes to reconsideration first; before, and for all else, either way', () => {
  expect(remedyOf('refusal', '2023-12-31')).toBe('either');
  expect(remedyOf('refusal', '2024-01-01')).toBe('reconsideration_first');
  expect(remedyOf('partial_refusal', '2024-01-01')).toBe('partial');
  expect(remedyOf('answer', '2024-01-01')).toBe('either');
  expect(remedyOf('none', '2024-01-01')).toBe('none');
  const refusals = letterKinds.filter((kind) => letterRules[kind].contest === 'refusal');
  expect(refusals).toHaveLength(7);
  expect(refusals).not.toContain('admin_query');
});
