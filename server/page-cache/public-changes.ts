import pg from 'pg';
import { answersInTime } from '@/lib/server/answers-in-time';

type Options = {
  /** Milliseconds between two looks whether the connection still carries anything. */
  beat?: number;
};

/**
 * Listens for commits that change what is public (NOTIFY gongkai_public) and calls `onChange` for each,
 * and once after every new connection, because changes may have been missed while it was down.
 */
export function listenForPublicChanges(
  connectionString: string,
  onChange: () => void,
  { beat = 10_000 }: Options = {},
) {
  let client: pg.Client | null = null;
  let connected = false;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;

  async function connect(wait: number) {
    const next = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000, query_timeout: beat });
    const lost = () => {
      if (stopped || client !== next) return;
      connected = false;
      client = null;
      next.end().catch(() => undefined);
      retry = setTimeout(() => connect(Math.min(wait * 2, 2_000)), wait);
    };
    client = next;
    next.on('error', lost);
    next.on('end', lost);
    next.on('notification', onChange);
    try {
      await next.connect();
      await next.query('LISTEN gongkai_public');
      connected = true;
      onChange();
    } catch {
      lost();
    }
  }

  // A cable that was pulled tells nobody: without a question the connection would look well for hours.
  const heart = setInterval(() => {
    const asked = client;
    if (connected) asked?.query('SELECT 1').catch((error) => asked.emit('error', error));
  }, beat);
  heart.unref();

  return {
    start: () => connect(250),
    isConnected: () => connected,
    /** Whether it is, and the database answers on the same connection within two seconds. */
    answers: async () => connected && client !== null && answersInTime(client.query('SELECT 1')),
    async stop() {
      stopped = true;
      clearTimeout(retry);
      clearInterval(heart);
      await client?.end().catch(() => undefined);
    },
  };
}
