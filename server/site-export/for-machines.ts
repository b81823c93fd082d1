import { publicPlace } from '@/lib/domain/public-address';
import { siteMap } from '@/lib/domain/sitemap';
import type { AddressWriter } from '@/server/page-cache/public-html';

// What search engines read: addresses stand in it in full.

/** The addresses of a sitemap, or of a sitemap of sitemaps. */
export function addressesInSitemap(xml: string): string[] {
  const found: string[] = [];
  writtenSitemap(xml, (address) => {
    found.push(address);
    return address;
  });
  return found;
}

export const writtenSitemap = (xml: string, write: AddressWriter) =>
  xml.replace(/(<loc>\s*)([^<]*?)(\s*<\/loc>)/g, (_, before: string, address: string, after: string) => {
    const written = write(address.replaceAll('&apos;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    return `${before}${written.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}${after}`;
  });

/** The most that one map may name. */
const longest = 50_000;

/** A map of exported pages, for a website that has none: each once, in the edition that holds. */
export function siteMapOf(addresses: readonly string[], write: AddressWriter): string {
  const told = addresses.filter((address) => {
    const place = publicPlace(address);
    return place?.size === 'standard' && !('number' in place && place.number !== undefined);
  });
  return siteMap(told.slice(0, longest).map((address) => ({ address: write(address), changedOn: null })));
}

type Robots = { inFull: AddressWriter; path: AddressWriter; map: string | null };

/** The paths of the place where the files are going to lie, and its map. */
export function writtenRobots(text: string, { inFull, path, map }: Robots): string {
  const paths = text.replace(
    /^((?:Dis)?allow:\s*)(\/\S*)/gim,
    (_, rule: string, address: string) => rule + path(address),
  );
  const named = paths.replace(/^(Sitemap:\s*)(\S+)/gim, (_, word: string, address: string) => word + inFull(address));
  return map === null || /^Sitemap:/im.test(named) ? named : `${named.trimEnd()}\n\nSitemap: ${map}\n`;
}
