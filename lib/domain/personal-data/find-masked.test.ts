import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMasked } from '@/lib/domain/personal-data/find-masked';
import { findPersonalData } from '@/lib/domain/personal-data/find-personal-data';
import { applyMasks, maskHit } from '@/lib/domain/personal-data/mask';
import withData from './labelled/with-personal-data.json';

// Area codes in brackets and the province of a plate stand outside what is found.
const near = (one: string, other: string) => one.includes(other) || other.includes(one);

const textsOf = (text: string) => findMasked(text).map((stretch) => stretch.text);

describe('what is masked', () => {
  test.each([
    ['身份证号4103**********1234，手机138****5678。', ['4103**********1234', '138****5678']],
    ['电话：0379-****0001', ['0379-****0001']],
    ['邮箱z****@163.com', ['z****@163.com']],
    ['王某某600元、欧阳某400元、李*300元', ['王某某', '欧阳某', '李*']],
    ['４１０３＊＊＊＊１２３４', ['４１０３＊＊＊＊１２３４']],
  ])('is told: %s', (text, masked) => expect(textsOf(text)).toEqual(masked));

  test.each(['于某年某月', '某村村民', '高某镇', '*** 通知 ***', '3*4=12', '共36户，2020年', '某某同志'])(
    'is nothing of %s',
    (text) => expect(textsOf(text)).toEqual([]),
  );

  test('is found wherever we have masked numbers and names in texts of townships', () => {
    const masked = withData.texts.flatMap(({ text }) => {
      const masks = findPersonalData(text, { allow: withData.allow }).map((hit) => ({ ...hit, masked: maskHit(hit) }));
      const seen = textsOf(applyMasks(text, masks));
      return masks.map((mask) => ({ ...mask, seen: seen.some((each) => near(each, mask.masked)) }));
    });
    const missed = masked.filter(({ seen }) => !seen).map(({ masked: words }) => words);
    expect(missed.length / masked.length, missed.join('、')).toBeLessThanOrEqual(0.02);
  });

  test('stands where it is said to stand', () => {
    const text = fc.string({
      unit: fc.constantFrom('王', '某', '*', '1', '3', ' ', '-', '@', 'a', '＊'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, (whole) => findMasked(whole).every(({ text, start, end }) => whole.slice(start, end) === text)),
    );
  });
});
