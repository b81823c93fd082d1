import { describe, expect, test } from 'vitest';
import { calendar } from '@/lib/domain/calendar/calendar';
import { aRequest, received } from '@/lib/domain/requests/a-request';
import { readLetter } from '@/lib/domain/requests/letter-check';
import { blankLetter, type LetterState } from '@/lib/domain/requests/letter-draft';
import { letterFields } from '@/lib/domain/requests/letter-fields';
import { letterInput } from '@/lib/domain/requests/letter-input';
import { knownFacts, suggestedFacts } from '@/lib/domain/requests/letter-known';
import { letterNumber } from '@/lib/domain/requests/letter-number';
import { type LetterKind, letter, letterKinds } from '@/lib/domain/requests/letters';
import { readings } from '@/lib/domain/requests/readings';
import { letterInput as sample } from '@/lib/domain/requests/some-letters';
import { typedAs } from '@/lib/domain/requests/typed-letter';

const ground = { calendar, today: '2024-04-30', readings: readings.parse({}) } as const;
const beside = (events = received('2024-03-01')) => {
  const publishedYears: number[] = [];
  return { events, ground, publishedYears, reconsiderationOrgan: '嵩县人民政府' };
};
const stateWith = (kind: LetterKind, facts: Record<string, string>, restates = ''): LetterState => ({
  draft: blankLetter(kind, facts),
  office: { reasons: {}, publishOn: null, restates },
});
const codes = (kind: LetterKind, more: Record<string, string> = {}, events = received('2024-03-01')) =>
  readLetter(stateWith(kind, { ...typedAs(sample(kind)), ...more }), beside(events)).findings.map(({ key }) => key);

describe('what is typed and what the schema takes', () => {
  test.each(letterKinds)('%s: comes out of its form as it went in', (kind) => {
    const typed = typedAs(sample(kind));
    expect(letter.parse(letterInput(kind, typed))).toEqual(letter.parse(sample(kind)));
  });

  test.each(letterKinds)('%s: an empty form says of each fact that it is missing, and never fails', (kind) => {
    const { letter: said, findings } = readLetter(stateWith(kind, {}), beside());
    expect(said).toBeNull();
    expect(findings.length).toBeGreaterThan(2);
    for (const { rule, facts } of findings) expect([rule, facts.because]).toEqual(['L-FACT', 'required']);
  });

  test('what was typed for a choice that was unmade makes no part of a letter', () => {
    const left = { 'withheld.1.reason': '不影响公众', 'withheld.1.case': '某案' };
    const typed = { ...typedAs(sample('partially_granted')), ...left };
    expect(letter.parse(letterInput('partially_granted', typed))).toEqual(letter.parse(sample('partially_granted')));
  });

  test('a part that is left empty between two is passed over', () => {
    const part = { ground: 'internal_affairs', what: '会议签到表', which: 'workflow', reason: '不影响公众' };
    const typed = typedAs({ ...sample('partially_granted'), withheld: [part, {}, { ...part, what: '值班表' }] });
    const parsed = letter.parse(letterInput('partially_granted', typed));
    expect(parsed).toMatchObject({ withheld: [{ what: '会议签到表' }, { what: '值班表' }] });
    const parts = letterFields('partially_granted', typed).find(({ kind }) => kind === 'parts');
    expect(parts).toMatchObject({ parts: { length: 4 } }); // three that there are, and one more
  });

  test('what depends on a choice is asked once the choice is made', () => {
    const names = (typed: Record<string, string>) => letterFields('granted', typed).map(({ name }) => name);
    expect(names({})).not.toContain('handing.form');
    expect(names({ 'handing.how': 'enclosed' })).toContain('handing.form');
    expect(names({ 'handing.how': 'on_site' })).toEqual(expect.arrayContaining(['handing.where', 'handing.from']));
  });

  test('anything at all can have been typed', () => {
    expect(codes('extension_notice', { workingDays: 'ten' })).toContain('L-FACT:malformed:workingDays');
    expect(codes('granted', { on: '2024-02-30' })).toEqual(['L-FACT:not_a_day:on']);
    expect(codes('granted', { 'handing.how': 'pigeon' })).toEqual(['L-FACT:malformed:handing.how']);
  });
});

