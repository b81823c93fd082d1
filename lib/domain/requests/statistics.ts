import { yearOf } from '@/lib/domain/calendar/day';
import type { ReportFormat, Table } from '@/lib/domain/report/format';
import { knownAt, type RequestEvent } from '@/lib/domain/requests/events';
import { stateOf } from '@/lib/domain/requests/replay';
import type { ResultRow } from '@/lib/domain/requests/results';
import type { Case, Outcome, RequestState } from '@/lib/domain/requests/state';

/** The six columns of table three: who asked. */
export const applicantKinds = [
  'natural_person',
  'commercial_enterprise',
  'research_institution',
  'public_welfare_org',
  'legal_service_institution',
  'other_org',
] as const;
export type ApplicantKind = (typeof applicantKinds)[number];

/** A request as the tables see it. */
export type RegisteredRequest = {
  id: string;
  applicant: ApplicantKind;
  /** As what it had been entered before that was set right, and until when, earliest first. */
  enteredAs?: readonly { applicant: ApplicantKind; until: string }[];
  events: readonly RequestEvent[];
};

/** The request as it was known at an instant: what a report published then could count. */
export const requestAt = ({ id, applicant, enteredAs = [], events }: RegisteredRequest, instant: string) => ({
  id,
  applicant: enteredAs.find(({ until }) => until > instant)?.applicant ?? applicant,
  events: knownAt(events, instant),
});

/**
 * Where a request stands in table three of a year: in one of the first two rows, and in one row of results or among
 * what is carried forward. The identities of the table hold because every request is placed so, or not at all.
 */
export type Placement = {
  request: string;
  column: ApplicantKind;
  from: 'new_received' | 'carried_over';
  to: ResultRow | 'carried_forward';
};

/** A case in table four of a year. */
export type CasePlacement = { request: string; case: string; column: string };

/** Rows by id, columns by id, totals included: one table of a report's tables. */
export type Counted = Record<string, Record<string, number>>;

/** All that the tables ask of the state of a request. */
export type Standing = Pick<RequestState, 'receivedOn' | 'cases'> & {
  outcomes: readonly Pick<Outcome, 'on' | 'row'>[];
};

/** A request whose events have been read: the tables of several years ask for it once. */
export type ReadRequest = Omit<RegisteredRequest, 'events' | 'enteredAs'> & { state: Standing };

export const readRequests = (requests: readonly RegisteredRequest[]): ReadRequest[] =>
  requests.map(({ id, applicant, events }) => ({ id, applicant, state: stateOf(events) }));

/** The places of all requests in table three of a year; those not received by its end, or ended before it, have none. */
export const placementsIn = (requests: readonly RegisteredRequest[], year: number): Placement[] =>
  placementsOf(readRequests(requests), year);

export const placementsOf = (requests: readonly ReadRequest[], year: number): Placement[] =>
  requests.flatMap(({ id, applicant, state }) => {
    const placed = placed3(state, year);
    return placed ? [{ request: id, column: applicant, ...placed }] : [];
  });

/**
 * New in the year of its receipt (Article 31), ended in the year in which it first ended: taken up again by order of a
 * court or a reconsideration, it is still the one request that has been counted.
 */
function placed3({ receivedOn, outcomes }: Standing, year: number): Pick<Placement, 'from' | 'to'> | null {
  const [first] = outcomes;
  if (!receivedOn || yearOf(receivedOn) > year) return null;
  const ended = first ? yearOf(first.on) : Number.POSITIVE_INFINITY;
  if (ended < year) return null;
  return {
    from: yearOf(receivedOn) === year ? 'new_received' : 'carried_over',
    to: first && ended === year ? first.row : 'carried_forward',
  };
}

/** Table three of a year, every cell, in the rows and columns of a format. */
export function tableThree(requests: readonly RegisteredRequest[], year: number, format: ReportFormat): Counted {
  return countedThree(placementsIn(requests, year), format);
}

