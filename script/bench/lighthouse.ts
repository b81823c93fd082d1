import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const debian = '/usr/bin/chromium';

/** What Lighthouse says of public pages as a phone on a slow network gets them: points of 100, and below each page what costs some. */
export async function lighthouseOf(address: string, pages: Readonly<Record<string, string>>) {
  const port = await freePort();
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
    ...(existsSync(debian) && { executablePath: debian }),
  });
  const rows = [];
  for (const [page, path] of Object.entries(pages)) rows.push(await pointsOf(page, `${address}${path}`, port));
  await browser.close();
  console.table(rows);
}

async function pointsOf(page: string, url: string, port: number) {
  const run = await lighthouse(url, { port, onlyCategories: [...categories], logLevel: 'error' });
  if (!run) throw new Error(`Lighthouse said nothing of ${url}`);
  const points = categories.map((name) => [name, Math.round((run.lhr.categories[name]?.score ?? 0) * 100)] as const);
  for (const name of categories) {
    for (const { id, weight } of run.lhr.categories[name]?.auditRefs ?? []) {
      const audit = run.lhr.audits[id];
      if (weight > 0 && audit?.score !== null && audit && audit.score < 0.9) console.log(`${page}: ${audit.title}`);
    }
  }
  return { page, ...Object.fromEntries(points) };
}

const freePort = () =>
  new Promise<number>((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? found(address.port) : failed(new Error('no port'))));
    });
  });
