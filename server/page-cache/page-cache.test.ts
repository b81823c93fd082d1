import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { createMeters } from '@/server/edge/meters';
import type { Visit } from '@/server/edge/visit';
import { createPageCache, type PageCacheOptions, type Rendered } from '@/server/page-cache/page-cache';
import { publicHtml } from '@/server/page-cache/public-html';

const page =
  '<!DOCTYPE html><html><head><link rel="preload" as="script" href="/a.js"/><link rel="stylesheet" href="/a.css"/>' +
  '<script src="/a.js" async=""></script></head><body><p>“<b>345</b>”条 &lt;script&gt;</p><script>self.x=1</script></body></html>';

let server: Server | undefined;
afterEach(() => server?.close());

type House = Partial<PageCacheOptions> & { secure?: boolean };

async function serve(answers: (path: string) => Rendered | Promise<Rendered>, house: House = {}) {
  const asked: string[] = [];
  const meters = createMeters();
  const cache = createPageCache({
    render: async (path) => {
      asked.push(path);
      return answers(path);
    },
    listening: () => true,
    databaseAnswers: async () => true,
    missing: {
      waitSeconds: (visit) => meters.waitSeconds('missing', visit),
      count: (visit) => void meters.take('missing', visit),
    },
    anew: (visit) => meters.take('anew', visit),
    ...house,
  });
  server = createServer(async (request, response) => {
    const block = String(request.headers['x-from'] ?? '10.0.0.1');
    const sender = { address: block, block, secure: house.secure ?? false, local: false };
    const visit: Visit = { request, response, sender, by: 'nobody' };
    if (!cache.atOnce(visit) && !(await cache.inTime(visit))) response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const get = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);
  return { asked, cache, get };
}

const html = (body: string, status = 200): Rendered => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from(body),
});

test('scripts and hints for them go, everything else stays byte for byte', () => {
  expect(publicHtml(page)).toBe(
    '<!DOCTYPE html><html><head><link rel="stylesheet" href="/a.css"/></head><body><p>“<b>345</b>”条 &lt;script&gt;</p></body></html>',
  );
});

test('a page is rendered once, whatever parameters are added to its address', async () => {
  const { asked, get } = await serve(() => html(page));
  await Promise.all(Array.from({ length: 20 }, (_, n) => get(`/deting?n=${n}`)));
  expect(asked).toEqual(['/deting']);
});

test('each encoding gives the same text', async () => {
  const { get } = await serve(() => html(page));
  const expected = publicHtml(page);
  for (const encoding of ['br', 'gzip', 'identity', 'br;q=0, gzip']) {
    const response = await get('/deting', { headers: { 'accept-encoding': encoding } });
    expect(await response.text()).toBe(expected);
  }
});

test('it is compressed as well as can be, says by what it differs, and how long others may keep it', async () => {
  const { get } = await serve(() => html(page));
  const plain = Buffer.from(publicHtml(page));
  const best = {
    br: brotliCompressSync(plain, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
    }),
    gzip: gzipSync(plain, { level: 9 }),
    identity: plain,
  };
  const tags = new Set<string | null>();
  for (const [encoding, { length }] of Object.entries(best)) {
    const { headers } = await get('/deting', { headers: { 'accept-encoding': encoding } });
    expect(Object.fromEntries(headers)).toMatchObject({
      vary: 'Accept-Encoding',
      'cache-control': 'public, max-age=0, s-maxage=5',
      'content-length': String(length),
    });
    tags.add(headers.get('etag'));
  }
  expect(tags.size).toBe(3);
});

test('HEAD tells the same without a body, and is answered from the same entry', async () => {
  const { asked, get } = await serve(() => html(page));
  const told = async (method: string) => {
    const response = await get('/deting', { method, headers: { 'accept-encoding': 'br' } });
    const { date, connection, 'keep-alive': _, ...headers } = Object.fromEntries(response.headers);
    return { status: response.status, headers, length: (await response.arrayBuffer()).byteLength };
  };
  const head = await told('HEAD');
  const whole = await told('GET');
  expect([head.status, head.headers, head.length]).toEqual([200, whole.headers, 0]);
  expect(asked).toEqual(['/deting']);
});

