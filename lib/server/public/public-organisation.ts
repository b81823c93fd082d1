import 'server-only';
import { type ColumnCode, standardColumns } from '@/lib/domain/catalogue/standard-columns';
import { guidePath } from '@/lib/domain/guide/guide-of';
import { organisationSettings } from '@/lib/domain/organisation';
import { db, type Tx } from '@/lib/server/db';
import { siteAddress } from '@/lib/server/organisation/site-address';

// Opens the organisation, its catalogue and public_entry, no other table.

/** The organisations of this installation that have anything to show, for the page at its root. */
export const publicOrganisations = () =>
  db.organisation.findMany({
    where: { publications: { some: {} } },
    select: { slug: true, name: true },
    orderBy: { createdAt: 'asc' },
  });

/** What the head and the foot of every page say; `columns` are the standard ones that have something in them. */
export async function publicOrganisation(slug: string, from: Tx = db) {
  const select = { id: true, slug: true, name: true, shortName: true, officeName: true, settings: true } as const;
  const row = await from.organisation.findUnique({ where: { slug }, select });
  if (!row) return null;
  return {
    ...row,
    settings: organisationSettings.parse(row.settings),
    columns: await columnsOf(from, row.id),
    hasGuide: await hasGuide(from, row.id),
    siteAddress: siteAddress(),
  };
}

/** Whether a guide of the organisation can be read now. */
async function hasGuide(from: Tx, organisationId: string): Promise<boolean> {
  // By its one address: every page asks, and to look for the kind would be to look through all that is public.
  const guide = { organisationId, path: guidePath };
  const entry = await from.publicEntry.findUnique({
    where: { organisationId_path: guide },
    select: { withdrawn: true },
  });
  return entry?.withdrawn === false;
}

/** Null where there is none of that name. */
export const organisationIdOf = async (slug: string) =>
  (await db.organisation.findUnique({ where: { slug }, select: { id: true } }))?.id ?? null;

async function columnsOf(from: Tx, organisationId: string): Promise<ColumnCode[]> {
  const filled = await from.$queryRaw<{ code: string }[]>`
    SELECT code FROM catalogue_node node WHERE organisation_id = ${organisationId}::uuid AND code = ANY (${[...standardColumns]})
      AND (EXISTS (SELECT FROM public_entry WHERE organisation_id = node.organisation_id AND node_id = node.id AND NOT withdrawn)
        OR EXISTS (SELECT FROM public_entry WHERE organisation_id = node.organisation_id AND class_id = node.id AND NOT withdrawn))`;
  return standardColumns.filter((column) => filled.some(({ code }) => code === column));
}
