import { afterEach, expect, test, vi } from 'vitest';
import { siteAddress } from '@/lib/server/organisation/site-address';

afterEach(() => vi.unstubAllEnvs());

test.each([
  ['', '/gk/deting', null],
  ['https://www.example.gov.cn', '', 'https://www.example.gov.cn'],
  ['https://www.example.gov.cn/', '/gk/deting', 'https://www.example.gov.cn/gk/deting'],
  ['https://www.example.gov.cn/gk/deting/', '/gk/deting', 'https://www.example.gov.cn/gk/deting'],
  ['https://www.example.gov.cn/deting/', '', 'https://www.example.gov.cn/deting'],
])('PUBLIC_URL %s with BASE_PATH %s is %s', (PUBLIC_URL, BASE_PATH, site) => {
  vi.stubEnv('PUBLIC_URL', PUBLIC_URL);
  vi.stubEnv('BASE_PATH', BASE_PATH);
  expect(siteAddress()).toBe(site);
});
