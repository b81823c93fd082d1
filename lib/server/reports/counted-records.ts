import 'server-only';
import type { CountedKind } from '@/lib/domain/items/register-filter';
import { Prisma } from '@/lib/server/generated/client';

// Which items a report counts, said once: registers.ts counts by it, and the register opens the same items by it. Written on
// the columns of disclosure_item; a year is an expression of SQL.

const { sql } = Prisma;

export type NormativeCount = Exclude<CountedKind, 'items'>;

/** A normative document that was signed, whether it is for the public or not, and has not been withdrawn. */
export const signedNormative = sql`(normative AND status <> 'withdrawn' AND (first_published_on IS NOT NULL OR status = 'signed'))`;

/** Of those that were formed up to the end of the year. */
export const normativeCounts = (year: Prisma.Sql): Record<NormativeCount, Prisma.Sql> => ({
  made: sql`extract(year FROM formed_on) = ${year}`,
  published: sql`extract(year FROM first_published_on) = ${year}`,
  public: sql`first_published_on < make_date(${year} + 1, 1, 1)`,
  repealed: sql`(validity = 'repealed' AND extract(year FROM ended_on) = ${year})`,
  in_force: sql`(ended_on IS NULL OR ended_on >= make_date(${year} + 1, 1, 1))`,
});

/** The items behind a figure of the report of a year. */
export function countedIn(kind: CountedKind, organisationId: string, reportYear: number): Prisma.Sql {
  const year = sql`${reportYear}::int`;
  // While a correction is under way the status is another, and citizens read the edition before it.
  if (kind === 'items')
    return sql`document_id IN (SELECT document_id FROM public_entry
      WHERE organisation_id = ${organisationId}::uuid AND kind = 'item' AND NOT withdrawn AND year = ${year})`;
  return sql`${signedNormative} AND formed_on < make_date(${year} + 1, 1, 1) AND ${normativeCounts(year)[kind]}`;
}
