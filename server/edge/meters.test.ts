import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { meterOf } from '@/server/edge/meters';

const asked = (method: string, url: string, cookie?: string) =>
  meterOf({ method, url, headers: { cookie } } as IncomingMessage); // all that it reads

test.each([
  ['GET', '/deting/search?q=x', undefined, 'search'],
  ['GET', '/l/deting/search', undefined, 'search'],
  ['GET', '/deting/reports/2020/1/report.json', undefined, 'download'],
  ['GET', '/deting/items/1/files/a.bin', undefined, 'download'],
  ['GET', '/deting/data/2020.zip', undefined, 'archive'],
  ['GET', '/deting/data/index.jsonld', undefined, 'download'],
  ['GET', '/deting/reports/2020', undefined, null],
  ['GET', '/icon.svg', undefined, null],
  ['GET', '/_next/static/x.json', undefined, null],
  ['GET', '/admin/x.pdf', undefined, null],
  ['POST', '/admin/sign-in', 'gongkai-session=x', 'sign_in'],
  ['POST', '/api/auth/callback/credentials', undefined, 'sign_in'],
  ['POST', '/admin/reports/1', undefined, 'sign_in'],
  ['POST', '/admin/reports/1', 'a=b; gongkai-session=x', null],
  ['POST', '/deting', undefined, null],
] as const)('%s %s counts on the meter', (method, url, cookie, meter) => {
  expect(asked(method, url, cookie)).toBe(meter);
});
