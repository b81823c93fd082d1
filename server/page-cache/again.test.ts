import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { environment } from '@/lib/server/environment';
import { rawRequest } from '@/lib/server/testing/raw-request';
import { type Door, openDoor } from '@/server/edge/door';
import { createMeters } from '@/server/edge/meters';
import { createMetrics } from '@/server/edge/metrics';
import { refuse } from '@/server/edge/refuse';
import { createPageCache } from '@/server/page-cache/page-cache';
import { proxiesOf } from '@/server/sender';

// Who asks as plainly as somebody before is answered without all that is weighed on the way. Held against a house where
// everything is weighed every time.

const doors: Door[] = [];
afterEach(async () => {
  for (const door of doors.splice(0)) {
    door.server.closeAllConnections();
    await door.close();
  }
});

type House = { remembers: boolean; state: { listening: boolean; text: string } };

async function aHouse({ remembers, state }: House) {
  const metrics = createMetrics();
  const cache = createPageCache({
    render: async (address) => ({
      status: address.includes('none') ? 404 : 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: Buffer.from(`${address} ${state.text}`.repeat(40)),
    }),
    listening: () => state.listening,
    databaseAnswers: async () => true,
    missing: { waitSeconds: async () => null, count: () => {} },
    anew: async () => null,
  });
  let again = 0;
  const door = await openDoor({
    ...{ host: '127.0.0.1', port: 0, base: '/gk', meters: createMeters(), metrics, metricsToken: undefined },
    proxies: proxiesOf(environment({ HOST: '127.0.0.1', PUBLIC_URL: 'https://gk.example.gov.cn' })),
    ...{ noted: metrics.count, failed: () => {} },
  });
  doors.push(door);
  door.open(
    {
      atOnce: cache.atOnce,
      again(plain, response) {
        if (!remembers || !cache.again(plain, response)) return false;
        again += 1;
        return true;
      },
      async inTime(visit) {
        if (!(await cache.inTime(visit))) refuse(visit, 'refused', 404);
      },
    },
    async () => true,
  );
  const say = async (lines: readonly string[]) =>
    (await rawRequest(door.port, `${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`, { end: false })).replace(
      /\r\nDate: [^\r]+/,
      '',
    );
  return { say, clear: cache.clear, count: () => again, metrics };
}

const line = fc.tuple(
  fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'POST', 'OPTIONS'),
  fc.constantFrom(
    ...['/deting', '/gk/deting', '/deting?x=1', '/l/deting', '/none', '/deting/reports/2020.pdf', '/deting/search?q=a'],
    ...['/admin', '/gk/admin', '/healthz', '/metrics', '//x', '/deting/%2e%2e', '/x.rsc', '/deting/', '/_next/x'],
  ),
  fc.constant('HTTP/1.1'),
);
const header = fc.constantFrom(
  ...['Host: gk', 'host: gk', 'Host: gk.example.gov.cn', 'Host: a b', 'Accept-Encoding: gzip', 'accept-encoding: br'],
  ...['Accept-Encoding: gzip;q=0, br;q=0', 'Cookie: gongkai-session=x', 'Cookie: a=1', 'If-None-Match: *'],
  ...['X-Forwarded-For: 9.9.9.9', 'X-Forwarded-Proto: https', 'X-FORWARDED-PROTO: http', 'Forwarded: for=9.9.9.9'],
  ...['Content-Length: 0', 'Content-Length: 3', 'Transfer-Encoding: chunked', 'Expect: 100-continue', 'User-Agent: x'],
  ...['Accept: text/html', 'Referer: http://gk/', 'Range: bytes=0-3', 'Next-Action: x', 'Upgrade: websocket'],
);

test('who asks plainly again gets what everybody gets, byte for byte', async () => {
  const state = { listening: true, text: 'public' };
  const quick = await aHouse({ remembers: true, state });
  const slow = await aHouse({ remembers: false, state });
  await fc.assert(
    fc.asyncProperty(line, fc.array(header, { maxLength: 3 }), async (words, headers) => {
      const asked = [words.join(' '), ...(headers.some((each) => /^host/i.test(each)) ? [] : ['Host: gk']), ...headers];
      const first = await quick.say(asked);
      expect(await quick.say(asked)).toBe(first);
      expect(await slow.say(asked)).toBe(first);
    }),
    { numRuns: 300 },
  );
  expect(quick.count()).toBeGreaterThan(5);
}, 60_000);

test('a change is seen at once, and without the database it is said', async () => {
  const state = { listening: true, text: 'old' };
  const { say, clear, count, metrics } = await aHouse({ remembers: true, state });
  const asked = ['GET /deting HTTP/1.1', 'Host: gk'];
  await say(asked); // made
  await say(asked); // found
  expect(await say(asked)).toContain('/deting old');
  expect(count()).toBe(1);
  expect(await metrics.text()).toContain('gongkai_http_answers_total{by="memory",status="2xx"} 2');

  state.listening = false;
  expect(await say(asked)).toContain('X-Gongkai-Database: away');
  state.listening = true;
  state.text = 'new';
  clear();
  expect(await say(asked)).toContain('/deting new');
  expect(count()).toBe(1);
});
