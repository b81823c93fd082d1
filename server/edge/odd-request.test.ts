import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oddRequest } from '@/server/edge/odd-request';

const host = 'gk.example.gov.cn';

test.each([
  ['GET', '/', null],
  ['GET', '/deting/reports/2020', null],
  ['GET', '/deting/', null],
  ['HEAD', '/l/deting/items?year=2020&after=%E5%BE%B7', null],
  ['GET', `/deting/search?q=${'%E5%BE%B7'.repeat(200)}`, null],
  ['GET', '/%E5%BE%B7%E4%BA%AD', null],
  ['POST', '/admin', null],
  ['OPTIONS', '/api/reports/1', null],
  ['TRACE', '/deting', 405],
  ['PROPFIND', '/', 405],
  [undefined, '/', 405],
  ['OPTIONS', '*', 400],
  ['GET', 'http://elsewhere.example/', 400],
  ['GET', '//elsewhere.example/', 400],
  ['GET', '/deting//reports', 400],
  ['GET', '/x/../admin', 400],
  ['GET', '/x/%2e%2E/admin', 400],
  ['GET', '/x/%252e%252e/admin', 400],
  ['GET', '/x%2f..%2fadmin', 400],
  ['GET', '/x%5c..', 400],
  ['GET', '/x\\..', 400],
  ['GET', '/.', 400],
  ['GET', '/%', 400],
  ['GET', '/%E5%BE', 400],
  ['GET', '/%C0%AE%C0%AE/', 400],
  ['GET', '/%00', 400],
  ['GET', '/%0D%0ASet-Cookie:x', 400],
  ['GET', '/德亭', 400],
  ['GET', '/deting#s3', 400],
  ['GET', '/deting.rsc', 404],
  ['GET', '/admin.RSC?x', 404],
  ['GET', '/deting.segments/_tree.segment.rsc', 404],
  ['GET', '/deting.segments/x', 404],
  ['GET', `/deting?${'x'.repeat(8192)}`, 414],
  ['GET', `/deting/${'x'.repeat(1000)}`, 414],
] as const)('%s %s', (method, url, status) => {
  expect(oddRequest({ method, url, headers: { host } })).toBe(status);
});

test.each([
  [{ host: '' }, 400],
  [{}, 400],
  [{ host: 'a b' }, 400],
  [{ host: 'gk.example/x' }, 400],
  [{ host: 'user@gk.example' }, 400],
  [{ host: 'gk.example:65535' }, null],
  [{ host: '[2001:db8::1]:3000' }, null],
])('with %o', (headers, status) => {
  expect(oddRequest({ method: 'GET', url: '/', headers })).toBe(status);
});

test.each([
  ['GET', { 'content-length': '0' }, null],
  ['GET', { 'content-length': '1' }, 400],
  ['GET', { 'transfer-encoding': 'chunked' }, 400],
  ['POST', { 'content-length': String(20 * 1024 * 1024) }, null],
  ['POST', { 'content-length': String(25 * 1024 * 1024) }, 413],
  ['POST', { 'transfer-encoding': 'chunked' }, 411],
] as const)('%s with a body of %o', (method, headers, status) => {
  expect(oddRequest({ method, url: '/admin', headers: { host, ...headers } })).toBe(status);
});

test('an address that passes is read the same by everybody: it stays within its own steps', () => {
  const bit = fc.constantFrom('/', '.', '..', '%2e', '%2f', '%5c', '\\', '%25', '%', 'a', '%E5%BE%B7', '%00', '?', ';');
  const property = fc.property(fc.array(bit, { maxLength: 12 }), (bits) => {
    const url = `/${bits.join('')}`;
    if (oddRequest({ method: 'GET', url, headers: { host } }) !== null) return;
    const path = url.split('?')[0] ?? '';
    expect(new URL(url, 'http://gk').pathname).toBe(path);
    expect(new URL(decodeURIComponent(path), 'http://gk').pathname.split('/')).toHaveLength(path.split('/').length);
  });
  fc.assert(property, { numRuns: 5000 });
});
