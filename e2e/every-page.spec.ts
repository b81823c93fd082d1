import type { Browser, Page } from '@playwright/test';
import { officePages } from '@/e2e/support/office-pages';
import { publicPages } from '@/e2e/support/public-pages';
import { faultsOfFit, faultsOfForcedColours, spaceAsBefore, spaceOut } from '@/e2e/support/readability';
import { pageRoutes } from '@/e2e/support/routes';
import { axeFaults, expect, test } from '@/e2e/support/story';
import { faultsOfTables } from '@/e2e/support/tables';
import { cookieFor, sessionCookie } from '@/lib/server/people/session-cookie';

// Every page of the product, found by its routes: one that nobody visits here fails the story.

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
/** 1280 × 1024 at twice, and at four times the size. */
const twice = { width: 640, height: 512 };
const fourTimes = { width: 320, height: 256 };
/** What another width can change. */
const ofWidth = ['target-size', 'scrollable-region-focusable', 'color-contrast', 'link-in-text-block'];

// What is found is told in words; a trace of so many steps would cost more than the steps.
test.use({ trace: 'off' });
test.describe.configure({ mode: 'parallel' });

test('公众的每一页：自动检查无障碍、放大到400%、加宽字距、高对比度，两种字号都一样 @once', async ({
  page,
  township,
}) => {
  test.setTimeout(600_000);
  const pages = await publicPages(township);
  expect(Object.keys(pages).sort()).toEqual(pageRoutes().filter((route) => !route.startsWith('/admin')));
  const faults: string[] = [];
  const note = (address: string, found: readonly string[]) =>
    faults.push(...found.map((fault) => `${address}: ${fault}`));
  for (const address of [...Object.values(pages).flat(), '/%zz']) {
    for (const size of address === '/%zz' ? [''] : ['', '/l']) {
      const answer = await page.goto(`${size}${address}` || '/');
      expect([200, 400, 404, 410], address).toContain(answer?.status());
      note(`${size}${address}`, await faultsOf(page));
      if (size === '/l') continue; // the same tables and targets, only larger
      note(address, await faultsOfTables(page));
      await page.setViewportSize(phone);
      note(`${address} on a phone`, await axeFaults(page, ofWidth));
    }
  }
  expect(faults).toEqual([]);
});

test('办公端的每一页：自动检查无障碍、放大到400%、加宽字距、高对比度 @once', async ({ browser, baseURL, township }) => {
  test.setTimeout(600_000);
  const pages = await officePages(township);
  expect(Object.keys(pages).sort()).toEqual(pageRoutes().filter((route) => route.startsWith('/admin')));
  const people = new Map<string, Page>();
  const faults: string[] = [];
  for (const [address, by] of Object.values(pages).flat()) {
    const { sessionId } = typeof by === 'string' ? township.people[by] : (by ?? { sessionId: '' });
    const page = people.get(sessionId) ?? (await openedBy(browser, baseURL ?? '', sessionId));
    people.set(sessionId, page);
    const answer = await page.goto(`${address}`);
    expect(answer?.status(), address).toBe(200);
    await expect(page.getByRole('heading', { level: 1 }).first(), address).toBeAttached();
    faults.push(...(await faultsOf(page)).map((fault) => `${address} ${typeof by === 'string' ? by : ''}: ${fault}`));
  }
  for (const page of people.values()) await page.context().close();
  expect(faults).toEqual([]);
});

test('读者要更强的对比、更少的动作，页面照办 @once', async ({ page, aReport }) => {
  const { organisationSlug } = await aReport({ status: 'published', year: 2023 });
  await page.goto(`/${organisationSlug}/reports/2023`);
  const colourOf = (selector: string) => page.locator(selector).evaluate((element) => getComputedStyle(element).color);
  const text = await colourOf('body');
  expect(await colourOf('.report-dates')).not.toBe(text);
  await page.emulateMedia({ contrast: 'more', reducedMotion: 'reduce' });
  expect(await colourOf('.report-dates')).toBe(text);
  expect(await axeFaults(page)).toEqual([]);
  const moving = await page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
});

async function openedBy(browser: Browser, baseURL: string, sessionId: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: desk, locale: 'zh-CN' });
  if (sessionId) await context.addCookies([{ name: sessionCookie, value: await cookieFor(sessionId), url: baseURL }]);
  return context.newPage();
}

async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  const look = async (how: string, find: (page: Page) => Promise<string[]>) =>
    faults.push(...(await find(page)).map((fault) => `${how}: ${fault}`));
  await page.setViewportSize(desk);
  await look('axe', axeFaults);
  await look('as it is', faultsOfFit);
  await spaceOut(page);
  await look('spaced out', faultsOfFit);
  await spaceAsBefore(page);
  await page.setViewportSize(phone);
  await look('on a phone', faultsOfFit);
  await page.setViewportSize(twice);
  await look('at 200 %', faultsOfFit);
  await page.setViewportSize(fourTimes);
  await look('at 400 %', faultsOfFit);
  await page.setViewportSize(desk);
  await page.emulateMedia({ forcedColors: 'active' });
  await look('forced colours', faultsOfForcedColours);
  await page.emulateMedia({ forcedColors: 'none' });
  return faults;
}