test('a reader who has the page gets 304 without a body', async () => {
  const { get } = await serve(() => html(page));
  const first = await get('/deting');
  const second = await get('/deting', { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
  expect(second.status).toBe(304);
  expect(await second.text()).toBe('');
});

test('after a change the next reader gets the new page, also when the old one was still being rendered', async () => {
  let text = 'old';
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { asked, cache, get } = await serve(async () => {
    const rendered = html(text);
    if (text === 'old') await held;
    return rendered;
  });
  const before = get('/deting');
  await expect.poll(() => asked).toHaveLength(1);
  text = 'new';
  cache.clear();
  release();
  await before;
  expect(await (await get('/deting')).text()).toBe('new');
});

test('office pages and other methods pass by', async () => {
  const { asked, get } = await serve(() => html(page));
  for (const [path, init] of [
    ['/admin', {}],
    ['/api/health', {}],
    ['/deting', { method: 'POST' }],
  ] as const) {
    expect((await get(path, init)).status).toBe(204);
  }
  expect(asked).toEqual([]);
});

test('for somebody signed in a page is made anew, kept from everybody and stored nowhere', async () => {
  const { asked, get } = await serve(() => html(page));
  const cookie = 'a=b; gongkai-session=x';
  for (const signedIn of [true, true, false, false, true]) {
    const response = await get('/deting', signedIn ? { headers: { cookie } } : {});
    expect(response.headers.get('cache-control')).toMatch(signedIn ? 'private, no-store' : 's-maxage');
    expect(await response.text()).toBe(publicHtml(page));
  }
  expect(asked).toHaveLength(4);
});

test('who only says that he has signed in does not have pages made without end', async () => {
  const { asked, get } = await serve(() => html('已登录'));
  await get('/deting');
  const personal = (from: string) => get('/deting', { headers: { cookie: 'session=forged', 'x-from': from } });
  for (let count = 0; count < 300; count += 1) expect((await personal('10.0.0.1')).status).toBe(200);
  expect([(await personal('10.0.0.1')).status, (await personal('10.0.0.2')).status]).toEqual([429, 200]);
  expect((await get('/deting')).status).toBe(200);
  expect(asked).toHaveLength(302);
});

test('nobody gets a part of a page, or a piece that is meant for scripts', async () => {
  const { asked, get } = await serve(() => html(page));
  for (const [name, value] of [
    ['range', 'bytes=0-3'],
    ['rsc', '1'],
    ['next-action', 'x'],
  ] as const) {
    const response = await get('/deting', { headers: { [name]: value } });
    expect([response.status, await response.text()]).toEqual([200, publicHtml(page)]);
  }
  expect(asked).toEqual(['/deting']);
});

test.each(['/deting/', '//elsewhere.example/x', '/x/../admin', '/deting/%2e%2e/../admin', '/\\x', '*'])(
  'an address that is not written plainly passes by: %s',
  async (path) => {
    const { asked, get } = await serve(() => html(page));
    await get('/');
    const { port, hostname } = new URL((await get('/')).url);
    const asking = request({ port, hostname, path }).end();
    const [answer] = await once(asking, 'response');
    expect([answer.statusCode, asked]).toEqual([204, ['/']]);
    answer.resume();
  },
);

test.each([
  [true, 500, '这个网页没有打开', null],
  [false, 503, '暂时不能打开', '30'],
])(
  'a page that fails inside is told plainly, and tried again (database there: %s)',
  async (there, status, words, wait) => {
    const failures: (() => Rendered)[] = [
      () => html('at Object.<anonymous> (/srv/x.js:1:1)', 500),
      () => {
        throw new Error('cut off');
      },
    ];
    const { get } = await serve(() => failures.pop()?.() ?? html(page), { databaseAnswers: async () => there });
    for (let failure = 0; failure < 2; failure += 1) {
      const response = await get('/deting');
      const said = await response.text();
      expect([response.status, response.headers.get('retry-after')]).toEqual([status, wait]);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(said).toContain(words);
      expect(said).not.toMatch(/<script|srv/);
    }
    expect((await get('/deting')).status).toBe(200);
  },
);

test('a notice of withdrawal is kept like a page, with its status', async () => {
  const { asked, get } = await serve(() => html('已撤下', 410));
  await get('/deting/reports/2020');
  expect((await get('/deting/reports/2020')).status).toBe(410);
  expect(asked).toHaveLength(1);
});

test('when the database is away, what is at hand is answered and says so, and everything else says to wait', async () => {
  let there = true;
  const { cache, get } = await serve(() => html(page), { listening: () => there });
  expect((await get('/deting')).headers.has('x-gongkai-database')).toBe(false);
  there = false;
  for (const cookie of ['', 'gongkai-session=x']) {
    const kept = await get('/deting', { headers: { cookie } });
    expect([kept.status, kept.headers.get('x-gongkai-database')]).toEqual([200, 'away']);
  }
  const other = await get('/other');
  expect([other.status, other.headers.get('retry-after')]).toEqual([503, '30']);
  there = true;
  cache.clear();
  expect((await get('/other')).status).toBe(200);
});

test('addresses that name nothing are made once, push no page out, and are too many at some time', async () => {
  const { asked, cache, get } = await serve((path) => (path === '/deting' ? html(page) : html('没有这个网页', 404)), {
    maxSize: 20_000,
  });
  await get('/deting');
  for (let round = 0; round < 2; round += 1) expect((await get('/nobody')).status).toBe(404);
  expect(asked).toEqual(['/deting', '/nobody']);

  const strange = await Promise.all(Array.from({ length: 59 }, (_, n) => get(`/nobody-${n}`)));
  expect(new Set(strange.map(({ status }) => status))).toEqual(new Set([404]));
  const more = await get('/one-more');
  expect([more.status, Number(more.headers.get('retry-after'))]).toEqual([429, expect.closeTo(60, -1)]);
  expect(await more.text()).toContain('秒后再试');
  // What is at hand costs nothing, and others have asked for nothing.
  expect([(await get('/deting')).status, (await get('/nobody')).status]).toEqual([200, 404]);
  expect((await get('/one-more', { headers: { 'x-from': '10.0.0.2' } })).status).toBe(404);
  expect(asked.filter((path) => path === '/deting')).toHaveLength(1);
  cache.clear();
  expect((await get('/nobody', { headers: { 'x-from': '10.0.0.2' } })).status).toBe(404);
  expect(asked.filter((path) => path === '/nobody')).toHaveLength(2);
});

test('hundreds of searches and lists leave the pages where they are', async () => {
  const { asked, cache, get } = await serve((path) => html(`${path}${randomBytes(8000).toString('hex')}`));
  await get('/deting');
  const many = Array.from({ length: 300 }, (_, n) => [`/deting/search?q=${n}`, `/deting/latest/p${n + 2}`]).flat();
  for (const path of many) await get(path);
  const held = Object.fromEntries(cache.sizes().map(({ name, bytes }) => [name, bytes]));
  expect(held.search).toBeLessThanOrEqual(4 * 1024 * 1024);
  expect(held.list).toBeLessThanOrEqual(8 * 1024 * 1024);
  await get('/deting');
  expect(asked.filter((path) => path === '/deting')).toHaveLength(1);
});

test('a search is kept for seconds, whatever else is written into its address', async () => {
  let time = 1;
  const { asked, get } = await serve(() => html(page), { milliseconds: () => time });
  await get('/deting/search?x=1&page=2&q=a');
  await get('/deting/search?q=a&page=2');
  expect(asked).toEqual(['/deting/search?q=a&page=2']);
  time += 11_000;
  await get('/deting/search?q=a&page=2');
  expect(asked).toHaveLength(2);
});

test('what is too long to keep is left to Next.js until something changes', async () => {
  const { asked, cache, get } = await serve(() => null);
  for (let round = 0; round < 3; round += 1) expect((await get('/deting/files/a.zip')).status).toBe(204);
  expect(asked).toHaveLength(1);
  cache.clear();
  await get('/deting/files/a.zip');
  expect(asked).toHaveLength(2);
});

test('what is compressed already is sent as it is', async () => {
  const body = randomBytes(3000);
  const { get } = await serve(() => ({ status: 200, headers: { 'content-type': 'application/pdf' }, body }));
  const response = await get('/deting/reports/2020/1/report.pdf', { headers: { 'accept-encoding': 'br' } });
  expect(response.headers.has('content-encoding')).toBe(false);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(body);
});

test('a style sheet is kept for ever, by the reader too', async () => {
  const css = { status: 200, headers: { 'content-type': 'text/css' }, body: Buffer.from('p{}') };
  const { asked, cache, get } = await serve(() => css);
  await get('/_next/static/chunks/a.css');
  cache.clear();
  const again = await get('/_next/static/chunks/a.css?v=2');
  expect(again.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(asked).toHaveLength(1);
});

test('every answer carries the headers that protect its reader', async () => {
  for (const secure of [false, true]) {
    const { get } = await serve((path) => html(page, path === '/nobody' ? 404 : 200), { secure });
    for (const path of ['/deting', '/deting', '/nobody']) {
      const { headers } = await get(path);
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('strict-transport-security')).toBe(secure ? 'max-age=31536000' : null);
    }
    server?.close();
  }
});
