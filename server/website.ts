import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createPageCache, type Rendered } from '@/server/page-cache/page-cache';
import { listenForPublicChanges } from '@/server/page-cache/public-changes';
import { StartRefused } from '@/server/start-refused';

export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
export type Website = { answer: Answer; stop: () => Promise<void> };

/** Next.js with the page cache in front; when developing, Next.js alone. */
export async function openWebsite(outside: Server, developing: boolean): Promise<Website> {
  const dir = join(import.meta.dirname, '..');
  if (!developing && !existsSync(join(dir, '.next/BUILD_ID'))) throw new StartRefused({ code: 'not_built' });
  const { default: next } = await import('next');
  // Next.js asks itself for the page that follows a form; unless told, it knocks at port 3000, whoever answers there.
  const app = next({ dev: developing, dir, httpServer: outside, ...doorOf(outside) });
  await app.prepare();
  const handle = app.getRequestHandler();
  if (developing) return { answer: handle, stop: () => app.close() };

  // The cache renders by asking Next.js over a door of its own, which only this machine can reach.
  const inside = createServer(handle).listen(0, '127.0.0.1');
  await once(inside, 'listening');
  const { port } = inside.address() as AddressInfo;
  const changes = listenForPublicChanges(process.env.DATABASE_URL ?? '', () => cache.clear());
  const cache = createPageCache({
    render: (path, host) => render(port, path, host),
    listening: () => changes.isConnected(),
  });
  await changes.start();

  return {
    async answer(incoming, response) {
      if (!(await cache.answer(incoming, response))) await handle(incoming, response);
    },
    async stop() {
      await changes.stop();
      inside.close();
      await app.close();
    },
  };
}

// It takes 127.0.0.1 for localhost in a rewritten address, and another name than its own for another server.
function doorOf(outside: Server) {
  const { address, port } = outside.address() as AddressInfo;
  return { hostname: ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(address) ? 'localhost' : address, port };
}

async function render(port: number, path: string, host: string): Promise<Rendered> {
  const asked = request({ host: '127.0.0.1', port, path, headers: { host, 'accept-encoding': 'identity' } }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  const headers = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
  return { status: answer.statusCode ?? 500, headers: Object.fromEntries(headers), body: Buffer.concat(chunks) };
}
