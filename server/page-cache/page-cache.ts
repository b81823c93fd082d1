import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { closedPolicy, securityHeaders } from '@/lib/server/security-headers';
import { refuse } from '@/server/edge/refuse';
import { secureTransport, type Visit } from '@/server/edge/visit';
import { createGate, GateFull } from '@/server/page-cache/gate';
import { type Keeping, type Key, keyOf } from '@/server/page-cache/key';
import { type Encoding, type PlainPage, plainPage } from '@/server/page-cache/plain-page';
import { type AddressWriter, isOwnAddress, publicFeed, publicHtml, publicLink } from '@/server/page-cache/public-html';

/** What Next.js answered to one request, whole; null where it is too long to be kept, and better streamed. */
export type Rendered = { status: number; headers: Record<string, string>; body: Buffer } | null;

export type PageCacheOptions = {
  /** Asks Next.js for a page, past the cache. */
  render: (address: string) => Promise<Rendered>;
  /** Whether changes in the database still reach us; without them a page may be out of date. */
  listening: () => boolean;
  /** Whether the database answers, where a page could not be made. */
  databaseAnswers: () => Promise<boolean>;
  /** What a visitor has asked for that there was not. */
  missing: { waitSeconds: (visit: Visit) => Promise<number | null>; count: (visit: Visit) => void };
  /** Counts a page that is made for one visitor alone; the seconds to wait where these are too many. */
  anew: (visit: Visit) => Promise<number | null>;
  /** How readers are to get addresses of this site, where it stands under a path. */
  write?: AddressWriter;
  /** Upper bound of all ordinary pages together, in bytes. */
  maxSize?: number;
  milliseconds?: () => number;
};

type Shelf = Keeping | 'missing';
/** What a plain request means. */
type Plainly = { key: Key; encoding: Encoding; secure: boolean };

const megabyte = 1024 * 1024;
const kept = new Set([200, 410]);
const forwarded = {
  'content-type': 'Content-Type',
  'content-language': 'Content-Language',
  'content-disposition': 'Content-Disposition',
  'content-security-policy': 'Content-Security-Policy',
  link: 'Link',
  location: 'Location',
  allow: 'Allow',
};
// A shared cache may answer for some seconds; what it holds is then at most as late as a reader who has just loaded it.
const shared = 'public, max-age=0, s-maxage=5';
const cacheControl = {
  asset: 'public, max-age=31536000, immutable',
  page: shared,
  list: shared,
  file: shared,
  search: shared,
};

/**
 * Answers public pages from memory: each is rendered once between two changes, stripped of scripts, compressed once.
 * What is not its business goes to Next.js.
 */
export function createPageCache(options: PageCacheOptions) {
  const { render, listening, databaseAnswers, missing, anew, write, maxSize = 64 * megabyte } = options;
  const perf = { now: options.milliseconds ?? (() => performance.now()) };
  const shelf = (size: number, ttl = 0) =>
    new LRUCache<string, PlainPage>({
      maxSize: size,
      sizeCalculation: ({ size }) => size,
      ttl,
      ttlResolution: 0,
      perf,
    });
  // Nothing that anybody can ask for in endless variety pushes ordinary pages out.
  const shelves: Record<Shelf, LRUCache<string, PlainPage>> = {
    page: shelf(maxSize),
    list: shelf(8 * megabyte),
    file: shelf(32 * megabyte),
    search: shelf(4 * megabyte, 10_000),
    asset: shelf(32 * megabyte),
    missing: shelf(2 * megabyte),
  };
  const tooLong = new LRUCache<string, true>({ max: 10_000 });
  const plainly = new LRUCache<string, Plainly>({ max: 5_000 });
  const underWay = new Map<string, Promise<PlainPage | null>>();
  const through = createGate(4, 200);
  let generation = 0;

  async function make({ address, keeping }: Key, personal: boolean): Promise<PlainPage | null> {
    const begun = generation;
    const rendered = await through(() => render(address));
    if (rendered === null) {
      tooLong.set(address, true);
      return null;
    }
    const { status, headers, body } = rendered;
    if (status >= 500) throw new Error(`Next.js answered ${status}`);
    const plain = plainBody(headers['content-type'] ?? '', body, write);
    const control = personal ? 'private, no-store' : kept.has(status) ? cacheControl[keeping] : 'no-store';
    const often = kept.has(status) && keeping !== 'search' && keeping !== 'list' && !personal;
    const page = await plainPage(status, { ...headersOf(headers, write), 'Cache-Control': control }, plain, often);
    // A page rendered before a publication must not outlive it.
    if (personal || begun !== generation) return page;
    if (kept.has(status)) shelves[keeping].set(address, page);
    else if (status === 404) shelves.missing.set(address, page);
    return page;
  }

  function makeOnce(key: Key, personal: boolean): Promise<PlainPage | null> {
    const name = `${personal ? 'personal' : 'public'} ${key.address}`;
    const running = underWay.get(name);
    if (running) return running;
    const started = make(key, personal).finally(() => {
      if (underWay.get(name) === started) underWay.delete(name);
    });
    underWay.set(name, started);
    return started;
  }

  /** A page made for a visitor; null where the visitor has been answered otherwise, false where Next.js is to. */
  async function fetchFor(visit: Visit, key: Key, personal: boolean): Promise<PlainPage | null | false> {
    const wait = (await missing.waitSeconds(visit)) ?? (personal ? await anew(visit) : null);
    if (wait !== null) {
      refuse(visit, 'limited', 429, { waitSeconds: wait });
      return null;
    }
    try {
      const page = await makeOnce(key, personal);
      if (page?.status === 404) missing.count(visit);
      return page ?? false;
    } catch (error) {
      if (error instanceof GateFull) refuse(visit, 'limited', 503, { waitSeconds: 2 });
      else if (await databaseAnswers()) refuse(visit, 'failed', 500);
      else refuse(visit, 'away', 503);
      return null;
    }
  }

  const atHand = ({ keeping, address }: Key) => shelves[keeping].get(address) ?? shelves.missing.get(address);

  return {
    /** Forgets every page; called after each commit that changes what is public. */
    clear() {
      generation += 1;
      for (const name of ['page', 'list', 'file', 'search', 'missing'] as const) shelves[name].clear();
      tooLong.clear();
      underWay.clear();
    },

    /** Bytes held, by shelf. */
    sizes: () => Object.entries(shelves).map(([name, { calculatedSize }]) => ({ name, bytes: calculatedSize })),

    /**
     * Answers a page that is at hand; false for everything else. Whoever asks as plainly again (see `plainRequest`) is then
     * answered by `again`.
     */
    atOnce(visit: Visit, plain: string | null = null): boolean {
      const key = isReading(visit) ? keyOf(visit.request.url ?? '/') : null;
      if (!key) return false;
      const fresh = listening();
      const page = isPersonal(visit, key, fresh) ? undefined : atHand(key);
      if (!page) return false;
      visit.by = 'memory';
      send(visit, page, fresh);
      if (plain !== null)
        plainly.set(plain, { key, encoding: encodingFor(visit.request), secure: visit.sender.secure });
      return true;
    },

    /** Answers who asks as somebody did whom `atOnce` has answered: the way to the page was made out then. */
    again(plain: string, response: ServerResponse): boolean {
      const known = plainly.get(plain);
      const page = known && listening() ? atHand(known.key) : undefined;
      if (!known || !page) return false;
      const { headers, body } = page.answers[known.encoding];
      response.writeHead(page.status, known.secure ? [...headers, ...secureTransport] : headers);
      response.end(body);
      return true;
    },

    /** Answers a page that is not at hand; false for what is none of the cache's business. */
    async inTime(visit: Visit): Promise<boolean> {
      const key = isReading(visit) ? keyOf(visit.request.url ?? '/') : null;
      if (!key || tooLong.has(key.address)) return false;
      const fresh = listening();
      visit.by = 'rendered';
      if (!fresh && key.keeping !== 'asset') {
        refuse(visit, 'away', 503);
        return true;
      }
      const page = await fetchFor(visit, key, isPersonal(visit, key, fresh));
      if (page) send(visit, page, fresh);
      return page !== false;
    },
  };
}

