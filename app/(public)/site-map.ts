import { type SiteMapAddress, siteMap, siteMapIndex } from '@/lib/domain/sitemap';
import { publicSite } from '@/lib/server/public/public-site';

/** A map as it goes out, with addresses in full; without them it would say nothing, so that there is none. */
export function siteMapResponse(kind: 'pages' | 'maps', entries: readonly SiteMapAddress[]): Response {
  const site = publicSite().address;
  if (site === null || entries.length === 0) return new Response(null, { status: 404 });
  const full = entries.map((entry) => ({ ...entry, address: `${site}${entry.address}` }));
  const text = kind === 'pages' ? siteMap(full) : siteMapIndex(full);
  return new Response(text, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
