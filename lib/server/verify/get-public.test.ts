import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getterAt } from '@/lib/server/verify/get-public';

let tooMany = 2;
const server = createServer((request, response) => {
  if (request.url === '/never') return;
  if (request.url === '/busy' && tooMany-- > 0) response.writeHead(429, { 'Retry-After': '17' }).end();
  else if (request.url === '/folder')
    response.writeHead(301, { Location: `http://${request.headers.host}/folder/` }).end();
  else if (request.url === '/round/') response.writeHead(301, { Location: '/round//' }).end();
  else if (request.url === '/moved') response.writeHead(308, { Location: '/' }).end();
  else response.end('signed');
});
let site: string;
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.closeAllConnections());

const said = (answer: { status: number; body: Uint8Array } | null) =>
  answer && [answer.status, Buffer.from(answer.body).toString()];

test('gets what is there, follows nothing but the slash of a folder, and tells when nobody answers', async () => {
  expect(said(await getterAt(`${site}/`)('/page'))).toEqual([200, 'signed']);
  expect(said(await getterAt(site)('/moved'))).toEqual([308, '']);
  expect(said(await getterAt(site)('/folder'))).toEqual([200, 'signed']);
  expect(said(await getterAt(site)('/round/'))).toEqual([301, '']);
  expect(await getterAt('http://127.0.0.1:1')('/page')).toBeNull();
});

test('who asks too often comes again when told to', async () => {
  const waits: number[] = [];
  const get = getterAt(site, { wait: async (seconds) => void waits.push(seconds) });
  expect(said(await get('/busy'))).toEqual([200, 'signed']);
  expect(waits).toEqual([17, 17]);
});

test('who leaves waits for nothing', async () => {
  const leaving = new AbortController();
  const asked = getterAt(site, { signal: leaving.signal })('/never');
  leaving.abort(new Error('leaving'));
  await expect(asked).rejects.toThrow('leaving');
});
