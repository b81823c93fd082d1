import { expect, test } from 'vitest';
import { readFeed } from '@/lib/documents/reading/feed';

const feed = (href: string) =>
  Buffer.from(
    `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="feed.xml"/><entry>
    <title>水&lt;库&gt;&amp;公告</title><link rel="alternate" href="${href}"/><updated>2026-01-02T03:04:05.000Z</updated>
    </entry></feed>`,
  );

test.each([
  ['/deting/items/9', '/deting/feed.xml'],
  ['/gk/l/deting/items/9', '/l/deting/feed.xml'],
  ['items/9/index.html', '/deting/feed.xml'],
  ['../../deting/items/9/index.html', '/l/deting/feed.xml'],
  ['https://www.example.gov.cn/gk/deting/items/9', '/deting/feed.xml'],
])('an entry at %s, got at %s, is that of the document', (href, address) => {
  expect(readFeed(feed(href), 'deting', address)).toEqual([
    { path: 'items/9', title: '水<库>&公告', updated: '2026-01-02T03:04:05.000Z' },
  ]);
});

test('what is no feed is refused', () => {
  expect(() => readFeed(Buffer.from('<html></html>'), 'deting', '/deting/feed.xml')).toThrow('no Atom feed');
});
