import fc from 'fast-check';
import { expect, test } from 'vitest';
import { creditCheckSign, isCreditCode } from '@/lib/domain/requests/credit-code';

test('a code of the standard is one, and with a wrong check sign is none', () => {
  expect(isCreditCode('91350100M000100Y43')).toBe(true); // printed in GB 32100
  expect(isCreditCode('91350100M000100Y44')).toBe(false);
  expect(isCreditCode('91350100M000100Y4')).toBe(false);
  expect(isCreditCode('91350100O000100Y43')).toBe(false);
});

test('one wrong sign is always noticed', () => {
  const signs = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
  const body = fc.array(fc.constantFrom(...signs), { minLength: 17, maxLength: 17 }).map((all) => all.join(''));
  fc.assert(
    fc.property(body, fc.nat(16), fc.nat(29), (code, at, step) => {
      const wrong = signs[(signs.indexOf(code.charAt(at)) + 1 + step) % 31] ?? '';
      expect(creditCheckSign(`${code.slice(0, at)}${wrong}${code.slice(at + 1)}`)).not.toBe(creditCheckSign(code));
    }),
  );
});
