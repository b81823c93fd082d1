import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type next from 'next';
import { environment } from '@/lib/server/environment';
import { databaseAnswers } from '@/lib/server/health';
import { basePath } from '@/lib/server/organisation/site-address';
import type { Answer } from '@/server/edge/door';
import { createLongBodies } from '@/server/edge/long-bodies';
import type { Meters } from '@/server/edge/meters';
import { refuse } from '@/server/edge/refuse';
import { headersFor, prepare, type Visit } from '@/server/edge/visit';
import { createPageCache } from '@/server/page-cache/page-cache';
import { listenForPublicChanges } from '@/server/page-cache/public-changes';
import { createRenderer } from '@/server/page-cache/renderer';
import { StartRefused } from '@/server/start-refused';

export type Website = Answer & {
  isReady: () => Promise<boolean>;
  listening: () => boolean;
  sizes: () => { name: string; bytes: number }[];
  stop: () => Promise<void>;
};

type NextServer = ReturnType<typeof next>;
type Options = { outside: Server; developing: boolean; meters: Meters };

/** Next.js, loaded, but asked nothing yet. */
export type Loaded = { app: NextServer; inside: Server | null };

const dir = join(import.meta.dirname, '..');

/** Loads Next.js, which takes a while and needs no database yet. */
export async function loadNext({ outside, developing }: Pick<Options, 'outside' | 'developing'>): Promise<Loaded> {
  if (developing) return loadForDevelopment(outside);
  if (!existsSync(join(dir, '.next/BUILD_ID'))) throw new StartRefused({ code: 'not_built' });
  return loadInside();
}

/** Next.js with the page cache in front; when developing, Next.js alone. */
export async function openWebsite({ app, inside }: Loaded, meters: Meters): Promise<Website> {
  const handle = app.getRequestHandler();
  if (!inside) return openForDevelopment(app);
  const changes = listenForPublicChanges(process.env.DATABASE_URL ?? '', () => cache.clear());
  const renderer = createRenderer((inside.address() as AddressInfo).port, ownHost());
  const base = basePath();
  const cache = createPageCache({
    render: renderer.render,
    ...(base && { write: (address: string) => `${base}${address}` }),
    listening: changes.isConnected,
    databaseAnswers,
    missing: {
      waitSeconds: (visit) => meters.waitSeconds('missing', visit),
      count: (visit) => void meters.take('missing', visit),
    },
    anew: (visit) => meters.take('anew', visit),
  });
  const takingBody = createLongBodies(sessionIn);
  await changes.start();

  return {
    atOnce: cache.atOnce,
    async inTime(visit) {
      if (await cache.inTime(visit)) return;
      // Whoever is signed in, and whatever is written, is in the database.
      if (!changes.isConnected()) return refuse(visit, 'away', 503);
      const { pathname, search } = addressOf(visit);
      // Next.js lets others keep for a year that there is nothing at these.
      if (/^\/(?:_next(?:\/|$)|api$)/.test(pathname)) return refuse(visit, 'refused', 404);
      if (!forOffice.test(pathname) && !isReading(visit)) return refuse(visit, 'refused', 405);
      if (pathname.endsWith('/') && pathname !== '/') return moveTo(visit, `${base}${pathname.slice(0, -1)}${search}`);
      const refused = await takingBody(visit, async () => {
        visit.by = 'next';
        prepare(visit);
        await handle(visit.request, visit.response);
      });
      if (refused) refuse(visit, 'limited', refused, refused === 503 ? { waitSeconds: 2 } : {});
    },
    isReady: async () => changes.isConnected() && (await databaseAnswers()),
    listening: changes.isConnected,
    sizes: cache.sizes,
    async stop() {
      await changes.stop();
      renderer.close();
      inside.close();
      await app.close();
    },
  };
}

/**
 * Next.js behind a door of its own, which only this machine can reach: the cache asks it there for pages, and Next.js asks
 * itself there for the page that follows a form. Under any other name than localhost it would take its own rewritten
 * addresses for those of another server.
 */
async function loadInside(): Promise<Loaded> {
  const inside = createServer().listen(0, '127.0.0.1');
  await once(inside, 'listening');
  const { port } = inside.address() as AddressInfo;
  process.env.__NEXT_PRIVATE_ORIGIN = `http://localhost:${port}`;
  const { default: next } = await import('next');
  const app = next({ dir, hostname: 'localhost', port });
  await app.prepare();
  inside.on('request', app.getRequestHandler());
  return { app, inside };
}

async function loadForDevelopment(outside: Server): Promise<Loaded> {
  const { default: next } = await import('next');
  const { address, port } = outside.address() as AddressInfo;
  const hostname = /^(?:127\.|0\.0\.0\.0$|::1?$)/.test(address) ? 'localhost' : address;
  const app = next({ dev: true, dir, httpServer: outside, hostname, port });
  await app.prepare();
  return { app, inside: null };
}

function openForDevelopment(app: NextServer): Website {
  const handle = app.getRequestHandler();
  return {
    atOnce: () => false,
    async inTime(visit) {
      visit.by = 'next';
      prepare(visit);
      await handle(visit.request, visit.response);
    },
    isReady: databaseAnswers,
    listening: () => true,
    sizes: () => [],
    stop: () => app.close(),
  };
}

// What a page prints must not depend on the name by which its first reader came.
function ownHost(): string {
  const { PUBLIC_URL } = environment();
  return PUBLIC_URL ? new URL(PUBLIC_URL).host : 'localhost';
}

// Loaded when it is first wanted: a start is not to wait for it.
async function sessionIn(cookies: string): Promise<string | null> {
  const { sessionCookie, sessionNamedBy } = await import('@/lib/server/people/sign-in-session');
  const held = cookies.split(/; */).find((each) => each.startsWith(`${sessionCookie}=`));
  return sessionNamedBy(held?.slice(sessionCookie.length + 1));
}

const forOffice = /^\/(?:admin|api)(?:\/|$)/;
const isReading = ({ request: { method } }: Visit) => method === 'GET' || method === 'HEAD';

const addressOf = ({ request }: Visit) => new URL(request.url ?? '/', 'http://localhost');

function moveTo(visit: Visit, location: string) {
  visit.by = 'refused';
  visit.response.writeHead(308, { ...headersFor(visit.sender), Location: location, 'Content-Length': '0' }).end();
}
