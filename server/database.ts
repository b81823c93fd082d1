import { access, constants, mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Environment } from '@/lib/server/environment';
import { migrate } from '@/server/migrations';
import { startPostgres } from '@/server/postgres';
import { StartRefused } from '@/server/start-refused';

export type Database = { migrated: string[]; stop: () => Promise<void> };

/**
 * Puts a migrated database behind DATABASE_URL for the rest of this process: the server that the variable names,
 * or our own PostgreSQL below the data folder.
 */
export async function openDatabase(env: Environment, onLost: () => void = () => {}): Promise<Database> {
  if (env.DATABASE_URL) {
    const ownerUrl = env.DATABASE_OWNER_URL ?? env.DATABASE_URL;
    return { migrated: await migrate(ownerUrl, { sharedLogin: !env.DATABASE_OWNER_URL }), stop: async () => {} };
  }
  const postgres = await startPostgres(await writableFolder(env.DATA_DIR), { onLost });
  process.env.DATABASE_URL = postgres.url;
  process.env.DATABASE_OWNER_URL = postgres.ownerUrl;
  try {
    return { migrated: await migrate(postgres.ownerUrl), stop: postgres.stop };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** The folder, made when missing. */
export async function writableFolder(name: string): Promise<string> {
  const folder = resolve(name);
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK | constants.X_OK);
    return folder;
  } catch {
    throw new StartRefused({ code: 'folder_unwritable', folder });
  }
}
