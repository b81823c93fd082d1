import { randomBytes } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { migrate, migrationsFolder, schemaDifference } from '@/server/migrations';

const { adminUrl, ownerUrl } = inject('cluster');
let folder: string;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-migrations-'));
  await cp(migrationsFolder, folder, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await run(adminUrl, `CREATE DATABASE ${name} OWNER gongkai_owner`);
  url = Object.assign(new URL(ownerUrl), { pathname: name }).href;
});

test('processes that start together migrate once', async () => {
  const outcomes = await Promise.all([migrate(url), migrate(url), migrate(url)]);
  const names = (await readdir(migrationsFolder)).filter((name) => /^\d/.test(name)).sort();
  expect(outcomes.filter((applied) => applied.length > 0)).toEqual([names]);
});

test('a migration that fails leaves nothing behind and is tried again when mended', async () => {
  await addMigration('29990101000000_broken', 'CREATE TABLE half (a int); SELECT 1 / 0;');
  await expect(migrate(url, { folder })).rejects.toThrow(
    '29990101000000_broken 未能完成，已全部撤回：division by zero',
  );
  expect(await run(url, "SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);

  await addMigration('29990101000000_broken', 'CREATE TABLE half (a int);');
  expect(await migrate(url, { folder })).toEqual(['29990101000000_broken']);
});

test('one login for everything becomes the application role, or is told what is missing', async () => {
  const role = `township_${randomBytes(4).toString('hex')}`;
  const database = new URL(url).pathname.slice(1);
  await run(adminUrl, `CREATE ROLE ${role} LOGIN PASSWORD 'township'; ALTER DATABASE ${database} OWNER TO ${role}`);
  const shared = Object.assign(new URL(url), { username: role, password: 'township' }).href;
  await expect(migrate(shared, { sharedLogin: true })).rejects.toThrow('数据库缺少角色 gongkai_app');
  await run(adminUrl, `GRANT gongkai_app TO ${role}`);
  await migrate(shared, { sharedLogin: true });

  const asApplication = `${shared}?options=-c%20role%3Dgongkai_app`;
  await expect(run(asApplication, 'DELETE FROM decision')).rejects.toThrow('permission denied');
});

test('the last migration leads to prisma/schema.prisma', async () => {
  const names = (await readdir(migrationsFolder, { recursive: true })).filter((name) => name.endsWith('schema.prisma'));
  const last = await readFile(join(migrationsFolder, names.sort().at(-1) ?? ''), 'utf8');
  const now = await readFile(join(migrationsFolder, '../schema.prisma'), 'utf8');
  expect(await schemaDifference(url, last, now)).toBe('-- This is an empty migration.\n');
  expect(await schemaDifference(url, last, now.replace('model Remark {', 'model Remark {\n  more Int'))).toContain(
    'more',
  );
});

async function addMigration(name: string, sql: string) {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
}

async function run(connectionString: string, sql: string) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
