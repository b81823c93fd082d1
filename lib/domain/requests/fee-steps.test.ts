import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemSteps, pageSteps } from '@/lib/domain/requests/fee-steps';
import { itemFee, pageFee } from '@/lib/domain/requests/fees';

test('31 items run through three steps, 201 pages through four', () => {
  expect(itemSteps(0, 31)).toEqual([
    { from: 1, to: 10, each: 0, fee: 0 },
    { from: 11, to: 30, each: 100, fee: 2000 },
    { from: 31, to: 31, each: 200, fee: 200 },
  ]);
  expect(pageSteps(201).map(({ to, fee }) => [to, fee])).toEqual([
    [30, 0],
    [100, 700],
    [200, 2000],
    [201, 40],
  ]);
});

test('the items of a month go on where the earlier ones ended', () => {
  expect(itemSteps(9, 2)).toEqual([
    { from: 10, to: 10, each: 0, fee: 0 },
    { from: 11, to: 11, each: 100, fee: 100 },
  ]);
});

test('the steps add up to the fee', () => {
  const sum = (steps: readonly { fee: number }[]) => steps.reduce((all, { fee }) => all + fee, 0);
  fc.assert(
    fc.property(fc.nat(300), fc.nat(300), (before, more) => {
      expect(sum(itemSteps(before, more))).toBe(itemFee(before + more) - itemFee(before));
      expect(sum(pageSteps(more))).toBe(pageFee(more));
    }),
  );
});
