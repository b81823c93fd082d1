import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '@/lib/domain/canonical';

test('the order of keys does not show', () => {
  expect(canonicalJson({ b: 1, a: [{ d: null, c: '镇' }] })).toBe('{"a":[{"c":"镇","d":null}],"b":1}');
});

test('the examples of RFC 8785', () => {
  const numbers = [JSON.parse('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001];
  const literals = [null, true, false];
  const string = '€$\u000f\nA\'B"\\\\"/';
  expect(canonicalJson({ numbers, string, literals })).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('keys are sorted by UTF-16 units, as the standard says', () => {
  const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
  expect(
    Object.values(
      JSON.parse(
        `[${canonicalJson(keys)
          .replace(/[{}]/g, '')
          .replace(/"[^"]*":/g, '')}]`,
      ),
    ),
  ).toEqual([2, 4, 6, 7, 1, 5, 3]);
});

test('any content comes back from its canonical text, and any order of keys gives one text', () => {
  const property = fc.property(fc.jsonValue(), (content) => {
    const text = canonicalJson(content);
    expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(JSON.parse(canonicalJson(JSON.parse(text)))));
    expect(canonicalJson(reversed(content))).toBe(text);
  });
  fc.assert(property);
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, each]) => [key, reversed(each)]),
  );
}
