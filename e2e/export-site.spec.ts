import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { aFront, aStaticSite } from '@/e2e/support/static-site';
import { expect, expectReadable, test } from '@/e2e/support/story';
import { bringGuide } from '@/lib/server/testing/a-guide-on-its-way';
import { aSecret, aServer, freePort } from '@/lib/server/testing/a-server';
import { getterAt } from '@/lib/server/verify/get-public';
import { verifyPublic } from '@/lib/server/verify/verify-public';
import { startPostgres } from '@/server/postgres';

const left: (() => Promise<unknown>)[] = [];

test.afterEach(async () => {
  while (left.length > 0) await left.pop()?.();
});

/** The demonstration in a database of its own, and two processes on it. */
async function twoProcesses(folder: string) {
  const postgres = await startPostgres(join(folder, 'data'));
  left.push(postgres.stop);
  const own = { DATABASE_URL: postgres.url, DATABASE_OWNER_URL: postgres.ownerUrl, DATA_DIR: join(folder, 'data') };
  const variables = { ...own, SESSION_SECRET: aSecret(), GONGKAI_DEMO: 'on', PUBLIC_URL: '', BASE_PATH: '' };
  const servers: string[] = [];
  for (const port of [await freePort(), await freePort()]) {
    const server = await aServer({ ...variables, PORT: String(port) });
    left.push(() => server.end('SIGTERM'));
    servers.push(server.address);
  }
  const [one = '', other = ''] = servers;
  return { one, other, variables };
}

const execute = promisify(execFile);

test('真实的网站导出两次，第二次什么也不写；每个网页在两个进程里逐字节相同；放到nginx上核验一致 @once', async () => {
  test.slow();
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-export-'));
  left.push(() => rm(folder, { recursive: true }));
  const { one, other, variables } = await twoProcesses(folder);
  const site = join(folder, 'site');
  const gongkai = async (...args: string[]) => {
    const env = { ...process.env, ...variables, NODE_OPTIONS: '' };
    return (await execute(process.execPath, ['bin/gongkai', ...args], { env, timeout: 300_000 })).stdout.trim();
  };
  expect(await gongkai('export-site', site, '--url', one)).toMatch(/^写入\d{3}个文件，删除0个，没有变化的0个。$/);
  expect(await gongkai('export-site', site, '--url', other)).toMatch(/^写入0个文件，删除0个，没有变化的\d{3}个。$/);

  const files = await readdir(site, { recursive: true });
  for (const sheet of files.filter((file) => file.endsWith('.css'))) {
    expect(await readFile(join(site, sheet), 'utf8')).not.toMatch(/@font-face|@import|url\((?!"?data:)/);
  }
  const pages = files.filter((file) => file.endsWith('index.html'));
  expect(pages.length).toBeGreaterThan(100);
  for (const file of pages) {
    const text = await readFile(join(site, file), 'utf8');
    expect(text, file).not.toContain('<script');
    expect(text.match(/<link rel="stylesheet"/g), file).toHaveLength(1);
    // Nothing is loaded from elsewhere.
    expect(text, file).not.toMatch(/(?:src|srcset|poster|data)="(?:https?:)?\/\/|<link[^>]+href="https?:/);
    const [head = ''] = text.split('</head>', 1);
    expect(head, file).toContain('<title>');
  }
  const addresses = pages.map((file) => `/${file.replace(/\/?index\.html$/, '')}`);
  const tagsOf = await Promise.all(
    [one, other].map(async (process) => {
      const tags = new Map<string, string | null>();
      for (const address of addresses) {
        const { headers } = await fetch(`${process}${address}`, {
          method: 'HEAD',
          headers: { 'accept-encoding': 'br' },
        });
        tags.set(address, headers.get('etag'));
      }
      return tags;
    }),
  );
  expect(tagsOf[0]).toEqual(tagsOf[1]);
  expect([...(tagsOf[0]?.values() ?? [])].filter((tag) => !tag?.endsWith('-br"'))).toEqual([]);

  const front = await aFront({ root: site, folder: site, base: '', port: await freePort() });
  left.push(front.end);
  const verified = await gongkai('verify', '--all', '--url', front.address);
  expect(verified).toMatch(/全部一致。$/);
});

test('放在门户网站的路径下，链接不离开路径，撤下的应答410，没有的有404页，换字号，核验一致 @once', async ({
  page,
  township,
  baseURL,
}) => {
  const report = await township.aReport({ status: 'published', year: 2023 });
  await township.correct(report.id, '导言补充说明。', []);
  await township.anItem({ status: 'published' });
  await township.aReport({ status: 'withdrawn', year: 2021 });
  await bringGuide({ status: 'published' }, township.people);
  const { slug } = township;
  const site = await aStaticSite(baseURL ?? '', slug, '/gk');
  left.push(site.end);
  const first = await site.refresh();
  expect(first.gone).toContain(`/${slug}/reports/2021`);
  for await (const { faults } of verifyPublic(slug, getterAt(site.address), true)) expect(faults).toEqual([]);
  expect(await site.refresh()).toMatchObject({ written: [], removed: [] });

  await page.goto(`${site.address}/${slug}/`);
  await expectReadable(page);
  await page.getByRole('link', { name: report.title }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: report.title })).toBeVisible();
  await page.getByRole('link', { name: '长辈版' }).click();
  await expect(page).toHaveURL(`${site.address}/l/${slug}/reports/2023/index.html`);
  await expectReadable(page);
  for (const gone of [`/${slug}/reports/2021`, `/l/${slug}/reports/2021/index.html`, `/${slug}/reports/2021/1`]) {
    expect((await page.goto(`${site.address}${gone}`))?.status(), gone).toBe(410);
    await expect(page.getByText('撤下').first()).toBeVisible();
    await expectReadable(page);
  }
  expect((await page.goto(`${site.address}/no/such/place`))?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: '没有这个网页' })).toBeVisible();
  await expectReadable(page);
  await expect(page.getByRole('link', { name: '回到政府信息公开首页' })).toHaveAttribute('href', '/gk/');

  const map = await (await fetch(`${site.address}/sitemap.xml`)).text();
  const told = [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => address);
  expect(told).toContain(`${site.address}/${slug}/reports/2023/`);
  for (const address of told) expect((await fetch(address, { redirect: 'manual' })).status, address).toBe(200);
  expect(await (await fetch(`${site.address}/robots.txt`)).text()).toContain(`Sitemap: ${site.address}/sitemap.xml`);

  await township.aReport({ status: 'published', year: 2022 });
  const { written, removed } = await site.refresh();
  expect(written).toContain(`${slug}/reports/2022/1/report.pdf`);
  expect(written.filter((file) => file.includes('/reports/2023/1/'))).toEqual([]);
  expect(removed).toEqual([]);
});
