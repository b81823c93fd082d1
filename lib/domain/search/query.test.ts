import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestQuery, searchQuery } from '@/lib/domain/search/query';

test.each([
  ['危房改造　补助', ['危房改造', '补助']],
  ['  公开\t公开\n', ['公开']],
  ['ＰＭ２．５', ['pm2.5']],
  ['a\0b', ['a', 'b']],
  ["100%_\\'", ["100%_\\'"]],
  ['   ', []],
])('%j looks for %j', (typed, words) => expect(searchQuery(typed)?.words).toEqual(words));

test('a number is looked for as a whole, in whatever brackets', () => {
  expect(searchQuery('德政 [2020] 12号')?.number).toBe('德政(2020)12号');
});

test('what is too long is told apart from what finds nothing', () => {
  expect(searchQuery('开'.repeat(longestQuery))).not.toBeNull();
  expect(searchQuery('开'.repeat(longestQuery + 1))).toBeNull();
  expect(searchQuery('%'.repeat(8192))).toBeNull();
  expect(searchQuery(Array.from({ length: 21 }, (_, at) => `词${at}`).join(' '))).toBeNull();
});

test('no text breaks it, and no word is left with a blank or a control in it', () => {
  const fine = (typed: string) => (searchQuery(typed)?.words ?? []).every((word) => !/[\s\p{Cc}]|^$/u.test(word));
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 140 }), fine), { numRuns: 200 });
});
