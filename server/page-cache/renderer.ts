import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import type { Rendered } from '@/server/page-cache/page-cache';

/** More than any page or report has; what is longer is a file, and streamed by whoever holds it. */
const longest = 4 * 1024 * 1024;
const patience = 20_000;

/** Asks Next.js for pages at the door that only this machine can reach, as somebody of whom nothing is known. */
export function createRenderer(port: number, host: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  // By this name Next.js knows (next.config.mjs) that nothing of the head is to follow later.
  const headers = { host, 'accept-encoding': 'identity', 'user-agent': 'gongkai-page-cache' };

  async function ask(path: string): Promise<IncomingMessage> {
    const asked = request({ host: '127.0.0.1', port, path, headers, agent, timeout: patience });
    asked.once('timeout', () => asked.destroy(new Error(`Next.js did not answer for ${patience} ms`)));
    asked.end();
    try {
      const [answer] = (await once(asked, 'response')) as [IncomingMessage];
      return answer;
    } catch (error) {
      // Next.js closes idle connections after five seconds, which may be while we write on one: nothing was read of it.
      if (asked.reusedSocket && (error as NodeJS.ErrnoException).code === 'ECONNRESET') return ask(path);
      throw error;
    }
  }

  async function render(path: string): Promise<Rendered> {
    const answer = await ask(path);
    const body = await bodyOf(answer);
    if (body === null) return null;
    const told = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
    return { status: answer.statusCode ?? 500, headers: Object.fromEntries(told), body };
  }
  return { render, close: () => agent.destroy() };
}

async function bodyOf(answer: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > longest) return null; // leaving the loop closes the connection
  }
  return Buffer.concat(chunks);
}
