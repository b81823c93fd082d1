import fc from 'fast-check';
import { expect, test } from 'vitest';
import { marked, snippets } from '@/lib/domain/search/snippet';

const told = (stretches: readonly { text: string; marked: boolean }[]) =>
  stretches.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

test('every place of every word is marked, as it is written', () => {
  expect(told(marked('ＰＭ2.5和pm2.5：PM', ['pm2.5']))).toBe('[ＰＭ2.5]和[pm2.5]：PM');
  expect(told(marked('危房改造', ['危房', '房改', '造']))).toBe('[危房改造]');
});

test('a long text is shown where it was found', () => {
  const text = `${'前'.repeat(500)}危房改造${'中'.repeat(500)}补助资金${'后'.repeat(500)}`;
  const shown = snippets(text, ['补助', '危房']).map(told);
  expect(shown).toHaveLength(2);
  expect(shown[0]).toMatch(/^……前{24}\[危房\]改造中+……$/);
  expect(shown[1]).toMatch(/^中{24}\[补助\]资金后+……$/);
});

test('a text in which no word stands is shown from its beginning', () => {
  expect(snippets('甲'.repeat(500), ['乙']).map(told)).toEqual([`${'甲'.repeat(96)}……`]);
  expect(snippets('短文', []).map(told)).toEqual(['短文']);
  expect(snippets('', ['乙']).map(told)).toEqual(['']);
});

test('a long word is shown whole', () => {
  const word = '一二三四五六七八九十'.repeat(8);
  expect(told(snippets(`${'前'.repeat(99)}${word}${'后'.repeat(99)}`, [word]).flat())).toContain(`[${word}]`);
});

test('no stretch begins or ends within a character, and together they are a part of the text', () => {
  const text = fc.string({ unit: fc.constantFrom('𠮷', '公', '开', 'a', '😀', ' '), maxLength: 400 });
  const words = fc.array(fc.string({ unit: fc.constantFrom('公', '开', '𠮷', 'a'), minLength: 1, maxLength: 3 }), {
    maxLength: 4,
  });
  const whole = (text: string, words: string[]) =>
    snippets(text, words).every((stretches) => {
      const shown = told(stretches).replace(/\[|\]|……/g, '');
      return text.includes(shown) && !/\p{Cs}/u.test(shown);
    }) && told(marked(text, words)).replace(/\[|\]/g, '') === text;
  fc.assert(fc.property(text, words, whole), { numRuns: 1000 });
});
