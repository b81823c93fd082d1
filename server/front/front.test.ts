import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { withDatabase } from '@/lib/server/testing/with-database';
import { startFront } from '@/server/front/front';
import { StartRefused } from '@/server/start-refused';

withDatabase();
afterEach(() => vi.unstubAllEnvs());

async function aServer(text: string) {
  const server = createServer((_asked, answer) => answer.setHeader('Content-Type', 'text/html').end(text));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

const env = (variables: Record<string, string>) => {
  for (const [name, value] of Object.entries({ HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', ...variables }))
    vi.stubEnv(name, value);
};

test('who knocks waits until it is open, is answered, and the port is free again after it has closed', async () => {
  env({});
  const { server, port: inside } = await aServer('<p>drawn</p>');
  const failed = vi.fn();
  const front = await startFront(failed);
  const early = fetch(`http://127.0.0.1:${front.port}/deting`);
  await front.open(inside);
  expect(await (await early).text()).toBe('<p>drawn</p>');
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
  expect(await (await fetch(`http://127.0.0.1:${front.port}/deting`)).text()).toBe('<p>drawn</p>');
  expect((await fetch(`http://127.0.0.1:${front.port}/admin`)).status).toBe(500);
  await front.close();
  await expect(fetch(`http://127.0.0.1:${front.port}/deting`)).rejects.toThrow();
  expect(failed).not.toHaveBeenCalled();
});

test('a port in use is told as a reason not to start', async () => {
  const { server, port } = await aServer('');
  env({ PORT: String(port) });
  await expect(startFront(() => {})).rejects.toThrow(StartRefused);
  server.close();
});

test('what nobody foresaw is heard, and nobody waits for a thread that is no more', async () => {
  env({});
  const failed = vi.fn();
  const front = await startFront(failed);
  env({ PUBLIC_URL: 'no address' });
  await expect(front.open(1)).rejects.toThrow();
  expect(failed).toHaveBeenCalledOnce();
  await front.close();
});
