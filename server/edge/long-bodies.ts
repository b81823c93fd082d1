import { LRUCache } from 'lru-cache';
import type { Visit } from '@/server/edge/visit';
import { createGate, GateFull } from '@/server/page-cache/gate';

/** The session that a header Cookie names, if it is one of ours. */
type SessionIn = (cookies: string) => Promise<string | null>;

/** More than a name and a password, which is all that a stranger has to send. */
const short = 64 * 1024;
/** More than any form without a file; each such body may be held in memory twice. */
const long = 1024 * 1024;

/**
 * Keeps bodies from filling the memory before anybody has looked who sends them: a stranger's is short, and of long ones so many
 * are taken at a time, from one session fewer; the others wait unread. Answers the status of a refusal, null when the
 * work was done.
 */
export function createLongBodies(sessionIn: SessionIn) {
  const all = createGate(8, 100);
  const gates = new LRUCache<string, ReturnType<typeof createGate>>({ max: 1_000 });

  return async function taking({ request, response }: Visit, work: () => Promise<void>): Promise<401 | 503 | null> {
    const length = Number(request.headers['content-length'] ?? 0);
    const session = length > short ? await sessionIn(request.headers.cookie ?? '') : '';
    if (session === null) return 401;
    const whole = async () => {
      if (response.destroyed) return; // who has waited too long has left
      const closed = new Promise((resolve) => response.once('close', resolve));
      await work();
      await closed;
    };
    if (length <= long) {
      await work();
      return null;
    }
    const own = gates.get(session) ?? createGate(3, 30);
    gates.set(session, own);
    try {
      await own(() => all(whole));
      return null;
    } catch (error) {
      if (error instanceof GateFull) return 503;
      throw error;
    }
  };
}
