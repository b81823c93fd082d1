import { addressesIn, publicFeed, publicHtml } from '@/server/page-cache/public-html';
import { exportedFile, relativeLink } from '@/server/site-export/exported-file';
import { addressesInSitemap, writtenRobots, writtenSitemap } from '@/server/site-export/for-machines';
import { pathOf } from '@/server/site-export/nginx-snippet';

/** Asks the running website; null where nobody answers. */
export type Ask = (address: string) => Promise<Answer | null>;

type Answer = {
  status: number;
  type: string;
  body: Uint8Array;
  /** Under which name a reader is to save it. */
  name?: string;
};

export type SiteOptions = {
  /** Addresses to begin with; everything that they lead to follows. */
  from: readonly string[];
  /** The path before all addresses, where the website stands under one. */
  base: string;
  /** The address of the website that runs, to which searches go; null leaves the forms out. */
  live: string | null;
  /** Where the files are going to lie: "https://www.example.gov.cn/gk", or the path alone: "/gk"; empty at the root. */
  at: string;
  ask: Ask;
  /** Takes a file as soon as it is whole. */
  put: (file: string, body: Uint8Array) => Promise<void>;
};

type Kind = 'page' | 'missing' | 'feed' | 'sitemap' | 'robots';
type Text = { kind: Kind; file: string; text: string };

// What no page need lead to: where there is one, it belongs to the site.
const beside = ['/404.html', '/robots.txt', '/sitemap.xml'];

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
 * lie; only the page for what is missing, which is shown at any address, has links from the root. A withdrawn page (410) is its
 * notice. Answers the addresses of such notices.
 */
export async function collectSite({ from, base, live, at, ask, put }: SiteOptions): Promise<{ gone: string[] }> {
  const own = ownAddresses(base, live);
  const queue = new Set([...from, ...beside]);
  const files = new Map<string, string>();
  const names = new Map<string, string>();
  const texts: Text[] = [];
  const gone: string[] = [];
  for (const address of queue) {
    const answer = await ask(address);
    if (answer?.status === 404 && beside.includes(address) && address !== '/404.html') continue;
    const { file, body, status, type, name } = expected(address, answer);
    files.set(address, file);
    if (name !== undefined) names.set(address, name);
    if (status === 410) gone.push(address);
    const kind = kindOf(address, type);
    if (kind === null) {
      await put(file, body);
      continue;
    }
    const text = Buffer.from(body).toString('utf8');
    texts.push({ kind, file, text });
    for (const found of addressesTold(kind, text)) {
      const next = own(found);
      if (next !== null && !isSearch(next)) queue.add(next);
    }
  }
  const named = (written: string) => files.get(own(written) ?? '');
  const nameOf = (written: string) => names.get(own(written) ?? '');
  for (const each of texts) await put(each.file, Buffer.from(rewritten(each, { named, nameOf, own, live, at })));
  return { gone };
}

function expected(address: string, answer: Awaited<ReturnType<Ask>>) {
  const isRight = address === '/404.html' ? answer?.status === 404 : answer?.status === 200 || answer?.status === 410;
  const file = answer && (address === '/404.html' ? '404.html' : exportedFile(address, answer.type));
  if (!answer || !isRight || !file) throw new SiteIncomplete(address, answer?.status ?? null);
  return { ...answer, file };
}

/** What an address means below the base, whether it is written with the path, in full, or with a place in the page; null for others'. */
const ownAddresses = (base: string, live: string | null) => (written: string) => {
  const [address = ''] = written.split('#', 1);
  if (live !== null && (address === live || address.startsWith(`${live}/`))) return address.slice(live.length) || '/';
  if (!address.startsWith('/')) return null;
  if (base === '' || (address !== base && !address.startsWith(`${base}/`))) return address;
  return address.slice(base.length) || '/';
};

function kindOf(address: string, type: string): Kind | null {
  if (type.startsWith('text/html')) return address === '/404.html' ? 'missing' : 'page';
  if (type.startsWith('application/atom+xml')) return 'feed';
  if (address === '/robots.txt') return 'robots';
  return /\/sitemap(?:\/\d+|[\w-]*)\.xml$/.test(address) ? 'sitemap' : null;
}

function addressesTold(kind: Kind, text: string): string[] {
  if (kind === 'sitemap') return addressesInSitemap(text);
  if (kind === 'page') return addressesIn(text);
  // It leads to the front page of all organisations, for which whoever exports them all asks.
  return kind === 'missing' ? addressesIn(text).filter((address) => address !== '/') : [];
}

type Writing = Pick<SiteOptions, 'live' | 'at'> & {
  named: (written: string) => string | undefined;
  nameOf: (written: string) => string | undefined;
  own: (written: string) => string | null;
};

function rewritten({ kind, file, text }: Text, { named, nameOf, own, live, at }: Writing): string {
  const placed = (written: string, root: string) => {
    const to = named(written);
    return to === undefined ? null : `${root}/${to.replace(/(?:^|(?<=\/))index\.html$/, '')}`;
  };
  // Who has not said where the files are going to lie has them read where the website runs.
  const inFull = (written: string) => (URL.canParse(at) ? placed(written, at) : null) ?? written;
  const fromRoot = (written: string) => placed(written, pathOf(at)) ?? `${pathOf(at)}${own(written)}`;
  const relative = (written: string) => {
    const to = named(written);
    return to === undefined ? `${live ?? ''}${own(written)}` : relativeLink(file, to, /#.*/.exec(written)?.[0]);
  };
  switch (kind) {
    case 'sitemap':
      return writtenSitemap(text, inFull);
    case 'robots':
      return writtenRobots(text, inFull);
    case 'feed':
      return publicFeed(text, relative);
    default: {
      const whole = live === null ? withoutSearch(text) : text;
      return publicHtml(whole, kind === 'page' ? relative : fromRoot, nameOf);
    }
  }
}

const isSearch = (address: string) => /\/search(?:\?|$)/.test(address);

// Forms do not lie in each other, and those of the public side only search.
const withoutSearch = (html: string) =>
  html
    .replace(/<form\b[^>]*\baction="[^"]*\/search"[^>]*>[\s\S]*?<\/form>/g, '')
    .replace(/<a\b[^>]*\bhref="[^"]*\/search(?:\?[^"]*)?"[^>]*>([\s\S]*?)<\/a>/g, '$1');
