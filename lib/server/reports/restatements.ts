import 'server-only';
import { label } from '@/lib/domain/report/addresses';
import type { Restatement } from '@/lib/domain/report/restatement';
import type { RequestEvent } from '@/lib/domain/requests/events';
import { movedYears, restatements, yearsBetween } from '@/lib/domain/requests/restatements';
import { requestAt } from '@/lib/domain/requests/statistics';
import type { Tx } from '@/lib/server/db';
import { formatNamed } from '@/lib/server/reports/formats';
import { registerSettings } from '@/lib/server/requests/request-events';
import { enteredSince, requestsFor } from '@/lib/server/requests/request-figures';

/**
 * The years whose report citizens read, and in whose table three or four one request stands elsewhere after its events have
 * changed. Years before the register began (`registerSince`) were never counted from it and are not moved.
 */
export async function movesPublished(
  tx: Tx,
  organisationId: string,
  before: readonly RequestEvent[],
  after: readonly RequestEvent[],
): Promise<number[]> {
  return movedYears(before, after, await publishedYears(tx, organisationId));
}

/** The years whose report citizens read and whose tables three and four are counted from the register. */
export async function publishedYears(tx: Tx, organisationId: string): Promise<number[]> {
  const { registerSince } = await registerSettings(tx, organisationId);
  const published = await tx.publicEntry.findMany({
    where: { organisationId, kind: 'annual_report', withdrawn: false, year: { gte: registerSince ?? 0 } },
    orderBy: { year: 'asc' },
    select: { year: true },
  });
  return published.map(({ year }) => year);
}

/**
 * What the report of a year has to tell of the published years before it: how the register now says otherwise of each. A
 * change is told once: a year counts from the freezing of its own public edition, or of a later year's, that could tell of
 * it. `asOf`: what a report that was frozen at that moment had to tell.
 */
export async function restatementsFor(
  tx: Tx,
  organisationId: string,
  year: number,
  asOf?: Date,
): Promise<Restatement[]> {
  const told = await toldYears(tx, organisationId, year);
  const earliest = told.reduce<Date | null>((first, { at }) => (first === null || at < first ? at : first), null);
  if (earliest === null) return [];
  const touched = await enteredSince(tx, organisationId, earliest, { to: year - 1 }, asOf);
  if (touched.length === 0) return [];
  const found: Restatement[] = [];
  for (const { year: past, formatId, at } of told) {
    const instant = at.toISOString();
    const since = touched.filter((request) => yearsBetween(requestAt(request, instant), request, [past]).length > 0);
    if (since.length === 0) continue;
    const format = formatNamed(formatId);
    const requests = await requestsFor(tx, organisationId, { from: past, to: past, since: at }, asOf);
    const { cells } = restatements(requests, past, format, instant);
    if (cells.length === 0) continue; // one request took the place of another
    const reasons = since.flatMap(({ reasons: written }) => written.filter(({ at: then }) => then > instant));
    found.push({
      year: past,
      cells: cells.map((cell) => ({ ...cell, label: label(format, cell.address) })),
      requests: since.map(({ id, number }) => ({ id, number })),
      reasons: [...new Set(reasons.map(({ words }) => words))],
    });
  }
  return found;
}

/** The published years before one, each with the moment up to which its changes were counted or told. */
async function toldYears(tx: Tx, organisationId: string, year: number) {
  const { registerSince } = await registerSettings(tx, organisationId);
  const reports = await tx.annualReport.findMany({
    where: {
      organisationId,
      year: { lt: year, gte: registerSince ?? 0 },
      document: { publicEntry: { withdrawn: false } },
    },
    orderBy: { year: 'asc' },
    select: {
      year: true,
      formatId: true,
      document: {
        select: {
          publications: {
            where: { revisionId: { not: null } },
            orderBy: { number: 'desc' },
            take: 1,
            select: { revision: { select: { frozenAt: true } } },
          },
        },
      },
    },
  });
  const frozen = reports.flatMap(({ year: of, formatId, document }) => {
    const at = document.publications[0]?.revision?.frozenAt;
    return at ? [{ year: of, formatId, at }] : [];
  });
  return frozen.map((each) => ({
    ...each,
    at: frozen.reduce((last, other) => (other.year >= each.year && other.at > last ? other.at : last), each.at),
  }));
}
