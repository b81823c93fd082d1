import { once } from 'node:events';
import { SHARE_ENV, Worker } from 'node:worker_threads';
import type { StartProblem } from '@/lib/text/start';
import { StartRefused } from '@/server/start-refused';

/** What the thread is told. */
export type Order = { to: 'open'; inside: number } | { to: 'close' };
/** What it tells: where it listens, or why it cannot; and that readers are being answered. */
export type Report = { port: number } | { refused: StartProblem } | { opened: true };

/**
 * The door and the page cache, in a thread of their own. The port is taken at once; who knocks waits until `open` has told the port
 * at which Next.js is asked. Throws StartRefused where the port cannot be had; `failed` hears what nobody foresaw, after which
 * the thread is no more.
 */
export async function startFront(failed: (error: unknown) => void) {
  // What this process finds out about itself while it starts, the thread is to know too.
  const thread = new Worker(new URL('./thread.mjs', import.meta.url), { env: SHARE_ENV });
  const ended = new Promise((resolve) => thread.once('exit', resolve));
  const told = async () => (await once(thread, 'message'))[0] as Report;
  const tell = (order: Order) => thread.postMessage(order);
  const begun = await told();
  if ('refused' in begun) throw new StartRefused(begun.refused);
  if (!('port' in begun)) throw new Error('the thread in front tells something else than where it listens');
  thread.on('error', failed);
  return {
    port: begun.port,
    async open(inside: number) {
      const opened = told();
      tell({ to: 'open', inside });
      await opened;
    },
    async close() {
      tell({ to: 'close' });
      await ended;
    },
  };
}
