import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DiffTarget, MigrationList } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { withSchemaEngine } from '@/server/schema-engine';
import { StartRefused } from '@/server/start-refused';

export const migrationsFolder = join(import.meta.dirname, '../prisma/migrations');

const filters = { externalTables: [], externalEnums: [] };
// Held while migrating, so that processes that start together migrate one after the other.
const migrating = 7_180_003;

type Options = {
  /** The application signs in by the same login, and then becomes gongkai_app. */
  sharedLogin?: boolean;
  folder?: string;
};

/** Brings the database up to date; `ownerUrl` signs in as the role that owns the tables. Names what it applied. */
export async function migrate(ownerUrl: string, options: Options = {}): Promise<string[]> {
  const { sharedLogin = false, folder = migrationsFolder } = options;
  const list = await migrationList(folder);
  const known = list.migrationDirectories.map(({ path }) => path);
  const client = await connect(ownerUrl);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrating]);
    const applied = await migrationNames(client, 'finished_at IS NOT NULL AND rolled_back_at IS NULL');
    const unknown = applied.find((name) => !known.includes(name));
    if (unknown) throw new StartRefused({ code: 'newer_schema', migration: unknown });
    await makeApplicationRole(client, sharedLogin);
    if (known.every((name) => applied.includes(name))) return [];
    return await apply(client, ownerUrl, list);
  } finally {
    await client.end();
  }
}

/** The SQL that turns one schema.prisma into another; the engine wants a database to talk to, and leaves it alone. */
export async function schemaDifference(ownerUrl: string, before: string | null, after: string) {
  const target = (content: string): DiffTarget => ({
    tag: 'schemaDatamodel',
    files: [{ path: 'schema.prisma', content }],
  });
  const from: DiffTarget = before === null ? { tag: 'empty' } : target(before);
  const params = { from, to: target(after), script: true, exitCode: null, filters };
  const { stdout } = await withSchemaEngine(ownerUrl, (engine) => engine.diff(params));
  return stdout ?? '';
}

async function migrationList(folder: string): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const directory = async (name: string) => {
    const value = await readFile(join(folder, name, 'migration.sql'), 'utf8');
    return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value } as const } };
  };
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(names.sort().map(directory)),
  };
}

async function connect(connectionString: string) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  const { host, port, database } = client;
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const at = `${host}:${port}/${database}`;
    // PostgreSQL's own refusals carry a five-character SQLSTATE; anything else means that nobody answered.
    const answered = /^[0-9A-Z]{5}$/.test(code ?? '');
    throw new StartRefused(
      answered ? { code: 'database_refuses', at, reason: message } : { code: 'database_unreachable', at },
    );
  }
}

async function migrationNames(client: pg.Client, state: string): Promise<string[]> {
  const table = await client.query("SELECT to_regclass('_prisma_migrations') AS name");
  if (table.rows[0].name === null) return [];
  const { rows } = await client.query(`SELECT migration_name AS name FROM _prisma_migrations WHERE ${state}`);
  return rows.map(({ name }) => name);
}

// Roles belong to the whole server, not to a database, so no migration can make them.
async function makeApplicationRole(client: pg.Client, sharedLogin: boolean) {
  const holds = async (sql: string) =>
    (await client.query(`SELECT FROM pg_roles WHERE rolname = 'gongkai_app' ${sql}`)).rowCount;
  try {
    if (!(await holds(''))) await client.query('CREATE ROLE gongkai_app NOLOGIN');
    if (sharedLogin && !(await holds("AND pg_has_role(oid, 'SET')"))) {
      await client.query('GRANT gongkai_app TO CURRENT_USER');
    }
  } catch (error) {
    throw new StartRefused({ code: 'role_missing', role: 'gongkai_app', reason: (error as Error).message });
  }
}

async function apply(client: pg.Client, ownerUrl: string, migrationsList: MigrationList) {
  const failed = await unfinishedMigrations(client);
  try {
    return await withSchemaEngine(ownerUrl, async (engine) => {
      // A migration is one transaction, so one that failed has left nothing behind and may be tried again.
      for (const migrationName of failed) await engine.markMigrationRolledBack({ migrationName });
      return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
    });
  } catch (error) {
    const [migration = ''] = await unfinishedMigrations(client);
    const { message } = error as Error;
    const reason = /ERROR: (.*)/.exec(message)?.[1] ?? message.split('\n')[0] ?? '';
    throw new StartRefused({ code: 'migration_failed', migration, reason });
  }
}

const unfinishedMigrations = (client: pg.Client) =>
  migrationNames(client, 'finished_at IS NULL AND rolled_back_at IS NULL');
