import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { db } from '@/lib/server/db';

type Rows = Record<string, unknown>[];
export type TestDatabase = {
  /** SQL as the role that the application signs in with. */
  asApplication: (sql: string, values?: unknown[]) => Promise<Rows>;
  /** SQL as the role that owns the tables. */
  asOwner: (sql: string, values?: unknown[]) => Promise<Rows>;
};

/** Gives the test file a migrated, empty database of its own, behind `db` too. Call it once, at the top. */
export function withDatabase(): TestDatabase {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const { url, ownerUrl, adminUrl } = inject('cluster');
  const mine = (address: string) => Object.assign(new URL(address), { pathname: name }).href;

  beforeAll(async () => {
    await run(adminUrl, `CREATE DATABASE ${name} TEMPLATE gongkai OWNER gongkai_owner`);
    process.env.DATABASE_URL = mine(url);
    process.env.DATABASE_OWNER_URL = mine(ownerUrl);
  });
  afterAll(async () => {
    await db.$disconnect();
    await run(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
  });
  return {
    asApplication: (sql, values) => run(mine(url), sql, values),
    asOwner: (sql, values) => run(mine(ownerUrl), sql, values),
  };
}

async function run(connectionString: string, sql: string, values?: unknown[]): Promise<Rows> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}
