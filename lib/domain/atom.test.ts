import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AtomEntry, atomFeed } from '@/lib/domain/atom';

const at = new Date('2021-01-22T01:30:00Z');
const entry = (title: string): AtomEntry => ({
  ...{ id: 'urn:uuid:2', title, page: '/deting/items/1?a=1&b="2"', published: at, updated: at },
  ...{ summary: title, categories: [title] },
});
const feed = (entries: readonly AtomEntry[]) =>
  atomFeed({
    ...{ id: 'urn:uuid:1', title: '德亭镇人民政府', author: '德亭镇人民政府', updated: at, entries },
    ...{ self: '/deting/feed.xml', page: '/deting' },
  });

test('an entry says what it is, where it stands, and when', () => {
  const text = feed([entry('危房改造公示')]);
  expect(text).toContain('<entry>\n<id>urn:uuid:2</id>\n<title>危房改造公示</title>');
  expect(text).toContain('href="/deting/items/1?a=1&amp;b=&quot;2&quot;"');
  expect(text).toContain('<published>2021-01-22T01:30:00.000Z</published>');
});

test('no text breaks out of its element', () => {
  const signs = feed([entry('')]).match(/</g)?.length;
  const unwritten = /&(?!amp;|lt;|gt;|quot;)|[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
  const whole = (title: string) => {
    const text = feed([entry(title)]);
    return text.match(/</g)?.length === signs && !unwritten.test(text);
  };
  fc.assert(fc.property(fc.string({ unit: 'binary' }), whole), { numRuns: 200 });
});
