import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { freePort } from '@/lib/server/testing/a-server';

/** Where nginx is installed; null where it is not. */
export function nginxProgram(): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, 'nginx')).find((file) => existsSync(file)) ?? null;
}

type Settings = { http?: string; server: string; port?: number };

/** nginx with settings of ours, on a port of its own, until it is ended. `http` and `server` hold its directives. */
export async function anNginx(program: string, { http = '', server, port: wanted }: Settings) {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-nginx-'));
  const port = wanted ?? (await freePort());
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  const settings = `daemon off; pid ${join(folder, 'pid')}; error_log stderr; worker_processes auto;
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    events { worker_connections 1024; }
    http { ${own.join(' ')} access_log off; log_not_found off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
      ${http}
      server { listen 127.0.0.1:${port}; ${server} } }`;
  await writeFile(join(folder, 'nginx.conf'), settings);
  const child = spawn(program, ['-c', join(folder, 'nginx.conf'), '-p', folder, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = once(child, 'exit');
  const gone = exited.then(() => Promise.reject(new Error('nginx did not start')));
  await Promise.race([answering(port), gone]);
  gone.catch(() => {}); // ends later, when it is told to
  return {
    port,
    address: `http://127.0.0.1:${port}`,
    async end() {
      child.kill('SIGTERM');
      await exited;
      await rm(folder, { recursive: true });
    },
  };
}

async function answering(port: number) {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const up = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (up) return;
    await after(20);
  }
}
