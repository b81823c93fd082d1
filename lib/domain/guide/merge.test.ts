import { expect, test } from 'vitest';
import { aGuideDraft } from '@/lib/domain/guide/a-guide';
import { type GuideOp, guideOpIssues, mergeGuide } from '@/lib/domain/guide/merge';

const state = { draft: aGuideDraft(), office: { reasons: {}, publishOn: null } };
const set = (field: 'phone' | 'periods', from: string, to: string): GuideOp => ({ kind: 'set', field, from, to });

test('what was based on another value is handed back; what already is as wanted counts as done', () => {
  const there = state.draft.phone;
  const ops = [
    set('phone', there, '0379-1'),
    set('phone', there, '0379-1'),
    set('phone', there, '0379-2'),
    { kind: 'reason' as const, key: 'GD-CONTACT:fax', from: null, to: '没有传真。' },
    { kind: 'publishOn' as const, from: null, to: '2026-12-01' as const },
  ];
  const merged = mergeGuide(state, ops);
  expect(merged.state.draft.phone).toBe('0379-1');
  expect(merged.state.office).toEqual({ reasons: { 'GD-CONTACT:fax': '没有传真。' }, publishOn: '2026-12-01' });
  expect(merged.conflicts).toEqual([{ op: ops[2], current: '0379-1' }]);
  expect(merged.applied).toHaveLength(4);
  expect(state.office.reasons).toEqual({});
});

test('a reason that is taken back leaves nothing', () => {
  const key = 'GD-CONTACT:fax';
  const kept = { ...state, office: { reasons: { [key]: '没有传真。' }, publishOn: null } };
  const { office } = mergeGuide(kept, [{ kind: 'reason', key, from: '没有传真。', to: null }]).state;
  expect(office.reasons).toEqual({});
});

test.each([
  [set('phone', '', '1'.repeat(201)), 'too_long'],
  [set('phone', '', '一行\n又一行'), 'control_characters'],
  [set('periods', '', '一行\u202e'), 'control_characters'],
  [{ kind: 'reason', key: '__proto__', from: null, to: 'x' }, 'malformed'],
] satisfies [GuideOp, string][])('%o is refused', (op, problem) => {
  expect(guideOpIssues([op])).toMatchObject([{ problem }]);
});

test('a text has lines', () => expect(guideOpIssues([set('periods', '', '一行\n又一行')])).toEqual([]));
