import 'server-only';
import type { ComingPage } from '@/lib/server/documents/coming-pages';

/** Draws a page that readers will get, in one of its sizes, as HTML. */
export type PageMaker = (page: ComingPage) => Promise<string>;

// Next.js keeps a copy of its own of this module, in which nothing may be drawn but by itself: the process hands over how.
const key = Symbol.for('gongkai.pages');
const home = globalThis as { [key]?: PageMaker };

/** Told once a process, before anything is published. */
export function handOver(maker: PageMaker) {
  home[key] = maker;
}

/** Throws where nobody has said how: without having read the page, nothing is published. */
export const drawn: PageMaker = (page) => {
  const maker = home[key];
  if (!maker) throw new Error('this process does not know how pages are drawn');
  return maker(page);
};
