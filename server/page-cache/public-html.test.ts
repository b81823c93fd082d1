import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atomFeed } from '@/lib/domain/atom';
import { publicFeed, publicHtml, publicLink } from '@/server/page-cache/public-html';

const write = (address: string) => `/gk/deting${address}`;
const page = (body: string) => `<!DOCTYPE html><html><head></head><body>${body}</body></html>`;

test.each([
  ['<a href="/town">', '<a href="/gk/deting/town">'],
  ["<a title='x' href='/town?a=1&amp;b=2' class=y>", `<a title='x' href="/gk/deting/town?a=1&amp;b=2" class=y>`],
  ['<form action=/town/search method="get">', '<form action="/gk/deting/town/search" method="get">'],
  [
    '<img src="/a.png" srcset="/a.png, /b,c.png 2x" alt="/town">',
    '<img src="/gk/deting/a.png" srcset="/gk/deting/a.png, /gk/deting/b,c.png 2x" alt="/town">',
  ],
  ['<link rel="stylesheet" href="/_next/a.css"/>', '<link rel="stylesheet" href="/gk/deting/_next/a.css"/>'],
])('%s', (before, after) => expect(publicHtml(page(before), write)).toBe(page(after)));

test.each([
  '<a href="https://www.gov.cn/">全文</a><a href="//www.gov.cn/">全文</a><a href="#main">正文</a><a href="?q=1">查</a>',
  '<p>请见 href="/town"，&lt;a href="/town"&gt;</p><!-- <a href="/town"> --><td data-label="/town">/town</td>',
  '<style>a[href="/town"]{color:red}</style><a href="mailto:a@b.cn">写信</a><a name="/town" href="">本页</a>',
])('nothing but addresses of our own is touched: %s', (body) => expect(publicHtml(page(body), write)).toBe(page(body)));

test('what is written one way is read back the other way', () => {
  const address = fc.webPath().filter((path) => /^\/(?!\/)/.test(path));
  const property = fc.property(address, fc.string(), (path, text) => {
    const escaped = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
    const html = page(`<a href="${escaped(path)}" title="${escaped(text)}">${escaped(text)}</a>`);
    const there = publicHtml(html, write);
    expect(publicHtml(there, (each) => each.replace('/gk/deting', ''))).toBe(html);
    expect(there.length).toBe(html.length + '/gk/deting'.length);
  });
  fc.assert(property);
});

const head = [
  '<meta charSet="utf-8"/>',
  '<meta name="viewport" content="width=device-width"/>',
  '<link rel="stylesheet" href="/a.css"/>',
  '<title>年报</title>',
  '<meta name="SiteName" content="镇政府"/>',
  '<meta name="ColumnName" content="年报"/>',
  '<link rel="alternate" href="/town/feed.xml"/>',
  '<link rel="canonical" href="/town"/>',
];

test('in whatever order the parts of a page have written its head, it is one page', () => {
  const [charset, viewport, sheet, title, site, column, ...links] = head;
  const metadata = [title, site, column];
  const parts = fc.shuffledSubarray([[sheet], metadata, ...links.map((link) => [link])], { minLength: 4 });
  const property = fc.property(parts, fc.boolean(), (order, based) => {
    const written = [charset, viewport, '<script src="/x.js"></script>', ...order.flat()].join('');
    const settled = publicHtml(
      `<html><head>${written}</head><body><p>正文</p></body></html>`,
      based ? write : undefined,
    );
    const expected = `<html><head>${head.join('')}</head><body><p>正文</p></body></html>`;
    expect(settled).toBe(based ? expected.replaceAll('href="/', 'href="/gk/deting/') : expected);
    expect(publicHtml(settled)).toBe(settled);
  });
  fc.assert(property, { examples: [[[metadata, [sheet], ...links.map((link) => [link])], true]] });
});

test('a feed and a header Link', () => {
  const entry = { id: 'urn:uuid:2', title: ' href="/town"', page: '/town/items/1', categories: [], summary: '' };
  const at = new Date(0);
  const feed = {
    id: 'urn:uuid:1',
    title: '公开',
    author: '镇政府',
    self: '/town/feed.xml',
    page: '/town',
    updated: at,
  };
  const written = publicFeed(atomFeed({ ...feed, entries: [{ ...entry, published: at, updated: at }] }), write);
  expect(written.match(/href="[^"]*"/g)).toEqual([
    'href="/gk/deting/town/feed.xml"',
    'href="/gk/deting/town"',
    'href="/gk/deting/town/items/1"',
  ]);
  expect(written).toContain(' href=&quot;/town&quot;');
  expect(publicLink('</a.css>; rel=preload; as="style", <https://x/>; rel="next"', write)).toBe(
    '</gk/deting/a.css>; rel=preload; as="style", <https://x/>; rel="next"',
  );
});
