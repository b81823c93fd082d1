import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createPageCache, type Rendered } from './page-cache.ts';
import { withoutScripts } from './plain-page.ts';

const page =
  '<!DOCTYPE html><html><head><link rel="preload" as="script" href="/a.js"/><link rel="stylesheet" href="/a.css"/>' +
  '<script src="/a.js" async=""></script></head><body><p>“<b>345</b>”条 &lt;script&gt;</p><script>self.x=1</script></body></html>';

let server: Server | undefined;
afterEach(() => server?.close());

async function serve(answers: (path: string) => Rendered | Promise<Rendered>, listening = true) {
  const asked: string[] = [];
  const cache = createPageCache({
    render: async (path) => {
      asked.push(path);
      return answers(path);
    },
    listening: () => listening,
  });
  server = createServer(async (request, response) => {
    if (!(await cache.answer(request, response))) response.writeHead(204).end();
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
  expect(withoutScripts(page)).toBe(
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
  const expected = withoutScripts(page);
  for (const encoding of ['br', 'gzip', 'identity', 'br;q=0, gzip']) {
    const response = await get('/deting', { headers: { 'accept-encoding': encoding } });
    expect(await response.text()).toBe(expected);
  }
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

test('errors, office pages, other methods and signed-in people pass by', async () => {
  const { asked, get } = await serve(() => html('gone wrong', 500));
  await get('/deting');
  await get('/deting');
  expect(asked).toHaveLength(2);
  for (const [path, init] of [
    ['/admin', {}],
    ['/api/health', {}],
    ['/deting', { method: 'POST' }],
    ['/deting', { headers: { cookie: 'next-auth.session-token=x' } }],
  ] as const) {
    expect((await get(path, init)).status).toBe(204);
  }
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

test('a page that fails inside passes by, and is tried again', async () => {
  let failures = 1;
  const { get } = await serve(() => {
    if (failures-- > 0) throw new Error('cut off');
    return html(page);
  });
  expect((await get('/deting')).status).toBe(204);
  expect((await get('/deting')).status).toBe(200);
});

test('a notice of withdrawal is kept like a page, with its status', async () => {
  const { asked, get } = await serve(() => html('已撤下', 410));
  await get('/deting/reports/2020');
  expect((await get('/deting/reports/2020')).status).toBe(410);
  expect(asked).toHaveLength(1);
});

test('when the database is away, pages say so', async () => {
  const { get } = await serve(() => html(page), false);
  expect((await get('/deting')).headers.get('x-gongkai-database')).toBe('away');
});
