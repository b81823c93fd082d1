import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import type { Role } from '@/lib/domain/access';
import { cookieFor, sessionCookie } from '@/lib/server/sign-in-session';
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

/** Holds a page against the rules that axe can check, WCAG 2.1 AA among them. */
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => html).join('\n')}`);
  expect(told).toEqual([]);
}

/** Keeps to the rules of accessibility, and to the width of the screen. */
export async function expectReadable(page: Page) {
  await expectAccessible(page);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);
}
