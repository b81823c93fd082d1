import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import type { Role } from '@/lib/domain/access';
import { handOverPages } from '@/lib/pages/hand-over';
import { cookieFor, sessionCookie } from '@/lib/server/people/session-cookie';
import { aTownship, type Township } from '@/lib/server/testing/a-township';

type AReport = (wish: Parameters<Township['aReport']>[0]) => ReturnType<Township['aReport']>;

type Person = Role | { sessionId: string };

type Fixtures = {
  /** What the organisation of the story is called: 柳河镇. */
  shortName: string;
  /** An organisation of this story's own, with one person a role. */
  township: Township;
  /** A browser of its own, in which the person of that role, or another one, has signed in. */
  signedInAs: (person: Person) => Promise<Page>;
  /** A filled report, brought to that status by the people whose work it is. */
  aReport: AReport;
};

handOverPages(); // stories publish through the same commands as the office

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(`http://127.0.0.1:${process.env.PORT}`),

  shortName: ['柳河镇', { option: true }],

  township: async ({ shortName }, use) => use(await aTownship(shortName)),

  signedInAs: async (
    { browser, township, baseURL, viewport, isMobile, hasTouch, javaScriptEnabled, locale, timezoneId },
    use,
  ) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = [];
    await use(async (person) => {
      const device = { viewport, isMobile, hasTouch, javaScriptEnabled };
      const context = await browser.newContext({ baseURL, locale, timezoneId, ...device });
      contexts.push(context);
      const { sessionId } = typeof person === 'string' ? township.people[person] : person;
      await context.addCookies([{ name: sessionCookie, value: await cookieFor(sessionId), url: baseURL ?? '' }]);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },

  aReport: async ({ township }, use) => use(township.aReport),
});

export { expect };

/** What axe finds: WCAG 2.2 AA as far as it can be checked, and what is good practice beyond. */
export async function axeFaults(page: Page, only?: string[]): Promise<string[]> {
  const rules = { 'target-size': { enabled: true } }; // of WCAG 2.2, which axe leaves off unless asked
  // A bar that stays hides in part what is scrolled below it, and axe takes that part alone for the target.
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  const axe = new AxeBuilder({ page });
  const { violations } = await (only ? axe.withRules(only) : axe.options({ rules })).analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => html).join('\n')}`);
}

export async function expectAccessible(page: Page) {
  expect(await axeFaults(page)).toEqual([]);
}

/** Keeps to the rules of accessibility, and to the width of the screen. */
export async function expectReadable(page: Page) {
  await expectAccessible(page);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);
}
