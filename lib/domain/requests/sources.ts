import { type ResultRow, resultRows } from '@/lib/domain/requests/results';
import type { CaseKind } from '@/lib/domain/requests/state';
import {
  applicantKinds,
  type CasePlacement,
  casePlacementsOf,
  type Placement,
  placementsOf,
  type ReadRequest,
} from '@/lib/domain/requests/statistics';

/**
 * The rows of table three that a register of requests can fill, whatever the format: the first two, the results, the last,
 * and what joins several results (`results_total` is （七）总计, `other_handling` the one row of the format of 2019).
 */
export const requestRows = [
  'new_received',
  'carried_over',
  ...resultRows,
  'denied',
  'unavailable',
  'not_processed',
  'other_handling',
  'results_total',
  'carried_forward',
] as const;
export type RequestRow = (typeof requestRows)[number];

export const requestColumns = [...applicantKinds, 'total'] as const;

const caseKinds: readonly CaseKind[] = ['reconsideration', 'litigation_direct', 'litigation_after_reconsideration'];
const caseStandings = ['upheld', 'corrected', 'other_result', 'pending', 'total'] as const;

/** The columns of table four, totals included. */
export const caseColumns: readonly string[] = caseKinds.flatMap((kind) =>
  caseStandings.map((standing) => `${kind}_${standing}`),
);

/**
 * What a register of requests says of a year, by source: `requests/<row>/<column>` for table three, `cases/<column>` for
 * table four. Every source has a number, 0 included. Requests that stand in neither table may be left out of the list.
 */
export function requestSources(requests: readonly ReadRequest[], year: number): Record<string, number> {
  const said = Object.fromEntries([
    ...requestRows.flatMap((row) => requestColumns.map((column) => [`requests/${row}/${column}`, 0])),
    ...caseColumns.map((column) => [`cases/${column}`, 0]),
  ]) as Record<string, number>; // entries of a known shape
  const count = (source: string) => {
    said[source] = (said[source] ?? 0) + 1;
  };
  for (const { column, from, to } of placementsOf(requests, year)) {
    for (const row of [from, ...rowsOf(to)]) {
      count(`requests/${row}/${column}`);
      count(`requests/${row}/total`);
    }
  }
  for (const { column } of casePlacementsOf(requests, year)) {
    count(`cases/${column}`);
    count(`cases/${totalOf(column)}`);
  }
  return said;
}

/** The requests that a source counts: what opens when a reader asks of whom it speaks. None for a source that is unknown. */
export function requestsBehind(requests: readonly ReadRequest[], year: number, source: string): string[] {
  const [register, row, column] = source.split('/');
  if (register === 'cases') {
    const inColumn = (each: CasePlacement) => each.column === row || totalOf(each.column) === row;
    return [
      ...new Set(
        casePlacementsOf(requests, year)
          .filter(inColumn)
          .map(({ request }) => request),
      ),
    ];
  }
  const inCell = (each: Placement) =>
    (column === 'total' || each.column === column) && [each.from, ...rowsOf(each.to)].some((own) => own === row);
  return register === 'requests'
    ? placementsOf(requests, year)
        .filter(inCell)
        .map(({ request }) => request)
    : [];
}

/** A request stands in its own row, and in every row that joins it with others. */
function rowsOf(to: Placement['to']): RequestRow[] {
  if (to === 'carried_forward') return [to];
  const group = groupOf(to);
  return group ? [to, group, 'results_total'] : [to, 'results_total'];
}

function groupOf(row: ResultRow): RequestRow | null {
  if (row.startsWith('denied_')) return 'denied';
  if (row.startsWith('unavailable_')) return 'unavailable';
  if (row.startsWith('np_')) return 'not_processed';
  return row.startsWith('other_') ? 'other_handling' : null;
}

const totalOf = (column: string) => {
  const kind = caseKinds.find((each) => caseStandings.some((standing) => column === `${each}_${standing}`));
  return `${kind ?? column}_total`;
};
