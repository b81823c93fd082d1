import 'server-only';
import { publicPlace } from '@/lib/domain/public-address';
import { publicOrganisation, publicStatus } from '@/lib/server/public-reports';

export type PublicRoute = { page: string; status: 200 | 404 | 410 };

/**
 * Where Next.js keeps the page of a reader's address, and with which status it is to be answered. A page can't set
 * its own status, and what Next.js shows in place of a missing page appears only once scripts have run.
 */
export async function publicRoute(pathname: string): Promise<PublicRoute> {
  const place = publicPlace(pathname);
  if (!place) return { page: '/_not-found', status: 404 };
  const { size, organisation, year, number } = place;
  if (!organisation) return { page: `/site/${size}`, status: 200 };
  if (!(await publicOrganisation(organisation))) return { page: '/_not-found', status: 404 };
  const page = `/site/${size}${pathname.replace(/^\/l(?=\/)/, '').replace(/\/$/, '')}`;
  return { page, status: year ? await publicStatus(organisation, year, number) : 200 };
}
