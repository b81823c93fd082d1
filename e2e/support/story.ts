import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import type { Role } from '@/lib/domain/access';
import { cookieFor, sessionCookie } from '@/lib/server/sign-in-session';
import { aTownship, type Township } from '@/lib/server/testing/a-township';

type AReport = (wish: Parameters<Township['aReport']>[0]) => ReturnType<Township['aReport']>;

type Fixtures = {
  /** An organisation of this story's own, with one person a role. */
  township: Township;
  /** A browser of its own, in which the person of that role has signed in. */
  signedInAs: (role: Role) => Promise<Page>;
  /** A filled report, brought to that status by the people whose work it is. */
  aReport: AReport;
};

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(`http://127.0.0.1:${process.env.PORT}`),

  township: async ({}, use) => use(await aTownship()),

  signedInAs: async ({ browser, township, baseURL, viewport, isMobile, hasTouch, locale, timezoneId }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = [];
    await use(async (role) => {
      const context = await browser.newContext({ baseURL, viewport, isMobile, hasTouch, locale, timezoneId });
      contexts.push(context);
      const sid = township.people[role].sessionId;
      await context.addCookies([{ name: sessionCookie, value: await cookieFor(sid), url: baseURL ?? '' }]);
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
