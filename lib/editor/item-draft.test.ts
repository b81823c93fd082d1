import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemBlock } from '@/lib/domain/items/body';
import { blankItem, type ItemDraft } from '@/lib/domain/items/content';
import { type ItemOp, type ItemState, itemSave, mergeItem } from '@/lib/domain/items/merge';
import { itemDifference } from '@/lib/editor/item-difference';
import { type ItemTypes, itemKind } from '@/lib/editor/item-draft';
import { valueAt } from '@/lib/editor/item-places';
import { acknowledged, choose, edit, hear, openChanges, type Replica, replicaOf, seal } from '@/lib/editor/replica';

const node = '00000000-0000-7000-8000-000000000001';
const draft = (change: Partial<ItemDraft> = {}): ItemDraft => ({ ...blankItem(node, '柳河镇人民政府'), ...change });
const state = (change: Partial<ItemDraft> = {}): ItemState => ({
  draft: draft(change),
  office: { reasons: {}, publishOn: null },
});

const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 });
const bodies = ids.chain((names) =>
  fc.tuple(
    ...names.map((id) =>
      fc.constantFrom('一', '二').map((text): ItemBlock => ({ id, kind: 'paragraph', runs: [{ text }] })),
    ),
  ),
);
const states = fc
  .record({
    body: bodies,
    title: fc.constantFrom('', '甲', '乙'),
    ways: fc.subarray(['website', 'notice_board'] as const),
    formedOn: fc.constantFrom(null, '2024-03-01' as const),
    reasons: fc.dictionary(fc.constantFrom('I-ALT:a', 'I-ALT:b'), fc.constantFrom('甲', '乙')),
    publishOn: fc.constantFrom(null, '2024-04-01' as const),
    relations: fc.subarray([
      { kind: 'repeals' as const, path: 'items/1', title: '旧' },
      { kind: 'interprets' as const, path: 'items/1', title: '旧' },
    ]),
  })
  .map(
    ({ reasons, publishOn, ...rest }): ItemState => ({
      draft: draft(rest),
      office: { reasons: { ...reasons }, publishOn },
    }),
  );

test('the difference leads from one state to the other, and the server takes it', () => {
  const property = fc.property(states, states, (before, after) => {
    const changes = itemDifference(before, after);
    const { state: reached, conflicts } = mergeItem(before, changes);
    expect([reached, conflicts]).toEqual([after, []]);
    expect(changes.reduce(itemKind.outright, before)).toEqual(after);
    if (changes.length > 0) itemSave.parse({ saveId: '00000000-0000-4000-8000-000000000000', base: 0, changes });
  });
  fc.assert(property, { numRuns: 300 });
});

test('a key in one paragraph sends that paragraph alone', () => {
  const blocks = ['a', 'b', 'c'].map((id): ItemBlock => ({ id, kind: 'paragraph', runs: [{ text: id }] }));
  const changed = blocks.map(
    (block): ItemBlock => (block.id === 'b' ? { ...block, kind: 'paragraph', runs: [] } : block),
  );
  const [op] = itemDifference(state({ body: blocks }), state({ body: changed }));
  expect(op?.kind === 'body' && [op.from.map(({ id }) => id), op.to.map(({ id }) => id)]).toEqual([['b'], ['b']]);
});

describe('two people on one item', () => {
  const title = (from: string, to: string): ItemOp => ({ kind: 'set', field: 'title', from, to });
  const block = (text: string): ItemBlock => ({ id: 'b', kind: 'paragraph', runs: [{ text }] });

  /** Someone else's version, after which this browser sends what it has. */
  function sent(mine: Replica<ItemTypes>, theirs: ItemState) {
    const batch = seal(mine, 'save', openChanges(mine));
    const merged = mergeItem(theirs, batch.outbox[0]?.changes ?? []);
    const conflicts = merged.conflicts.map((conflict) => ({ ...conflict, by: '赵某', at: null }));
    return acknowledged(batch, 'save', { version: 2, state: merged.state, conflicts });
  }

  test('who want another title each are asked, and nothing typed is lost', () => {
    const mine = edit(replicaOf(itemKind, { version: 0, state: state() }), title('', '甲'));
    const after = sent(mine, state({ title: '乙' }));
    expect(after.holds).toEqual({ title: { place: { name: 'title' }, by: '赵某', at: null } });
    expect([after.wanted.draft.title, after.expected.draft.title]).toEqual(['甲', '乙']);
    expect(choose(after, { name: 'title' }, 'theirs').wanted.draft.title).toBe('乙');
    expect(openChanges(choose(after, { name: 'title' }, 'mine'))).toEqual([title('乙', '甲')]);
  });

  test('who write in one paragraph are asked for it alone, one who writes elsewhere is not', () => {
    const start = state({ body: [block('原文')] });
    const replica = replicaOf(itemKind, { version: 0, state: start });
    const mine = edit(replica, { kind: 'body', from: start.draft.body, to: [block('我写的')] });
    const clash = sent(mine, state({ body: [block('他写的')] }));
    expect(Object.keys(clash.holds)).toEqual(['body#b']);
    expect(valueAt(clash.wanted, { name: 'body#b' })).toEqual(block('我写的'));
    const other: ItemBlock = { id: 'n', kind: 'paragraph', runs: [{ text: '新的一段' }] };
    const both = sent(mine, state({ body: [block('原文'), other] }));
    expect([both.holds, both.wanted.draft.body]).toEqual([{}, [block('我写的'), other]]);
  });

  test('a file that the other brought comes in by itself', () => {
    const file = { sha256: 'a'.repeat(64), name: '明细.pdf', type: 'pdf' as const, size: 3 };
    const mine = edit(replicaOf(itemKind, { version: 0, state: state() }), title('', '甲'));
    const after = hear(mine, { version: 1, state: state({ attachments: [file] }) });
    expect([after.wanted.draft.title, after.wanted.draft.attachments]).toEqual(['甲', [file]]);
  });
});
