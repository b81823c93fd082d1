import { addressesIn, publicFeed, publicHtml } from '@/server/page-cache/public-html';
import { exportedFile, relativeLink } from '@/server/site-export/exported-file';

/** Asks the running website; null where nobody answers. */
export type Ask = (address: string) => Promise<{ status: number; type: string; body: Uint8Array } | null>;

export type SiteOptions = {
  /** Addresses to begin with; everything that they lead to follows. */
  from: readonly string[];
  /** The path before all addresses, where the website stands under one. */
  base: string;
  /** The address of the website that runs, to which searches go; null leaves the forms out. */
  live: string | null;
  ask: Ask;
  /** Takes a file as soon as it is whole. */
  put: (file: string, body: Uint8Array) => Promise<void>;
};

type Page = { address: string; file: string; text: string };

/** Where the website did not answer as it should, so that nothing half is taken for the whole. */
export class SiteIncomplete extends Error {
  constructor(
    readonly address: string,
    readonly status: number | null,
  ) {
    super(`${address}: ${status ?? 'no answer'}`);
  }
}

/**
 * Follows every link of the public side and hands on each page, feed and file, with links that hold wherever the files
 * lie. A withdrawn page (410) is its notice. Answers the addresses of such notices.
 */
export async function collectSite({ from, base, live, ask, put }: SiteOptions): Promise<{ gone: string[] }> {
  const own = (address: string) =>
    base !== '' && address.startsWith(`${base}/`) ? address.slice(base.length) : address;
  const queue = new Set(from);
  const files = new Map<string, string>();
  const [pages, feeds, gone]: [Page[], Page[], string[]] = [[], [], []];
  for (const address of queue) {
    const answer = await ask(address);
    if (answer?.status !== 200 && answer?.status !== 410) throw new SiteIncomplete(address, answer?.status ?? null);
    const { type, body, status } = answer;
    const file = exportedFile(address, type);
    if (file === null) throw new SiteIncomplete(address, status);
    files.set(address, file);
    if (status === 410) gone.push(address);
    const text = () => Buffer.from(body).toString('utf8');
    if (type.startsWith('text/html')) {
      pages.push({ address, file, text: text() });
      for (const found of addressesIn(text())) if (!isSearch(own(found))) queue.add(own(plain(found)));
    } else if (type.startsWith('application/atom+xml')) feeds.push({ address, file, text: text() });
    else await put(file, body);
  }
  const writerOf =
    ({ file }: Page) =>
    (written: string): string => {
      const to = files.get(own(plain(written)));
      if (to !== undefined) return relativeLink(file, to, /#.*/.exec(written)?.[0]);
      return `${live ?? ''}${own(written)}`;
    };
  for (const page of pages) {
    const whole = live === null ? withoutSearch(page.text) : page.text;
    await put(page.file, Buffer.from(publicHtml(whole, writerOf(page))));
  }
  for (const feed of feeds) await put(feed.file, Buffer.from(publicFeed(feed.text, writerOf(feed))));
  return { gone };
}

const plain = (address: string) => address.replace(/#.*/, '');
const isSearch = (address: string) => /\/search(?:\?|$)/.test(address);

// Forms do not lie in each other, and those of the public side only search.
const withoutSearch = (html: string) =>
  html
    .replace(/<form\b[^>]*\baction="[^"]*\/search"[^>]*>[\s\S]*?<\/form>/g, '')
    .replace(/<a\b[^>]*\bhref="[^"]*\/search(?:\?[^"]*)?"[^>]*>([\s\S]*?)<\/a>/g, '$1');
