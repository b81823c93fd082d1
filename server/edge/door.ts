import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerOptions, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { promisify } from 'node:util';
import { withinBase } from '@/server/edge/base-path';
import { type Meters, meterOf } from '@/server/edge/meters';
import { oddRequest } from '@/server/edge/odd-request';
import { plainRequest } from '@/server/edge/plain-request';
import { answerProbe, isProbe, onceASecond, type Probes } from '@/server/edge/probes';
import { refuse, refuseOnSocket } from '@/server/edge/refuse';
import type { Noted, Visit } from '@/server/edge/visit';
import { nameSender, type Proxies } from '@/server/sender';
import { StartRefused } from '@/server/start-refused';

export type Answer = {
  /** Answers what is at hand, on the spot; false for everything else. `plain` is what the answer depends on, where that is little. */
  atOnce: (visit: Visit, plain: string | null) => boolean;
  /** The same for somebody who asks as plainly as one who was answered so before. */
  again: (plain: string, response: ServerResponse) => boolean;
  inTime: (visit: Visit) => Promise<void>;
};

export type DoorOptions = Omit<Probes, 'ready'> & {
  host: string;
  port: number;
  proxies: Proxies;
  /** The path that a portal has before our addresses. */
  base?: string;
  meters: Meters;
  /** Hears of every request once it has been answered, with the milliseconds that it took. */
  noted: (visit: Noted, milliseconds: number) => void;
  failed: (error: unknown) => void;
  patience?: Patience;
};

/** Milliseconds that are waited for a client (0: for ever), and how often it is looked. */
export type Patience = { head: number; whole: number; silence: number; look: number };

// A form with 20 MB over a slow line takes minutes; its head, and a sign of life, do not.
export const usual: Patience = { head: 15_000, whole: 300_000, silence: 120_000, look: 5_000 };

/** Idle connections cost some kilobytes each; a proxy in front keeps its own open for a minute. */
const mostConnections = 8_000;
const keepAlive = 65_000;

export type Door = Awaited<ReturnType<typeof openDoor>>;

/**
 * The one way in. The port is taken before anything is touched; who knocks early waits until there is somebody to
 * answer. What is odd, too much or about the process itself is answered here, everything else by `answer`.
 */
export async function openDoor(options: DoorOptions) {
  const { host, port, proxies, meters, noted, failed, metrics, metricsToken, base = '', patience = usual } = options;
  let ready: Probes['ready'] = async () => false;
  let answer: Answer | null = null;
  let open: (answer: Answer) => void = () => {};
  const opened = new Promise<Answer>((resolve) => {
    open = resolve;
  });

  // Most requests end here; each microsecond is one on a tenth of all that this machine can do.
  function answeredAtOnce(visit: Visit, plain: string | null): boolean {
    const inside = withinBase(visit.request.url ?? '', base);
    if (inside !== null) visit.request.url = inside;
    const odd = inside === null ? 404 : oddRequest(visit.request);
    // What is left of an odd request is not read: it may have no end.
    if (odd) refuse(visit, 'refused', odd, { close: true });
    else if (!answer || isProbe(visit) || meterOf(visit.request) || !answer.atOnce(visit, plain)) return false;
    return true;
  }

  async function answerInTime(visit: Visit) {
    if (isProbe(visit)) return answerProbe(visit, { metrics, metricsToken, ready: () => ready() });
    const meter = meterOf(visit.request);
    const waitSeconds = meter && (await meters.take(meter, visit));
    if (waitSeconds) return refuse(visit, 'limited', 429, { waitSeconds });
    answer = await opened;
    if (!answer.atOnce(visit, null)) await answer.inTime(visit);
  }

  const server = createServer(optionsFor(patience));
  server.maxConnections = mostConnections;
  server.on('request', (request, response) => {
    const begun = performance.now();
    const plain = plainRequest(request);
    if (plain !== null && answer?.again(plain, response)) {
      return noted({ request, response, by: 'memory' }, performance.now() - begun);
    }
    const visit: Visit = { request, response, sender: nameSender(request, proxies), by: 'nobody' };
    if (answeredAtOnce(visit, plain)) return noted(visit, performance.now() - begun);
    response.once('close', () => noted(visit, performance.now() - begun));
    answerInTime(visit).catch((error) => {
      failed(error);
      refuse(visit, 'failed', 500);
    });
  });
  refuseWhatIsNoRequest(server, proxies);
  // A client that takes nothing of its answer is not waited for either.
  server.setTimeout(patience.silence, (socket: Socket) => socket.destroy());

  server.listen(port, host);
  await once(server, 'listening').catch((error) => {
    if (error.code === 'EADDRINUSE') throw new StartRefused({ code: 'port_in_use', port });
    if (error.code === 'EACCES') throw new StartRefused({ code: 'port_forbidden', port });
    throw error;
  });
  return {
    server,
    port: (server.address() as AddressInfo).port,
    open(to: Answer, isReady: Probes['ready']) {
      ready = onceASecond(isReady);
      open(to);
    },
    connections: () => promisify(server.getConnections.bind(server))(),
    close: () => close(server),
  };
}

const optionsFor = ({ head, whole, look }: Patience): ServerOptions => ({
  headersTimeout: head,
  requestTimeout: whole,
  connectionsCheckingInterval: look,
  keepAliveTimeout: keepAlive,
  maxHeaderSize: 16 * 1024,
  // Asked by ourselves, who answer with all headers.
  requireHostHeader: false,
});

const statuses: Record<string, 408 | 413 | 431> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
};

function refuseWhatIsNoRequest(server: Server, proxies: Proxies) {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else refuseOnSocket(socket, statuses[error.code ?? ''] ?? 400);
  });
  // CONNECT comes past all others.
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => refuseOnSocket(socket, 405));
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    refuse({ request, response, sender: nameSender(request, proxies), by: 'refused' }, 'refused', 417, { close: true });
  });
}

// What is being answered is finished, within reason.
async function close(server: Server) {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 5000).unref();
  await closed;
}
