import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { narrowedItemOp } from '@/lib/domain/items/apply-item-op';
import type { ItemBlock } from '@/lib/domain/items/body';
import { blankItem } from '@/lib/domain/items/content';
import { bodyLimit, type ItemOp, type ItemState, itemOp, itemOpIssues, mergeItem } from '@/lib/domain/items/merge';

const node = '00000000-0000-7000-8000-000000000001';
const empty: ItemState = { draft: blankItem(node, '柳河镇人民政府'), office: { reasons: {}, publishOn: null } };
const merge = (state: ItemState, ...ops: ItemOp[]) => mergeItem(state, ops);
const title = (from: string, to: string): ItemOp => ({ kind: 'set', field: 'title', from, to });
const paragraph = (id: string, text: string): ItemBlock => ({ id, kind: 'paragraph', runs: text ? [{ text }] : [] });
const body = (from: ItemBlock[], to: ItemBlock[]): ItemOp => ({ kind: 'body', from, to });
const file = (digit: string, name: string) => {
  return { sha256: digit.repeat(64), name, type: 'pdf' as const, size: 10 };
};

describe('a field', () => {
  test('is written where it still holds what the change was based on', () => {
    const { state, applied, conflicts } = merge(empty, title('', '关于防汛的通知'));
    expect([state.draft.title, applied.length, conflicts]).toEqual(['关于防汛的通知', 1, []]);
    expect(empty.draft.title).toBe('');
  });

  test('that another person changed differently is handed back with what stands there', () => {
    const theirs = merge(empty, title('', '甲')).state;
    expect(merge(theirs, title('', '乙'))).toEqual({
      state: theirs,
      applied: [],
      conflicts: [{ op: title('', '乙'), current: '甲' }],
    });
  });

  test('that is a set of choices is compared as a whole', () => {
    const op: ItemOp = { kind: 'set', field: 'ways', from: ['website'], to: ['website', 'notice_board'] };
    const once = merge(empty, op);
    expect(once.state.draft.ways).toEqual(['website', 'notice_board']);
    expect(merge(once.state, op)).toMatchObject({ applied: [op], conflicts: [] });
  });

  test('takes only values that it can hold', () => {
    for (const to of ['2024-02-30', 7, 'x']) {
      expect(itemOp.safeParse({ kind: 'set', field: 'formedOn', from: null, to }).success).toBe(false);
    }
    expect(itemOp.safeParse({ kind: 'set', field: 'body', from: [], to: [] }).success).toBe(false);
    expect(itemOp.safeParse({ kind: 'set', field: 'attribute', from: 'proactive', to: 'secret' }).success).toBe(false);
  });
});

describe('the body', () => {
  const [a, b, c] = [paragraph('a', '甲'), paragraph('b', '乙'), paragraph('c', '丙')];
  const start = merge(empty, body([], [a, b, c])).state;

  test('changed by two people in different blocks is kept of both', () => {
    const mine = body([a, b, c], [paragraph('a', '甲改'), b, c]);
    const theirs = body([a, b, c], [a, b, paragraph('c', '丙改')]);
    const { state, conflicts } = merge(start, mine, theirs);
    expect([state.draft.body, conflicts]).toEqual([[paragraph('a', '甲改'), b, paragraph('c', '丙改')], []]);
  });

  test('changed differently in one block is handed back for that block alone', () => {
    const theirs = merge(start, body([a], [paragraph('a', '甲一')])).state;
    const { state, applied, conflicts } = merge(theirs, body([a, b], [paragraph('a', '甲二'), paragraph('b', '乙二')]));
    expect(state.draft.body).toEqual([paragraph('a', '甲一'), paragraph('b', '乙二'), c]);
    expect(applied).toEqual([body([b], [paragraph('b', '乙二')])]);
    expect(conflicts).toEqual([{ op: body([a], [paragraph('a', '甲二')]), current: [paragraph('a', '甲一')] }]);
  });

  test('that would become too long is handed back whole', () => {
    const long = (id: string) => {
      return { id, kind: 'paragraph' as const, runs: Array.from({ length: 6 }, () => ({ text: '长'.repeat(19_000) })) };
    };
    const full = merge(empty, body([], [long('a')])).state;
    const { state, conflicts } = merge(full, body([], [long('b')]));
    expect([state, conflicts.length]).toEqual([full, 1]);
    expect(itemOpIssues([body([], [long('a'), long('b')])])).toMatchObject([{ field: 'body', problem: 'too_long' }]);
    expect(bodyLimit).toBe(200_000);
  });

  test('with one id twice, or signs that nobody sees, is refused at its place', () => {
    expect(itemOpIssues([body([], [a, a])])).toMatchObject([{ field: 'body', problem: 'malformed' }]);
    expect(itemOpIssues([body([], [paragraph('x', '\u202e反')])])).toMatchObject([{ field: 'body#x' }]);
  });

  test('is kept in the history as the blocks that changed', () => {
    expect(narrowedItemOp(body([a, b], [a, c]))).toEqual(body([b], [c]));
    expect(narrowedItemOp(body([a, b], [b, a]))).toEqual(body([a, b], [b, a]));
  });

  test('saved twice is saved once, whatever was saved', () => {
    const blocks = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 });
    const bodies = blocks.chain((ids) =>
      fc.tuple(...ids.map((id) => fc.constantFrom('一', '二').map((t) => paragraph(id, t)))),
    );
    const property = fc.property(bodies, bodies, bodies, (base, wanted, current) => {
      const before = { ...empty, draft: { ...empty.draft, body: current } };
      const once = merge(before, body(base, wanted));
      expect(merge(once.state, ...once.applied)).toMatchObject({ state: once.state, conflicts: [] });
    });
    fc.assert(property);
  });
});

describe('attachments and relations', () => {
  const [one, two] = [file('1', '一.pdf'), file('2', '二.pdf')];
  const held = { ...empty, draft: { ...empty.draft, attachments: [one] } };

  test('one left out by one person and one renamed by another', () => {
    const both = { ...empty, draft: { ...empty.draft, attachments: [one, two] } };
    const renamed = file('2', '附件二.pdf');
    const { state, conflicts } = merge(
      both,
      { kind: 'attachments', from: [one, two], to: [two] },
      { kind: 'attachments', from: [one, two], to: [one, renamed] },
    );
    expect([state.draft.attachments, conflicts]).toEqual([[renamed], []]);
  });

  test('what came in meanwhile stays', () => {
    const { state } = merge(held, { kind: 'attachments', from: [two], to: [] });
    expect(state.draft.attachments).toEqual([one]);
  });

  test('a relation is known by its kind and its path', () => {
    const to = [{ kind: 'repeals' as const, path: 'items/3', title: '旧办法' }];
    const { state } = merge(empty, { kind: 'relations', from: [], to });
    expect(state.draft.relations).toEqual(to);
  });
});

test('a reason is kept under its finding, and a name that every object has is no finding', () => {
  const reason = (from: string | null, to: string | null): ItemOp => ({ kind: 'reason', key: 'toString', from, to });
  const { state } = merge(empty, reason(null, '办公电话'));
  expect(state.office.reasons).toEqual({ toString: '办公电话' });
  expect(merge(state, reason('办公电话', null)).state.office.reasons).toEqual({});
  expect(itemOpIssues([{ kind: 'reason', key: '__proto__', from: null, to: '好' }])).toHaveLength(1);
});
