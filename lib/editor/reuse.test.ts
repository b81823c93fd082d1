import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reuse } from '@/lib/editor/reuse';

test('equal parts are the old ones, and nothing else changes', () => {
  const before = { text: { s1: [{ id: 'b1', text: '甲' }], s5: [{ id: 'b2', text: '乙' }] }, day: null };
  const after = structuredClone(before);
  after.text.s5[0] = { id: 'b2', text: '丙' };
  const kept = reuse(before, after);
  expect(kept).toEqual(after);
  expect(kept.text.s1).toBe(before.text.s1);
  expect(kept.text.s5).not.toBe(before.text.s5);
});

test('whatever it was, it becomes what it should be', () => {
  const property = fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
    expect(reuse(before, after)).toEqual(after);
    expect(reuse(before, structuredClone(before))).toBe(before);
  });
  fc.assert(property);
});
