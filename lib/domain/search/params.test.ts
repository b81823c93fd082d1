import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchParams, searchString } from '@/lib/domain/search/params';

test('what makes no sense is left out', () => {
  const given = { q: ['危房', '改造'], year: '20x0', node: '../..', class: 'Ａ', page: '0', more: '1' };
  expect(searchParams(given)).toEqual({ typed: '危房', query: { words: ['危房'], number: '危房' }, page: 1 });
  expect(searchParams({})).toEqual({ typed: '', query: { words: [], number: '' }, page: 1 });
});

test('what we write we read, whatever was typed', () => {
  const asked = fc.record({
    typed: fc.string({ maxLength: 40 }).map((text) => text.replace(/\p{Cc}+/gu, ' ').trim()),
    year: fc.integer({ min: 1000, max: 9999 }),
    node: fc.constantFrom('article-20-1', '_reports'),
    class: fc.constant('key-tasks'),
    page: fc.integer({ min: 1, max: 9999 }),
  });
  fc.assert(
    fc.property(asked, (params) => {
      const { query: _, ...read } = searchParams(Object.fromEntries(new URLSearchParams(searchString(params))));
      expect(read).toEqual(params);
    }),
  );
});
