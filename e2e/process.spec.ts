import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@/e2e/support/story';
import { aServer, freePort } from '@/lib/server/testing/a-server';

// A server of its own from its first start on, for what an office does to it. No browser is needed.
let folder: string;
let own: Record<string, string>;
const nobodyElses = { DATABASE_URL: '', DATABASE_OWNER_URL: '', SESSION_SECRET: '' };

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-process-'));
  own = { ...nobodyElses, DATA_DIR: folder, PORT: String(await freePort()) };
});
test.afterAll(() => rm(folder, { recursive: true }));

test('首次启动带演示数据，断电后再启动什么都不丢，停止时收拾干净；缺少密钥时说明', { tag: '@once' }, async ({
  request,
}) => {
  test.slow();
  const first = await aServer(own);
  expect(first.greeting).toContain('gongkai-demo-2020');
  const page = await (await request.get(`${first.address}/deting/reports/2020`)).text();
  expect(page).toContain('德亭镇人民政府');
  expect(page).not.toContain('<script');

  await first.end('SIGKILL');
  const second = await aServer(own);
  expect(await (await request.get(`${second.address}/deting/reports/2020`)).text()).toBe(page);
  expect(await (await request.get(`${second.address}/api/health`)).json()).toEqual({ healthy: true });

  expect(await second.end('SIGTERM')).toBe(0);
  expect(await readdir(join(folder, 'postgres'))).not.toContain('postmaster.pid');

  // What was sealed cannot be opened without its key: that is said at once, and all else goes on.
  await rm(join(folder, 'request-keys.json'));
  const third = await aServer(own);
  expect(third.greeting).toMatch(/缺少密钥 k1-[0-9a-f]+，\d+件申请的申请人信息、\d+份材料打不开。请从备份恢复/);
  expect(await (await request.get(`${third.address}/deting/reports/2020`)).text()).toBe(page);
  expect(await third.end('SIGTERM')).toBe(0);
});
