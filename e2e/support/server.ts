import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inventedFormat } from '@/lib/domain/report/an-invented-format';
import { aSecret, aServer, freePort } from '@/lib/server/testing/a-server';
import { startPostgres } from '@/server/postgres';

/** Starts the real production server on a new database for the whole run; what it hands on stands in the environment. */
export default async function setup() {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-e2e-'));
  const postgres = await startPostgres(folder);
  const formats = join(folder, 'formats');
  await mkdir(formats);
  await writeFile(join(formats, '2027.json'), JSON.stringify(inventedFormat()));
  Object.assign(process.env, {
    PORT: String(await freePort()),
    DATA_DIR: folder,
    FORMATS_DIR: formats,
    DATABASE_URL: postgres.url,
    DATABASE_OWNER_URL: postgres.ownerUrl,
    SESSION_SECRET: aSecret(),
  });
  const server = await aServer({}).catch(async (error) => {
    await postgres.stop();
    throw error;
  });

  return async () => {
    await server.end('SIGTERM');
    await postgres.stop();
    await rm(folder, { recursive: true });
  };
}
