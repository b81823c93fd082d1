import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import pg from 'pg';
import { signOff } from '@/e2e/support/deeds';
import { expect, test } from '@/e2e/support/story';
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
  const page = await (await fetch(at('/reports/2023'))).text();

  await relay.cut();
  await expect.poll(async () => (await fetch(at('/reports/2023'))).headers.get('x-gongkai-database')).toBe('away');
  const kept = await fetch(at('/reports/2023'));
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
  await expect.poll(async () => (await fetch(`${server.address}/readyz`)).status).toBe(200);
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
  const committed = once(witness, 'notification').then(() => performance.now());
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
  const pid = Number((await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
  process.kill(pid, 'SIGKILL');
  await expect.poll(async () => (await fetch(`${server.address}/readyz`)).status, { intervals: [5] }).toBe(503);
  expect(await (await fetch(`${server.address}/deting/reports/2020`)).text()).toBe(page);
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
