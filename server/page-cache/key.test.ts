import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyOf } from '@/server/page-cache/key';

test.each([
  ['/', '/', 'page'],
  ['/deting?utm_source=wechat&q=1', '/deting', 'page'],
  ['/deting/reports/2020?page=2', '/deting/reports/2020', 'page'],
  ['/deting/search', '/deting/search', 'search'],
  ['/deting/search?page=2&x=1&q=%E6%B3%95&q=2', '/deting/search?q=%E6%B3%95&page=2', 'search'],
  ['/l/deting/search?q=+%E6%B3%95%00%20%E6%B2%BB+', '/l/deting/search?q=%E6%B3%95+%E6%B2%BB', 'search'],
  ['/deting/search?q=%E6&year=20201&page=0', '/deting/search', 'search'],
  [`/deting/search?q=${'a'.repeat(201)}`, `/deting/search?q=${'a'.repeat(200)}`, 'search'],
  ['/deting/items/12?year=2020&page=2', '/deting/items/12', 'page'],
  ['/deting/catalogue/policy?page=2', '/deting/catalogue/policy', 'page'],
  ['/l/deting/catalogue/policy/2020/p3?q=x', '/l/deting/catalogue/policy/2020/p3', 'list'],
  ['/deting/latest/p2', '/deting/latest/p2', 'list'],
  ['/deting/items/12/1/files/ab/%E8%A1%A8.xls', '/deting/items/12/1/files/ab/%E8%A1%A8.xls', 'file'],
  ['/deting/reports/2020/1/report.pdf?download', '/deting/reports/2020/1/report.pdf', 'file'],
  ['/deting/data/index.jsonld?x=1', '/deting/data/index.jsonld', 'file'],
  ['/deting/data?year=2020', '/deting/data', 'page'],
  ['/sitemap.xml', '/sitemap.xml', 'list'],
  ['/deting/sitemap/12.xml', '/deting/sitemap/12.xml', 'list'],
  ['/robots.txt', '/robots.txt', 'page'],
  ['/icon.svg?v=3', '/icon.svg', 'page'],
  ['/.well-known/security.txt', '/.well-known/security.txt', 'page'],
  ['/%E5%BE%B7;x', '/%E5%BE%B7;x', 'page'],
  ['/_next/static/chunks/a1b2.css?dpl=1', '/_next/static/chunks/a1b2.css', 'asset'],
] as const)('%s is kept as %s', (url, address, keeping) => {
  expect(keyOf(url)).toEqual({ address, keeping });
});

test.each([
  '/admin',
  '/admin/x',
  '/api/health',
  '/_next/image',
  '/deting/',
  '/deting/data/2020.zip',
  '//x',
  '/x/../admin',
  '/x/%2E./y',
  '/\\x',
  '*',
])('%s is none of its business', (url) => {
  expect(keyOf(url)).toBeNull();
});

const names = fc.constantFrom('q', 'year', 'class', 'node', 'page', 'after', 'Q', 'utm_source', '_rsc', 'x[]');
const pairs = fc.uniqueArray(fc.tuple(names, fc.string({ maxLength: 5 })), {
  selector: ([name]) => name,
  maxLength: 9,
});

test('order, unknown parameters and repetition make no further entries', () => {
  const known = ['q', 'year', 'class', 'node', 'page', 'after'];
  const property = fc.property(pairs, (given) => {
    const ask = (list: readonly (readonly [string, string])[]) =>
      keyOf(`/deting/search?${new URLSearchParams(list.map(([name, value]) => [name, value]))}`);
    const once = ask(given);
    expect(ask([...given].reverse())).toEqual(once);
    expect(ask(given.filter(([name]) => known.includes(name)))).toEqual(once);
    expect(ask([...given, ...given])).toEqual(once);
    expect(keyOf(once?.address ?? '')).toEqual(once);
  });
  fc.assert(property, { numRuns: 2000 });
});
