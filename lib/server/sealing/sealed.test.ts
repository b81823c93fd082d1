import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '@/lib/server/refusal';
import { keyRing } from '@/lib/server/sealing/key-ring';
import { open, SealBroken, type SealedPlace, seal } from '@/lib/server/sealing/sealed';

const place: SealedPlace = { table: 'request_file_chunk', id: '0192f0c1-0000-7000-8000-000000000001', position: 3 };
const bytes = fc.uint8Array({ maxLength: 400 });

test('what was sealed opens where it was sealed, byte for byte', () => {
  fc.assert(
    fc.property(bytes, (plain) => {
      const { sealed, sealedWith } = seal(plain, place);
      expect(new Uint8Array(open(sealed, sealedWith, place))).toEqual(plain);
    }),
  );
});

test('one flipped bit, one byte less, and nothing opens', () => {
  fc.assert(
    fc.property(bytes, fc.nat(), fc.nat(7), (plain, at, bit) => {
      const { sealed, sealedWith } = seal(plain, place);
      const flipped = Uint8Array.from(sealed);
      const spot = at % flipped.length;
      flipped[spot] = (flipped[spot] ?? 0) ^ (1 << bit);
      expect(() => open(flipped, sealedWith, place)).toThrow(SealBroken);
      expect(() => open(sealed.subarray(0, spot), sealedWith, place)).toThrow(SealBroken);
    }),
  );
});

test('moved to another table, row or position, or told another key, it does not open', () => {
  const { sealed, sealedWith } = seal('王秀英', place);
  const elsewhere: SealedPlace[] = [
    { ...place, table: 'request_file' },
    { ...place, id: '0192f0c1-0000-7000-8000-000000000002' },
    { ...place, position: 4 },
    { table: place.table, id: place.id },
  ];
  for (const other of elsewhere) expect(() => open(sealed, sealedWith, other)).toThrow(SealBroken);
  expect(() => open(sealed, 'k9', place)).toThrow(new Refusal([{ code: 'key_missing' }]));
  const { current } = keyRing();
  const otherKey = { ...current, bytes: Buffer.alloc(32, 9) };
  expect(() => open(seal('王秀英', place, otherKey).sealed, sealedWith, place)).toThrow(SealBroken);
});

test('two seals of one text have nothing in common, and the refusal says nothing of it', () => {
  const [one, other] = [seal('13812345678', place).sealed, seal('13812345678', place).sealed];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false);
  expect(Buffer.from(one).includes('13812345678')).toBe(false);
  expect(new SealBroken(place).message).not.toMatch(/1381|王/);
});
