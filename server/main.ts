import type { Server } from 'node:http';
import { handOverPages } from '@/lib/pages/hand-over';
import { type Environment, environment } from '@/lib/server/environment';
import { openDatabase, writableFolder } from '@/server/database';
import { openDoor, usual } from '@/server/edge/door';
import { createMeters } from '@/server/edge/meters';
import { createMetrics } from '@/server/edge/metrics';
import { proxiesOf } from '@/server/sender';
import { sessionSecret } from '@/server/session-secret';
import { sentenceFor } from '@/server/start-refused';

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
  handOverPages();
  const { door, metrics, meters, databaseLost } = await openEdge(env);
  const folder = await writableFolder(env.DATA_DIR);
  process.env.SESSION_SECRET ??= await sessionSecret(folder);
  // A second start answers within seconds: what takes its time takes it side by side.
  const loading = load({ outside: door.server, developing });
  const database = await openDatabase(env, databaseLost);
  closing.push(database.stop);
  const { keyRing } = await import('@/lib/server/sealing/key-ring');
  keyRing(); // made now, so that the first backup holds them; a spoilt file is told now
  const warned = warnOfMissingKeys();
  warned.catch(() => {}); // heard when it is waited for
  const { greeting, openWebsite, next } = await loading;
  const [welcome, website] = await Promise.all([greeting(env, door.port), openWebsite(next, meters)]);
  closing.push(website.stop);
  metrics.watch({ ...website, connections: door.connections });
  door.open(website, website.isReady);
  closing.push(door.close);
  const { everyHalfMinute, proofBatches, publishNow, verifyOnceANight } = await import('@/server/schedule');
  closing.push(everyHalfMinute(publishNow).stop);
  closing.push(everyHalfMinute(proofBatches).stop);
  closing.push(everyHalfMinute(verifyOnceANight(env, door.port)).stop);
  await warned;
  console.log(welcome);
}

// All else works without them: the public side does not go away because a file of keys was lost.
async function warnOfMissingKeys() {
  const [{ missingKeys }, { missingKeysAdvice, missingKeysTitle }] = await Promise.all([
    import('@/lib/server/sealing/missing-keys'),
    import('@/lib/text/missing-keys'),
  ]);
  const lost = await missingKeys();
  if (lost.length > 0) console.log(`${missingKeysTitle(lost)}。${missingKeysAdvice}`);
}

function load(how: { outside: Server; developing: boolean }) {
  const loading = (async () => {
    const [{ greeting }, { openWebsite, loadNext }] = await Promise.all([
      import('@/server/greeting'),
      import('@/server/website'),
    ]);
    return { greeting, openWebsite, next: await loadNext(how) };
  })();
  loading.catch(() => {}); // heard when it is waited for; what is wrong with the database comes first
  return loading;
}

async function openEdge(env: Environment) {
  const { log, logRequest } = await import('@/server/log');
  const metrics = createMetrics();
  const meters = createMeters();
  const door = await openDoor({
    ...{
      host: env.HOST,
      port: env.PORT,
      base: env.BASE_PATH,
      proxies: proxiesOf(env),
      metricsToken: env.METRICS_TOKEN,
    },
    ...{ metrics, meters, patience: developing ? { ...usual, silence: 0 } : usual },
    noted(visit, milliseconds) {
      metrics.count(visit, milliseconds);
      logRequest(visit, milliseconds);
    },
    failed: (error) => log.error(error, 'a request failed'),
  });
  const databaseLost = () => log.error('PostgreSQL is gone; starting it again');
  return { door, metrics, meters, databaseLost };
}

async function leave(code: number) {
  while (closing.length > 0) await closing.pop()?.();
  process.exit(code);
}
