import fc from 'fast-check';
import { expect, test } from 'vitest';
import { malformedPost } from '@/lib/server/malformed-post';

const url = 'http://10.0.0.9:3000/admin/sign-in';
const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  malformedPost(new Request(url, { method: 'POST', body, headers: { host: '10.0.0.9:3000', ...headers } }));
const formOf = (...fields: [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
};

test('a form of ours passes, with script and without', async () => {
  const state = JSON.stringify([{ issues: [], typed: { note: '$$100', post: '$undefined' } }, '$K1']);
  expect(
    await post(formOf(['1_signInName', 'liqc'], ['0', state]), { 'next-action': 'x', origin: 'http://10.0.0.9:3000' }),
  ).toBeNull();
  expect(await post(formOf(['signInName', '$Q1'], ['$ACTION_REF_1', '']))).toBeNull();
  expect(await post('[]', { 'next-action': 'x' })).toBeNull();
  expect(await malformedPost(new Request(url))).toBeNull();
});

test('behind a proxy the name that the browser used counts', async () => {
  const forwarded = { origin: 'https://gk.example.gov.cn', 'x-forwarded-host': 'gk.example.gov.cn' };
  expect(await post(formOf(), forwarded)).toBeNull();
});

test.each([
  ['from a foreign page', formOf(), { origin: 'https://elsewhere.example' }, 403],
  ['from a page without an origin', formOf(), { origin: 'null' }, 403],
  ['too long', 'x', { 'content-length': '1000001' }, 413],
  ['cut off', 'x', { 'content-type': 'multipart/form-data; boundary=abc' }, 400],
  ['with arguments that are no JSON', formOf(['0', '{bad']), {}, 400],
  ['with a reference that we never send', formOf(['0', '["$F99"]']), {}, 400],
  ['with one deep inside', formOf(['0', '[{"then":"$1:constructor"}]']), {}, 400],
  ['with no list of arguments', formOf(['0', 'null']), {}, 400],
  ['called with broken text', '{{{', { 'next-action': 'x' }, 400],
] as const)('one that comes %s is refused', async (_, body, headers, status) => {
  expect(await post(body, headers)).toBe(status);
});

test('a photograph comes with a posting, and nowhere else, whatever length it claims', async () => {
  const form = formOf(['place', '镇政府信息公开栏']);
  form.append('photo', new Blob([new Uint8Array(2_000_000)]), '照片.jpg');
  const sentTo = (path: string) =>
    malformedPost(new Request(`http://10.0.0.9:3000${path}`, { method: 'POST', body: form }));
  expect(await sentTo('/admin/board/018f0000-0000-7000-8000-000000000000')).toBeNull();
  expect(await sentTo('/admin/board')).toBe(413);
  expect(await sentTo('/admin/sign-in')).toBe(413);
});

test('ten thousand bodies of any content get an answer', async () => {
  const type = fc.constantFrom(
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'text/plain',
    '',
  );
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 80 }),
    fc.json().map((text) => new TextEncoder().encode(text)),
  );
  const property = fc.asyncProperty(type, content, fc.boolean(), async (kind, body, called) => {
    const headers = { ...(kind && { 'content-type': kind }), ...(called && { 'next-action': 'x' }) };
    expect([null, 400]).toContain(await post(new Uint8Array(body), headers));
  });
  await fc.assert(property, { numRuns: 10_000 });
}, 120_000);
