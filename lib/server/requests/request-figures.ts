import 'server-only';
import type { Day } from '@/lib/domain/calendar/day';
import type { Registers } from '@/lib/domain/report/live-numbers';
import { knownAt, type RequestEvent } from '@/lib/domain/requests/events';
import { stateOf } from '@/lib/domain/requests/replay';
import type { ResultRow } from '@/lib/domain/requests/results';
import { requestSources } from '@/lib/domain/requests/sources';
import { type ReadRequest, type RegisteredRequest, requestAt, type Standing } from '@/lib/domain/requests/statistics';
import type { Tx } from '@/lib/server/db';
import { type ApplicantKind, Prisma } from '@/lib/server/generated/client';
import { eventOfRow, registerSettings } from '@/lib/server/requests/request-events';

/**
 * What the register of requests says of tables three and four for a year, and for the year before with "@year" behind the
 * source; now, or as it stood at an earlier moment. It says nothing of a year before the register began.
 */
export async function requestFigures(tx: Tx, organisationId: string, year: number, asOf?: Date): Promise<Registers> {
  const since = await countedSince(tx, organisationId, asOf);
  if (since === null || since > year) return {};
  const first = Math.max(since, year - 1);
  const requests = await standingRequests(tx, organisationId, { from: first, to: year }, asOf);
  const now = requestSources(requests, year);
  if (first === year) return now;
  const before = Object.entries(requestSources(requests, first));
  return { ...now, ...Object.fromEntries(before.map(([source, said]) => [`${source}@${first}`, said])) };
}

/** The first year that the register counts: as the office has settled it, else that of its first request; null: none yet. */
export async function countedSince(tx: Tx, organisationId: string, asOf?: Date): Promise<number | null> {
  const { registerSince } = await registerSettings(tx, organisationId);
  if (registerSince !== null) return registerSince;
  const first = await tx.disclosureRequest.findFirst({
    where: { organisationId, stage: { not: 'none' }, ...(asOf && { registeredAt: { lte: asOf } }) },
    orderBy: [{ year: 'asc' }, { number: 'asc' }],
    select: { year: true },
  });
  return first?.year ?? null;
}

/**
 * The requests that can stand in table three or four of these years, as the tables see them: now, or as known at a moment.
 * The columns of the register tell it of most. Events are read where cases are counted, and where something was entered
 * after that moment, so that the columns tell something else. Who asked is told as it was entered then.
 */
export async function standingRequests(
  tx: Tx,
  organisationId: string,
  { from, to }: { from: number; to: number },
  asOf?: Date,
): Promise<ReadRequest[]> {
  const at = asOf?.toISOString() ?? 'infinity';
  const rows = await tx.$queryRaw<StandingRow[]>`
    WITH touched AS (
      SELECT DISTINCT request_id FROM request_event
      WHERE organisation_id = ${organisationId}::uuid AND recorded_at > ${at}::timestamptz
    ),
    entered AS (
      SELECT DISTINCT ON (request_id) request_id, applicant_kind_before AS kind FROM request_change
      WHERE organisation_id = ${organisationId}::uuid AND changed_at > ${at}::timestamptz AND applicant_kind_before IS NOT NULL
      ORDER BY request_id, sequence
    ),
    chosen AS (
      SELECT id, coalesce(entered.kind, applicant_kind) AS applicant_kind, received_on, ended_on, result_row,
        cases_open > 0 OR coalesce(case_moved_on >= make_date(${from}::int, 1, 1), false) OR touched.request_id IS NOT NULL AS told
      FROM disclosure_request LEFT JOIN touched ON touched.request_id = id LEFT JOIN entered ON entered.request_id = id
      WHERE organisation_id = ${organisationId}::uuid AND year <= ${to}::int AND (
        (received_on < make_date(${to}::int + 1, 1, 1) AND (ended_on IS NULL OR ended_on >= make_date(${from}::int, 1, 1)))
        OR cases_open > 0 OR case_moved_on >= make_date(${from}::int, 1, 1) OR touched.request_id IS NOT NULL
      )
    )
    SELECT id, applicant_kind AS applicant, received_on::text AS received, ended_on::text AS ended, result_row AS result, (
        SELECT json_agg(json_build_array(key, kind, "on", facts, recorded_at) ORDER BY sequence)
        FROM request_event WHERE told AND request_id = id
      ) AS events
    FROM chosen ORDER BY id`;
  return rows.map(({ id, applicant, events, ...columns }) => ({
    ...{ id, applicant },
    state: events ? stateOf(knownThen(events, asOf)) : standingOf(columns),
  }));
}

function knownThen(rows: readonly StoredEvent[], asOf: Date | undefined) {
  const events = eventsOfRows(rows);
  return asOf ? knownAt(events, asOf.toISOString()) : events;
}

type Columns = { received: Day | null; ended: Day | null; result: ResultRow | null };
type StandingRow = { id: string; applicant: ApplicantKind; events: StoredEvent[] | null } & Columns;

const standingOf = ({ received, ended, result }: Columns): Standing => ({
  receivedOn: received,
  outcomes: ended && result ? [{ on: ended, row: result }] : [],
  cases: [],
});

/**
 * The requests that can stand in table three or four of these years, with their events; as known at a moment, where one is
 * given. Where something was entered after that moment, or `since`, they may have stood elsewhere then, and come along.
 */
