import pg from 'pg';

/**
 * Listens for commits that change what is public (NOTIFY gongkai_public) and calls `onChange` for each,
 * and once after every new connection, because changes may have been missed while it was down.
 */
export function listenForPublicChanges(connectionString: string, onChange: () => void) {
  let client: pg.Client | null = null;
  let connected = false;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;

  async function connect(wait: number) {
    const next = new pg.Client({ connectionString, keepAlive: true, connectionTimeoutMillis: 5_000 });
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

  return {
    start: () => connect(250),
    isConnected: () => connected,
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}
