import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemCharges, itemFee, pageFee } from '@/lib/domain/requests/fees';

test.each([
  [0, 0],
  [10, 0],
  [11, 100],
  [30, 2_000],
  [31, 2_200],
  [40, 4_000],
  [41, 4_300],
  [50, 7_000],
])('%i items of a month cost %i 元', (items, fee) => {
  expect(itemFee(items)).toBe(fee);
});

test.each([
  [0, 0],
  [30, 0],
  [31, 10],
  [100, 700],
  [101, 720],
  [200, 2_700],
  [201, 2_740],
  [300, 6_700],
])('%i pages of a request cost %i 元', (pages, fee) => {
  expect(pageFee(pages)).toBe(fee);
});

test('the tariff by item is what each item costs, added up', () => {
  const rate = (nth: number) => (nth <= 10 ? 0 : nth <= 30 ? 100 : 200 + Math.floor((nth - 31) / 10) * 100);
  let sum = 0;
  for (let nth = 1; nth <= 500; nth += 1) {
    sum += rate(nth);
    expect(itemFee(nth)).toBe(sum);
  }
});

test('items count together within a calendar month and anew in the next; pages never', () => {
  expect(
    itemCharges([
      { id: 'c', on: '2024-03-31', items: 1 },
      { id: 'a', on: '2024-03-01', items: 10 },
      { id: 'b', on: '2024-03-15', items: 20 },
      { id: 'd', on: '2024-04-01', items: 11 },
    ]),
  ).toEqual([
    { id: 'a', month: '2024-03', itemsBefore: 0, items: 10, fee: 0 },
    { id: 'b', month: '2024-03', itemsBefore: 10, items: 20, fee: 2_000 },
    { id: 'c', month: '2024-03', itemsBefore: 30, items: 1, fee: 200 },
    { id: 'd', month: '2024-04', itemsBefore: 0, items: 11, fee: 100 },
  ]);
  expect(pageFee(30) + pageFee(30)).toBe(0);
});

test('however a month is split into requests, together they cost the same', () => {
  const property = fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 }), (parts) => {
    const charges = itemCharges(parts.map((items, at) => ({ id: `${at}`, on: '2024-03-05', items })));
    expect(charges.reduce((sum, { fee }) => sum + fee, 0)).toBe(itemFee(parts.reduce((sum, items) => sum + items, 0)));
  });
  fc.assert(property);
});

test.each([-1, 1.5, Number.NaN])('%d is no count', (number) => {
  expect(() => itemFee(number)).toThrow(RangeError);
  expect(() => pageFee(number)).toThrow(RangeError);
});
