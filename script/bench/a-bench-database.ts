import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aSecret } from '@/lib/server/testing/a-server';
import { startPostgres } from '@/server/postgres';

/** An empty database of this run's own; the environment names it to every server started from here. `end` throws it away. */
export async function aBenchDatabase(): Promise<{ end: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'));
  const postgres = await startPostgres(folder);
  Object.assign(process.env, { DATABASE_URL: postgres.url, DATABASE_OWNER_URL: postgres.ownerUrl });
  Object.assign(process.env, { DATA_DIR: folder, SESSION_SECRET: aSecret(), GONGKAI_DEMO: 'on' });
  return {
    async end() {
      await postgres.stop();
      await rm(folder, { recursive: true });
    },
  };
}
