import 'server-only';
import type { Registers } from '@/lib/domain/report/live-numbers';
import type { Tx } from '@/lib/server/db';
import { Prisma } from '@/lib/server/generated/client';
import { normativeCounts, signedNormative } from '@/lib/server/reports/counted-records';
import { requestFigures } from '@/lib/server/requests/request-figures';

/**
 * What the registers of an organisation say for a report year, and for the year before with "@year" behind the source;
 * now, or as they stood at an earlier moment. lib/domain/report/live-numbers.ts says what a source is called.
 *
 * Items are counted by the year of their first publication while they are public. Normative documents are counted among
 * the signed items: made in the year by their day of formation, made public in it, public at its end, repealed in it, in
 * force at its end; where none was ever recorded up to that year nothing is said of them. A ledger without an entry in the
 * year says nothing. Yuan stay decimal strings. Requests: lib/server/requests/request-figures.ts.
 */
export async function registersOf(tx: Tx, organisationId: string, year: number, asOf?: Date): Promise<Registers> {
  const until = asOf?.toISOString() ?? 'infinity';
  const { made, published, public: open, repealed, in_force: inForce } = normativeCounts(Prisma.sql`year`);
  const counts = await tx.$queryRaw<{ year: number; source: string; said: string }[]>`
    WITH asked (year) AS (VALUES (${year}::int), (${year}::int - 1)),
    published AS (
      SELECT year, node_id, class_id FROM public_entry JOIN asked USING (year)
      WHERE organisation_id = ${organisationId}::uuid AND kind = 'item'
        AND first_published_at <= ${until}::timestamptz AND (NOT withdrawn OR published_at > ${until}::timestamptz)
    ),
    node AS (
      SELECT id, code, kind FROM catalogue_node WHERE organisation_id = ${organisationId}::uuid
    ),
    normative AS (
      SELECT asked.year, formed_on, first_published_on, validity, ended_on
      FROM (SELECT * FROM disclosure_item WHERE organisation_id = ${organisationId}::uuid AND ${signedNormative}) item
        JOIN asked ON formed_on < make_date(asked.year + 1, 1, 1)
      WHERE coalesce(first_published_on, (SELECT status_since::date FROM document WHERE id = document_id))
        <= ${until}::timestamptz::date
    ),
    counted AS (
      SELECT year,
        count(*) FILTER (WHERE ${made}) AS made, count(*) FILTER (WHERE ${published}) AS published,
        count(*) FILTER (WHERE ${open}) AS public, count(*) FILTER (WHERE ${repealed}) AS repealed,
        count(*) FILTER (WHERE ${inForce}) AS in_force
      FROM normative GROUP BY year
    ),
    ledger AS (
      SELECT asked.year, kind, sum(count) AS counted, sum(amount) AS amount
      FROM ledger_entry JOIN asked ON month >= make_date(asked.year, 1, 1) AND month < make_date(asked.year + 1, 1, 1)
      WHERE organisation_id = ${organisationId}::uuid AND at <= ${until}::timestamptz
      GROUP BY asked.year, kind
    )
    SELECT asked.year, 'items' AS source, count(published.year)::text AS said
    FROM asked LEFT JOIN published USING (year) GROUP BY asked.year
    UNION ALL
    SELECT asked.year, 'items/class/' || code, count(published.class_id)::text
    FROM asked CROSS JOIN node LEFT JOIN published ON published.class_id = node.id AND published.year = asked.year
    WHERE node.kind = 'own' GROUP BY asked.year, code
    UNION ALL
    SELECT asked.year, 'items/node/' || code, count(published.node_id)::text
    FROM asked CROSS JOIN node LEFT JOIN published ON published.node_id = node.id AND published.year = asked.year
    GROUP BY asked.year, code
    UNION ALL
    SELECT year, 'normative/' || what, number::text FROM counted CROSS JOIN LATERAL (VALUES
      ('made', made), ('published', published), ('public', public), ('repealed', repealed), ('in_force', in_force)
    ) AS line (what, number)
    UNION ALL
    SELECT year, 'ledger/' || kind || '/count', counted::text FROM ledger
    UNION ALL
    SELECT year, 'ledger/' || kind || '/amount', amount::text FROM ledger WHERE amount IS NOT NULL`;
  const said = counts.map(({ year: of, source, said }) => [
    of === year ? source : `${source}@${of}`,
    source.endsWith('/amount') ? said : Number(said),
  ]);
  return { ...Object.fromEntries(said), ...(await requestFigures(tx, organisationId, year, asOf)) };
}
