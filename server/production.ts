import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startFront } from '@/server/front/front';
import type { Stage } from '@/server/stage';
import { StartRefused } from '@/server/start-refused';

const dir = join(import.meta.dirname, '..');

/**
 * Next.js here, what readers meet in a thread of its own; `failed` hears when that is no more. Throws StartRefused where the port
 * cannot be had.
 */
export async function startProduction(failed: (error: unknown) => void): Promise<Stage> {
  // Side by side, since each takes its time.
  const loading = loadNext();
  loading.catch(() => {}); // heard when it is waited for; what is wrong with port or database comes first
  const front = await startFront(failed);
  return {
    port: front.port,
    loaded: loading,
    open: async () => front.open((await loading).port),
    async close() {
      await front.close();
      const { inside, app } = await loading;
      inside.close();
      inside.closeAllConnections();
      await app.close();
    },
  };
}

/**
 * Next.js behind a door of its own, which only this machine can reach: the thread in front asks it there for pages and passes on
 * what is for the office, and Next.js asks itself there for the page that follows a form. Under any other name than localhost it
 * would take its own rewritten addresses for those of another server.
 */
async function loadNext() {
  if (!existsSync(join(dir, '.next/BUILD_ID'))) throw new StartRefused({ code: 'not_built' });
  // What came through the first door within its limits is not measured again.
  const inside = createServer({ maxHeaderSize: 32 * 1024, headersTimeout: 0, requestTimeout: 0 });
  inside.listen(0, '127.0.0.1');
  await once(inside, 'listening');
  const { port } = inside.address() as AddressInfo;
  process.env.__NEXT_PRIVATE_ORIGIN = `http://localhost:${port}`;
  const { default: next } = await import('next');
  const app = next({ dir, hostname: 'localhost', port });
  await app.prepare();
  inside.on('request', app.getRequestHandler());
  return { app, inside, port };
}
