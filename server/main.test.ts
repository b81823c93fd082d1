import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { withDatabase } from '@/lib/server/testing/with-database';

// What keeps the process from starting: one clear sentence each, an exit code that is not 0, nothing damaged.
const { asOwner } = withDatabase();
const taken = createServer();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-main-'));
  taken.listen(0, '127.0.0.1');
  await once(taken, 'listening');
});
afterAll(async () => {
  taken.close();
  await rm(folder, { recursive: true });
});

test('everything that is wrong with the environment, in one message', async () => {
  const { code, said } = await start({ PORT: '99999', DATABASE_URL: 'mysql://x', SESSION_SECRET: 'short' });
  expect(code).toBe(1);
  expect(said).toMatch(/^环境变量有误：PORT .*；DATABASE_URL .*；SESSION_SECRET .*。\n$/);
});

test('a port in use', async () => {
  const { port } = taken.address() as AddressInfo;
  const { code, said } = await start({ PORT: String(port), DATA_DIR: join(folder, 'untouched') });
  expect([code, said]).toEqual([1, `端口 ${port} 已被占用，请关闭占用它的程序，或用环境变量 PORT 指定其他端口。\n`]);
  expect(await readdir(folder)).not.toContain('untouched');
});

test('a data folder that cannot be written', async () => {
  const file = join(folder, 'a-file');
  await writeFile(file, '');
  const { code, said } = await start({ DATA_DIR: join(file, 'data') });
  expect([code, said]).toEqual([1, `数据目录 ${join(file, 'data')} 不可写，请检查目录权限和磁盘空间。\n`]);
});

test('a database where nobody answers', async () => {
  const { code, said } = await start({ DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/gongkai' });
  expect([code, said]).toEqual([1, '无法连接数据库 127.0.0.1:1/gongkai，请检查数据库是否已启动、地址是否正确。\n']);
});

test('a database that refuses, without printing the password', async () => {
  const wrong = Object.assign(new URL(inject('cluster').ownerUrl), { password: 'wrong-secret' }).href;
  const { code, said } = await start({ DATABASE_URL: wrong });
  expect(code).toBe(1);
  expect(said).toMatch(/^数据库 127\.0\.0\.1:\d+\/gongkai 拒绝连接：.*。\n$/);
  expect(said).not.toContain('wrong-secret');
});

test('a newer schema than the code, left as it is', async () => {
  const [{ name }] = (await asOwner('SELECT current_database() AS name')) as [{ name: string }];
  await asOwner(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
    VALUES ('${randomBytes(8).toString('hex')}', '', '29990101000000_from_the_future', now(), 1)`);
  const url = Object.assign(new URL(inject('cluster').ownerUrl), { pathname: name }).href;
  const { code, said } = await start({ DATABASE_URL: url });
  expect([code, said]).toEqual([
    1,
    '数据库已由更新版本的程序升级（29990101000000_from_the_future），请使用新版本程序，数据未作任何改动。\n',
  ]);
});

async function start(variables: Record<string, string>): Promise<{ code: number; said: string }> {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(folder, 'data'), ...variables };
  const child = spawn(process.execPath, ['--import', 'tsx/esm', 'server/main.ts'], {
    cwd: join(import.meta.dirname, '..'),
    env: { NODE_ENV: 'production', TSX_TSCONFIG_PATH: 'tsconfig.server.json', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { code, said };
}
