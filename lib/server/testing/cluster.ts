import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '@/server/migrations';
import { startPostgres } from '@/server/postgres';

export type Cluster = { url: string; ownerUrl: string; adminUrl: string };

declare module 'vitest' {
  interface ProvidedContext {
    cluster: Cluster;
  }
}

// Nothing here outlives the run, so nothing waits for the disk.
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/** One PostgreSQL for the whole run; its migrated database is the template of each test file's own. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-test-'));
  const { stop, ...cluster } = await startPostgres(folder, { settings });
  await migrate(cluster.ownerUrl);
  project.provide('cluster', cluster);
  return async () => {
    await stop();
    await rm(folder, { recursive: true });
  };
}
