import { describe, expect, test } from 'vitest';
import { formatById } from '@/lib/domain/report/formats';
import { aRequest, received } from '@/lib/domain/requests/a-request';
import type { RequestEvent } from '@/lib/domain/requests/events';
import { movedYears, restatements } from '@/lib/domain/requests/restatements';
import type { ApplicantKind, RegisteredRequest } from '@/lib/domain/requests/statistics';

const one = (events: RequestEvent[], applicant: ApplicantKind = 'natural_person', id = 'r'): RegisteredRequest => ({
  id,
  applicant,
  events,
});
const now = formatById('2021');
if (!now) throw new Error('no format 2021');

test('what was entered after publication is a restatement, cell by cell, with the requests that moved', () => {
  const at = (recordedAt: string, events: RequestEvent[]) => events.map((event) => ({ ...event, recordedAt }));
  const early = at('2024-01-05T00:00:00.000Z', received('2023-12-20'));
  const late = at('2024-02-05T00:00:00.000Z', aRequest(['2023-12-29', 'replied']));
  const requests = [one([...early, ...late], 'natural_person', 'a'), one(early, 'other_org', 'b')];
  expect(restatements(requests, 2023, now, '2024-01-31T00:00:00.000Z')).toEqual({
    cells: [
      { address: 't3/granted/natural_person', before: 0, after: 1 },
      { address: 't3/granted/total', before: 0, after: 1 },
      { address: 't3/results_total/natural_person', before: 0, after: 1 },
      { address: 't3/results_total/total', before: 0, after: 1 },
      { address: 't3/carried_forward/natural_person', before: 1, after: 0 },
      { address: 't3/carried_forward/total', before: 2, after: 1 },
    ],
    requests: ['a'],
  });
  expect(restatements(requests, 2023, now, '2024-03-01T00:00:00.000Z')).toEqual({ cells: [], requests: [] });
});

describe('which years a change moves', () => {
  const years = [2021, 2022, 2023, 2024, 2025];
  const open = received('2022-12-20');
  const answered = [...open, ...aRequest(['2022-12-29', 'replied'])];

  test('a request that nobody knew moves every year in which it stood open', () => {
    expect(movedYears([], open, years)).toEqual([2022, 2023, 2024, 2025]);
    expect(movedYears([], answered, years)).toEqual([2022]);
  });

  test('an answer entered late takes the request out of what was carried on', () => {
    expect(movedYears(open, answered, years)).toEqual([2022, 2023, 2024, 2025]);
    const next = [...open, ...aRequest(['2023-01-10', 'replied'])];
    expect(movedYears(open, next, years)).toEqual([2023, 2024, 2025]);
    expect(movedYears(open, next, [2022])).toEqual([]);
  });

  test('the reversal of a counted answer brings it back', () => {
    const reversed = [...answered, ...aRequest(['2024-03-01', 'reversed', { event: 'replied' }])];
    expect(movedYears(answered, reversed, years)).toEqual([2022, 2023, 2024, 2025]);
  });

  test('an answer set right into another row moves its year alone; into the same row none', () => {
    const entered = (row: string) => [
      ...answered,
      ...aRequest(['2024-03-01', 'reversed', { event: 'replied' }], ['2022-12-29', 'replied', { id: 'anew', row }]),
    ];
    expect(movedYears(answered, entered('np_repeat'), years)).toEqual([2022]);
    expect(movedYears(answered, entered('granted'), years)).toEqual([]);
  });

  test('taken up again by order of a court, it moves no year of table three', () => {
    const sued = [
      ...answered,
      ...aRequest(['2023-05-01', 'litigation_opened'], ['2024-02-01', 'litigation_closed', { result: 'corrected' }]),
    ];
    expect(movedYears(answered, sued, years)).toEqual([2023, 2024]);
    const again = [
      ...sued,
      ...aRequest(
        ['2024-03-01', 'reopened', { because: 'litigation' }],
        ['2024-03-20', 'replied', { id: 'second', row: 'partially_granted' }],
      ),
    ];
    expect(movedYears(sued, again, years)).toEqual([]);
  });

  test('a case that was reversed and entered anew moves nothing', () => {
    const sued = [...answered, ...aRequest(['2023-05-01', 'reconsideration_opened'])];
    const anew = [
      ...sued,
      ...aRequest(
        ['2023-06-01', 'reversed', { event: 'reconsideration_opened' }],
        ['2023-05-02', 'reconsideration_opened', { id: 'anew' }],
      ),
    ];
    expect(movedYears(sued, anew, years)).toEqual([]);
  });
});
