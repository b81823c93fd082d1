import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@/server/postgres';

/** Starts the real production server on a new database for the whole run; what it hands on stands in the environment. */
export default async function setup() {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-e2e-'));
  const postgres = await startPostgres(folder);
  const port = await freePort();
  Object.assign(process.env, {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: folder,
    DATABASE_URL: postgres.url,
    DATABASE_OWNER_URL: postgres.ownerUrl,
    SESSION_SECRET: randomBytes(32).toString('hex'),
  });
  const server = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { ...process.env, TSX_TSCONFIG_PATH: 'tsconfig.server.json', NODE_OPTIONS: '', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Its greeting is the first thing that it says, and it is open by then.
  await Promise.race([once(server.stdout, 'data'), once(server, 'exit').then(failed)]);

  return async () => {
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
    await postgres.stop();
    await rm(folder, { recursive: true });
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

function failed(): never {
  throw new Error('the server did not start');
}
