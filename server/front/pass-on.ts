import { once } from 'node:events';
import { request as ask, type IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Visit } from '@/server/edge/visit';

// What is said about one connection, not about what is asked or answered on it (RFC 9110, 7.6.1).
const ofConnection = new Set([
  ...['connection', 'expect', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'],
]);

/**
 * Passes a request on to a server of this machine, and its answer back, both as they come. Headers that the answer has
 * already stand unless that server says otherwise. Done when the answer is whole or its reader has left; throws when
 * there is none.
 */
export async function passOn({ request, response }: Visit, port: number): Promise<void> {
  const told = Object.entries(request.headers).filter(([name]) => !ofConnection.has(name));
  // Each on a connection of its own, since one that is closed just as it is used again would lose a form; closed by us, since
  // whoever closes with something unread loses what was answered.
  const headers = { ...Object.fromEntries(told), connection: 'keep-alive' };
  const asked = ask({ host: '127.0.0.1', port, method: request.method, path: request.url, headers, agent: false });
  response.once('close', () => asked.destroy());
  try {
    const answered = once(asked, 'response');
    asked.on('error', () => {}); // also heard by whoever waits for the answer, or for its end
    // An answer may come before all has been read, so the one does not wait for the other.
    request.pipe(asked);
    const [answer] = (await answered) as [IncomingMessage];
    for (const [name, values = []] of Object.entries(answer.headersDistinct)) {
      if (!ofConnection.has(name)) response.setHeader(name, values.length > 1 ? values : (values[0] ?? ''));
    }
    response.writeHead(answer.statusCode ?? 502);
    await pipeline(answer, response);
  } catch (error) {
    const left = response.headersSent
      ? (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE'
      : response.destroyed;
    if (!left) throw error;
  } finally {
    // What nobody wants any more is not left lying before the next request.
    request.unpipe(asked);
    request.resume();
  }
}
