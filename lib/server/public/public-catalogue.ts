import 'server-only';
import type { Cell } from '@/lib/domain/catalogue/public-counts';
import { db } from '@/lib/server/db';

// The catalogue as citizens see it. Opens the catalogue and public_entry, no other table.

export type PublicNode = {
  id: string;
  kind: 'article_20' | 'article_21' | 'own';
  parentId: string | null;
  code: string;
  label: string;
  basis: string;
  /** Nothing new comes into it; what is in it stays readable. */
  closed: boolean;
};

/** By the parts of the catalogue, and within a part as the office has arranged it. */
export async function publicNodes(organisationId: string): Promise<PublicNode[]> {
  const rows = await db.catalogueNode.findMany({
    where: { organisationId },
    select: { id: true, kind: true, parentId: true, code: true, label: true, basis: true, closedAt: true },
    orderBy: [{ kind: 'asc' }, { position: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ closedAt, ...node }) => ({ ...node, closed: closedAt !== null }));
}

/** How much is public, by year, node and class. */
export const publicCells = (organisationId: string) =>
  db.$queryRaw<Cell[]>`
    SELECT year, node_id AS "nodeId", class_id AS "classId", count(*)::int AS count FROM public_entry
    WHERE organisation_id = ${organisationId}::uuid AND NOT withdrawn GROUP BY node_id, class_id, year`;
