import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aSecret, aServer, freePort } from '@/lib/server/testing/a-server';
import { startPostgres } from '@/server/postgres';

/** Starts the real production server on a new database for the whole run; what it hands on stands in the environment. */
export default async function setup() {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-e2e-'));
  const postgres = await startPostgres(folder);
  Object.assign(process.env, {
    PORT: String(await freePort()),
    DATA_DIR: folder,
    DATABASE_URL: postgres.url,
    DATABASE_OWNER_URL: postgres.ownerUrl,
    SESSION_SECRET: aSecret(),
  });
  const server = await aServer({});

  return async () => {
    await server.end('SIGTERM');
    await postgres.stop();
    await rm(folder, { recursive: true });
  };
}
