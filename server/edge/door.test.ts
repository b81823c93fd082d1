import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { environment } from '@/lib/server/environment';
import { answersIn, rawRequest } from '@/lib/server/testing/raw-request';
import { type Answer, type Door, type DoorOptions, openDoor, usual } from '@/server/edge/door';
import { createMeters } from '@/server/edge/meters';
import { createMetrics } from '@/server/edge/metrics';
import { prepare } from '@/server/edge/visit';
import { proxiesOf } from '@/server/sender';

let door: Door | undefined;
afterEach(async () => {
  door?.server.closeAllConnections();
  await door?.close();
});

const later = (inTime: Answer['inTime']): Answer => ({ atOnce: () => false, again: () => false, inTime });

const hello = later(async (visit) => {
  visit.by = 'next';
  prepare(visit);
  visit.response.end('hello');
});

/** A door on a port of its own, before anybody stands behind it. */
async function aDoor(variables: Record<string, string> = {}, options: Partial<DoorOptions> = {}) {
  const failures: unknown[] = [];
  const metrics = createMetrics();
  door = await openDoor({
    ...{ host: '127.0.0.1', port: 0, proxies: proxiesOf(environment(variables)), meters: createMeters() },
    ...{ metrics, metricsToken: undefined, noted: metrics.count, failed: (error) => failures.push(error) },
    ...options,
  });
  const { port, open } = door;
  const get = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);
  return { port, open, get, failures, metrics };
}

async function anOpenDoor(variables?: Record<string, string>, options?: Partial<DoorOptions>, answer = hello) {
  const opened = await aDoor(variables, options);
  opened.open(answer, async () => true);
  return opened;
}

test('who knocks early waits until there is somebody to answer; who only watches does not', async () => {
  const { get, open } = await aDoor();
  const early = get('/');
  expect([(await get('/healthz')).status, (await get('/readyz')).status]).toEqual([200, 503]);
  open(hello, async () => true);
  expect(await (await early).text()).toBe('hello');
  expect((await get('/readyz')).status).toBe(200);
});

test('500 half-open connections are in nobody’s way, and are ended', async () => {
  const patience = { ...usual, head: 5_000, look: 100 };
  const { port, get } = await anOpenDoor({}, { patience });
  const beginnings = ['', 'GE', 'GET /deting HTTP/1.1\r\n', 'GET / HTTP/1.1\r\nHost: gk\r\nX-A: b', '\r\n'];
  const halves = Array.from({ length: 500 }, (_, n) => half(port, beginnings[n % beginnings.length] ?? ''));
  await Promise.all(halves.map(({ socket }) => once(socket, 'connect')));
  let open = halves.length;
  for (const { ended } of halves) void ended.then(() => --open);

  // The first of the readers is answered before anybody's patience with the others has ended.
  const openAt = [];
  for (let reader = 0; reader < 200; reader += 1) {
    expect((await get('/deting')).status).toBe(200);
    openAt.push(open);
  }
  expect(openAt[0]).toBe(500);
  for (const said of await Promise.all(halves.map(({ ended }) => ended))) {
    expect(answersIn(said).map(({ status }) => status)).toEqual([408]);
  }
}, 60_000);

test('who does not take the answer is not waited for', async () => {
  const answer = later(async ({ response }) => void response.end(randomBytes(50_000_000)));
  const { port } = await anOpenDoor({}, { patience: { ...usual, silence: 300 } }, answer);
  const socket = connect(port, '127.0.0.1');
  socket.pause();
  socket.write('GET / HTTP/1.1\r\nHost: gk\r\n\r\n');
  await vi.waitFor(async () => expect(await door?.connections()).toBe(1));
  await vi.waitFor(async () => expect(await door?.connections()).toBe(0), { timeout: 10_000 });
  socket.destroy();
});

