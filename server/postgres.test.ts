import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startPostgres } from '@/server/postgres';

// One cluster for the whole file, in the order of its life: made, left, killed in every way, started again.
let folder: string;
const lock = () => join(folder, 'postgres/postmaster.pid');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-postgres-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a new cluster speaks UTF-8, and its passwords are for the owner of the folder alone', async () => {
  const postgres = await startPostgres(folder);
  expect(await ask(postgres.ownerUrl, "SELECT getdatabaseencoding() || ' ' || '德亭镇' AS answer")).toBe('UTF8 德亭镇');
  await run(postgres.ownerUrl, 'CREATE TABLE kept (word text)');
  expect((await stat(join(folder, 'database.json'))).mode & 0o777).toBe(0o600);
  await postgres.stop();
  await expect(stat(lock())).rejects.toThrow('ENOENT');
});

test('two processes share it, and the last to leave stops it', async () => {
  const first = await startPostgres(folder);
  const second = await startPostgres(folder);
  expect(second.url).toBe(first.url);
  await first.stop();
  expect(await ask(second.ownerUrl, 'SELECT count(*)::int AS answer FROM kept')).toBe(0);
  await second.stop();
  await expect(stat(lock())).rejects.toThrow('ENOENT');
});

test('the orphan of a killed process is joined, with all that it was told', async () => {
  const ownerUrl = await orphan();
  await run(ownerUrl, "INSERT INTO kept VALUES ('一')");

  const postgres = await startPostgres(folder);
  expect(postgres.ownerUrl).toBe(ownerUrl);
  expect(await ask(postgres.ownerUrl, 'SELECT word AS answer FROM kept')).toBe('一');
  await postgres.stop();
  await expect(stat(lock())).rejects.toThrow('ENOENT');
});

test('PostgreSQL itself killed loses nothing that it acknowledged, and comes back where it was', async () => {
  const lost = vi.fn();
  const [postgres, other] = [await startPostgres(folder, { onLost: lost }), await startPostgres(folder)];
  for (const word of ['二', '三']) {
    await run(postgres.ownerUrl, `INSERT INTO kept VALUES ('${word}')`);
    await killServer();
    const words = () => ask(postgres.ownerUrl, "SELECT string_agg(word, '' ORDER BY word) AS answer FROM kept");
    await vi.waitFor(async () => expect(await words()).toContain(word), { timeout: 20_000 });
  }
  expect(lost.mock.calls.length).toBeGreaterThanOrEqual(2);
  // Both hold it again, so that the first to leave does not take it from the other.
  await vi.waitFor(async () => {
    const holders = "SELECT count(*)::int AS answer FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ShareLock'";
    expect(await ask(postgres.adminUrl, holders)).toBe(2);
  });
  await postgres.stop();
  expect(await ask(other.ownerUrl, 'SELECT count(*)::int AS answer FROM kept')).toBe(3);
  await other.stop();
  await expect(stat(lock())).rejects.toThrow('ENOENT');
});

test('the number of the dead server, taken by another program meanwhile, is not in the way', async () => {
  await orphan();
  const [, ...rest] = (await killServer()).split('\n');
  await writeFile(lock(), [process.pid, ...rest].join('\n'));

  const again = await startPostgres(folder);
  expect(await ask(again.ownerUrl, 'SELECT count(*)::int AS answer FROM kept')).toBe(3);
  await again.stop();
});

test('without its passwords it says so and leaves everything as it is', async () => {
  const file = join(folder, 'database.json');
  const passwords = await readFile(file, 'utf8');
  await rm(file);
  await expect(startPostgres(folder)).rejects.toThrow(`缺少数据库口令文件 ${file}`);
  await writeFile(file, passwords, { mode: 0o600 });
  const postgres = await startPostgres(folder);
  expect(await ask(postgres.ownerUrl, 'SELECT count(*)::int AS answer FROM kept')).toBe(3);
  await postgres.stop();
});

/** A running server whose process was killed; where its owner connects. */
async function orphan(): Promise<string> {
  const holder = spawn(process.execPath, ['--import', 'tsx/esm', 'lib/server/testing/hold-postgres.ts', folder], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, TSX_TSCONFIG_PATH: 'tsconfig.server.json' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [ownerUrl] = await once(holder.stdout, 'data');
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  return String(ownerUrl);
}

/** Kills the running server and hands back the lock file that it could not remove. */
async function killServer() {
  const left = await readFile(lock(), 'utf8');
  const pid = Number(left.split('\n')[0]);
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), { timeout: 10_000 });
  return left;
}

async function run(connectionString: string, sql: string) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

const ask = async (connectionString: string, sql: string) => (await run(connectionString, sql))[0].answer;
