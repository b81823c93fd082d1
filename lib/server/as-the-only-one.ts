import 'server-only';
import pg from 'pg';
import { environment } from '@/lib/server/environment';

/** What only one of the processes on a database does at a time, each by its advisory lock; server/migrations.ts has another. */
const locks = { verification: 7_180_004 } as const;

/**
 * Works while no other process does the same; null where one is at it. The lock ends with its connection, so that a
 * process that dies leaves none behind.
 */
export async function asTheOnlyOne<Result>(what: keyof typeof locks, work: () => Promise<Result>) {
  const { DATABASE_URL } = environment();
  const client = new pg.Client({ connectionString: DATABASE_URL, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {}); // a lost connection is noticed by the work, which needs the database itself
  await client.connect();
  try {
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS mine', [locks[what]]);
    return rows[0]?.mine === true ? await work() : null;
  } finally {
    await client.end().catch(() => undefined);
  }
}
