import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut and mended, as a cable can. `url` is the server's own, by way of the relay. */
export async function aRelay(url: string) {
  const { hostname, port } = new URL(url);
  const open = new Set<Socket>();
  let stalled = false;
  const relay = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
      from.on('data', (chunk) => to.write(chunk));
      if (stalled) from.pause();
    }
  });
  relay.listen(0, '127.0.0.1');
  await once(relay, 'listening');
  const address = relay.address();
  if (address === null || typeof address === 'string') throw new Error('the relay has no port');
  return {
    url: Object.assign(new URL(url), { port: String(address.port), hostname: '127.0.0.1' }).href,

    /** Every connection is lost, and no new one is to be had. */
    async cut() {
      if (!relay.listening) return;
      const closed = once(relay, 'close');
      relay.close();
      for (const socket of open) socket.destroy();
      await closed;
    },

    async mend() {
      relay.listen(address.port, '127.0.0.1');
      await once(relay, 'listening');
    },

    /** Every connection stays and carries nothing. */
    stall() {
      stalled = true;
      for (const socket of open) socket.pause();
    },

    flow() {
      stalled = false;
      for (const socket of open) socket.resume();
    },
  };
}
