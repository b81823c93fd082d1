import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Visit } from '@/server/edge/visit';
import { isArchive, isFile, isSearch } from '@/server/page-cache/key';

/** What one sender may do so and so often: each costs more than a page from memory. */
export type Meter = 'sign_in' | 'search' | 'download' | 'archive' | 'missing' | 'anew';

type Limit = { points: number; seconds: number };

// Generous: a whole office may share one address. Processes count for themselves.
const limits: Record<Meter, Limit> = {
  // Each weighs a password, which takes the time it is meant to take; lib/server/people/sign-in.ts counts the wrong ones.
  sign_in: { points: 60, seconds: 60 },
  search: { points: 60, seconds: 60 },
  download: { points: 300, seconds: 60 },
  // Every file of a year is made anew.
  archive: { points: 20, seconds: 60 },
  // Addresses that name nothing, each made out anew by Next.js.
  missing: { points: 60, seconds: 60 },
  // Public pages for somebody who says that he has signed in: made anew each time.
  anew: { points: 300, seconds: 60 },
};

const office = /^\/(?:admin|api)(?:\/|$)/;
const signedIn = /session(?:-token)?=/;

/** On which meter a request counts, if on any. */
export function meterOf({ method, url = '/', headers }: Visit['request']): Meter | null {
  const path = url.split('?', 1)[0] ?? '/';
  if (method === 'POST') {
    const isSignIn = /^\/admin\/sign-in$|^\/api\/auth\/callback\//.test(path);
    return isSignIn || (office.test(path) && !signedIn.test(headers.cookie ?? '')) ? 'sign_in' : null;
  }
  if (office.test(path) || path.startsWith('/_next/')) return null;
  if (isSearch(path)) return 'search';
  if (isArchive(path)) return 'archive';
  return isFile(path) ? 'download' : null;
}

/** Counts by sender, in memory, forgotten after a minute. */
export function createMeters() {
  const counting = ({ points, seconds }: Limit) => new RateLimiterMemory({ points, duration: seconds });
  const meters: Record<Meter, RateLimiterMemory> = {
    sign_in: counting(limits.sign_in),
    search: counting(limits.search),
    download: counting(limits.download),
    archive: counting(limits.archive),
    missing: counting(limits.missing),
    anew: counting(limits.anew),
  };
  return {
    /** Counts one; the seconds to wait where it was one too many, else null. */
    async take(meter: Meter, { sender }: Visit): Promise<number | null> {
      try {
        await meters[meter].consume(sender.block);
        return null;
      } catch (reason) {
        if (reason instanceof RateLimiterRes) return secondsOf(reason);
        throw reason;
      }
    },
    /** The seconds to wait where all are used up, without counting. */
    async waitSeconds(meter: Meter, { sender }: Visit): Promise<number | null> {
      const used = await meters[meter].get(sender.block);
      return used && used.consumedPoints >= limits[meter].points ? secondsOf(used) : null;
    },
  };
}

export type Meters = ReturnType<typeof createMeters>;

const secondsOf = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1000));
