import { expect, test } from 'vitest';
import { loggedPath } from '@/server/edge/request-line';

test.each([
  ['/', 200, '/'],
  ['/deting/reports/2020/1/report.json?name=%E5%BC%A0', 200, '/deting/reports/2020/1/report.json'],
  ['/admin/reports/0198f7a2-1111-7000-8000-123456789abc/review', 200, '/admin/reports/:id/review'],
  ['/deting/requests/K7QX-93MD-2210-AAAA', 200, '/deting/requests/:id'],
  ['/%E5%BC%A0%E4%B8%89', 200, '/:text'],
  ['/deting/zhang-san/13800000000', 404, '/deting/…'],
  ['/deting/reports/1999', 500, '/deting/reports/1999'],
] as const)('of %s answered %i the log keeps %s', (url, status, path) => {
  expect(loggedPath(url, status)).toBe(path);
});
