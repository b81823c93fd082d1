import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '@/lib/domain/calendar/day';
import { formatById, formatFor } from '@/lib/domain/report/formats';
import { aRequest, received } from '@/lib/domain/requests/a-request';
import type { RequestEvent } from '@/lib/domain/requests/events';
import { randomness } from '@/lib/domain/requests/oracle/patterns';
import { someRegister } from '@/lib/domain/requests/oracle/register';
import { replay } from '@/lib/domain/requests/replay';
import {
  type ApplicantKind,
  applicantKinds,
  type Counted,
  placementsIn,
  type RegisteredRequest,
  requestsAt,
  tableFour,
  tableThree,
} from '@/lib/domain/requests/statistics';

const formatOf = (id: string) => {
  const format = formatById(id);
  if (!format) throw new Error(`no format ${id}`);
  return format;
};
const [old, now] = [formatOf('2019'), formatOf('2021')];
const one = (events: RequestEvent[], applicant: ApplicantKind = 'natural_person', id = 'r'): RegisteredRequest => ({
  id,
  applicant,
  events,
});
const told = (table: Counted, column = 'total') =>
  Object.fromEntries(Object.entries(table).flatMap(([row, cells]) => (cells[column] ? [[row, cells[column]]] : [])));

describe('a request over the turn of the year', () => {
  const request = one(
    received('2023-12-20', ['2024-01-10', 'replied', { row: 'denied_process_info' }]),
    'research_institution',
  );

  test('is new in one year and carried over and ended in the next', () => {
    expect(told(tableThree([request], 2023, now))).toEqual({ new_received: 1, carried_forward: 1 });
    expect(told(tableThree([request], 2024, now), 'research_institution')).toEqual({
      carried_over: 1,
      denied_process_info: 1,
      results_total: 1,
    });
    expect(told(tableThree([request], 2024, now), 'natural_person')).toEqual({});
    expect(told(tableThree([request], 2022, now))).toEqual({});
    expect(told(tableThree([request], 2025, now))).toEqual({});
  });

  test('taken up again it is not counted again', () => {
    const again = one([
      ...request.events,
      ...aRequest(['2024-06-01', 'reopened'], ['2025-02-01', 'replied', { id: 'second', row: 'granted' }]),
    ]);
    expect(told(tableThree([again], 2024, now))).toEqual({ carried_over: 1, denied_process_info: 1, results_total: 1 });
    expect(told(tableThree([again], 2025, now))).toEqual({});
  });
});

test('the year is that of receipt, not of arrival; what was never confirmed is not counted', () => {
  const mailed = aRequest(
    ['2023-12-29', 'registered', { channel: 'internet' }],
    ['2024-01-02', 'received', { by: 'confirmation' }],
  );
  expect(told(tableThree([one(mailed)], 2023, now))).toEqual({});
  expect(told(tableThree([one(mailed)], 2024, now))).toEqual({ new_received: 1, carried_forward: 1 });
  expect(told(tableThree([one(mailed.slice(0, 1))], 2024, now))).toEqual({});
});

test.each([
  ['correction_lapsed', 'other_no_correction'],
  ['fee_lapsed', 'other_fee_unpaid'],
  ['withdrawn', 'other_other'],
] as const)('%s counts as %s, and in the format of 2019 in one row', (kind, row) => {
  const before = kind === 'correction_lapsed' ? 'correction_asked' : 'fee_noticed';
  const request = (year: number) =>
    one(
      received(
        `${year}-03-01`,
        [`${year}-03-04`, before, before === 'correction_asked' ? { respondBy: `${year}-03-20` } : {}],
        [`${year}-05-06`, kind],
      ),
    );
  expect(told(tableThree([request(2024)], 2024, now))).toMatchObject({ [row]: 1 });
  expect(told(tableThree([request(2020)], 2020, old))).toEqual({
    new_received: 1,
    other_handling: 1,
    results_total: 1,
  });
});

test('a cell opens the requests that it counts', () => {
  const requests = [
    one(received('2024-03-01', ['2024-03-20', 'replied', { row: 'np_repeat' }]), 'natural_person', 'a'),
    one(received('2024-03-01', ['2024-03-20', 'withdrawn']), 'other_org', 'b'),
    one(received('2024-03-01'), 'other_org', 'c'),
  ];
  const opened = (row: string, column: string) => requestsAt(placementsIn(requests, 2024), now, row, column);
  expect(opened('new_received', 'total')).toEqual(['a', 'b', 'c']);
  expect(opened('results_total', 'total')).toEqual(['a', 'b']);
  expect(opened('carried_forward', 'other_org')).toEqual(['c']);
  expect(opened('granted', 'total')).toEqual([]);
});

test('table four: closed in its year, pending at the end of the years before', () => {
  const request = one(
    received(
      '2022-03-01',
      ['2022-03-20', 'replied'],
      ['2022-05-01', 'reconsideration_opened'],
      ['2023-01-10', 'reconsideration_closed', { result: 'corrected' }],
      ['2023-02-01', 'litigation_opened', { after: 'reconsideration_opened' }],
    ),
  );
  const year = (number: number) => told(tableFour([request], number, now), 'reconsideration_total');
  expect(tableFour([request], 2022, now).cases).toMatchObject({ reconsideration_pending: 1, reconsideration_total: 1 });
  expect(tableFour([request], 2023, now).cases).toMatchObject({
    ...{ reconsideration_corrected: 1, reconsideration_pending: 0, reconsideration_total: 1 },
    ...{ litigation_after_reconsideration_pending: 1, litigation_direct_total: 0 },
  });
  expect([year(2021), year(2024)]).toEqual([{}, {}]);
  expect(tableFour([request], 2024, now).cases).toMatchObject({ litigation_after_reconsideration_pending: 1 });
});

