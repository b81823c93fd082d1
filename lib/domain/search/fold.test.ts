import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldForSearch, foldNumber } from '@/lib/domain/search/fold';

test.each([
  ['ＰＭ２.５，Wi-Fi　ABC', 'pm2.5,wi-fi abc'],
  ['（一）“公开”《条例》', '(一)“公开”《条例》'],
  ['ÀÉΩЖ', 'ÀÉΩЖ'],
  ['ｱ゛ァ', 'ｱ゛ァ'],
])('%s is searched as %s', (text, folded) => expect(foldForSearch(text)).toBe(folded));

test('every place stays where it was, and folding twice is folding once', () => {
  const kept = (text: string) => {
    const folded = foldForSearch(text);
    return folded.length === text.length && foldForSearch(folded) === folded;
  };
  fc.assert(fc.property(fc.string({ unit: 'binary' }), kept), { numRuns: 200 });
});

test('numbers are the same in every kind of brackets', () => {
  const written = ['豫政办〔2020〕5号', '豫政办[2020]5号', '豫政办（２０２０）5号', '豫政办【2020】 5号'];
  expect(new Set(written.map(foldNumber)).size).toBe(1);
});
