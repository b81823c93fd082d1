import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type Environment, EnvironmentRefused, environment } from '@/lib/server/environment';
import { startSentence } from '@/lib/text/start';
import { openDatabase, writableFolder } from '@/server/database';
import { sessionSecret } from '@/server/session-secret';
import { StartRefused } from '@/server/start-refused';
import type { Answer } from '@/server/website';

const developing = process.argv.includes('--dev');

try {
  await main();
} catch (error) {
  if (!(error instanceof StartRefused || error instanceof EnvironmentRefused)) throw error;
  const sentence =
    error instanceof StartRefused ? error.message : startSentence({ code: 'environment', names: error.names });
  leaveSaying(sentence);
}

async function main() {
  const env = environment();
  // Next.js declares it read-only and reads it while being imported.
  Object.assign(process.env, { NODE_ENV: developing ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' });
  const door = await openDoor(env);
  const folder = await writableFolder(env.DATA_DIR);
  process.env.SESSION_SECRET ??= await sessionSecret(folder);
  const database = await openDatabase(env, () => leaveSaying(startSentence({ code: 'postgres_lost' })));
  const { openWebsite } = await import('@/server/website');
  const { greet } = await import('@/server/greeting');
  const { publishEveryHalfMinute } = await import('@/server/schedule');

  await greet(env);
  const website = await openWebsite(door.server, developing);
  const schedule = publishEveryHalfMinute();
  door.open(website.answer);

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, async () => {
      await door.close();
      await schedule.stop();
      await website.stop();
      await database.stop();
      process.exit(0);
    });
  }
}

// The port is taken before anything is touched; who knocks early waits until there is somebody to answer.
async function openDoor({ HOST, PORT }: Environment) {
  let open: (answer: Answer) => void = () => {};
  const opened = new Promise<Answer>((resolve) => {
    open = resolve;
  });
  const server = createServer(async (request, response) => {
    const answer = await opened;
    await answer(request, response);
  });
  server.listen(PORT, HOST);
  await once(server, 'listening').catch((error) => {
    if (error.code === 'EADDRINUSE') throw new StartRefused({ code: 'port_in_use', port: PORT });
    if (error.code === 'EACCES') throw new StartRefused({ code: 'port_forbidden', port: PORT });
    throw error;
  });
  return { server, open, close: () => close(server) };
}

// What is being answered is finished, within reason.
async function close(server: Server) {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 5000).unref();
  await closed;
}

function leaveSaying(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