// An independent counter: it moves through the days of the whole register at once, with what is open in its hands.
describe('random registers of 10,000 requests over six years', () => {
  const years = [2019, 2020, 2021, 2022, 2023, 2024];
  const day = (n: number): Day => addDays('2019-01-01', n);
  const days = Array.from({ length: 4_500 }, (_, n) => day(n));
  const days6 = 2_191;

  test.each([1, 2, 3])(
    'register %i: every cell, nothing twice, nothing lost',
    (seed) => {
      const random = randomness(seed);
      const requests = someRegister(10_000, days6, (n) => days[n] ?? '2031-01-01', random);
      expect(requests.flatMap(({ events }) => replay(events).misfits)).toEqual([]);
      const flows = flowsOf(requests, years);
      for (const year of years) {
        const format = formatFor(year);
        if (!format) throw new Error(`no format for ${year}`);
        expect(leaves(tableThree(requests, year, format))).toEqual(flows.three(year, format.id === '2019'));
        expect(tableFour(requests, year, format)).toEqual({ cases: flows.four(year) });
      }
      for (const year of years) {
        const [table, next] = [tableThree(requests, year, now), tableThree(requests, year + 1, now)];
        expect(next.carried_over).toEqual(table.carried_forward);
        for (const column of [...applicantKinds, 'total']) {
          const at = (row: string) => table[row]?.[column] ?? Number.NaN;
          expect(at('new_received') + at('carried_over')).toBe(at('results_total') + at('carried_forward'));
        }
      }
    },
    30_000,
  );
});

// Only what is not a total, and no zeroes.
const leaves = (table: Counted) =>
  Object.fromEntries(
    Object.entries(table).flatMap(([row, cells]) =>
      row === 'results_total'
        ? []
        : Object.entries(cells).flatMap(([column, n]) =>
            column === 'total' || n === 0 ? [] : [[`${row}/${column}`, n]],
          ),
    ),
  );

function flowsOf(requests: readonly RegisteredRequest[], years: readonly number[]) {
  const three = new Map<string, number>();
  const four = new Map<string, number>();
  const add = (map: Map<string, number>, key: string, n = 1) => map.set(key, (map.get(key) ?? 0) + n);
  const rows: Record<string, string> = {
    correction_lapsed: 'other_no_correction',
    fee_lapsed: 'other_fee_unpaid',
    withdrawn: 'other_other',
  };
  type Move = { on: string; at: number; who: number; event: RequestEvent };
  const moves: Move[] = [];
  requests.forEach(({ events }, who) => {
    const gone = new Set(events.flatMap((event) => (event.kind === 'reversed' ? [event.event] : [])));
    events.forEach((event, at) => {
      if (!gone.has(event.id)) moves.push({ on: event.on, at, who, event });
    });
  });
  moves.sort((a, b) => a.on.localeCompare(b.on) || a.who - b.who || a.at - b.at);

  const open = new Map<number, string>(); // request → column
  const seen = new Set<number>();
  const pending = new Map<string, string>(); // case → block
  let at = 0;
  for (const year of years) {
    for (const column of open.values()) add(three, `${year}/carried_over/${column}`);
    for (; at < moves.length && (moves[at]?.on ?? '') < `${year + 1}`; at += 1) {
      const move = moves[at];
      if (!move) break;
      const { who, event } = move;
      const column = requests[who]?.applicant ?? '';
      if (event.kind === 'received') {
        add(three, `${year}/new_received/${column}`);
        open.set(who, column);
        seen.add(who);
      } else if (event.kind in rows || event.kind === 'replied') {
        const row = event.kind === 'replied' ? event.row : (rows[event.kind] ?? '');
        if (open.delete(who)) add(three, `${year}/${row}/${column}`);
      } else if (event.kind === 'reconsideration_opened') {
        pending.set(`${who}/${event.id}`, 'reconsideration');
      } else if (event.kind === 'litigation_opened') {
        pending.set(
          `${who}/${event.id}`,
          event.after === null ? 'litigation_direct' : 'litigation_after_reconsideration',
        );
      } else if (event.kind === 'reconsideration_closed' || event.kind === 'litigation_closed') {
        const block = pending.get(`${who}/${event.case}`);
        if (block) add(four, `${year}/${block}_${event.result}`);
        pending.delete(`${who}/${event.case}`);
      }
    }
    for (const column of open.values()) add(three, `${year}/carried_forward/${column}`);
    for (const block of pending.values()) add(four, `${year}/${block}_pending`);
  }
  return {
    three: (year: number, joined: boolean) => {
      const cells: Record<string, number> = {};
      for (const [key, n] of three) {
        const [of, row = '', column] = key.split('/');
        if (of !== `${year}`) continue;
        const name = joined && row.startsWith('other_') ? 'other_handling' : row;
        cells[`${name}/${column}`] = (cells[`${name}/${column}`] ?? 0) + n;
      }
      return cells;
    },
    four: (year: number) => {
      const cells: Record<string, number> = {};
      for (const block of ['reconsideration', 'litigation_direct', 'litigation_after_reconsideration']) {
        for (const result of ['upheld', 'corrected', 'other_result', 'pending']) {
          const n = four.get(`${year}/${block}_${result}`) ?? 0;
          cells[`${block}_${result}`] = n;
          cells[`${block}_total`] = (cells[`${block}_total`] ?? 0) + n;
        }
      }
      return cells;
    },
  };
}