export async function requestsFor(
  tx: Tx,
  organisationId: string,
  { from, to, since }: { from: number; to: number; since?: Date },
  asOf?: Date,
): Promise<RegisteredRequest[]> {
  const later = (since ?? asOf)?.toISOString() ?? 'infinity';
  const rows = await tx.$queryRaw<StoredRequest[]>`
    SELECT request.id, request.applicant_kind AS applicant, ${enteredAs} AS "enteredAs",
      json_agg(json_build_array(event.key, event.kind, event."on", event.facts, event.recorded_at) ORDER BY event.sequence) AS events
    FROM disclosure_request AS request JOIN request_event AS event ON event.request_id = request.id
    WHERE request.organisation_id = ${organisationId}::uuid AND (
      (request.received_on < make_date(${to}::int + 1, 1, 1)
        AND (request.ended_on IS NULL OR request.ended_on >= make_date(${from}::int, 1, 1)))
      OR request.cases_open > 0 OR request.case_moved_on >= make_date(${from}::int, 1, 1)
      OR request.year <= ${to}::int AND request.id IN (
        SELECT request_id FROM request_event
        WHERE organisation_id = ${organisationId}::uuid AND recorded_at > ${later}::timestamptz
      )
    )
    GROUP BY request.id`;
  return rows.map((row) => requestOfRow(row, asOf));
}

// In the order in which they were set right.
const enteredAs = Prisma.sql`(
  SELECT json_agg(json_build_array(change.applicant_kind_before, change.changed_at) ORDER BY change.sequence)
  FROM request_change AS change WHERE change.request_id = request.id AND change.applicant_kind_before IS NOT NULL
)`;

type StoredRequest = {
  id: string;
  applicant: ApplicantKind;
  enteredAs: [applicant: ApplicantKind, until: string][] | null;
  events: StoredEvent[];
};

/** As known at a moment, where one is given. */
function requestOfRow({ id, applicant, enteredAs: earlier, events }: StoredRequest, asOf?: Date): RegisteredRequest {
  const request = {
    ...{ id, applicant, events: eventsOfRows(events) },
    enteredAs: (earlier ?? []).map(([as, until]) => ({ applicant: as, until: new Date(until).toISOString() })),
  };
  if (!asOf) return request;
  const instant = asOf.toISOString();
  return { ...requestAt(request, instant), enteredAs: request.enteredAs.filter(({ until }) => until <= instant) };
}

type Touched = RegisteredRequest & {
  number: string;
  /** Why figures of a published year change, and when that was written. */
  reasons: { words: string; at: string }[];
};

/** The requests of the years up to one to which something was entered, or that were set right, since a moment, and up to another. */
export async function enteredSince(
  tx: Tx,
  organisationId: string,
  since: Date,
  { to }: { to: number },
  asOf?: Date,
): Promise<Touched[]> {
  const until = asOf?.toISOString() ?? 'infinity';
  const rows = await tx.$queryRaw<(StoredRequest & { number: string; reasons: Reason[] })[]>`
    SELECT request.id, request.year || '-' || request.number AS number, request.applicant_kind AS applicant,
      ${enteredAs} AS "enteredAs",
      json_agg(json_build_array(event.key, event.kind, event."on", event.facts, event.recorded_at) ORDER BY event.sequence) AS events,
      coalesce(json_agg(json_build_array(event.restates, event.recorded_at) ORDER BY event.sequence)
        FILTER (WHERE event.restates <> ''), '[]')::jsonb
      || (SELECT coalesce(json_agg(json_build_array(change.restates, change.changed_at) ORDER BY change.sequence), '[]')::jsonb
        FROM request_change AS change WHERE change.request_id = request.id AND change.restates <> '') AS reasons
    FROM disclosure_request AS request JOIN request_event AS event ON event.request_id = request.id
    WHERE request.organisation_id = ${organisationId}::uuid AND request.year <= ${to}::int AND request.id IN (
      SELECT request_id FROM request_event WHERE organisation_id = ${organisationId}::uuid
        AND recorded_at > ${since.toISOString()}::timestamptz AND recorded_at <= ${until}::timestamptz
      UNION ALL
      SELECT request_id FROM request_change WHERE organisation_id = ${organisationId}::uuid
        AND changed_at > ${since.toISOString()}::timestamptz AND changed_at <= ${until}::timestamptz
        AND applicant_kind_before IS NOT NULL
    )
    GROUP BY request.id ORDER BY request.year, request.number`;
  return rows.map(({ number, reasons, ...row }) => ({
    ...requestOfRow(row, asOf),
    number,
    reasons: reasons
      .map(([words, at]) => ({ words, at: new Date(at).toISOString() }))
      .filter(({ at }) => !asOf || at <= until),
  }));
}

const eventsOfRows = (rows: readonly StoredEvent[]): RequestEvent[] =>
  rows.map(([key, kind, on, facts, recordedAt]) =>
    eventOfRow({ key, kind, on: new Date(on), facts, recordedAt: new Date(recordedAt) }),
  );

type StoredEvent = [key: string, kind: string, on: string, facts: Prisma.JsonObject, recordedAt: string];
type Reason = [words: string, recordedAt: string];
