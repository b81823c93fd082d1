/** An address as search engines are told of it; `changedOn`: the day of its last publication. */
export type SiteMapAddress = { address: string; changedOn: string | null };

/** How many items one map names: below the 50,000 of the protocol, and short enough to be kept in memory. */
export const itemsInSiteMap = 10_000;

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A map of addresses in full, as sitemaps.org has it. */
export const siteMap = (addresses: readonly SiteMapAddress[]) => document('urlset', 'url', addresses);

/** A map of maps. */
export const siteMapIndex = (maps: readonly SiteMapAddress[]) => document('sitemapindex', 'sitemap', maps);

const document = (root: string, element: string, entries: readonly SiteMapAddress[]) =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="${namespace}">`,
    ...entries.map(({ address, changedOn }) => {
      const changed = changedOn === null ? '' : `<lastmod>${changedOn}</lastmod>`;
      return `<${element}><loc>${escaped(address)}</loc>${changed}</${element}>`;
    }),
    `</${root}>\n`,
  ].join('\n');

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

/**
 * What crawlers are asked to leave alone, by RFC 9309: the office, and what searches find, which has no end. `base` is the path of a
 * portal before all addresses; `site` the address in full, without which no map can be named.
 */
export function robotsText(base: string, site: string | null, slugs: readonly string[]): string {
  const left = ['/admin', '/api/', ...slugs.flatMap((slug) => [`/${slug}/search?`, `/l/${slug}/search?`])];
  return [
    'User-agent: *',
    ...left.map((path) => `Disallow: ${base}${path}`),
    ...(site === null ? [] : ['', `Sitemap: ${site}/sitemap.xml`]),
    '',
  ].join('\n');
}
