import { expect, test } from 'vitest';
import { aGuideDraft } from '@/lib/domain/guide/a-guide';
import { mergeGuide } from '@/lib/domain/guide/merge';
import { guideKind } from '@/lib/editor/guide-draft';
import { choose, edit, hear, replicaOf } from '@/lib/editor/replica';

const before = { draft: aGuideDraft(), office: { reasons: { a: '有' }, publishOn: null } };
const after = {
  draft: aGuideDraft({ phone: '0379-1', periods: '' }),
  office: { reasons: { b: '新' }, publishOn: '2026-12-01' as const },
};

test('the difference leads from one state to the other, and from a state to itself nothing', () => {
  expect(mergeGuide(before, guideKind.difference(before, after)).state).toEqual(after);
  expect(guideKind.difference(after, after)).toEqual([]);
});

test('where two people want different things, both are kept until one of them chooses', () => {
  const mine = { kind: 'set' as const, field: 'phone' as const, from: before.draft.phone, to: '0379-1' };
  const replica = edit(replicaOf(guideKind, { version: 3, state: before }), mine);
  const theirs = { ...before, draft: { ...before.draft, phone: '0379-2' } };
  const heard = hear(replica, { version: 4, state: theirs }, { by: '李某', at: null });
  expect(Object.keys(heard.holds)).toEqual(['phone']);
  expect(heard.wanted.draft.phone).toBe('0379-1');
  expect(choose(heard, { name: 'phone' }, 'theirs').wanted.draft.phone).toBe('0379-2');
  expect(choose(heard, { name: 'phone' }, 'mine').wanted.draft.phone).toBe('0379-1');
});
