import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { afterEach, expect, test, vi } from 'vitest';
import type { Visit } from '@/server/edge/visit';
import { passOn } from '@/server/front/pass-on';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(handle: (asked: IncomingMessage, answer: ServerResponse) => void) {
  const server = createServer(handle).listen(0, '127.0.0.1');
  open.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** A door that passes everything on to `inside`; `ended` hears how each went. */
async function aDoorTo(inside: number) {
  const ended = vi.fn();
  const port = await serve((asked, answer) => {
    answer.setHeader('X-Frame-Options', 'DENY');
    answer.setHeader('Content-Security-Policy', 'ours');
    const visit = { request: asked, response: answer } as Visit; // all that it reads
    passOn(visit, inside).then(
      () => ended('well'),
      (error) => {
        ended(error.code);
        if (answer.headersSent) answer.destroy();
        else answer.writeHead(500).end();
      },
    );
  });
  return { port, ended };
}

test('method, address, headers and body arrive as they were sent, but for those of the connection', async () => {
  const inside = await serve(async (asked, answer) => {
    const { method, url, headers } = asked;
    answer.end(JSON.stringify({ method, url, headers, body: (await buffer(asked)).toString('base64') }));
  });
  const { port } = await aDoorTo(inside);
  const body = randomBytes(300_000);
  const headers = {
    Host: 'gk.example',
    Cookie: 'a=1; b=2',
    'Keep-Alive': 'timeout=5',
    TE: 'trailers',
    'Content-Length': body.length,
  };
  const asked = request({ port, method: 'POST', path: '/admin/items?x=%E5%85%AC', headers });
  asked.end(body);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const heard = JSON.parse(await text(answer));
  expect(heard).toEqual({
    method: 'POST',
    url: '/admin/items?x=%E5%85%AC',
    headers: { host: 'gk.example', cookie: 'a=1; b=2', 'content-length': '300000', connection: 'keep-alive' },
    body: body.toString('base64'),
  });
});

test('status, headers and body come back; what was said before holds unless it is said otherwise', async () => {
  const inside = await serve((_asked, answer) => {
    answer.writeHead(303, [
      ...['Set-Cookie', 'a=1', 'Set-Cookie', 'b=2'],
      ...['Content-Security-Policy', 'theirs', 'Location', '/admin', 'Connection', 'close'],
    ]);
    answer.end('moved');
  });
  const { port } = await aDoorTo(inside);
  const answer = await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' });
  expect(answer.status).toBe(303);
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'x-frame-options': 'DENY',
    'content-security-policy': 'theirs',
    location: '/admin',
    connection: 'keep-alive',
  });
  expect(await answer.text()).toBe('moved');
});

test('an answer without a body is whole, and one in pieces comes piece by piece', async () => {
  let finish = () => {};
  const inside = await serve((asked, answer) => {
    if (asked.method === 'HEAD') return void answer.writeHead(200, { 'Content-Length': '5' }).end();
    answer.write('one');
    finish = () => void answer.end('two');
  });
  const { port } = await aDoorTo(inside);
  const head = await fetch(`http://127.0.0.1:${port}/`, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length')]).toEqual([200, '5']);
  const pieces = (await fetch(`http://127.0.0.1:${port}/`)).body?.getReader();
  expect(Buffer.from((await pieces?.read())?.value ?? []).toString()).toBe('one');
  finish();
  expect(Buffer.from((await pieces?.read())?.value ?? []).toString()).toBe('two');
});

test('an answer that comes before all has been read is not lost', async () => {
  const inside = await serve((_asked, answer) => answer.writeHead(413).end('too long'));
  const { port } = await aDoorTo(inside);
  const agent = new Agent({ keepAlive: true });
  const asked = request({ port, agent, method: 'POST', headers: { 'Content-Length': 5_000_000 } });
  asked.write(randomBytes(1_000_000));
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  expect([answer.statusCode, await text(answer)]).toEqual([413, 'too long']);

  // What is left of the body is in nobody's way.
  const local = asked.socket?.localPort;
  asked.end(randomBytes(4_000_000));
  await once(asked, 'close');
  const next = request({ port, agent }).end();
  const [second] = (await once(next, 'response')) as [IncomingMessage];
  expect([second.statusCode, await text(second), next.socket?.localPort]).toEqual([413, 'too long', local]);
  agent.destroy();
});

test('who leaves is no fault, and what is made for him is told', async () => {
  const asking = vi.fn();
  const told = vi.fn();
  const inside = await serve((asked, answer) => {
    asking();
    answer.once('close', told);
    if (asked.url === '/begun') answer.write('begun');
  });
  const { port, ended } = await aDoorTo(inside);
  for (const path of ['/waiting', '/begun']) {
    const socket = connect(port, '127.0.0.1', () => socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`));
    if (path === '/begun') await once(socket, 'data');
    else await vi.waitFor(() => expect(asking).toHaveBeenCalled());
    socket.destroy();
  }
  await vi.waitFor(() => expect(ended.mock.calls).toEqual([['well'], ['well']]));
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(2));
});

test('where nobody answers, or an answer breaks off, it is a fault', async () => {
  const inside = await serve((asked, answer) => {
    if (asked.url === '/none') return void asked.socket.destroy();
    answer.writeHead(200, { 'Content-Length': '10' });
    answer.write('half', () => asked.socket.destroy());
  });
  const { port, ended } = await aDoorTo(inside);
  expect((await fetch(`http://127.0.0.1:${port}/none`)).status).toBe(500);
  await expect(fetch(`http://127.0.0.1:${port}/half`).then((answer) => answer.text())).rejects.toThrow();
  await vi.waitFor(() => expect(ended.mock.calls).toEqual([['ECONNRESET'], ['ECONNRESET']]));
});
