import 'server-only';
import { cellsIn, countOf, subtree } from '@/lib/domain/catalogue/public-counts';
import { type PublicPlace, publicPlace } from '@/lib/domain/public-address';
import { searchQuery } from '@/lib/domain/search/query';
import { publicCells, publicNodes } from '@/lib/server/public/public-catalogue';
import { publicGuideStatus } from '@/lib/server/public/public-guide';
import { publicItemStatus } from '@/lib/server/public/public-items';
import { linesOnPage } from '@/lib/server/public/public-lists';
import { organisationIdOf } from '@/lib/server/public/public-organisation';
import { publicStatus } from '@/lib/server/public/public-reports';

export type PublicRoute = { page: string; status: 200 | 400 | 404 | 410 };

/**
 * Where Next.js keeps the page of a reader's address, and with which status it is to be answered. A page can't set
 * its own status, and what Next.js shows in place of a missing page appears only once scripts have run.
 */
export async function publicRoute(pathname: string, asked = new URLSearchParams()): Promise<PublicRoute> {
  const place = publicPlace(pathname);
  if (!place) return { page: await lackOf(pathname), status: 404 };
  if (place.kind === 'front') return { page: `/site/${place.size}`, status: 200 };
  const organisationId = await organisationIdOf(place.organisation);
  if (!organisationId) return { page: lack(place.size), status: 404 };
  const page = `/site/${place.size}${pathname.replace(/^\/l(?=\/)/, '').replace(/\/$/, '')}`;
  return { page, status: await statusAt(organisationId, place, asked) };
}

// No address names them: no organisation is called so.
const lack = (...parts: readonly string[]) => `/site/${parts.join('/')}/404.html`;

/** The page that says that nothing is there: that of the organisation whose name comes first, in the size of the rest. */
async function lackOf(pathname: string): Promise<string> {
  const [, large, slug = ''] = /^(\/l(?=\/|$))?\/?([a-z0-9-]{1,60})?/.exec(pathname) ?? [];
  const size = large ? 'large' : 'standard';
  return slug !== '' && (await organisationIdOf(slug)) ? lack(size, slug) : lack(size);
}

async function statusAt(
  organisationId: string,
  place: Exclude<PublicPlace, { kind: 'front' }>,
  asked: URLSearchParams,
): Promise<PublicRoute['status']> {
  switch (place.kind) {
    case 'search':
      return searchQuery(asked.get('q') ?? '') ? 200 : 400;
    case 'report':
      return publicStatus(place.organisation, place.year, place.number);
    case 'guide':
      return publicGuideStatus(place.organisation, place.number);
    case 'item':
      return publicItemStatus(place.organisation, place.item, place.number);
    case 'attachment':
      return publicItemStatus(place.organisation, place.item, place.number);
    case 'photograph':
      return publicItemStatus(place.organisation, place.item);
    case 'node':
    case 'node_feed':
    case 'latest':
      return (await isThere(organisationId, place)) ? 200 : 404;
    default:
      return 200;
  }
}

/** A node of that code, and where a year or a page is named, something in it. */
async function isThere(
  organisationId: string,
  { year, page, code }: { year?: number; page?: number; code?: string },
): Promise<boolean> {
  const nodes = code === undefined ? [] : await publicNodes(organisationId);
  const node = nodes.find((each) => each.code === code);
  if (code !== undefined && !node) return false;
  if (year === undefined && page === undefined) return true;
  const cells = await publicCells(organisationId);
  const within = node ? cellsIn(cells, subtree(nodes, node.id)) : cells;
  const count = countOf(within.filter((cell) => year === undefined || cell.year === year));
  return count > ((page ?? 1) - 1) * linesOnPage;
}
