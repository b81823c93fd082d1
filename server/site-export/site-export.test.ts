import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { addressesIn, publicHtml } from '@/server/page-cache/public-html';
import { askingAt } from '@/server/site-export/ask-site';
import { type Ask, SiteIncomplete } from '@/server/site-export/collect-site';
import { ForeignFolder } from '@/server/site-export/export-folder';
import { exportSite } from '@/server/site-export/export-site';
import { exportedFile, relativeLink } from '@/server/site-export/exported-file';

const page = (...links: string[]) =>
  `<!DOCTYPE html><html><head><link rel="stylesheet" href="/_next/a.css"></head><body>${links
    .map((link) => `<a href="${link}">去</a>`)
    .join(
      '',
    )}<form action="/town/search" method="get"><input name="q"></form><a href="/town/search?q=1">查</a></body></html>`;
const html = 'text/html; charset=utf-8';

type Site = Record<string, [type: string, body: string, status?: number]>;
const site = (): Site => ({
  '/': [html, page('/town')],
  '/town': [
    html,
    page('/', '/town/reports/2020', '/town/reports/2020#t2', '/town/feed.xml', '/town/', 'https://www.gov.cn/'),
  ],
  '/town/reports/2020': [html, page('/town', '/town/reports/2020/1/report.pdf', '/town/reports/2019')],
  '/town/reports/2020/1/report.pdf': ['application/pdf', '%PDF'],
  '/town/reports/2019': [
    html,
    page('/town', '/town/items/1/1/files/ab/%E8%A1%A8%201.xlsx', '/town/files/picture'),
    410,
  ],
  '/town/items/1/1/files/ab/%E8%A1%A8%201.xlsx': ['application/zip', 'PK'],
  '/town/files/picture': ['image/png', 'PNG'],
  '/town/feed.xml': [
    'application/atom+xml',
    '<feed><link rel="self" href="/town/feed.xml"/><link href="/town"/></feed>',
  ],
  '/_next/a.css': ['text/css', 'p{}'],
  '/404.html': [html, page('/', '/l/'), 404],
});

const withIndex = (origin: string): Site => ({
  ...site(),
  '/robots.txt': ['text/plain', `User-agent: *\nDisallow: /admin\nSitemap: ${origin}/sitemap.xml\n`],
  '/sitemap.xml': [
    'application/xml',
    `<urlset><url><loc>${origin}/town</loc></url><url><loc>${origin}/town/alone?a=1&amp;b=2</loc></url></urlset>`,
  ],
  '/town/alone?a=1&b=2': [html, page('/town')],
});

const asking =
  (all: Site, base = ''): Ask =>
  async (address) => {
    const [type, body, status = 200] = all[address] ?? [html, '', 404];
    const based = type === html && base ? publicHtml(body, (each) => base + each) : body;
    return { status, type, body: Buffer.from(based) };
  };

let folder: string;
const folders: string[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-site-'));
  folders.push(folder);
});
afterAll(() => Promise.all(folders.map((each) => rm(each, { recursive: true }))));

type Where = { base?: string; live?: string | null; at?: string };

const exported = (all: Site, { base = '', live = null, at = base }: Where = {}) =>
  exportSite(folder, { from: ['/'], base, live, at, ask: asking(all, base) });

const textOf = (file: string) => readFile(join(folder, file), 'utf8');

