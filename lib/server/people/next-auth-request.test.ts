import fc from 'fast-check';
import { expect, test } from 'vitest';
import { admitted } from '@/lib/server/people/next-auth-request';

const base = 'http://10.0.0.9:3000/api/auth';
const form = { 'content-type': 'application/x-www-form-urlencoded' };

test('signing in keeps its fields and loses all others', async () => {
  const body = 'csrfToken=a&signInName=liqc&password=b&callbackUrl=https%3A%2F%2Felsewhere.example&json=true';
  const asked = await admitted(
    new Request(`${base}/callback/credentials?callbackUrl=https://elsewhere.example`, {
      method: 'POST',
      headers: form,
      body,
    }),
    ['callback', 'credentials'],
  );
  expect(asked?.url).toBe(`${base}/callback/credentials`);
  expect(await asked?.text()).toBe('csrfToken=a&json=true&signInName=liqc&password=b');
});

test.each([
  ['a door that we do not have', 'signin', {}],
  ['a page of its own', 'error', {}],
  ['an address to return to that is none', 'session', { cookie: 'next-auth.callback-url=%00:::' }],
  ['one that cannot even be read', 'session', { cookie: 'a=b; __Secure-next-auth.callback-url=%E0%A4' }],
])('%s stays closed', async (_, path, headers: Record<string, string>) => {
  expect(await admitted(new Request(`${base}/${path}`, { headers }), [path])).toBeNull();
});

test('ten thousand requests of any content are admitted or not, and nothing else', async () => {
  const path = fc.constantFrom('callback/credentials', 'signout', 'session', 'csrf', '_log', 'signin/credentials');
  const type = fc.constantFrom(
    ...Object.values(form),
    'application/json',
    'multipart/form-data; boundary=x',
    'text/plain',
  );
  const property = fc.asyncProperty(path, type, fc.uint8Array({ maxLength: 80 }), async (where, kind, body) => {
    const request = new Request(`${base}/${where}`, { method: 'POST', headers: { 'content-type': kind }, body });
    const asked = await admitted(request, where.split('/'));
    if (asked) await asked.formData();
  });
  await fc.assert(property, { numRuns: 10_000 });
}, 120_000);
