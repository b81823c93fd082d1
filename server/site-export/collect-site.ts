import { publicPlace } from '@/lib/domain/public-address';
import { addressesIn } from '@/server/page-cache/public-html';
import { exportedFile } from '@/server/site-export/exported-file';
import { addressesInSitemap, siteMapOf } from '@/server/site-export/for-machines';
import { addressWriters, type Kind, rewritten, type Text } from '@/server/site-export/placed-text';

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
    texts.push({ kind, address, file, text });
    for (const found of addressesTold(kind, text)) {
      const next = own(found);
      // The front page of all organisations, to which that for what is missing leads, whoever exports them all asks for.
      const isLeft = next === null || isSearch(next) || (kind === 'missing' && publicPlace(next)?.kind === 'front');
      if (!isLeft) queue.add(next);
    }
  }
  const placed = { at, live, own, named: (written: string) => files.get(own(written) ?? '') };
  const nameOf = (written: string) => names.get(own(written) ?? '');
  for (const each of texts) await put(each.file, Buffer.from(rewritten(each, { ...placed, nameOf })));
  if (URL.canParse(at) && !files.has('/sitemap.xml')) {
    const pages = texts.filter(({ kind, address }) => kind === 'page' && !gone.includes(address));
    const map = siteMapOf(pages.map(({ address }) => address).sort(), addressWriters(placed).inFull);
    await put('sitemap.xml', Buffer.from(map));
  }
  return { gone };
}

function expected(address: string, answer: Awaited<ReturnType<Ask>>) {
  const isRight = address === '/404.html' ? answer?.status === 404 : answer?.status === 200 || answer?.status === 410;
  const file = answer && (address === '/404.html' ? '404.html' : exportedFile(address, answer.type));
  if (!answer || !isRight || !file) throw new SiteIncomplete(address, answer?.status ?? null);
  return { ...answer, file };
}

/**
 * What an address means below the base, whether it is written with the path, in full, or with a place in the page; null for
 * others'. A slash at its end means nothing more.
 */
const ownAddresses = (base: string, live: string | null) => (written: string) => {
  const [address = ''] = written.split('#', 1);
  const isBelow = (root: string) => address === root || address.startsWith(`${root}/`);
  if (live !== null && isBelow(live)) return address.slice(live.length).replace(/\/$/, '') || '/';
  if (!address.startsWith('/')) return null;
  return address.slice(base !== '' && isBelow(base) ? base.length : 0).replace(/\/$/, '') || '/';
};

function kindOf(address: string, type: string): Kind | null {
  if (type.startsWith('text/html')) return address === '/404.html' ? 'missing' : 'page';
  if (type.startsWith('application/atom+xml')) return 'feed';
  if (address === '/robots.txt') return 'robots';
  return /\/sitemap(?:\/\d+|[\w-]*)\.xml$/.test(address) ? 'sitemap' : null;
}

function addressesTold(kind: Kind, text: string): string[] {
  if (kind === 'sitemap') return addressesInSitemap(text);
  return kind === 'page' || kind === 'missing' ? addressesIn(text) : [];
}

const isSearch = (address: string) => /\/search(?:\?|$)/.test(address);
