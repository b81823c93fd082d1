import { handOverPages } from '@/lib/pages/hand-over';
import { type Environment, environment } from '@/lib/server/environment';
import { openDatabase, writableFolder } from '@/server/database';
import { sessionSecret } from '@/server/session-secret';
import type { Stage } from '@/server/stage';
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
  const stage = await start(env);
  const folder = await writableFolder(env.DATA_DIR);
  process.env.SESSION_SECRET ??= await sessionSecret(folder);
  // A second start answers within seconds: what takes its time takes it side by side.
  const [database, { greeting }] = await Promise.all([openDatabase(env, databaseLost), import('@/server/greeting')]);
  closing.push(database.stop);
  const { keyRing } = await import('@/lib/server/sealing/key-ring');
  keyRing(); // made now, so that the first backup holds them; a spoilt file is told now
  const warned = warnOfMissingKeys();
  warned.catch(() => {}); // heard when it is waited for
  await stage.loaded;
  const welcome = await greeting(env, stage.port);
  await stage.open();
  closing.push(stage.close);
  const { everyHalfMinute, proofBatches, publishNow, verifyOnceANight } = await import('@/server/schedule');
  closing.push(everyHalfMinute(publishNow).stop);
  closing.push(everyHalfMinute(proofBatches).stop);
  closing.push(everyHalfMinute(verifyOnceANight(env, stage.port)).stop);
  await warned;
  console.log(welcome);
}

async function start(env: Environment): Promise<Stage> {
  if (developing) return (await import('@/server/development')).startDevelopment(env);
  return (await import('@/server/production')).startProduction(failed);
}

// Without its door the process is of no use to anybody; whoever watches it starts it again.
async function failed(error: unknown) {
  console.error(error);
  await leave(1);
}

async function databaseLost() {
  const { log } = await import('@/server/log');
  log.error('PostgreSQL is gone; starting it again');
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

async function leave(code: number) {
  while (closing.length > 0) await closing.pop()?.();
  process.exit(code);
}
