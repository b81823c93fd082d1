import type { Locator } from '@playwright/test';
import { aStaticSite } from '@/e2e/support/static-site';
import { test as story } from '@/e2e/support/story';

export type Readers = 'live' | 'exported';

type Site = {
  address: string;
  /** Lets readers see what has been published since; the website that runs needs no telling. */
  refresh: () => Promise<unknown>;
  /** What the address line says at a page. */
  at: (path: string) => string | RegExp;
};

/** Stories that readers of the website that runs can live through, and, tagged @readers, those of its exported files too. */
export const test = story.extend<{ readers: Readers; site: Site }>({
  readers: ['live', { option: true }],

  site: async ({ readers, township }, use) => {
    const live = `http://127.0.0.1:${process.env.PORT}`;
    if (readers === 'live') return use({ address: live, refresh: async () => {}, at: (path) => `${live}${path}` });
    const site = await aStaticSite(live, township.slug);
    await use({ ...site, at: (path) => new RegExp(`^${site.address}${path}/(?:index\\.html)?$`) });
    await site.end();
  },

  baseURL: async ({ site }, use) => use(site.address),
});

/** Where a link leads, whether it is written in full or not. */
export async function targetOf(link: Locator): Promise<URL> {
  return new URL((await link.getAttribute('href')) ?? '', link.page().url());
}
