import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { nameSender } from '@/server/sender';

const said = { 'x-forwarded-for': '9.9.9.9', 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-proto': 'https' };
const heard = (remoteAddress: string, trusted: string[] = []) => {
  const headers: IncomingMessage['headers'] = { host: 'gk', ...said };
  nameSender({ headers, socket: { remoteAddress } as IncomingMessage['socket'] }, trusted); // all that it reads
  return headers;
};

test.each(['10.0.0.9', '::ffff:10.0.0.9'])('%s cannot pass for another address', (address) => {
  expect(heard(address)).toEqual({ host: 'gk', 'x-forwarded-for': '10.0.0.9' });
});

test('a proxy on this machine, and one that is trusted, tells who asks', () => {
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) expect(heard(address)).toMatchObject(said);
  expect(heard('10.0.0.9', ['10.0.0.9'])).toMatchObject(said);
});
