import 'server-only';
import { setTimeout as after } from 'node:timers/promises';
import type { Get } from '@/lib/server/verify/verify-public';

type Options = {
  /** Ends what is under way: the next answer is not waited for. */
  signal?: AbortSignal;
  wait?: (seconds: number) => Promise<void>;
};

const patience = 30_000;

/** Asks the website at an address as a citizen does, and comes again later where that many questions are too many. */
export function getterAt(site: string, { signal, wait = (seconds) => after(seconds * 1000) }: Options = {}): Get {
  const base = site.replace(/\/+$/, '');
  const get: Get = async (address) => {
    signal?.throwIfAborted();
    const url = `${base}${address}`;
    const answer = await ask(url, signal);
    if (answer && leadsToFolder(answer, url)) {
      await answer.body?.cancel();
      return get(`${address}/`);
    }
    const seconds = Number(answer?.headers.get('retry-after') ?? Number.NaN);
    if (answer?.status === 429 && seconds > 0 && seconds <= 60) {
      await answer.body?.cancel();
      await wait(seconds);
      return get(address);
    }
    return answer && { status: answer.status, body: new Uint8Array(await answer.arrayBuffer()) };
  };
  return get;
}

// A server of exported files adds the slash of the folder in which a page lies, and nothing else.
function leadsToFolder({ status, headers }: Response, url: string): boolean {
  const location = headers.get('location') ?? '';
  if ((status !== 301 && status !== 308) || url.endsWith('/') || !URL.canParse(location, url)) return false;
  return new URL(location, url).href === `${url}/`;
}

async function ask(url: string, signal: AbortSignal | undefined): Promise<Response | null> {
  const timeout = AbortSignal.timeout(patience);
  try {
    return await fetch(url, { redirect: 'manual', signal: signal ? AbortSignal.any([signal, timeout]) : timeout });
  } catch {
    signal?.throwIfAborted();
    return null; // nobody answered, which is what is told
  }
}
