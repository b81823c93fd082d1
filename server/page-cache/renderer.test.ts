import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createRenderer } from '@/server/page-cache/renderer';

const open: { server: Server; close: () => void }[] = [];

afterEach(() => {
  for (const { server, close } of open.splice(0)) {
    close();
    server.closeAllConnections();
    server.close();
  }
});

/** A server that answers so many requests on each connection, and then closes it without an answer. */
async function aServerThatCloses(answers: number) {
  const answered = new Map<Socket, number>();
  const server = createServer(({ socket }, response) => {
    const before = answered.get(socket) ?? 0;
    answered.set(socket, before + 1);
    if (before < answers) response.end('page');
    else socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const renderer = createRenderer(port, 'localhost');
  open.push({ server, close: renderer.close });
  return { render: renderer.render, connections: answered };
}

test('a connection that closes while a page is asked for on it is no failure', async () => {
  const { render, connections } = await aServerThatCloses(1);
  for (const path of ['/one', '/two', '/three']) {
    expect((await render(path))?.body.toString()).toBe('page');
  }
  expect(connections.size).toBe(3);
});

test('a server that closes every connection at once is asked once', async () => {
  const { render, connections } = await aServerThatCloses(0);
  await expect(render('/one')).rejects.toThrow();
  expect(connections.size).toBe(1);
});
