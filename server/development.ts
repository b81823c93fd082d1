import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Environment } from '@/lib/server/environment';
import { databaseAnswers } from '@/lib/server/health';
import { type Answer, usual } from '@/server/edge/door';
import { openEdge } from '@/server/edge/open-edge';
import { prepare } from '@/server/edge/visit';
import type { Stage } from '@/server/stage';

/** Next.js alone behind the door, compiling what it is asked for: no page cache, no second thread. */
export async function startDevelopment(env: Environment): Promise<Stage> {
  const { door } = await openEdge(env, { ...usual, silence: 0 });
  const loading = (async () => {
    const { default: next } = await import('next');
    const { address, port } = door.server.address() as AddressInfo;
    const hostname = /^(?:127\.|0\.0\.0\.0$|::1?$)/.test(address) ? 'localhost' : address;
    const app = next({ dev: true, dir: join(import.meta.dirname, '..'), httpServer: door.server, hostname, port });
    await app.prepare();
    return app;
  })();
  loading.catch(() => {}); // heard when it is waited for
  return {
    port: door.port,
    loaded: loading,
    async open() {
      const handle = (await loading).getRequestHandler();
      const answer: Answer = {
        atOnce: () => false,
        again: () => false,
        async inTime(visit) {
          visit.by = 'next';
          prepare(visit);
          await handle(visit.request, visit.response);
        },
      };
      door.open(answer, databaseAnswers);
    },
    async close() {
      await (await loading).close();
      // Browsers hold a connection open to hear of changes, which nobody would end.
      door.server.close();
    },
  };
}
