import { expect, test } from 'vitest';
import { oddRequest } from '@/server/odd-request';

test.each([
  ['GET', '/deting', null],
  ['POST', '/admin', null],
  ['TRACE', '/deting', 405],
  ['PROPFIND', '/', 405],
  ['OPTIONS', '*', 400],
  ['GET', 'http://elsewhere.example/', 400],
] as const)('%s %s', (method, url, status) => {
  expect(oddRequest({ method, url })).toBe(status);
});
