import { environment } from '@/lib/server/environment';
import { basePath } from '@/lib/server/organisation/site-address';
import type { Answer } from '@/server/edge/door';
import { createLongBodies } from '@/server/edge/long-bodies';
import type { Meters } from '@/server/edge/meters';
import { refuse } from '@/server/edge/refuse';
import { headersFor, prepare, type Visit } from '@/server/edge/visit';
import { passOn } from '@/server/front/pass-on';
import { createPageCache } from '@/server/page-cache/page-cache';
import { listenForPublicChanges } from '@/server/page-cache/public-changes';
import { createRenderer } from '@/server/page-cache/renderer';

export type Website = Answer & {
  isReady: () => Promise<boolean>;
  listening: () => boolean;
  sizes: () => { name: string; bytes: number }[];
  stop: () => Promise<void>;
};

/** The page cache, and Next.js at a port of this machine behind it. */
export async function openWebsite(inside: number, meters: Meters): Promise<Website> {
  const changes = listenForPublicChanges(process.env.DATABASE_URL ?? '', () => cache.clear());
  const renderer = createRenderer(inside, ownHost());
  const base = basePath();
  const cache = createPageCache({
    render: renderer.render,
    ...(base && { write: (address: string) => `${base}${address}` }),
    listening: changes.isConnected,
    databaseAnswers: changes.answers,
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
    again: cache.again,
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
        await passOn(visit, inside);
      });
      if (refused) refuse(visit, 'limited', refused, refused === 503 ? { waitSeconds: 2 } : {});
    },
    isReady: changes.answers,
    listening: changes.isConnected,
    sizes: cache.sizes,
    async stop() {
      await changes.stop();
      renderer.close();
    },
  };
}

// What a page prints must not depend on the name by which its first reader came.
function ownHost(): string {
  const { PUBLIC_URL } = environment();
  return PUBLIC_URL ? new URL(PUBLIC_URL).host : 'localhost';
}

// Loaded when it is first wanted: a start is not to wait for it.
async function sessionIn(cookies: string): Promise<string | null> {
  const { sessionCookie, sessionNamedBy } = await import('@/lib/server/people/session-cookie');
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
