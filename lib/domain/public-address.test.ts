import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listParts, publicAddress, publicPlace } from '@/lib/domain/public-address';

const sha256 = 'ab'.repeat(32);
const [standard, large] = [
  { size: 'standard', organisation: 'deting' },
  { size: 'large', organisation: 'deting' },
];

test.each([
  ['/', { size: 'standard', kind: 'front' }],
  ['/l', { size: 'large', kind: 'front' }],
  ['/l/', { size: 'large', kind: 'front' }],
  ['/deting', { ...standard, kind: 'home' }],
  ['/l/deting/reports', { ...large, kind: 'reports' }],
  ['/deting/reports/2020', { ...standard, kind: 'report', year: 2020 }],
  ['/deting/reports/2020/2', { ...standard, kind: 'report', year: 2020, number: 2 }],
  ['/deting/reports/2020/2/report.pdf', { ...standard, kind: 'report', year: 2020, number: 2, file: true }],
  ['/l/deting/guide', { ...large, kind: 'guide' }],
  ['/deting/guide/2', { ...standard, kind: 'guide', number: 2 }],
  ['/deting/guide/2/guide.json', { ...standard, kind: 'guide', number: 2, file: true }],
  ['/deting/guide/form.pdf', { ...standard, kind: 'guide', file: true }],
  ['/deting/catalogue', { ...standard, kind: 'catalogue' }],
  ['/deting/catalogue/article-20-1', { ...standard, kind: 'node', code: 'article-20-1' }],
  ['/l/deting/catalogue/key-tasks/2020/p3', { ...large, kind: 'node', code: 'key-tasks', year: 2020, page: 3 }],
  ['/deting/catalogue/key-tasks/p12', { ...standard, kind: 'node', code: 'key-tasks', page: 12 }],
  ['/deting/catalogue/key-tasks/feed.xml', { ...standard, kind: 'node_feed', code: 'key-tasks' }],
  ['/deting/latest', { ...standard, kind: 'latest' }],
  ['/deting/latest/2020', { ...standard, kind: 'latest', year: 2020 }],
  ['/deting/items/12', { ...standard, kind: 'item', item: 12 }],
  ['/deting/items/12/2/item.json', { ...standard, kind: 'item', item: 12, number: 2, file: true }],
  [
    `/deting/items/12/2/files/${sha256}/%E8%A1%A8.xlsx`,
    { ...standard, kind: 'attachment', item: 12, number: 2, sha256 },
  ],
  [`/deting/items/12/postings/${sha256}/photo.jpg`, { ...standard, kind: 'photograph', item: 12, sha256 }],
  ['/l/deting/search', { ...large, kind: 'search' }],
  ['/deting/feed.xml', { ...standard, kind: 'feed' }],
  ['/l/deting/data', { ...large, kind: 'data' }],
  ['/deting/data/index.jsonld', { ...standard, kind: 'index' }],
  ['/deting/data/2020.zip', { ...standard, kind: 'archive', year: 2020 }],
  ['/deting/data/2020-12.zip', { ...standard, kind: 'archive', year: 2020, page: 12 }],
  ['/deting/sitemap.xml', { ...standard, kind: 'sitemap' }],
  ['/deting/sitemap/3.xml', { ...standard, kind: 'sitemap_part', page: 3 }],
])('%s', (address, place) => {
  expect(publicPlace(address)).toEqual(place);
});

test.each([
  '/l/l',
  '/deting/catalogue/key-tasks/p1',
  '/deting/catalogue/key-tasks/p3/2020',
  '/deting/catalogue/-key',
  '/deting/items/0',
  '/deting/items/12/0',
  '/deting/items/12/files/x/y',
  `/deting/items/12/1/files/${sha256}`,
  `/deting/items/12/1/files/${sha256}/a/b`,
  '/deting/search/more',
  '/deting/data/2020-1.zip',
  '/deting/data/index.xml',
  '/deting/sitemap/0.xml',
  '/Deting',
])('%s is no place', (address) => expect(publicPlace(address)).toBeNull());

test('what we write we read', () => {
  const property = fc.property(
    fc.constantFrom('standard' as const, 'large' as const),
    fc.stringMatching(/^[a-z][a-z0-9-]{2,59}$/),
    fc.integer({ min: 1000, max: 9999 }),
    fc.integer({ min: 1, max: 9999 }),
    (size, organisation, year, number) => {
      const report = publicAddress(size, organisation, 'reports', year, number);
      expect(publicPlace(report)).toEqual({ kind: 'report', size, organisation, year, number });
      const list = publicAddress(size, organisation, 'latest', ...listParts({ year, page: number }));
      const page = number === 1 ? {} : { page: number };
      expect(publicPlace(list)).toEqual({ kind: 'latest', size, organisation, year, ...page });
    },
  );
  fc.assert(property);
});

test('anything else is no place, and nothing breaks on it', () => {
  fc.assert(
    fc.property(fc.string(), (text) => publicPlace(`/${text}//`) === null),
    { numRuns: 10_000 },
  );
});
