import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { expect, expectReadable, test } from '@/e2e/support/story';
import { aServer, freePort } from '@/lib/server/testing/a-server';
import { getterAt } from '@/lib/server/verify/get-public';
import { verifyPublic } from '@/lib/server/verify/verify-public';

const base = '/gk/deting';
const left: (() => Promise<unknown>)[] = [];

test.afterEach(async () => {
  while (left.length > 0) await left.pop()?.();
});

/** The county's portal: what is under the path is passed on, whole or without the path; all else is a page of its own. */
async function aPortal(behind: string, passes: 'whole' | 'rest') {
  const strangers: string[] = [];
  const portal = createServer((incoming, outgoing) => {
    const url = incoming.url ?? '';
    if (!url.startsWith(base)) {
      strangers.push(url);
      outgoing.writeHead(404).end('portal');
      return;
    }
    const { hostname, port } = new URL(behind);
    const path = passes === 'whole' ? url : url.slice(base.length) || '/';
    const headers = { ...incoming.headers, 'x-forwarded-for': '203.0.113.7' };
    const onward = ask({ hostname, port, path, method: incoming.method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve));
  left.push(async () => {
    portal.closeAllConnections();
    portal.close();
  });
  return { address: `http://127.0.0.1:${(portal.address() as AddressInfo).port}`, strangers };
}

async function behindPortal(passes: 'whole' | 'rest') {
  const server = await aServer({ PORT: String(await freePort()), BASE_PATH: base });
  left.push(() => server.end('SIGTERM'));
  return { server, ...(await aPortal(server.address, passes)) };
}

for (const passes of ['whole', 'rest'] as const) {
  test(`在门户网站的路径下，从首页起的每个链接都在路径之内，都打得开（${passes}）`, { tag: '@once' }, async ({
    township,
  }) => {
    const report = await township.aReport({ status: 'published', year: 2023 });
    await township.correct(report.id, '导言补充一句。', []);
    await township.anItem({ status: 'published' });
    await township.aReport({ status: 'withdrawn', year: 2021 });
    const { address: site, server } = await behindPortal(passes);
    const home = `${base}/${township.slug}`;
    const seen = new Set([home]);
    for (const address of seen) {
      const answer = await fetch(`${site}${address}`, { redirect: 'manual' });
      expect([200, 410], address).toContain(answer.status);
      const type = answer.headers.get('content-type') ?? '';
      const text = await answer.text();
      const found = type.startsWith('text/html') ? addressesIn(text) : type.includes('atom') ? hrefsIn(text) : [];
      for (const each of found.filter((link) => link.startsWith('/'))) {
        expect(each, address).toMatch(new RegExp(`^${base}(/|$)`));
        // The other organisations of this run have stories of their own.
        if (each.startsWith(`${home}/`) || each.startsWith(`${base}/l/${township.slug}`) || each.includes('/_next/')) {
          seen.add(each.replace(/#.*/, ''));
        }
      }
    }
    expect([...seen].filter((address) => /\/report\.(?:pdf|docx|xlsx|csv|json)$/.test(address)).length).toBe(20); // in both sizes
    expect([...seen].some((address) => address.startsWith(`${base}/l/${township.slug}/items/`))).toBe(true);
    for await (const { faults } of verifyPublic(township.slug, getterAt(`${site}${base}`), true))
      expect(faults).toEqual([]);

    const missing = await fetch(`${site}${base}/no-such-place/reports/1999`);
    expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining(`href="${base}/"`)]);
    const moved = await fetch(`${site}${home}/reports/`, { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([308, `${home}/reports`]);
    if (passes === 'whole') expect((await fetch(`${site}${base}/admin`)).status).toBe(404);
    expect((await fetch(`${server.address}/admin/sign-in`)).status).toBe(200);
  });
}

test('公众在门户网站的路径下读报告、换字号、查找、下载，不离开路径 @once', async ({ page, township }) => {
  const { title } = await township.aReport({ status: 'published', year: 2023 });
  const { address: site, strangers } = await behindPortal('whole');
  await page.goto(`${site}${base}/${township.slug}`);
  await expectReadable(page);
  await page.getByRole('link', { name: title }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expectReadable(page);
  await page.getByRole('link', { name: '长辈版' }).click();
  await expect(page).toHaveURL(`${site}${base}/l/${township.slug}/reports/2023`);
  await page.getByRole('searchbox').fill('工作年度报告');
  await page.getByRole('searchbox').press('Enter');
  await expect(page).toHaveURL(new RegExp(`^${site}${base}/l/${township.slug}/search\\?`));
  await page.getByRole('main').getByRole('link', { name: title }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  expect(await page.context().cookies()).toEqual([]);
  expect(strangers.filter((url) => url !== '/favicon.ico')).toEqual([]);
});

const holding = new Set(['href', 'src', 'action', 'srcset']);

function addressesIn(html: string): string[] {
  const below = (node: DefaultTreeAdapterTypes.Node): string[] => [
    ...('attrs' in node ? node.attrs.filter(({ name }) => holding.has(name)).map(({ value }) => value) : []),
    ...('childNodes' in node ? node.childNodes.flatMap(below) : []),
  ];
  return below(parse(html));
}

const hrefsIn = (xml: string) => [...xml.matchAll(/ href="([^"]*)"/g)].map(([, address = '']) => address);
