import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';

/**
 * Sends bytes as they are and answers what came back until the other side ended. Ends its own side at once, where what is
 * sent is no whole request; a server takes that for leaving.
 */
export async function rawRequest(port: number, bytes: string | Uint8Array, { end = true } = {}): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1' });
  // What is refused early may be cut off while it is still being sent.
  const reset = new Promise<Buffer>((resolve) => socket.once('error', () => resolve(Buffer.alloc(0))));
  socket.write(bytes);
  if (end) socket.end();
  return (await Promise.race([buffer(socket), reset])).toString('latin1');
}

/** Status and headers of every answer in what came back. */
export function answersIn(text: string): { status: number; head: string }[] {
  return [...text.matchAll(/HTTP\/1\.1 (\d{3}) [\s\S]*?\r\n\r\n/g)].map(([head, status]) => ({
    status: Number(status),
    head: head.toLowerCase(),
  }));
}
