import 'server-only';
import { commonSite, organisationSettings } from '@/lib/domain/organisation';
import { db } from '@/lib/server/db';
import { basePath, siteAddress } from '@/lib/server/organisation/site-address';

// The site as a whole. Opens the organisations, no other table.

/** Where the public side stands: its address in full, if it is known, and the path of a portal before its own. */
export const publicSite = () => ({ address: siteAddress(), path: basePath() });

/**
 * What head and foot say where a page is of no organisation: that of the only one, or what the settings of all say alike, as
 * those of townships on one portal do.
 */
export async function siteOfAll() {
  const all = await db.organisation.findMany({
    where: { publications: { some: {} } },
    select: { slug: true, name: true, settings: true },
    orderBy: { createdAt: 'asc' },
  });
  const settings = commonSite(all.map((each) => organisationSettings.parse(each.settings)));
  return { organisations: all.map(({ slug, name }) => ({ slug, name })), settings, address: siteAddress() };
}
