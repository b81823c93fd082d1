import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { environment } from '@/lib/server/environment';
import { nameSender, proxiesOf } from '@/server/sender';

const said = { 'x-forwarded-for': '9.9.9.9', 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-proto': 'https' };

function heard(remoteAddress: string, variables: Record<string, string> = {}, more: IncomingMessage['headers'] = said) {
  const headers: IncomingMessage['headers'] = { host: 'gk', ...more };
  const socket = { remoteAddress } as IncomingMessage['socket']; // all that it reads
  return { headers, sender: nameSender({ headers, socket }, proxiesOf(environment(variables))) };
}

test.each(['10.0.0.9', '::ffff:10.0.0.9', '127.0.0.1'])('%s cannot pass for another address', (address) => {
  const { headers, sender } = heard(address);
  const own = address.replace('::ffff:', '');
  expect(headers).toEqual({ host: 'gk', 'x-forwarded-for': own });
  expect(sender).toEqual({ address: own, block: own, secure: false, local: false });
});

test.each([
  ['10.0.0.9', { TRUSTED_PROXIES: '10.0.0.9' }],
  ['::ffff:10.0.0.9', { TRUSTED_PROXIES: '10.0.0.1, 10.0.0.9' }],
  ['127.0.0.1', { HOST: '127.0.0.1' }],
  ['::1', { HOST: '::1' }],
] as const)('the proxy at %s that is trusted by %o tells who asks', (address, variables) => {
  const { headers, sender } = heard(address, variables);
  expect(headers).toMatchObject(said);
  expect(sender).toEqual({ address: '9.9.9.9', block: '9.9.9.9', secure: true, local: false });
});

test.each([
  ['1.1.1.1, 9.9.9.9', '9.9.9.9'],
  ['1.1.1.1, 9.9.9.9, 10.0.0.2', '9.9.9.9'],
  ['10.0.0.2', '10.0.0.2'],
  ['9.9.9.9, nonsense', '10.0.0.1'],
  ['9.9.9.9, nonsense, 10.0.0.2', '10.0.0.2'],
  ['[2001:db8::5]:7000', '2001:db8::5'],
  ['', '10.0.0.1'],
])('of what a chain of proxies says (%s) counts what the trusted ones saw', (forwarded, address) => {
  const { headers, sender } = heard(
    '10.0.0.1',
    { TRUSTED_PROXIES: '10.0.0.1,10.0.0.2' },
    { 'x-forwarded-for': forwarded },
  );
  expect([sender.address, headers['x-forwarded-for']]).toEqual([address, address]);
});

test('one household with IPv6 counts once', () => {
  expect(heard('2001:db8:1:2:3::4').sender.block).toBe('2001:db8:1:2::/64');
});

test('the public address tells that a reader came by TLS', () => {
  const variables = { PUBLIC_URL: 'https://gk.example.gov.cn' };
  expect(heard('10.0.0.9', variables, { host: 'gk.example.gov.cn' }).sender.secure).toBe(true);
  expect(heard('10.0.0.9', variables, { host: '10.0.0.1:3000' }).sender.secure).toBe(false);
});

test('a program on this machine is told from a proxy on it', () => {
  for (const host of ['127.0.0.1:3000', 'localhost', '[::1]:3000']) {
    expect(heard('127.0.0.1', {}, { host }).sender.local).toBe(true);
    expect(heard('10.0.0.9', {}, { host }).sender.local).toBe(false);
    for (const name of ['x-forwarded-for', 'x-real-ip', 'via', 'forwarded'])
      expect(heard('127.0.0.1', { HOST: '127.0.0.1' }, { host, [name]: 'x' }).sender.local).toBe(false);
  }
  for (const host of ['gk.example.gov.cn', 'localhost.example', '127.0.0.1.example'])
    expect(heard('127.0.0.1', {}, { host }).sender.local).toBe(false);
});
