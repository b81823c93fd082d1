import 'server-only';
import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { environment } from '@/lib/server/environment';
import { type Prisma, PrismaClient } from '@/lib/server/generated/client';

export type Tx = Prisma.TransactionClient;

// One client for each copy of this module that runs: the process itself and what Next.js bundled.
// It outlives hot reloading, and nothing connects before the first query.
const key = Symbol.for(`gongkai.database.${process.env.NEXT_RUNTIME ?? 'process'}`);
const home = globalThis as { [key]?: PrismaClient };

export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_, name) {
    home[key] ??= connect();
    const value = Reflect.get(home[key], name);
    return typeof value === 'function' ? value.bind(home[key]) : value;
  },
});

function connect() {
  const { DATABASE_URL, DATABASE_OWNER_URL, DATABASE_POOL } = environment();
  if (!DATABASE_URL) throw new Error('DATABASE_URL is not set: start with script/server or npm run dev');
  // With one login for everything, the application still works as the role that owns nothing.
  const options = DATABASE_OWNER_URL ? undefined : '-c role=gongkai_app';
  const pool = { connectionString: DATABASE_URL, max: DATABASE_POOL, options };
  const adapter = new PrismaPg(pool, { statementNameGenerator });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 20_000 } });
}

// A statement with a name is parsed and planned once a connection: a tenth less time for a page. Those that Prisma
// builds anew for each length of a list must not fill the memory of the database.
const names = new Map<string, string>();

function statementNameGenerator({ sql }: { sql: string }): string {
  const name = names.get(sql) ?? (names.size < 500 ? createHash('sha256').update(sql).digest('base64url') : '');
  if (name !== '') names.set(sql, name);
  return name;
}
