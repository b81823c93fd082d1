import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { db } from '@/lib/server/db';
import { recountWithCalendar } from '@/lib/server/items/recount-due-days';
import { aSecret, aServer } from '@/lib/server/testing/a-server';
import { aMillionItems } from '@/script/bench/a-million-items';
import { fillSearch } from '@/script/bench/fill-search';
import { measureRegister } from '@/script/bench/register';
import { measureSearch } from '@/script/bench/search';
import { migrate } from '@/server/migrations';
import { startPostgres } from '@/server/postgres';

// What is measured on a million items, in a database of its own that is thrown away: most of the time goes into filling it.

const folder = await mkdtemp(join(tmpdir(), 'gongkai-million-'));
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '8GB' };
const postgres = await startPostgres(folder, { settings });
Object.assign(process.env, { DATABASE_URL: postgres.url, DATABASE_OWNER_URL: postgres.ownerUrl, DATA_DIR: folder });
await migrate(postgres.ownerUrl);
const filled = await aMillionItems(postgres.ownerUrl);
await fillSearch(postgres.ownerUrl);
await settleDays(postgres.ownerUrl);

process.env.SESSION_SECRET = aSecret();
const server = await aServer({ GONGKAI_DEMO: 'off', TRUSTED_PROXIES: '127.0.0.1' });
let asked = 0;
console.table([...(await measureRegister(filled, get)), ...(await measureSearch(get))]);
await server.end('SIGTERM');
await db.$disconnect();
await postgres.stop();
await rm(folder, { recursive: true });

/** The filled days are rough: what the server would set right at its start, all over the table, is done before. */
async function settleDays(ownerUrl: string) {
  await recountWithCalendar();
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query('VACUUM (ANALYZE) disclosure_item');
  await client.end();
}

/** Every request from another address: nobody is to be limited here. */
async function get(path: string, cookie = '') {
  asked += 1;
  const headers = { cookie, 'x-forwarded-for': `10.${asked >> 16}.${(asked >> 8) & 255}.${asked & 255}` };
  const response = await fetch(`${server.address}${path}`, { headers });
  if (![200, 404].includes(response.status)) throw new Error(`${path} was answered ${response.status}`);
  await response.arrayBuffer();
}
