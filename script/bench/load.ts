import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export type Load = { perSecond: number; p99: number };

/**
 * Asks for one address again and again over so many connections kept open, each with one request under way, for so many
 * seconds. Answers the rate, and the milliseconds within which 99 of 100 were answered whole. Throws when an answer differs
 * in length from the first, or is no 200.
 */
export async function load(url: URL, connections: number, seconds: number): Promise<Load> {
  const request = Buffer.from(
    `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nAccept-Encoding: gzip\r\nConnection: keep-alive\r\n\r\n`,
  );
  const times: number[] = [];
  const sockets = await Promise.all(Array.from({ length: connections }, () => opened(url)));
  const begun = performance.now();
  const until = begun + seconds * 1000;
  await Promise.all(sockets.map((socket) => askUntil(socket, request, until, times)));
  const took = (performance.now() - begun) / 1000;
  times.sort((a, b) => a - b);
  return { perSecond: times.length / took, p99: times[Math.floor(times.length * 0.99)] ?? Number.NaN };
}

async function opened({ hostname, port }: URL): Promise<Socket> {
  const socket = connect(Number(port), hostname).setNoDelay();
  await once(socket, 'connect');
  return socket;
}

function askUntil(socket: Socket, request: Buffer, until: number, times: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let asked = performance.now();
    let length = 0; // of an answer that tells it; 0 before the first
    let got: Buffer[] = [];
    let size = 0;
    socket.on('error', reject);
    socket.on('end', () => reject(new Error('the connection was ended')));
    socket.on('data', (chunk) => {
      size += chunk.length;
      if (length === 0) {
        got.push(chunk);
        const whole = wholeAnswer(Buffer.concat(got));
        if (whole === null) return;
        if (whole instanceof Error) return reject(whole);
        length = whole.repeats ? size : 0;
      } else if (size < length) return;
      if (length > 0 && size > length) return reject(new Error('the answers differ'));
      const now = performance.now();
      times.push(now - asked);
      got = [];
      size = 0;
      if (now >= until) {
        socket.destroy();
        return resolve();
      }
      asked = now;
      socket.write(request);
    });
    socket.write(request);
  });
}

/** Whether these bytes are an answer to its end; `repeats` where its length is told, and all others are as long. */
function wholeAnswer(bytes: Buffer): { repeats: boolean } | Error | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = bytes.subarray(0, end).toString('latin1').toLowerCase();
  if (!head.startsWith('http/1.1 200')) return new Error(`answered ${head.split('\r\n')[0]}`);
  if (!head.includes('content-encoding: gzip')) return new Error('the answer is not compressed');
  const told = /content-length: (\d+)/.exec(head)?.[1];
  if (told === undefined) return bytes.subarray(-5).toString('latin1') === '0\r\n\r\n' ? { repeats: false } : null;
  return bytes.length >= end + 4 + Number(told) ? { repeats: true } : null;
}
