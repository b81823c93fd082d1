import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashPassword, oneTimePassword, verifyPassword, weaknessOf } from '@/lib/server/people/passwords';

const li = { signInName: 'liqc', name: '李某某', organisation: { slug: 'deting', shortName: '德亭镇' } };

describe('a new password', () => {
  test.each([
    ['abc12345', 'short'],
    ['春天来了', 'short'],
    ['aaaaaaaaaaaa', 'pattern'],
    ['121212121212', 'pattern'],
    ['qwertyuiop[]', 'pattern'],
    ['1qaz2wsx3edc', 'pattern'],
    ['0987654321', 'pattern'],
    ['abcabcabcabc1', 'pattern'],
    ['liqc-shuxiaji', 'personal'],
    ['DeTing66zhenhao', 'personal'],
    ['德亭镇天气真好啊今天', 'personal'],
    ['李某某的一句话很长', 'short'],
    ['password2024', 'common'],
    ['P@ssw0rd-2024', 'common'],
    ['Admin@123456', 'common'],
    ['woaini1314520', 'common'],
    ['zhengfu19991231', 'common'],
    ['ｐａｓｓｗｏｒｄ２０２４', 'common'],
    ['gongkai-demo-2020', 'common'],
    ['iloveyou!!!!', 'common'],
  ])('%s is refused: %s', (password, weakness) => {
    expect(weaknessOf(password, li)).toBe(weakness);
  });

  test.each([
    '村口老槐树下三只鸡',
    '村口老槐树下有三只鸡',
    'correct horse battery',
    'hSjT7-mWq2-kkPz',
    '河水清清流过桥头5里',
  ])('%s is judged by its length alone', (password) => {
    expect(weaknessOf(password, li)).toBe([...password].length < 10 ? 'short' : null);
  });

  test('a one-time password is never refused, and never the same', () => {
    const made = new Set(Array.from({ length: 500 }, oneTimePassword));
    expect(made.size).toBe(500);
    for (const password of made) expect(weaknessOf(password, li)).toBeNull();
  });

  test('any text at all gets an answer', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 128 }), (text) => void weaknessOf(text, li)));
  });
});

test('a password is found again however its digits were typed, and no other is', async () => {
  const stored = await hashPassword('村口有3只鸡在叫');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(stored, '村口有３只鸡在叫')).toBe(true);
  expect(await verifyPassword(stored, '村口有4只鸡在叫')).toBe(false);
  expect(await verifyPassword(null, '村口有3只鸡在叫')).toBe(false);
});
