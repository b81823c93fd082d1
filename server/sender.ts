import type { IncomingMessage } from 'node:http';

const told = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded'];

/**
 * Leaves standing what a reverse proxy says of the sender, on this machine or at an address that is trusted, and puts
 * the address of the connection in the place of what anybody else says: a limit on tries counts by it.
 */
export function nameSender(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  trusted: readonly string[],
) {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '');
  if (/^(?:127\.|::1$)/.test(address) || trusted.includes(address)) return;
  for (const name of told) delete headers[name];
  headers['x-forwarded-for'] = address;
}
