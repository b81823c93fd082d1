import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '@/lib/domain/hash';
import { batchHash, statusOfBatch } from '@/lib/domain/items/batch';

const row = (n: number, text = `内容${n}`) => ({ path: `items/${n}`, sha256: sha256(text) });

test('the hash of a batch can be counted out by hand', () => {
  const [a, b] = [row(9), row(10)];
  expect(batchHash([b, a])).toBe(sha256(`[["items/9","${a.sha256}"],["items/10","${b.sha256}"]]`));
});

test('it covers every row, and nothing but the rows', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 20 });
  const property = fc.property(numbers, fc.nat(), (list, pick) => {
    const rows = list.map((n) => row(n));
    const at = pick % rows.length;
    const hash = batchHash(rows);
    expect(batchHash(rows.toReversed())).toBe(hash);
    expect(batchHash(rows.filter((_, n) => n !== at))).not.toBe(hash);
    expect(batchHash([...rows, row(100)])).not.toBe(hash);
    expect(batchHash(rows.map((each, n) => (n === at ? { ...each, sha256: sha256('改') } : each)))).not.toBe(hash);
    const swapped = rows.map((each, n) => ({ ...each, sha256: rows.at(n - 1)?.sha256 ?? '' }));
    expect(batchHash(swapped)).not.toBe(hash);
  });
  fc.assert(property);
});

test('a batch stands where its last move has left it', () => {
  expect(
    [null, 'submit', 'approve', 'sign_off', 'send_back', 'take_back'].map((move) => statusOfBatch(move as null)),
  ).toEqual(['draft', 'in_review', 'in_sign_off', 'published', 'draft', 'draft']);
});