describe('what the register knows', () => {
  test('is not typed, and goes along with it', () => {
    const events = aRequest(
      ['2024-03-01', 'registered'],
      ['2024-03-01', 'received'],
      ['2024-03-05', 'correction_asked', { respondBy: '2024-03-20' }],
      ['2024-03-12', 'corrected'],
    );
    expect(knownFacts('still_unclear', {}, events, ground)).toEqual({
      ...{ receivedOn: '2024-03-01', askedOn: '2024-03-05', correctedOn: '2024-03-12' },
    });
    expect(codes('still_unclear', { askedOn: '1999-01-01' }, events)).toEqual([]);
  });

  test('the last day of an extension is that of the clock', () => {
    const typed = typedAs(sample('extension_notice'));
    const { dueOn } = knownFacts('extension_notice', { ...typed, dueOn: '' }, received('2024-03-01'), ground);
    expect(dueOn).toBe('2024-04-15');
    expect(knownFacts('extension_notice', { ...typed, workingDays: '' }, received('2024-03-01'), ground).dueOn).toBe(
      '',
    );
  });

  test.each([
    [{ method: 'items', quantity: '31', before: '0' }, '2200'],
    [{ method: 'items', quantity: '1', before: '30' }, '200'],
    [{ method: 'pages', quantity: '201', before: '' }, '2740'],
    [{ method: '', quantity: '201', before: '' }, ''],
  ])('a fee is computed by its tariff: %o', (typed, amount) => {
    const on = '2024-03-21';
    expect(knownFacts('fee_notice', { ...typed, on }, received('2024-03-01'), ground).amount).toBe(amount);
  });

  test('no fee is asked for what is free', () => {
    expect(codes('fee_notice', { quantity: '3' })).toEqual(['L-FAULT:no_fee_due:quantity']);
  });

  test('a letter begins with what the request tells', () => {
    const request = {
      applicantName: '赵某',
      asked: '危房\n改造',
      requestsOfYear: 2,
      firstOfYear: '2024-01-03',
      itemsBefore: 1,
    };
    expect(suggestedFacts('granted', request, received('2024-03-01'), '2024-03-21')).toEqual({
      ...{ addressee: '赵某', on: '2024-03-21', asked: '危房 改造', information: '危房 改造' },
    });
    // Whom a third party has to deal with is not told to it.
    expect(suggestedFacts('third_party_inquiry', request, [], '2024-03-21').addressee).toBe('');
  });
});

describe('what contradicts is not sent', () => {
  test('a refusal without its reason, and what does not exist without a search', () => {
    expect(codes('process_info', { reason: '' })).toEqual(['L-FACT:required:reason']);
    expect(codes('law_prohibited', { law: ' ' })).toEqual(['L-FACT:required:law']);
    expect(codes('not_existing', { 'search.places': '', 'search.by': '' })).toEqual([
      ...['L-FACT:required:search.by', 'L-FACT:required:search.places'],
    ]);
    expect(codes('not_existing', { 'search.on': '2024-02-27' })).toEqual(['L-FAULT:search_not_in_time:search.on']);
  });

  test('an answer to a request that has one', () => {
    const events = received('2024-03-01', ['2024-03-08', 'replied']);
    expect(codes('granted', {}, events)).toContain('L-EVENT:request_closed:');
  });

  test('a letter may be dated ahead while it is drafted', () => {
    expect(codes('granted', { on: '2024-05-06' })).toEqual([]);
  });

  test('a letter that moves a published year without saying why', () => {
    const read = (publishedYears: number[], restates = '') => {
      const { findings, restated } = readLetter(stateWith('granted', typedAs(sample('granted')), restates), {
        ...beside(),
        publishedYears,
      });
      return [findings.map(({ key }) => key), restated];
    };
    expect(read([2024])).toEqual([['L-RESTATES:required:restates'], [2024]]);
    expect(read([2024], ' \n')).toEqual([['L-RESTATES:required:restates'], [2024]]);
    expect(read([2024], '漏登')).toEqual([[], [2024]]);
    expect(read([2023])).toEqual([[], []]);
    // What enters nothing moves nothing.
    const notice = readLetter(stateWith('reasons_notice', typedAs(sample('reasons_notice'))), {
      ...beside(),
      publishedYears: [2024],
    });
    expect(notice).toMatchObject({ findings: [], restated: [] });
  });

  test('remedies name the organ, or the letter stays', () => {
    const said = (kind: LetterKind) =>
      readLetter(stateWith(kind, typedAs(sample(kind))), { ...beside(), reconsiderationOrgan: '' }).findings;
    expect(said('process_info').map(({ rule }) => rule)).toEqual(['L-ORGAN']);
    expect(said('reasons_notice')).toEqual([]);
  });
});

test('a number has six-sided brackets', () => {
  expect(letterNumber('德政', 'reply', '2020', 3)).toBe('德政公开告〔2020〕3号');
});