const isReading = ({ request: { method } }: Visit) => method === 'GET' || method === 'HEAD';

// Without its database nobody is signed in; what is public stays public.
const isPersonal = ({ request: { headers } }: Visit, { keeping }: Key, fresh: boolean) =>
  fresh && keeping !== 'asset' && headers.cookie !== undefined && /session(?:-token)?=/.test(headers.cookie);

function plainBody(type: string, body: Buffer, write?: AddressWriter): Buffer {
  if (type.startsWith('text/html')) return Buffer.from(publicHtml(body.toString('utf8'), write));
  if (write && type.startsWith('application/atom+xml')) return Buffer.from(publicFeed(body.toString('utf8'), write));
  return body;
}

function headersOf(rendered: Record<string, string>, write: AddressWriter = (address) => address) {
  const told = Object.entries(forwarded).flatMap(([from, to]) => (rendered[from] ? [[to, rendered[from]]] : []));
  const { Location, Link, ...rest }: Record<string, string> = Object.fromEntries(told);
  return {
    ...{ ...securityHeaders, 'Content-Security-Policy': closedPolicy, ...rest },
    ...(Location && { Location: isOwnAddress(Location) ? write(Location) : Location }),
    ...(Link && { Link: publicLink(Link, write) }),
  };
}

function send({ request, response, sender }: Visit, { status, answers }: PlainPage, fresh: boolean) {
  const { etag, headers, unchanged, body } = answers[encodingFor(request)];
  const same = kept.has(status) && namesTag(request.headers['if-none-match'], etag);
  const more = [...(sender.secure ? secureTransport : []), ...(fresh ? [] : ['X-Gongkai-Database', 'away'])];
  const said = same ? unchanged : headers;
  response.writeHead(same ? 304 : status, more.length > 0 ? [...said, ...more] : said);
  response.end(same || request.method === 'HEAD' ? undefined : body);
}

// Browsers send a handful of different lists.
const understood = new LRUCache<string, Encoding>({ max: 200 });

function encodingFor({ headers }: IncomingMessage): Encoding {
  const accepted = String(headers['accept-encoding'] ?? '');
  const found = understood.get(accepted);
  if (found) return found;
  const offers = accepted.toLowerCase();
  const encoding = takes(offers, 'br') ? 'br' : takes(offers, 'gzip') ? 'gzip' : 'identity';
  understood.set(accepted, encoding);
  return encoding;
}

function takes(offers: string, name: string): boolean {
  if (!offers.includes(name)) return false;
  return offers.split(',').some((offer) => {
    const [coding, ...weights] = offer.split(';').map((part) => part.trim());
    return coding === name && !weights.some((weight) => /^q=0(?:\.0*)?$/.test(weight));
  });
}

const namesTag = (header: string | undefined, etag: string) =>
  header !== undefined && (header === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag));
