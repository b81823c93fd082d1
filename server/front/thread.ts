import { parentPort } from 'node:worker_threads';
import { environment } from '@/lib/server/environment';
import { usual } from '@/server/edge/door';
import { openEdge } from '@/server/edge/open-edge';
import type { Order, Report } from '@/server/front/front';
import { openWebsite, type Website } from '@/server/front/website';
import { StartRefused } from '@/server/start-refused';

// The door and the page cache, in a thread of their own: whatever is drawn, made or read back in the other, readers are
// answered from memory meanwhile. Nothing of the office is loaded here.

if (!parentPort) throw new Error('this is a thread of server/front/front.ts');
const main = parentPort;
const report = (what: Report) => main.postMessage(what);

try {
  const { door, metrics, meters } = await openEdge(environment(), usual);
  let website: Website | undefined;
  main.on('message', async (order: Order) => {
    if (order.to === 'open') {
      website = await openWebsite(order.inside, meters);
      metrics.watch({ ...website, connections: door.connections });
      door.open(website, website.isReady);
      report({ opened: true });
    } else {
      await door.close();
      await website?.stop();
      process.exit(0); // of the thread; what the log has not written yet it writes now
    }
  });
  report({ port: door.port });
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  report({ refused: error.problem });
}
