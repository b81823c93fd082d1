import { existsSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { expect, expectReadable, test } from '@/e2e/support/story';
import { permanentAddresses } from '@/lib/server/public-editions';
import { verifyPublic } from '@/lib/server/verify-public';
import { askingAt } from '@/server/site-export/ask-site';
import { collectSite } from '@/server/site-export/collect-site';
import { openExport } from '@/server/site-export/export-folder';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

test('导出的静态网站逐格核验一致，公众能看报告、换字号 @once', async ({ page, township, baseURL }) => {
  const report = await township.aReport({ status: 'published', year: 2023 });
  await township.anItem({ status: 'published' });
  await township.aReport({ status: 'withdrawn', year: 2021 });
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-export-'));
  const { slug } = township;
  const exported = async () => {
    const open = await openExport(folder);
    const from = [`/${slug}`, `/l/${slug}`, ...(await permanentAddresses(slug))];
    const { gone } = await collectSite({ from, base: '', live: null, ask: askingAt(baseURL ?? ''), put: open.put });
    return { gone, ...(await open.close(gone)) };
  };
  // What a plain server of files does: a folder has an index.
  const server = createServer(async (request, response) => {
    const path = join(folder, decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const isFolder = existsSync(path) && statSync(path).isDirectory();
    if (isFolder && !request.url?.endsWith('/')) response.writeHead(301, { Location: `${request.url}/` }).end();
    else {
      const file = isFolder ? join(path, 'index.html') : path;
      const body = await readFile(file).catch(() => null);
      response.writeHead(body ? 200 : 404, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
      response.end(body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const first = await exported();
    expect(first.gone).toContain(`/${slug}/reports/2021`);
    for await (const { withdrawn, faults } of verifyPublic(slug, getterAtFiles(site), true)) {
      if (!withdrawn) expect(faults).toEqual([]);
    }

    await page.goto(`${site}/${slug}/`);
    await expectReadable(page);
    await page.getByRole('link', { name: report.title }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: report.title })).toBeVisible();
    await page.getByRole('link', { name: '长辈版' }).click();
    await expect(page).toHaveURL(`${site}/l/${slug}/reports/2023/index.html`);
    await expectReadable(page);
    await page.goto(`${site}/${slug}/reports/2021/`);
    await expect(page.getByText('撤下').first()).toBeVisible();
  } finally {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  }
});

const getterAtFiles = (site: string) => async (address: string) => {
  const answer = await fetch(`${site}${address}`);
  return { status: answer.status, body: new Uint8Array(await answer.arrayBuffer()) };
};