const pages = async () =>
  (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.html')).map((file) => file.normalize());

test.each(['', '/gk/deting'])(
  'every link of the exported pages is relative and leads to a file (path %s)',
  async (base) => {
    const { written, gone } = await exported(site(), { base });
    expect(written).toHaveLength(12);
    expect(gone).toEqual(['/town/reports/2019']);
    for (const file of await pages()) {
      if (file === '404.html') continue;
      const text = await textOf(file);
      expect(addressesIn(text)).toEqual([]);
      expect(text).not.toContain('<form');
      for (const [, link = ''] of text.matchAll(/ href="([^"#]+)/g)) {
        if (link.startsWith('https:')) continue;
        const target = posix.join(posix.dirname(file), decodeURIComponent(link));
        expect((await readFile(join(folder, target))).length, `${file} → ${link}`).toBeGreaterThan(0);
      }
    }
    expect(await textOf('town/index.html')).toContain('href="reports/2020/index.html#t2"');
    expect(await textOf('town/feed.xml')).toContain('href="index.html"');
  },
);

test('the page for what is missing, shown at any depth, has links from where the files lie', async () => {
  await exported(site(), { base: '/gk', at: 'https://www.example.gov.cn/a/gk' });
  expect(addressesIn(await textOf('404.html'))).toEqual(['/a/gk/_next/a.css', '/a/gk/', '/a/gk/l']);
  await exported(site());
  expect(addressesIn(await textOf('404.html'))).toEqual(['/_next/a.css', '/', '/l']);
});

test('a sitemap and what it names come along, in the words of the place where the files are going to lie', async () => {
  const live = 'https://gk.example.gov.cn';
  await exported(withIndex(live), { live, at: 'https://www.example.gov.cn/gk' });
  const there = 'https://www.example.gov.cn/gk';
  expect(await textOf('sitemap.xml')).toBe(
    `<urlset><url><loc>${there}/town/</loc></url><url><loc>${there}/town/alone/</loc></url></urlset>`,
  );
  expect(await textOf('robots.txt')).toBe(`User-agent: *\nDisallow: /gk/admin\nSitemap: ${there}/sitemap.xml\n`);
  expect(await textOf('town/alone/index.html')).toContain('href="../index.html"');
  // Nobody has said where: it is read where the website runs.
  await exported(withIndex(live), { live });
  expect(await textOf('sitemap.xml')).toContain(`<loc>${live}/town</loc>`);
});

test.each(['/town', 'https://gk.example.gov.cn/gk/town'])(
  'the first place of a page is where the files are going to lie: %s',
  async (canonical) => {
    const all = site();
    all['/town/reports/2020'] = [
      html,
      `<html><head><link rel="canonical" href="${canonical}"></head><body></body></html>`,
    ];
    await exported(all, { base: '/gk', live: 'https://gk.example.gov.cn/gk', at: 'https://www.example.gov.cn/a' });
    expect(await textOf('town/reports/2020/index.html')).toContain(
      'rel="canonical" href="https://www.example.gov.cn/a/town/"',
    );
  },
);

test('a website that has no map of its own gets one where it is known where the files are going to lie', async () => {
  const all = { ...site(), '/robots.txt': ['text/plain', 'User-agent: *\nDisallow: /gk/admin\n'] as [string, string] };
  await exported(all, { base: '/gk', at: 'https://www.example.gov.cn/a' });
  const told = [...(await textOf('sitemap.xml')).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address);
  expect(told).toEqual(['', 'town/', 'town/reports/2020/'].map((path) => `https://www.example.gov.cn/a/${path}`));
  expect(await textOf('robots.txt')).toBe(
    'User-agent: *\nDisallow: /a/admin\n\nSitemap: https://www.example.gov.cn/a/sitemap.xml\n',
  );
});

test('those who put it on a server are told what is withdrawn', async () => {
  await exported(site(), { at: '/gk' });
  expect(await textOf('README.txt')).toMatch(/六、已撤下的地址\n\/town\/reports\/2019\n$/);
  expect(await textOf('gongkai-nginx.conf')).toContain('location ^~ /gk/town/reports/2019/ {');
});

test('what is saved is saved under its own name, as the website that runs gives it', async () => {
  const served = createServer((request, response) => {
    const whole = request.url === '/x';
    response.setHeader(
      'Content-Disposition',
      `${whole ? 'attachment' : 'inline'}; filename="a.docx"; filename*=UTF-8''%E6%8A%A5%E8%A1%A8%27.docx`,
    );
    response.end('PK');
  }).listen(0, '127.0.0.1');
  await once(served, 'listening');
  const there = askingAt(`http://127.0.0.1:${(served.address() as AddressInfo).port}`);
  expect([(await there('/x'))?.name, (await there('/y'))?.name]).toEqual(["报表'.docx", undefined]);
  served.close();

  const all = site();
  const ask: Ask = async (address) => {
    const answer = await asking(all)(address);
    return answer && (address.endsWith('.xlsx') ? { ...answer, name: '表"1".xlsx' } : answer);
  };
  await exportSite(folder, { from: ['/'], base: '', live: null, at: '', ask });
  expect(await textOf('town/reports/2019/index.html')).toContain('%201.xlsx" download="表&quot;1&quot;.xlsx">');
  expect(await textOf('town/reports/2020/index.html')).not.toContain('download');
});

test('searches go to the website that runs, where there is one', async () => {
  await exported(site(), { live: 'https://www.example.gov.cn/gk', base: '/gk' });
  const text = await textOf('town/index.html');
  expect(text).toContain('<form action="https://www.example.gov.cn/gk/town/search"');
  expect(text).toContain('href="https://www.example.gov.cn/gk/town/search?q=1"');
});

test('a second export writes nothing, a change only what changed, and what is gone goes', async () => {
  const all = site();
  await exported(all);
  expect(await exported(all)).toMatchObject({ written: [], removed: [], kept: 12 });
  all['/town/reports/2020'] = [html, page('/town', '/town/reports/2020/2/report.pdf', '/town/reports/2019')];
  all['/town/reports/2020/2/report.pdf'] = ['application/pdf', '%PDF 2'];
  const { written, removed } = await exported(all);
  expect([written.sort(), removed]).toEqual([
    ['town/reports/2020/2/report.pdf', 'town/reports/2020/index.html'],
    ['town/reports/2020/1/report.pdf'],
  ]);
  expect(await readdir(join(folder, 'town/reports/2020'))).toEqual(['2', 'index.html']);
});

test('a folder that holds something else is left alone', async () => {
  await writeFile(join(folder, 'letter.txt'), 'mine');
  await expect(exported(site())).rejects.toThrow(ForeignFolder);
  await writeFile(join(folder, '.gongkai-export.json'), '{"product":"other"}');
  await expect(exported(site())).rejects.toThrow(ForeignFolder);
  expect((await readdir(folder)).sort()).toEqual(['.gongkai-export.json', 'letter.txt']);
});

test('a website that does not answer as it should removes nothing', async () => {
  await exported(site());
  const { '/town/reports/2019': _, ...all } = site();
  await expect(exported(all)).rejects.toThrow(SiteIncomplete);
  expect(await readFile(join(folder, 'town/reports/2019/index.html'), 'utf8')).toContain('html');
  expect(await exported(site())).toMatchObject({ written: [], removed: [] });
});

test.each([
  ['/', html, 'index.html'],
  ['/l/town', html, 'l/town/index.html'],
  ['/town/items/1/files/ab/%E8%A1%A8.xlsx', 'application/zip', 'town/items/1/files/ab/表.xlsx'],
  ['/town/files/picture', 'image/jpeg', 'town/files/picture.jpg'],
  ['/town/%2e%2e/x', 'text/css', null],
  ['/town/..%5Cx', 'text/css', null],
  ['/town/%zz', 'text/css', null],
])('%s of %s is %s', (address, type, file) => expect(exportedFile(address, type)).toBe(file));

test('a link between two files', () => {
  expect(relativeLink('l/town/index.html', 'town/表 1.xlsx', '#a')).toBe('../../town/%E8%A1%A8%201.xlsx#a');
});
