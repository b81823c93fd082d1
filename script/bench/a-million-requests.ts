import pg from 'pg';
import { resultRows } from '@/lib/domain/requests/results';
import { applicantKinds } from '@/lib/domain/requests/statistics';
import { fillOrganisations, type Town, takeOffGuards, townOf } from '@/script/bench/a-million-items';

type Size = { requests: number; organisations: number };

const million: Size = { requests: 1_000_000, organisations: 200 };

/**
 * Fills a migrated, empty database with requests of the years 2019 to 2025, spread alike over the organisations in the
 * order in which they came, each with the events and the columns that the register would have. Answers one organisation.
 */
export async function aMillionRequests(ownerUrl: string, size: Size = million): Promise<Town> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await takeOffGuards(client, ['disclosure_request', 'request_event']);
    await fillOrganisations(client, size.organisations);
    await tellStories(client, size);
    await fillRequests(client);
    await fillEvents(client);
    for (const table of ['organisation', 'user_account', 'disclosure_request', 'request_event'])
      await client.query(`VACUUM (ANALYZE) ${table}`);
    return await townOf(client, 2);
  } finally {
    await client.end();
  }
}

/** What happened to each request, on which day: one in five extended, one in twenty taken to reconsideration. */
async function tellStories(client: pg.Client, { requests, organisations }: Size) {
  await client.query(
    `CREATE TEMP TABLE story AS
     SELECT n, n % $2::int + 1 AS town, pg_temp.document_id(n) AS id, arrived, received,
       CASE WHEN pg_temp.pick(n, 3, 5) = 0 THEN received + 10 END AS extended, ended,
       ($3::text[])[1 + pg_temp.pick(n, 4, $4::int)] AS result,
       ($5::text[])[1 + pg_temp.pick(n, 5, 6)] AS applicant,
       CASE WHEN challenged THEN ended + 20 END AS opened,
       CASE WHEN challenged AND pg_temp.pick(n, 6, 5) > 0 THEN ended + 80 END AS closed,
       CASE WHEN NOT challenged AND pg_temp.pick(n, 7, 10) < 7 THEN ended + 100 END AS archived
     FROM generate_series(1, $1::int) n,
       LATERAL (SELECT '2019-01-01'::date + (n::bigint * 2500 / $1)::int AS arrived) a,
       LATERAL (SELECT arrived + pg_temp.pick(n, 1, 4) AS received) r,
       LATERAL (SELECT CASE WHEN pg_temp.pick(n, 2, 100) < 97 AND received + 60 < '2025-11-05' THEN received + 12 + pg_temp.pick(n, 8, 45) END AS ended,
         pg_temp.pick(n, 9, 20) = 0 AS challenged) e`,
    // The two rows of lapses come from events of their own; the stories here end with an answer.
    [requests, organisations, answered, answered.length, applicantKinds],
  );
}

const answered = resultRows.filter(
  (row) => !['other_no_correction', 'other_fee_unpaid', 'unavailable_still_unclear'].includes(row),
);

async function fillRequests(client: pg.Client) {
  await client.query(
    `INSERT INTO disclosure_request (id, organisation_id, year, number, applicant_kind, applicant_name, asked, form, delivery, channel,
       handler_id, registered_at, version, stage, arrived_on, received_on, due_step, due_on, ended_on, result_row, archived_on,
       cases_open, case_moved_on)
     SELECT id, pg_temp.id('organisation', town), extract(year FROM arrived),
       row_number() OVER (PARTITION BY town, extract(year FROM arrived) ORDER BY n), applicant::"ApplicantKind", '某某', '预算和决算',
       'paper', 'post', 'internet', pg_temp.id('user' || 1 + pg_temp.pick(n, 11, 3), town), arrived + interval '9 hours', 3,
       CASE WHEN ended IS NULL THEN 'open' WHEN archived IS NULL THEN 'closed' ELSE 'archived' END, arrived, received,
       CASE WHEN ended IS NULL THEN 'reply' END, CASE WHEN ended IS NULL THEN received + 28 END, ended,
       CASE WHEN ended IS NOT NULL THEN result END, archived, (opened IS NOT NULL AND closed IS NULL)::int, coalesce(closed, opened)
     FROM story ORDER BY n`,
  );
}

/** In the order in which they were entered, as the table of a register grows. */
async function fillEvents(client: pg.Client) {
  await client.query(
    `INSERT INTO request_event (organisation_id, request_id, sequence, key, kind, "on", facts, user_name, recorded_at)
     SELECT pg_temp.id('organisation', town), id, sequence, 'e' || sequence, kind, "on", facts, '某某', "on" + interval '10 hours'
     FROM story, LATERAL (VALUES
       (1, 'registered', arrived, '{"channel": "internet"}'::jsonb),
       (2, 'received', received, '{"by": "confirmation"}'),
       (3, 'extended', extended, jsonb_build_object('workingDays', 20, 'consentedOn', extended, 'consentBy', '某某')),
       (4, 'replied', ended, jsonb_build_object('row', result)),
       (5, 'delivered', ended + 2, '{"way": "post", "proof": ""}'),
       (6, 'reconsideration_opened', opened, '{}'),
       (7, 'reconsideration_closed', closed, '{"case": "e6", "result": "upheld"}'),
       (8, 'archived', archived, '{"number": ""}')
     ) AS event (sequence, kind, "on", facts)
     WHERE "on" IS NOT NULL ORDER BY "on", n, sequence`,
  );
}
