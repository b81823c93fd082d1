import { expect, test } from 'vitest';
import { itemsInSiteMap, robotsText, siteMap, siteMapIndex } from '@/lib/domain/sitemap';

test('a map holds addresses as XML writes them, with the day of the last change where it is known', () => {
  const text = siteMap([
    { address: 'https://www.example.gov.cn/a?b=1&c=<2>', changedOn: '2021-01-22' },
    { address: 'https://www.example.gov.cn/', changedOn: null },
  ]);
  expect(text).toContain('<loc>https://www.example.gov.cn/a?b=1&amp;c=&lt;2&gt;</loc><lastmod>2021-01-22</lastmod>');
  expect(text).toContain('<url><loc>https://www.example.gov.cn/</loc></url>');
  expect(siteMapIndex([{ address: 'https://x/1.xml', changedOn: null }])).toContain(
    '<sitemap><loc>https://x/1.xml</loc>',
  );
});

test('a map stays below what the protocol allows', () => {
  const long = `https://www.example.gov.cn/gk/${'a'.repeat(60)}/items/999999999`;
  const addresses = Array.from({ length: itemsInSiteMap }, () => ({ address: long, changedOn: '2021-01-22' }));
  expect(itemsInSiteMap).toBeLessThanOrEqual(50_000);
  expect(siteMap(addresses).length).toBeLessThan(4 * 1024 * 1024); // what the page cache keeps, and less than 50 MB
});

test('crawlers are kept from the office and from what searches find, and told of the map where its address is known', () => {
  expect(robotsText('/gk', 'https://www.example.gov.cn/gk', ['deting'])).toBe(
    [
      ...['User-agent: *', 'Disallow: /gk/admin', 'Disallow: /gk/api/'],
      ...['Disallow: /gk/deting/search?', 'Disallow: /gk/l/deting/search?', ''],
      ...['Sitemap: https://www.example.gov.cn/gk/sitemap.xml', ''],
    ].join('\n'),
  );
  expect(robotsText('', null, [])).not.toContain('Sitemap');
});
