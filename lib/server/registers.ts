import 'server-only';
import type { Registers } from '@/lib/domain/report/live-numbers';
import type { Tx } from '@/lib/server/db';

type Counts = { source: string; said: string }[];

/**
 * What the registers of an organisation say for a report year, and for the year before with "@year" behind the source.
 * lib/domain/report/live-numbers.ts says what a source is called. Yuan stay decimal strings.
 */
export async function registersOf(tx: Tx, organisationId: string, year: number): Promise<Registers> {
  const registers: Record<string, number | string> = {};
  for (const of of [year, year - 1]) {
    const counts = [
      ...(await itemCounts(tx, organisationId, of)),
      ...(await normativeCounts(tx, organisationId, of)),
      ...(await ledgerCounts(tx, organisationId, of)),
    ];
    const mark = of === year ? '' : `@${of}`;
    for (const { source, said } of counts) {
      registers[source + mark] = source.endsWith('/amount') ? said : Number(said);
    }
  }
  return registers;
}

/** Items first made public in the year and public still: all, by class and by node. Nothing published is a zero. */
const itemCounts = (tx: Tx, organisationId: string, year: number) => tx.$queryRaw<Counts>`
  WITH published AS (
    SELECT node_id, class_id FROM public_entry
    WHERE organisation_id = ${organisationId}::uuid AND kind = 'item' AND year = ${year} AND NOT withdrawn
  )
  SELECT 'items' AS source, count(*)::text AS said FROM published
  UNION ALL
  SELECT 'items/class/' || code, count(published.class_id)::text
  FROM catalogue_node LEFT JOIN published ON published.class_id = catalogue_node.id
  WHERE organisation_id = ${organisationId}::uuid AND kind = 'own' GROUP BY code
  UNION ALL
  SELECT 'items/node/' || code, count(published.node_id)::text
  FROM catalogue_node LEFT JOIN published ON published.node_id = catalogue_node.id
  WHERE organisation_id = ${organisationId}::uuid GROUP BY code`;

/**
 * Normative documents among the signed items: made in the year by their day of formation, made public in it, public at its
 * end, repealed in it, in force at its end. No answer where none was ever recorded up to that year.
 */
const normativeCounts = (tx: Tx, organisationId: string, year: number) => tx.$queryRaw<Counts>`
  WITH normative AS (
    SELECT formed_on, first_published_on, validity, ended_on
    FROM disclosure_item JOIN document ON document.id = disclosure_item.document_id
    WHERE disclosure_item.organisation_id = ${organisationId}::uuid AND normative AND document.status <> 'withdrawn'
      AND (first_published_on IS NOT NULL OR document.status = 'signed') AND formed_on < make_date(${year}::int + 1, 1, 1)
  ), counted AS (
    SELECT
      count(*) FILTER (WHERE extract(year FROM formed_on) = ${year}) AS made,
      count(*) FILTER (WHERE extract(year FROM first_published_on) = ${year}) AS published,
      count(*) FILTER (WHERE first_published_on < make_date(${year}::int + 1, 1, 1)) AS public,
      count(*) FILTER (WHERE validity = 'repealed' AND extract(year FROM ended_on) = ${year}) AS repealed,
      count(*) FILTER (WHERE ended_on IS NULL OR ended_on >= make_date(${year}::int + 1, 1, 1)) AS in_force
    FROM normative HAVING count(*) > 0
  )
  SELECT 'normative/' || what AS source, said::text AS said FROM counted CROSS JOIN LATERAL (VALUES
    ('made', made), ('published', published), ('public', public), ('repealed', repealed), ('in_force', in_force)
  ) AS line (what, said)`;

/** The sums of each ledger that has an entry in the year. */
const ledgerCounts = (tx: Tx, organisationId: string, year: number) => tx.$queryRaw<Counts>`
  WITH summed AS (
    SELECT kind, sum(count) AS counted, sum(amount) AS amount FROM ledger_entry
    WHERE organisation_id = ${organisationId}::uuid
      AND month >= make_date(${year}::int, 1, 1) AND month < make_date(${year}::int + 1, 1, 1)
    GROUP BY kind
  )
  SELECT 'ledger/' || kind || '/count' AS source, counted::text AS said FROM summed
  UNION ALL
  SELECT 'ledger/' || kind || '/amount', amount::text FROM summed WHERE amount IS NOT NULL`;
