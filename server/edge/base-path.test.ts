import { expect, test } from 'vitest';
import { withinBase } from '@/server/edge/base-path';

test.each([
  ['/gk/deting', '/'],
  ['/gk/deting/', '/'],
  ['/gk/deting?a=/b', '/?a=/b'],
  ['/gk/deting/l/town/reports/2020', '/l/town/reports/2020'],
  ['/gk/deting/healthz', '/healthz'],
  ['/gk/deting/administration', '/administration'],
])('under its path %s is %s', (url, inside) => expect(withinBase(url, '/gk/deting')).toBe(inside));

test.each(['/', '/town', '/gk', '/gk/detingshan', '/GK/deting', '/admin/items', 'http://x/gk/deting'])(
  '%s is what it was',
  (url) => {
    expect(withinBase(url, '/gk/deting')).toBe(url);
    expect(withinBase(url, '')).toBe(url);
  },
);

test.each(['/gk/deting/admin', '/gk/deting/admin/items?a=1', '/gk/deting/api/auth/csrf', '/gk/deting/metrics'])(
  '%s is not there',
  (url) => expect(withinBase(url, '/gk/deting')).toBeNull(),
);