test.each([
  ['CONNECT gk:443 HTTP/1.1\r\nHost: gk\r\n\r\n', 405],
  ['FROB / HTTP/1.1\r\nHost: gk\r\n\r\n', 400],
  ['TRACE / HTTP/1.1\r\nHost: gk\r\nConnection: close\r\n\r\n', 405],
  ['GET / HTTP/1.1\r\n\r\n', 400],
  ['GET / HTTP/1.0\r\n\r\n', 400],
  ['GET / HTTP/9.9\r\nHost: gk\r\n\r\n', 400],
  ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
  [`GET / HTTP/1.1\r\nHost: gk\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  [`GET /?${'x'.repeat(8_192)} HTTP/1.1\r\nHost: gk\r\nConnection: close\r\n\r\n`, 414],
  ['GET / HTTP/1.1\r\nHost: gk\r\nExpect: the-unexpected\r\n\r\n', 417],
  ['GET /%ff HTTP/1.1\r\nHost: gk\r\n\r\n', 400],
  ['GET /../etc/passwd HTTP/1.1\r\nHost: gk\r\n\r\n', 400],
  ['POST /admin HTTP/1.1\r\nHost: gk\r\nContent-Length: 99999999\r\n\r\nx', 413],
  ['POST /admin HTTP/1.1\r\nHost: gk\r\nTransfer-Encoding: chunked\r\n\r\nzz', 411],
  ['POST /admin HTTP/1.1\r\nHost: gk\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
])('%j is answered with a page', async (bytes, status) => {
  const { port } = await anOpenDoor();
  const said = await rawRequest(port, Buffer.from(bytes, 'latin1'));
  const [answer] = answersIn(said);
  expect(answer?.status).toBe(status);
  expect(answer?.head).toContain('x-content-type-options: nosniff');
  expect(answer?.head).toContain("content-security-policy: default-src 'none'");
  expect(said).toContain('<!DOCTYPE html>');
});

test('an upgrade that nobody offers is a request like any other', async () => {
  const { port } = await anOpenDoor();
  const said = await rawRequest(
    port,
    'GET / HTTP/1.1\r\nHost: gk\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  );
  expect(answersIn(said)[0]?.status).toBe(200);
});

const line = fc.tuple(
  fc.constantFrom('GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'get', 'G\0T', '', 'M-SEARCH'),
  fc.oneof(fc.webPath(), fc.string({ unit: 'binary' }), fc.constantFrom('*', '//x', '/..;/x', '/%2e%2e/%00', '/a%')),
  fc.constantFrom('HTTP/1.1', 'HTTP/1.0', 'HTTP/1.2', 'HTTP/', '', 'ICY'),
);
const header = fc.oneof(
  fc.constantFrom('Host: gk', 'Host: a, b', 'Connection: close', 'Content-Length: 3', 'Content-Length: -1'),
  fc.constantFrom('Transfer-Encoding: chunked', 'Transfer-Encoding: xchunked', 'Expect: 100-continue', ' folded: x'),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

test('500 odd requests are answered or cut off, never with a failure of ours', async () => {
  const { port, failures } = await anOpenDoor();
  const property = fc.asyncProperty(line, fc.array(header, { maxLength: 5 }), async (words, headers) => {
    const said = await rawRequest(port, Buffer.from(`${words.join(' ')}\r\n${headers.join('\r\n')}\r\n\r\n`));
    for (const { status, head } of answersIn(said)) {
      expect([100, 200, 400, 405, 408, 411, 413, 414, 417, 431]).toContain(status);
      if (status !== 100) expect(head).toContain('x-frame-options: deny');
    }
    expect(failures).toEqual([]);
  });
  await fc.assert(property, { numRuns: 500 });
}, 60_000);

test('what nobody foresaw is a page without a word of the fault, and stands in the log', async () => {
  const { get, failures } = await anOpenDoor(
    {},
    {},
    later(async () => {
      throw new Error('secret detail');
    }),
  );
  const response = await get('/deting');
  expect([response.status, await response.text()]).toEqual([500, expect.not.stringContaining('secret')]);
  expect(failures).toHaveLength(1);
  expect(await (await get('/api/x')).text()).toMatch(/^服务器出了问题/);
});

test('HSTS stands where the reader came by TLS, whoever answers', async () => {
  const { get } = await anOpenDoor({ HOST: '127.0.0.1' });
  for (const path of ['/', '/healthz', '/%']) {
    const tls = await get(path, { headers: { 'x-forwarded-proto': 'https' } });
    expect(tls.headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect((await get(path)).headers.has('strict-transport-security')).toBe(false);
  }
});

test('who searches too much waits; another name in a header does not help, another reader behind a proxy does', async () => {
  const search = async (get: (path: string, init?: RequestInit) => Promise<Response>, from: string) =>
    get('/deting/search?q=x', { headers: { 'x-forwarded-for': from } });
  const strict = await anOpenDoor();
  for (let count = 0; count < 60; count += 1) expect((await search(strict.get, `9.9.9.${count}`)).status).toBe(200);
  const refused = await search(strict.get, '9.9.9.99');
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.text()).toContain('请求太多');
  expect((await strict.get('/deting')).status).toBe(200);
  await door?.close();

  const behind = await anOpenDoor({ TRUSTED_PROXIES: '127.0.0.1' });
  for (let count = 0; count < 60; count += 1) await search(behind.get, '9.9.9.1');
  expect((await search(behind.get, '9.9.9.1')).status).toBe(429);
  expect((await search(behind.get, '9.9.9.2')).status).toBe(200);
});

test('figures are for this machine, or for whoever has the token', async () => {
  const here = await anOpenDoor();
  await here.get('/deting');
  await vi.waitFor(async () => {
    expect(await (await here.get('/metrics')).text()).toContain('gongkai_http_answers_total{by="next",status="2xx"} 1');
  });
  expect((await here.get('/metrics', { headers: { 'x-forwarded-for': '9.9.9.9' } })).status).toBe(403);
  await door?.close();

  const token = randomBytes(16).toString('hex');
  const guarded = await anOpenDoor({}, { metricsToken: token });
  expect((await guarded.get('/metrics')).status).toBe(403);
  expect((await guarded.get('/metrics', { headers: { authorization: `Bearer ${token}x` } })).status).toBe(403);
  expect((await guarded.get('/metrics', { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
});

type Half = { socket: Socket; ended: Promise<string> };

function half(port: number, beginning: string): Half {
  const socket = connect(port, '127.0.0.1', () => socket.write(beginning));
  return { socket, ended: text(socket) };
}
