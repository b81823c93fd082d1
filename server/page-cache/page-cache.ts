import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { type Encoding, type PlainPage, plainPage, sizeOf, withoutScripts } from './plain-page.ts';

/** What Next.js answered to one request, whole. */
export type Rendered = { status: number; headers: Record<string, string>; body: Buffer };

export type PageCacheOptions = {
  /** Asks Next.js for a page, past the cache. */
  render: (path: string, host: string) => Promise<Rendered>;
  /** Whether changes in the database still reach us; without them a page may be out of date. */
  listening: () => boolean;
  /** Upper bound of all bodies together, in bytes. */
  maxSize?: number;
};

const keptHeaders = ['content-type', 'content-language', 'content-disposition', 'content-security-policy', 'link'];
// Everything else Next.js may read as another path ("/x/../admin") or redirect, and says so itself.
const plainPath = /^(?:\/|(?:\/[\w~%-][\w.~%-]*)+)$/;
const notForReaders = /^\/(admin|api|_next)(\/|$)/;
const cacheable = new Set([200, 410]);

/**
 * Answers public pages from memory: each is rendered once between two changes, stripped of scripts, compressed once.
 * `answer` gives false for what is not its business, which then goes to Next.js.
 */
export function createPageCache({ render, listening, maxSize = 64 * 1024 * 1024 }: PageCacheOptions) {
  const pages = new LRUCache<string, PlainPage>({ maxSize, sizeCalculation: sizeOf });
  const underWay = new Map<string, Promise<PlainPage>>();
  let generation = 0;

  async function make(path: string, host: string): Promise<PlainPage> {
    const begun = generation;
    const { status, headers, body } = await render(path, host);
    const isPage = (headers['content-type'] ?? '').startsWith('text/html');
    const plain = isPage ? Buffer.from(withoutScripts(body.toString('utf8'))) : body;
    const kept = Object.fromEntries(keptHeaders.flatMap((name) => (headers[name] ? [[name, headers[name]]] : [])));
    const page = await plainPage(status, kept, plain);
    // A page rendered before a publication must not outlive it.
    if (cacheable.has(status) && begun === generation) pages.set(path, page);
    return page;
  }

  function fetchOnce(path: string, host: string): Promise<PlainPage> {
    const running = underWay.get(path);
    if (running) return running;
    const started = make(path, host).finally(() => {
      if (underWay.get(path) === started) underWay.delete(path);
    });
    underWay.set(path, started);
    return started;
  }

  return {
    /** Forgets every page; called after each commit that changes what is public. */
    clear() {
      generation += 1;
      pages.clear();
      underWay.clear();
    },

    async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
      const path = publicPath(request);
      if (path === null) return false;
      const page = pages.get(path) ?? (await fetchOnce(path, request.headers.host ?? 'localhost').catch(() => null));
      if (page === null) return false; // Next.js failed us inside; it may tell the reader itself
      send(request, response, page, listening());
      return true;
    },
  };
}

/** The path under which a request is cached; null when it isn't a reader's request for a public page. */
function publicPath({ method, url = '/', headers }: IncomingMessage): string | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  // Next.js asks for page fragments under the same addresses; only documents are ours.
  if (headers.rsc || headers['next-action'] || headers.range) return null;
  if (headers.cookie?.includes('session-token')) return null;
  const path = url.split('?', 1)[0] ?? '/';
  if (!plainPath.test(path) || path.length > 300) return null;
  return notForReaders.test(path) ? null : path;
}

function send(request: IncomingMessage, response: ServerResponse, page: PlainPage, fresh: boolean) {
  const encoding = encodingFor(String(request.headers['accept-encoding'] ?? ''));
  const etag = `"${page.etag}-${encoding}"`;
  for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
  response.setHeader('ETag', etag);
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('Cache-Control', cacheable.has(page.status) ? 'public, max-age=0, s-maxage=5' : 'no-store');
  if (!fresh) response.setHeader('X-Gongkai-Database', 'away');
  if (cacheable.has(page.status) && namesTag(request.headers['if-none-match'], etag)) {
    response.writeHead(304).end();
    return;
  }
  const body = page.bodies[encoding];
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Length', body.length);
  response.writeHead(page.status);
  response.end(request.method === 'HEAD' ? undefined : body);
}

function encodingFor(accepted: string): Encoding {
  const offers = accepted.split(',').map((offer) => offer.trim().toLowerCase());
  const takes = (name: string) =>
    offers.some((offer) => offer === name || (offer.startsWith(`${name};`) && !/q=0(\.0*)?$/.test(offer)));
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : 'identity';
}

const namesTag = (header: string | undefined, etag: string) =>
  header === '*' || (header ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
