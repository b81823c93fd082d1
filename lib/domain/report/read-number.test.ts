import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Column } from '@/lib/domain/report/format';
import { readFigure, valueProblem } from '@/lib/domain/report/read-number';

const base = { id: 'c', label: '件数', path: ['件数'], unit: '件' };
const count: Column = { ...base, type: 'integer' };
const change: Column = { ...base, type: 'integer', signed: true };
const amount: Column = { ...base, type: 'decimal', scale: 4, unit: '万元' };

const read = (text: string, column: Column = count) => {
  const reading = readFigure(text, column);
  return 'value' in reading ? reading.value : reading.problem;
};

describe('a count', () => {
  test.each([
    ['38', 38],
    ['０', 0],
    ['１２', 12],
    [' 12　', 12],
    ['1,234', 1234],
    ['１,２３４', 1234],
    ['999,999,999', 999_999_999],
    ['', null],
    ['　', null],
  ])('%j is read as %j', (text, value) => {
    expect(read(text)).toBe(value);
  });

  test.each([
    ['-1', 'negative'],
    ['－3', 'negative'],
    ['−3', 'negative'],
    ['12.5', 'fraction'],
    ['1.0', 'fraction'],
    ['1000000000', 'too_large'],
    ['1,000,000,000', 'too_large'],
    ['无', 'not_a_number'],
    ['/', 'not_a_number'],
    ['—', 'not_a_number'],
    ['1\u0000', 'control_characters'],
    ['1\u200b2', 'control_characters'],
    ['1\t2', 'control_characters'],
    ['12件', 'doubtful_number'],
    ['约12', 'doubtful_number'],
    ['1，234', 'doubtful_number'],
    ['1,23', 'doubtful_number'],
    ['1,2345', 'doubtful_number'],
    ['0,123', 'doubtful_number'],
    [',123', 'doubtful_number'],
    ['12,', 'doubtful_number'],
    ['1 234', 'doubtful_number'],
    ['1e3', 'doubtful_number'],
    ['0x1', 'doubtful_number'],
    ['--1', 'doubtful_number'],
    ['+1', 'doubtful_number'],
    ['-0', 'doubtful_number'],
    ['007', 'doubtful_number'],
    ['5.', 'doubtful_number'],
    ['.5', 'doubtful_number'],
    ['1.2.3', 'doubtful_number'],
    ['1/2', 'doubtful_number'],
    ['(3)', 'doubtful_number'],
    ['Infinity1', 'doubtful_number'],
    ['9'.repeat(100_000), 'doubtful_number'],
  ])('%j is refused: %s', (text, problem) => {
    expect(read(text)).toBe(problem);
  });
});

test.each([
  ['-3', -3],
  ['－3', -3],
  ['+3', 3],
  ['＋３', 3],
  ['0', 0],
])('a change %j is read as %j', (text, value) => {
  expect(read(text, change)).toBe(value);
});

test.each([
  ['0.5344', '0.5344'],
  ['０．５３４４', '0.5344'],
  ['12', '12'],
  ['0.50', '0.5'],
  ['1.000000', '1'],
  ['0', '0'],
  ['0.0000', '0'],
  ['1,234.5', '1234.5'],
  ['0.53441', 'too_many_places'],
  ['5344元', 'doubtful_number'],
  ['-0.5', 'negative'],
  ['1000000000.1', 'too_large'],
])('an amount %j is read as %j', (text, value) => {
  expect(read(text, amount)).toBe(value);
});

test('every count is read back, plain, grouped and in full width', () => {
  const property = fc.property(fc.integer({ min: 0, max: 999_999_999 }), (number) => {
    const fullWidth = String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    expect([read(String(number)), read(number.toLocaleString('en-US')), read(fullWidth)]).toEqual([
      number,
      number,
      number,
    ]);
  });
  fc.assert(property);
});

test('every amount is kept to the last place', () => {
  const property = fc.property(
    fc.integer({ min: 0, max: 999_999_999 }),
    fc.integer({ min: 0, max: 9_999 }),
    (whole, places) => {
      const text = `${whole}.${String(places).padStart(4, '0')}`;
      const value = read(text, amount);
      expect(new Decimal(String(value)).equals(text)).toBe(true);
      expect(String(value)).not.toMatch(/\.\d*0$|\.$/);
    },
  );
  fc.assert(property);
});

test('whatever is typed is read to a value that the door accepts, or refused; nothing throws', () => {
  const columns = fc.constantFrom(count, change, amount);
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[-+0-9０-９.,，．eE元件 ]{0,12}$/));
  const property = fc.property(texts, columns, (text, column) => {
    const reading = readFigure(text, column);
    if ('value' in reading) expect(valueProblem(reading.value, column)).toBeNull();
  });
  fc.assert(property, { numRuns: 500 });
}, 30_000);

test.each([
  [count, '5', 'malformed'],
  [count, -1, 'negative'],
  [count, 1e21, 'doubtful_number'],
  [count, -0, 'malformed'],
  [amount, 0.5344, 'malformed'],
  [amount, '0.5000', 'malformed'],
  [amount, '007', 'doubtful_number'],
  [amount, null, null],
] as const)('the door finds in %j the value %j: %j', (column, value, problem) => {
  expect(valueProblem(value, column)).toBe(problem);
});
