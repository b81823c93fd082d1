import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Environment, environment } from '@/lib/server/environment';
import { startSentence } from '@/lib/text/start';
import { openDatabase, writableFolder } from '@/server/database';
import { oddRequest } from '@/server/odd-request';
import { nameSender } from '@/server/sender';
import { sessionSecret } from '@/server/session-secret';
import { StartRefused, sentenceFor } from '@/server/start-refused';
import type { Answer } from '@/server/website';

const developing = process.argv.includes('--dev');
// What has been opened, to be closed in the opposite order.
const closing: (() => Promise<void>)[] = [];

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => leave(0));
try {
  await main();
} catch (error) {
  console.error(sentenceFor(error) ?? error);
  await leave(1);
}

async function main() {
  const env = environment();
  // Next.js declares it read-only and reads it while being imported.
  Object.assign(process.env, { NODE_ENV: developing ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' });
  const door = await openDoor(env);
  const folder = await writableFolder(env.DATA_DIR);
  process.env.SESSION_SECRET ??= await sessionSecret(folder);
  // A second start answers within seconds: what takes its time takes it side by side.
  const [database, { greeting }, { openWebsite }, { publishEveryHalfMinute }] = await Promise.all([
    openDatabase(env, databaseLost),
    import('@/server/greeting'),
    import('@/server/website'),
    import('@/server/schedule'),
  ]);
  closing.push(database.stop);
  const [welcome, website] = await Promise.all([greeting(env, door.port), openWebsite(door.server, developing)]);
  closing.push(website.stop);
  closing.push(publishEveryHalfMinute().stop);
  door.open(website.answer);
  closing.push(door.close);
  console.log(welcome);
}

async function leave(code: number) {
  while (closing.length > 0) await closing.pop()?.();
  process.exit(code);
}

function databaseLost() {
  console.error(startSentence({ code: 'postgres_lost' }));
  process.exit(1);
}

// The port is taken before anything is touched; who knocks early waits until there is somebody to answer.
async function openDoor({ HOST, PORT, TRUSTED_PROXIES }: Environment) {
  let open: (answer: Answer) => void = () => {};
  const opened = new Promise<Answer>((resolve) => {
    open = resolve;
  });
  const server = createServer(async (request, response) => {
    const odd = oddRequest(request);
    if (odd) {
      response.writeHead(odd).end();
      return;
    }
    const answer = await opened;
    nameSender(request, TRUSTED_PROXIES);
    await answer(request, response);
  });
  server.listen(PORT, HOST);
  await once(server, 'listening').catch((error) => {
    if (error.code === 'EADDRINUSE') throw new StartRefused({ code: 'port_in_use', port: PORT });
    if (error.code === 'EACCES') throw new StartRefused({ code: 'port_forbidden', port: PORT });
    throw error;
  });
  return { server, port: (server.address() as AddressInfo).port, open, close: () => close(server) };
}

// What is being answered is finished, within reason.
async function close(server: Server) {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 5000).unref();
  await closed;
}
