import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexNumber, indexPattern } from '@/lib/domain/items/index-number';

const numbered = (settings: object, serial: number) => indexNumber(indexPattern.parse(settings), '2017-03-09', serial);

test.each([
  [{ prefix: '000014349' }, 110, '000014349/2017-00110'],
  [{ prefix: '11341702486344515H', period: 'month' }, 13, '11341702486344515H/201703-00013'],
  [{}, 1, '2017-00001'],
  [{ width: '3' }, 1234, '2017-1234'],
])('%j, %i is %s', (settings, serial, number) => expect(numbered(settings, serial)).toBe(number));

test('two serials, days or patterns never give one number', () => {
  const pattern = fc.record({
    prefix: fc.constantFrom('', '0142768-8', '000014349'),
    period: fc.constantFrom('year', 'month'),
  });
  const day = fc.constantFrom('2017-01-31', '2017-02-01', '2018-02-01');
  fc.assert(
    fc.property(pattern, day, fc.nat(300_000), pattern, day, fc.nat(300_000), (p, d, s, q, e, t) => {
      const [one, other] = [indexPattern.parse(p), indexPattern.parse(q)];
      const same = JSON.stringify(p) === JSON.stringify(q) && s === t && d.slice(0, 4) === e.slice(0, 4);
      fc.pre(!same);
      expect(indexNumber(one, d, s)).not.toBe(indexNumber(other, e, t));
    }),
  );
});

test('a prefix is letters, digits and dashes', () => {
  for (const prefix of ['政务', 'a/b', 'a b']) expect(indexPattern.safeParse({ prefix }).success).toBe(false);
});
