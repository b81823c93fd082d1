import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publicAddress, publicPlace } from '@/lib/domain/public-address';

test.each([
  ['/', { size: 'standard' }],
  ['/l', { size: 'large' }],
  ['/deting', { size: 'standard', organisation: 'deting' }],
  ['/l/deting/reports', { size: 'large', organisation: 'deting', list: true }],
  ['/deting/reports/2020', { size: 'standard', organisation: 'deting', list: true, year: 2020 }],
  ['/deting/reports/2020/2', { size: 'standard', organisation: 'deting', list: true, year: 2020, number: 2 }],
])('%s', (address, place) => {
  expect(publicPlace(address)).toEqual(place);
});

test('what we write we read', () => {
  const property = fc.property(
    fc.constantFrom('standard' as const, 'large' as const),
    fc.stringMatching(/^[a-z][a-z0-9-]{2,59}$/),
    fc.integer({ min: 1000, max: 9999 }),
    fc.integer({ min: 1, max: 9999 }),
    (size, organisation, year, number) => {
      const address = publicAddress(size, organisation, 'reports', year, number);
      expect(publicPlace(address)).toEqual({ size, organisation, list: true, year, number });
    },
  );
  fc.assert(property);
});

test('anything else is no place, and nothing breaks on it', () => {
  fc.assert(
    fc.property(fc.string(), (text) => publicPlace(`/${text}//`) === null),
    { numRuns: 10_000 },
  );
});
