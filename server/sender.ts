import type { IncomingMessage } from 'node:http';
import type { Environment } from '@/lib/server/environment';
import { blockOf, plainAddress } from '@/lib/server/organisation/address';

/** Who asks, and how. */
export type Sender = {
  address: string;
  /** What limits count by: the address, or the network of an IPv6 address. */
  block: string;
  /** The reader's own connection is encrypted, here or at the proxy in front. */
  secure: boolean;
  /** A program on this machine, with no proxy between. */
  local: boolean;
};

/** What has to be known of an installation to believe a proxy. */
export type Proxies = { trusts: (address: string) => boolean; secureHost: string | null };

type Message = Pick<IncomingMessage, 'headers' | 'socket'>;

const told = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded'];
const signsOfProxy = [...told, 'via', 'x-real-ip'];
const ownNames = /^(?:localhost|127\.[\d.]+|\[::1\])(?::\d+)?$/i;
const isLoopback = (address: string) => /^127\.|^::1$/.test(address);

/** Where nobody but this machine can connect, whoever does is our own proxy; all others are named. */
export function proxiesOf({ TRUSTED_PROXIES, HOST, PUBLIC_URL }: Environment): Proxies {
  const behindLocal = HOST === 'localhost' || isLoopback(HOST);
  return {
    trusts: (address) => TRUSTED_PROXIES.includes(address) || (behindLocal && isLoopback(address)),
    secureHost: PUBLIC_URL?.startsWith('https:') ? new URL(PUBLIC_URL).host : null,
  };
}

/**
 * Believes of what is said about the sender only what trusted proxies say, from the nearest one outwards, and writes
 * the one address that follows from it in the place of all that was said.
 */
export function nameSender({ headers, socket }: Message, { trusts, secureHost }: Proxies): Sender {
  const connection = addressOf(socket);
  // Not every proxy says that it is one, but the name that a reader typed comes through.
  const local =
    isLoopback(connection) &&
    ownNames.test(headers.host ?? '') &&
    signsOfProxy.every((name) => headers[name] === undefined);
  let address = connection;
  if (trusts(connection)) address = firstStranger(String(headers['x-forwarded-for'] ?? ''), connection, trusts);
  else for (const name of told) if (headers[name] !== undefined) delete headers[name];
  headers['x-forwarded-for'] = address;
  const secure = headers['x-forwarded-proto'] === 'https' || (secureHost !== null && headers.host === secureHost);
  return { address, block: blockOf(address), secure, local };
}

// Asked once a connection, not once a request.
const known = new WeakMap<object, string>();

function addressOf(socket: Message['socket']): string {
  const address = known.get(socket) ?? plainAddress(socket.remoteAddress) ?? '';
  known.set(socket, address);
  return address;
}

function firstStranger(forwardedFor: string, connection: string, trusts: Proxies['trusts']): string {
  let nearest = connection;
  for (const written of forwardedFor.split(',').reverse()) {
    const address = plainAddress(written);
    if (address === null) return nearest;
    nearest = address;
    if (!trusts(address)) return nearest;
  }
  return nearest;
}
