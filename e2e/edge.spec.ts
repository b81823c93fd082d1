import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import pg from 'pg';
import sharp, { type SharpOptions } from 'sharp';
import { signOff } from '@/e2e/support/deeds';
import { expect, test } from '@/e2e/support/story';
import { cookieFor, sessionCookie } from '@/lib/server/people/session-cookie';
import { aRelay } from '@/lib/server/testing/a-relay';
import { aServer, freePort } from '@/lib/server/testing/a-server';
import { anNginx, nginxProgram } from '@/lib/server/testing/an-nginx';
import { answersIn, rawRequest } from '@/lib/server/testing/raw-request';

// What a reader gets when something is not as it should be. No browser is needed, except to sign.
const left: (() => Promise<unknown>)[] = [];

test.afterEach(async () => {
  while (left.length > 0) await left.pop()?.();
});

/** A server of this story's own, ended with it, whatever becomes of it. */
async function ownServer(variables: Record<string, string>) {
  const server = await aServer({ PORT: String(await freePort()), ...variables });
  left.push(() => server.end('SIGTERM'));
  return server;
}

test('数据库断开时，看过的网页照常打开并注明，其余说明稍后再试；恢复后不用人管', { tag: '@once' }, async ({
  aReport,
}) => {
  const report = await aReport({ status: 'published', year: 2023 });
  const relay = await aRelay(process.env.DATABASE_URL ?? '');
  left.push(relay.cut);
  const server = await ownServer({ DATABASE_URL: relay.url });
  const at = (path: string) => `${server.address}/${report.organisationSlug}${path}`;
  const ready = (status: number) =>
    expect.poll(async () => (await fetch(`${server.address}/readyz`)).status).toBe(status);
  // Others publish meanwhile: where that emptied the cache just before, the page is fetched and the cable cut once more.
  const keptWhileAway = async (): Promise<{ page: string; kept: Response }> => {
    const page = await (await fetch(at('/reports/2023'))).text();
    await relay.cut();
    await ready(503);
    const kept = await fetch(at('/reports/2023'));
    if (kept.headers.get('x-gongkai-database') === 'away') return { page, kept };
    expect(kept.status).toBe(503);
    await relay.mend();
    await ready(200);
    return keptWhileAway();
  };
  const { page, kept } = await keptWhileAway();
  expect([kept.status, await kept.text()]).toEqual([200, page]);
  for (const address of [at('/reports/2022'), at('/reports'), `${server.address}/admin`]) {
    const other = await fetch(address);
    const said = await other.text();
    expect([other.status, Number(other.headers.get('retry-after'))]).toEqual([503, 30]);
    expect(other.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(said).toContain('暂时不能打开');
    expect(said).not.toMatch(/<script|at .*\.js|Error/);
  }
  expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
  expect((await fetch(`${server.address}/readyz`)).status).toBe(503);

  await relay.mend();
  await ready(200);
  expect((await fetch(at('/reports'))).status).toBe(200);
  expect((await fetch(at('/reports/2023'))).headers.has('x-gongkai-database')).toBe(false);
  expect(await server.end('SIGTERM')).toBe(0);
});

test('两个进程共用一个数据库：在一个里签发，另一个一秒内就能看到', { tag: '@once' }, async ({
  aReport,
  signedInAs,
  baseURL,
}) => {
  const report = await aReport({ status: 'in_sign_off', year: 2023 });
  const other = await ownServer({});
  const nginx = nginxProgram();
  const upstream = [baseURL, other.address].map((address) => `server ${new URL(address ?? '').host};`);
  const front =
    nginx &&
    (await anNginx(nginx, {
      http: `upstream gongkai { ${upstream.join(' ')} keepalive 8; }`,
      server:
        'location / { proxy_pass http://gongkai; proxy_set_header Host $host; proxy_set_header X-Forwarded-For $remote_addr; }',
    }));
  if (front) left.push(front.end);
  // Behind nginx one request goes to this process and the next to the other.
  const doors = front ? [front.address, front.address] : [baseURL, other.address];
  const asked: { at: number; status: number }[] = [];
  const read = async () => {
    const at = performance.now();
    const answers = doors.map(async (door) => (await fetch(`${door}/${report.organisationSlug}/reports/2023`)).status);
    const statuses = await Promise.all(answers);
    asked.push(...statuses.map((status) => ({ at, status })));
    return statuses;
  };
  expect(await read()).toEqual([404, 404]);

  const leader = await signedInAs('principal_leader');
  const witness = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await witness.connect();
  left.push(() => witness.end());
  await witness.query('LISTEN gongkai_public');
  // Others publish meanwhile; what is heard first may be theirs.
  const committed = new Promise<number>((resolve) => {
    witness.on('notification', async () => {
      const at = performance.now();
      const ours = 'SELECT FROM publication JOIN organisation ON organisation.id = organisation_id WHERE slug = $1';
      if ((await witness.query(ours, [report.organisationSlug])).rowCount === 1) resolve(at);
    });
  });
  const seen = expect.poll(read, { intervals: [20], timeout: 60_000 }).toEqual([200, 200]);
  await signOff(leader);
  await seen;
  // How long a machine takes to render the page is not the question: whoever asks a second later gets the new one.
  const late = (await committed) + 1_000;
  expect(asked.filter(({ at, status }) => at > late && status !== 200)).toEqual([]);
});

const word = fc.oneof(
  fc.constantFrom('deting', 'reports', '2020', '1', 'report.json', 'l', 'admin', 'api', '_next', 'static', 'site'),
  fc.constantFrom('..', '.', '%2e%2e', '%2f', '%00', '%', '%ff', '%E5%BE%B7', '\\', ';', '*', '~', "'", '<script>'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const query = fc.oneof(
  fc.constantFrom('', '?', '?q=%', '?a[]=1&a=%ff', `?${'q'.repeat(8192)}`, '?_rsc=1', '?__proto__=1'),
);
const header = fc.constantFrom(
  ...['Cookie: gongkai-session=x', 'Cookie: a=%', 'RSC: 1', 'Next-Action: x', 'Range: bytes=5-1', 'Accept: \xff'],
  ...['If-None-Match: *', 'X-Forwarded-Host: a b', 'Content-Type: multipart/form-data', 'Origin: null'],
  ...[
    'Accept-Encoding: zstd;q=1, *;q=0',
    'Next-Router-State-Tree: %',
    'X-Middleware-Subrequest: proxy:proxy:proxy:proxy',
  ],
);
const body = fc.constantFrom('', '[]', '{"', '--x\r\n', 'a=1&b');

test('几百个古怪的请求，没有一个让服务器出错', { tag: '@once' }, async ({ baseURL }) => {
  const port = Number(new URL(baseURL ?? '').port);
  const method = fc.constantFrom('GET', 'GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'TRACE', 'QUERY');
  const steps = fc.array(word, { maxLength: 6 });
  const property = fc.asyncProperty(
    method,
    steps,
    query,
    fc.array(header, { maxLength: 3 }),
    body,
    async (...parts) => {
      const [verb, path, search, headers, content] = parts;
      const length = verb === 'POST' ? [`Content-Length: ${content.length}`] : [];
      const lines = [
        `${verb} /${path.join('/')}${search} HTTP/1.1`,
        `Host: 127.0.0.1:${port}`,
        'Connection: close',
        ...headers,
        ...length,
      ];
      const bytes = Buffer.from(`${lines.join('\r\n')}\r\n\r\n${verb === 'POST' ? content : ''}`);
      const answers = answersIn(await rawRequest(port, bytes, { end: false }));
      expect(answers).not.toEqual([]);
      for (const { status, head } of answers) {
        expect(status, String(bytes)).toBeLessThan(500);
        for (const name of ['x-content-type-options', 'x-frame-options', 'referrer-policy', 'permissions-policy']) {
          expect(head.split(`\r\n${name}: `), `${name} of ${bytes}`).toHaveLength(2);
        }
        expect(head, String(bytes)).toContain('\r\ncontent-security-policy: ');
      }
    },
  );
  await fc.assert(property, { numRuns: 400 });
});

test('谁先来、带着什么请求头，都不改变后来的人看到的网页', { tag: '@once' }, async ({ aReport, baseURL }) => {
  const { organisationSlug: slug } = await aReport({ status: 'published', year: 2023 });
  const hostile: Record<string, string>[] = [
    {
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Proto': 'https',
      'X-Forwarded-Port': '444',
      Forwarded: 'host=evil.example',
    },
    { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-State-Tree': '%5B%22%22%5D', 'Next-Url': '/admin' },
    { Accept: 'application/json', 'Accept-Language': 'en', 'User-Agent': 'Googlebot', Range: 'bytes=0-3' },
    {
      'X-Middleware-Rewrite': '/admin',
      'X-Invoke-Path': '/admin',
      'X-Matched-Path': '/admin',
      'X-Rewrite-URL': '/admin',
    },
    { 'X-Middleware-Subrequest': 'proxy:proxy:proxy:proxy:proxy', 'X-HTTP-Method-Override': 'DELETE' },
  ];
  const addresses = ['', '/reports', '/reports/2023', '/reports/2023/1', '/feed.xml', '/catalogue'];
  const other = await ownServer({});
  for (const [n, address] of addresses.entries()) {
    const path = `/${slug}${address}`;
    // Who asks for a range is sent no encoding by `fetch`; nobody here is.
    const plain = { 'Accept-Encoding': 'identity' };
    const first = await fetch(`${baseURL}${path}?_rsc=1&x=evil.example`, {
      headers: { ...hostile[n % hostile.length], ...plain },
    });
    const others = [baseURL, other.address].map((site) => fetch(`${site}${path}`, { headers: plain }));
    const [later, elsewhere] = await Promise.all(others);
    const texts = await Promise.all([first, later, elsewhere].map((answer) => answer?.text()));
    expect([first.status, new Set(texts).size], path).toEqual([200, 1]);
    expect(first.headers.get('etag')).toBe(later?.headers.get('etag'));
    expect(texts[0]).not.toContain('evil.example');
  }
  for (const path of [
    `/${slug}.rsc`,
    `/${slug}/reports/2023.rsc`,
    '/api',
    '/_next',
    '/_next/image?url=%2Ficon.svg&w=640&q=75',
  ]) {
    const { status, headers } = await fetch(`${baseURL}${path}`);
    expect([status, headers.get('cache-control')], path).toEqual([404, 'no-store']);
  }
  for (const path of ['/', `/${slug}`, `/site/standard/${slug}`]) {
    const headers = { 'Next-Action': '40d5c6ab', 'Content-Type': 'text/plain' };
    expect((await fetch(`${baseURL}${path}`, { method: 'POST', body: '[]', headers })).status, path).toBe(405);
  }
});

test('没有登录的人传来的大文件不占内存，登录的人照常上传', { tag: '@once' }, async ({ township }) => {
  const { id } = await township.anItem({ status: 'draft' });
  const server = await ownServer({});
  const upload = async (cookie: string, body: Uint8Array<ArrayBuffer>) => {
    const headers = { cookie, origin: server.address, 'x-file-name': 'x.png' };
    return (await fetch(`${server.address}/api/items/${id}/files`, { method: 'POST', body, headers })).status;
  };
  const inMemory = async () => {
    const figures = await (await fetch(`${server.address}/metrics`)).text();
    return Number(/^gongkai_process_resident_memory_bytes (\S+)/m.exec(figures)?.[1]);
  };
  const cookie = `${sessionCookie}=${await cookieFor(township.people.drafter.sessionId)}`;
  const noise: SharpOptions = {
    create: {
      width: 1000,
      height: 1000,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  };
  const picture = new Uint8Array(await sharp(noise).png().toBuffer());
  expect(picture.length).toBeGreaterThan(1024 * 1024);
  expect(await upload(cookie, picture)).toBe(200);

  const before = await inMemory();
  for (const forged of ['', `${sessionCookie}=forged`]) {
    const sent = Array.from({ length: 40 }, () => upload(forged, new Uint8Array(20 * 1024 * 1024)));
    expect(new Set(await Promise.all(sent))).toEqual(new Set([401]));
  }
  expect(((await inMemory()) - before) / 1024 / 1024).toBeLessThan(200);
  expect(await upload(cookie, picture)).toBe(200);
});

test('每个请求在日志里一行，没有谁在看、看什么', { tag: '@once' }, async ({ aReport }) => {
  const { organisationSlug: slug } = await aReport({ status: 'published', year: 2023 });
  const server = await ownServer({ LOG_LEVEL: 'info' });
  const headers = {
    'X-Forwarded-For': '203.0.113.77',
    'User-Agent': 'Phone of Zhang San',
    Cookie: 'gongkai-session=secret-of-zhang',
    Referer: 'https://elsewhere.example/zhang',
  };
  const asked: [path: string, logged: string, status: number, by: string][] = [
    [`/${slug}/reports/2023`, `/${slug}/reports/2023`, 200, 'rendered'],
    [`/${slug}/search?q=410311198001011234`, `/${slug}/search`, 200, 'rendered'],
    ['/%E5%BC%A0%E4%B8%89/13800000000', '/:text/…', 404, 'rendered'],
    ['/x/../zhang', '/x/…', 400, 'refused'],
    ['/admin/requests?name=zhang', '/admin/requests', 307, 'next'],
  ];
  const port = Number(new URL(server.address).port);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  for (const [path] of asked) {
    await rawRequest(port, `GET ${path} HTTP/1.1\r\nHost: gk\r\nConnection: close\r\n${lines.join('')}\r\n`, {
      end: false,
    });
  }
  await expect.poll(() => server.log().trim().split('\n')).toHaveLength(asked.length);
  const told = server
    .log()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  for (const [n, [, path, status, by]] of asked.entries()) {
    expect(told[n]).toEqual({
      level: 30,
      time: expect.any(String),
      method: 'GET',
      path,
      status,
      by,
      ms: expect.any(Number),
    });
  }
  expect(server.log()).not.toMatch(/203\.0|zhang|Zhang|Phone|1380|4103|secret|elsewhere/);
});

test('只在一个网络地址上监听时，公开网页和登录都照常', { tag: '@once' }, async ({ aReport }) => {
  const report = await aReport({ status: 'published', year: 2022 });
  const network = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  const outward = network.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
  for (const host of ['127.0.0.2', ...(outward ? [outward] : [])]) {
    const port = String(await freePort());
    await ownServer({ HOST: host, PORT: port });
    const home = `http://${host}:${port}`;
    expect((await fetch(`${home}/${report.organisationSlug}/reports/2022`)).status).toBe(200);
    expect((await fetch(`${home}/admin`, { redirect: 'manual' })).headers.get('location')).toBe('/admin/sign-in');
  }
});

test('数据库自己断了，重新起来后还是原来的内容', { tag: '@once' }, async () => {
  test.slow();
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-edge-'));
  const own = { DATABASE_URL: '', DATABASE_OWNER_URL: '', SESSION_SECRET: '', DATA_DIR: folder };
  left.push(() => rm(folder, { recursive: true }));
  const server = await ownServer(own);
  const page = await (await fetch(`${server.address}/deting/reports/2020`)).text();
  // How long it is away is not ours to say (it may be back within milliseconds), so another process is waited for.
  const running = async () => {
    const lock = await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8').catch(() => '');
    return Number(lock.split('\n')[0]);
  };
  const killed = await running();
  process.kill(killed, 'SIGKILL');
  expect(await (await fetch(`${server.address}/deting/reports/2020`)).text()).toBe(page);
  await expect.poll(async () => [0, killed].includes(await running())).toBe(false);
  await expect.poll(async () => (await fetch(`${server.address}/readyz`)).status).toBe(200);
  expect((await fetch(`${server.address}/l/deting/reports/2020`)).status).toBe(200);
  expect(await server.end('SIGTERM')).toBe(0);
});

test('2020年的报告连同样式和图标，传送不到 20 kB，没有脚本', { tag: '@once' }, async ({ baseURL }) => {
  const wire = async (path: string) => {
    const answer = await fetch(`${baseURL}${path}`, { headers: { 'accept-encoding': 'br' } });
    expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, 'br']);
    return { bytes: Number(answer.headers.get('content-length')), text: await answer.text(), headers: answer.headers };
  };
  const page = await wire('/deting/reports/2020');
  expect(page.headers.get('content-security-policy')).toContain("script-src 'none'");
  expect(page.text).not.toContain('<script');
  const needed = [...page.text.matchAll(/<link[^>]+rel="(?:stylesheet|icon)"[^>]+>/g)].map(([link]) => link);
  const addresses = needed.flatMap((link) => /href="([^"]+)"/.exec(link)?.[1] ?? []);
  expect(addresses.filter((address) => address.endsWith('.css'))).toHaveLength(1);
  const parts = await Promise.all(addresses.map(wire));
  expect(parts.reduce((sum, { bytes }) => sum + bytes, page.bytes)).toBeLessThan(20_000);
});
