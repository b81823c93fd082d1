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

/** Only the line that names the sitemap holds an address in full; the others are patterns. */
export const writtenRobots = (text: string, write: AddressWriter) =>
  text.replace(/^(Sitemap:\s*)(\S+)/gim, (_, before: string, address: string) => `${before}${write(address)}`);
