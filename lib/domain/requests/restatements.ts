import type { CellAddress } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';
import type { RequestEvent } from '@/lib/domain/requests/events';
import {
  type Counted,
  casePlacementsIn,
  placementsIn,
  type RegisteredRequest,
  requestAt,
  tableFour,
  tableThree,
} from '@/lib/domain/requests/statistics';

export type Restated = { address: CellAddress; before: number; after: number };

/**
 * What has changed in the tables of a year since a report was published: cells, and the requests that moved them by what was
 * entered or set right after that instant. A restatement to be told with its reason, never a silent change.
 */
export function restatements(
  requests: readonly RegisteredRequest[],
  year: number,
  format: ReportFormat,
  publishedAt: string,
): { cells: Restated[]; requests: string[] } {
  const then = requests.map((request) => requestAt(request, publishedAt));
  const tables = [
    { id: 't3', before: tableThree(then, year, format), after: tableThree(requests, year, format) },
    { id: 't4', before: tableFour(then, year, format), after: tableFour(requests, year, format) },
  ];
  const moved = requests.filter((request, at) => places([request], year) !== places(then.slice(at, at + 1), year));
  return {
    cells: tables.flatMap(({ id, before, after }) => differences(id, before, after)),
    requests: moved.map(({ id }) => id),
  };
}

/** Of these years, those in whose table three or four one request stands elsewhere after its events have changed. */
export const movedYears = (
  before: readonly RequestEvent[],
  after: readonly RequestEvent[],
  years: readonly number[],
): number[] => yearsBetween(alone(before), alone(after), years);

/** The same, where who asked may have been set right too. */
export const yearsBetween = (before: RegisteredRequest, after: RegisteredRequest, years: readonly number[]): number[] =>
  years.filter((year) => places([before], year) !== places([after], year));

// Who asked moves no request between years.
const alone = (events: readonly RequestEvent[]): RegisteredRequest => ({ id: '', applicant: 'natural_person', events });

// Without the names of events: a case that was reversed and entered anew counts where it did.
const places = (requests: readonly RegisteredRequest[], year: number) =>
  JSON.stringify([
    placementsIn(requests, year).map(({ column, from, to }) => [column, from, to]),
    casePlacementsIn(requests, year)
      .map(({ column }) => column)
      .sort(),
  ]);

const differences = (table: string, before: Counted, after: Counted): Restated[] =>
  Object.entries(after).flatMap(([row, cells]) =>
    Object.entries(cells).flatMap(([column, now]) => {
      const then = before[row]?.[column] ?? 0;
      return now === then ? [] : [{ address: `${table}/${row}/${column}` as const, before: then, after: now }];
    }),
  );