/** The same, where the places are known already. */
export function countedThree(placements: readonly Placement[], format: ReportFormat): Counted {
  const table = tableNamed(format, 't3');
  const counted = zeroes(table);
  for (const { column, from, to } of placements) {
    count(counted, from, column);
    count(counted, rowIn(table, to), column);
  }
  return withTotals(counted, table);
}

/** The requests that a cell of table three counts, totals included: what opens when a reader asks of whom it speaks. */
export function requestsAt(
  placements: readonly Placement[],
  format: ReportFormat,
  row: string,
  column: string,
): string[] {
  const table = tableNamed(format, 't3');
  const rows = table.rows.find(({ id }) => id === row)?.sumOf ?? [row];
  const columns = table.columns.find(({ id }) => id === column)?.sumOf ?? [column];
  const counts = ({ column: own, from, to }: Placement) =>
    columns.includes(own) && (rows.includes(from) || rows.includes(rowIn(table, to)));
  return placements.filter(counts).map(({ request }) => request);
}

/** The places of all cases in table four: closed in the year by their result, open at its end as pending. */
export const casePlacementsIn = (requests: readonly RegisteredRequest[], year: number): CasePlacement[] =>
  casePlacementsOf(readRequests(requests), year);

export const casePlacementsOf = (requests: readonly ReadRequest[], year: number): CasePlacement[] =>
  requests.flatMap(({ id, state }) =>
    state.cases.flatMap((each) => {
      const result = placed4(each, year);
      return result ? [{ request: id, case: each.id, column: `${each.kind}_${result}` }] : [];
    }),
  );

function placed4({ openedOn, closedOn, result }: Case, year: number) {
  if (yearOf(openedOn) > year) return null;
  if (!closedOn || yearOf(closedOn) > year) return 'pending';
  return yearOf(closedOn) === year ? result : null;
}

/** Table four of a year, in the columns of a format. */
export function tableFour(requests: readonly RegisteredRequest[], year: number, format: ReportFormat): Counted {
  const table = tableNamed(format, 't4');
  const counted = zeroes(table);
  const [row] = table.rows;
  for (const { column } of casePlacementsIn(requests, year)) if (row) count(counted, row.id, column);
  return withTotals(counted, table);
}

/** A format with fewer results joins those of the last group in its one row (the format of 2019). */
function rowIn(table: Table, row: Placement['to']): string {
  if (table.rows.some(({ id, figures }) => id === row && figures)) return row;
  const joined = row.startsWith('other_') ? 'other_handling' : '';
  if (table.rows.some(({ id, figures }) => id === joined && figures)) return joined;
  throw new Error(`table ${table.id} has no row for ${row}`);
}

function tableNamed(format: ReportFormat, id: string): Table {
  const table = format.tables.find((each) => each.id === id);
  if (!table) throw new Error(`format ${format.id} has no table ${id}`);
  return table;
}

const zeroes = ({ rows, columns }: Table): Counted =>
  Object.fromEntries(
    rows
      .filter(({ figures }) => figures)
      .map(({ id }) => [id, Object.fromEntries(columns.map((column) => [column.id, 0]))]),
  );

function count(counted: Counted, row: string, column: string) {
  const cells = counted[row];
  if (cells?.[column] === undefined) throw new Error(`no cell ${row}/${column}`);
  cells[column] += 1;
}

function withTotals(counted: Counted, { rows, columns }: Table): Counted {
  const at = (row: string, column: string) => counted[row]?.[column] ?? 0;
  const total = (row: (typeof rows)[number], column: (typeof columns)[number]) => {
    let sum = 0;
    for (const r of row.sumOf ?? [row.id]) for (const c of column.sumOf ?? [column.id]) sum += at(r, c);
    return sum;
  };
  return Object.fromEntries(
    rows
      .filter(({ figures }) => figures)
      .map((row) => [row.id, Object.fromEntries(columns.map((column) => [column.id, total(row, column)]))]),
  );
}
