import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { on, once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

export type Server = Awaited<ReturnType<typeof aServer>>;

/** The real production server in a process of its own; it has greeted, and therefore answers. */
export async function aServer(variables: Record<string, string>) {
  const port = variables.PORT ?? process.env.PORT ?? String(await freePort());
  const env = { ...process.env, NODE_OPTIONS: '', LOG_LEVEL: 'warn', HOST: '127.0.0.1', ...variables, PORT: port };
  const child = spawn(process.execPath, ['--import', 'tsx/esm', 'server/main.ts'], {
    cwd: join(import.meta.dirname, '../../..'),
    env: { ...env, TSX_TSCONFIG_PATH: 'tsconfig.server.json' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
    process.stderr.write(chunk);
  });
  const greeted = await Promise.race([greetingOf(child.stdout), exited.then(() => null)]);
  if (greeted === null) throw new Error('the server did not start');
  return {
    address: `http://127.0.0.1:${port}`,
    greeting: greeted,
    /** What it has written to its log. */
    log: () => said,
    /** Ends it by a signal; answers its exit code, null when the signal left it none. */
    async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
      child.kill(signal);
      await exited;
      return child.exitCode;
    },
  };
}

// Next.js may have said something of its own before.
async function greetingOf(stdout: Readable): Promise<string> {
  let said = '';
  for await (const [chunk] of on(stdout, 'data')) {
    said += String(chunk);
    if (said.includes('政务公开工作台')) break;
  }
  return said;
}

/** What a server of a test needs and must not share. */
export const aSecret = () => randomBytes(32).toString('hex');

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
