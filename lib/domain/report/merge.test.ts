import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inventedFormat } from '@/lib/domain/report/an-invented-format';
import { cellsOf, valueAt } from '@/lib/domain/report/cells';
import type { Block, CellAddress } from '@/lib/domain/report/content';
import { emptyDraft, formatById } from '@/lib/domain/report/formats';
import { type DraftOp, type DraftState, draftOp, mergeDraft, opIssues, saveRequest } from '@/lib/domain/report/merge';

const format = formatById('2019') ?? expect.fail();
const empty: DraftState = { draft: emptyDraft(format), office: { origins: {}, reasons: {}, publishOn: null } };
const merge = (state: DraftState, ...ops: DraftOp[]) => mergeDraft(format, state, ops);

const paragraph = (id: string, text: string): Block => ({ id, kind: 'paragraph', text });
const cell = (address: CellAddress, from: number | string | null, to: number | string | null): DraftOp => ({
  kind: 'cell',
  address,
  from,
  to,
});
const text = (from: Block[], to: Block[], section = 's1'): DraftOp => ({ kind: 'text', section, from, to });
const texts = (state: DraftState, section = 's1') => state.draft.text[section]?.map((each) => each.text);

const decisions = 't2_5/licensing/decisions';

describe('a cell', () => {
  test('is written where it still holds what the change was based on', () => {
    const { state, applied, conflicts } = merge(empty, cell(decisions, null, 38));
    expect([valueAt(state.draft.tables, decisions), applied.length, conflicts]).toEqual([38, 1, []]);
  });

  test('that already holds the new value is done', () => {
    const once = merge(empty, cell(decisions, null, 38)).state;
    expect(merge(once, cell(decisions, null, 38))).toMatchObject({ state: once, conflicts: [] });
  });

  test('that another person changed differently is handed back with what stands there', () => {
    const theirs = merge(empty, cell(decisions, null, 38)).state;
    const mine = cell(decisions, null, 83);
    expect(merge(theirs, mine)).toEqual({ state: theirs, applied: [], conflicts: [{ op: mine, current: 38 }] });
  });

  test('remembers where a taken-over figure came from, until it is typed', () => {
    const origin = { kind: 'previous_report' as const, note: '上年报告' };
    const taken = merge(empty, { ...cell(decisions, null, 3), origin } as DraftOp).state;
    expect(taken.office.origins).toEqual({ [decisions]: origin });
    expect(merge(taken, cell(decisions, 3, 4)).state.office.origins).toEqual({});
  });
});

describe('declaring zeros', () => {
  const amount = 't2_9/government_procurement/total_amount';

  test('fills blank cells, each as its column counts, and says so', () => {
    const { state } = merge(empty, { kind: 'declare_zero', addresses: [decisions, amount] });
    expect([decisions, amount].map((address) => valueAt(state.draft.tables, address))).toEqual([0, '0']);
    expect(state.office.origins).toEqual({
      [decisions]: { kind: 'declared_zero', note: '' },
      [amount]: { kind: 'declared_zero', note: '' },
    });
  });

  test('leaves alone what is entered meanwhile', () => {
    const typed = merge(empty, cell(decisions, null, 38)).state;
    const { state, conflicts } = merge(typed, { kind: 'declare_zero', addresses: [decisions, amount] });
    expect(valueAt(state.draft.tables, decisions)).toBe(38);
    expect(conflicts).toEqual([{ op: { kind: 'declare_zero', addresses: [decisions] }, current: 38 }]);
  });
});

describe('paragraphs', () => {
  const [a, b, c] = [paragraph('a', '甲'), paragraph('b', '乙'), paragraph('c', '丙')];
  const start = merge(empty, text([], [a, b, c])).state;
  const saved = (...ops: DraftOp[]) => ops.reduce((state, op) => merge(state, op).state, start);

  test('changed by two people in different places are both kept', () => {
    const state = saved(
      text([a, b, c], [paragraph('a', '甲改'), b, c]),
      text([a, b, c], [a, b, paragraph('c', '丙改')]),
    );
    expect(texts(state)).toEqual(['甲改', '乙', '丙改']);
  });

  test('added by two people are both kept, each after its neighbour', () => {
    const state = saved(
      text([a, b, c], [a, paragraph('x', '一'), b, c]),
      text([a, b, c], [a, b, paragraph('y', '二'), c]),
    );
    expect(texts(state)).toEqual(['甲', '一', '乙', '二', '丙']);
  });

  test('removed by one and untouched by the other go', () => {
    const state = saved(text([a, b, c], [a, c]), text([a, b, c], [a, b, paragraph('c', '丙改')]));
    expect(texts(state)).toEqual(['甲', '丙改']);
  });

  test('moved by one and changed by the other are changed at the new place', () => {
    const state = saved(text([a, b, c], [a, paragraph('b', '乙改'), c]), text([a, b, c], [c, a, b]));
    expect(texts(state)).toEqual(['丙', '甲', '乙改']);
  });

  test('changed by both in one place are handed back alone, the others are saved', () => {
    const theirs = saved(text([a, b, c], [paragraph('a', '他的'), b, c]));
    const { state, applied, conflicts } = merge(
      theirs,
      text([a, b, c], [paragraph('a', '我的'), b, paragraph('c', '丙改')]),
    );
    expect(texts(state)).toEqual(['他的', '乙', '丙改']);
    expect(conflicts).toEqual([{ op: text([a], [paragraph('a', '我的')]), current: [paragraph('a', '他的')] }]);
    expect(applied).toEqual([text([b, c], [b, paragraph('c', '丙改')])]);
  });

  test('that were handed back can be decided with what stands there as the base', () => {
    const theirs = saved(text([a, b, c], [paragraph('a', '他的'), b, c]));
    const decided = merge(theirs, text([paragraph('a', '他的')], [paragraph('a', '商定的')]));
    expect([texts(decided.state), decided.conflicts]).toEqual([['商定的', '乙', '丙'], []]);
  });

  test('removed by one and changed by the other are not lost', () => {
    const gone = saved(text([a, b, c], [a, c]));
    const changed = text([b], [paragraph('b', '乙改')]);
    expect(merge(gone, changed)).toMatchObject({ state: gone, conflicts: [{ op: changed, current: [] }] });
    const kept = saved(text([a, b, c], [a, paragraph('b', '乙改'), c]));
    expect(texts(merge(kept, text([a, b, c], [a, c])).state)).toEqual(['甲', '乙改', '丙']);
  });

  test('grow no section beyond its limit', () => {
    const long = (id: string) => paragraph(id, '长'.repeat(19_000));
    const full = merge(start, text([], ['d', 'e', 'f', 'g', 'h'].map(long))).state;
    const { state, conflicts } = merge(full, text([], [long('i')]));
    expect([state, conflicts.length]).toEqual([full, 1]);
  });
});

test('note, day of publication and reasons are compared and set', () => {
  const { state } = merge(
    empty,
    { kind: 'note', from: '', to: '更正一处' },
    { kind: 'publishOn', from: null, to: '2021-01-22' },
    { kind: 'reason', key: 'G-SELF-NAME:乡', from: null, to: '牌匾沿用旧称' },
  );
  expect(state.draft.correctionNote).toBe('更正一处');
  expect(state.office).toEqual({ origins: {}, publishOn: '2021-01-22', reasons: { 'G-SELF-NAME:乡': '牌匾沿用旧称' } });
  const { conflicts } = merge(state, { kind: 'reason', key: 'G-SELF-NAME:乡', from: null, to: '别的' });
  expect(conflicts).toMatchObject([{ current: '牌匾沿用旧称' }]);
  const removed = merge(state, { kind: 'reason', key: 'G-SELF-NAME:乡', from: '牌匾沿用旧称', to: null });
  expect(removed.state.office.reasons).toEqual({});
});

test('a reason may be kept under any name', () => {
  const op: DraftOp = { kind: 'reason', key: 'constructor', from: null, to: '理由' };
  expect(merge(empty, op).state.office.reasons).toEqual({ constructor: '理由' });
});

describe('the door refuses', () => {
  const refusals: [string, DraftOp][] = [
    ['a total', cell('t3/new_received/total', null, 5)],
    ['a cell that the format lacks', cell('t3/granted/ghost', null, 5)],
    ['a group row', cell('t3/results/natural_person', null, 5)],
    ['a negative count', cell(decisions, null, -1)],
    ['a decimal for a count', cell(decisions, null, '1.5')],
    ['a huge figure', cell(decisions, null, 1_000_000_000)],
    ['a number for an amount', cell('t2_9/government_procurement/total_amount', null, 3)],
    ['too many places', cell('t2_9/government_procurement/total_amount', null, '0.53441')],
    ['an amount that is not canonical', cell('t2_9/government_procurement/total_amount', null, '0.50')],
    ['a zero for a total', { kind: 'declare_zero', addresses: ['t3/new_received/total'] }],
    ['a text in a table section', text([], [], 's2')],
    ['a section that is none', text([], [], '__proto__')],
    ['two paragraphs of one id', text([], [paragraph('a', '甲'), paragraph('a', '乙')])],
    ['control characters', text([], [paragraph('a', '甲\u0000乙')])],
    ['a hidden turn of direction', text([], [paragraph('a', '甲\u202e乙')])],
    ['half a character', { kind: 'note', from: '', to: '\ud800' }],
    [
      'a section too long',
      text(
        [],
        Array.from({ length: 6 }, (_, n) => paragraph(`b${n}`, '长'.repeat(19_000))),
      ),
    ],
    ['a reason under no name', { kind: 'reason', key: '__proto__', from: null, to: '理由' }],
  ];
  test.each(refusals)('%s', (_, op) => {
    expect(opIssues(format, [op])).not.toEqual([]);
  });

  test.each([
    { kind: 'cell', address: '../secret', from: null, to: 1 },
    { kind: 'cell', address: decisions, from: null, to: 1.5 },
    { kind: 'cell', address: decisions, from: null, to: 'abc' },
    { kind: 'publishOn', from: null, to: '2021-02-30' },
    { kind: 'text', section: 's1', from: [], to: [paragraph('a', '长'.repeat(20_001))] },
    { kind: 'drop_table' },
  ])('what is no operation: %j', (op) => {
    expect(draftOp.safeParse(op).success).toBe(false);
  });

  test('more than 400 operations at once', () => {
    const changes = Array.from({ length: 401 }, () => cell(decisions, null, 1));
    const saveId = '01890a5d-ac96-774b-bcce-b302099a8057';
    expect(saveRequest.safeParse({ saveId, base: 0, changes }).success).toBe(false);
    expect(saveRequest.safeParse({ saveId, base: 0, changes: changes.slice(1) }).success).toBe(true);
  });

  test('nothing in a change that a clerk makes', () => {
    const ops = [cell('t2_5/licensing/change_this_year', null, -2), text([], [paragraph('a', '甲')], 'preamble')];
    expect(opIssues(format, ops)).toEqual([]);
  });
});

const typed = cellsOf(format).filter(({ computed, column }) => !computed && column.type === 'integer');
const anyCell = fc
  .record({ at: fc.constantFrom(...typed.slice(0, 20)), from: fc.option(fc.nat(3)), to: fc.option(fc.nat(3)) })
  .map(({ at, from, to }) => cell(at.address, from, to));
const anyBlocks = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    kind: fc.constant('paragraph' as const),
    text: fc.constantFrom('甲', '乙', '丙'),
  }),
  { selector: ({ id }) => id, maxLength: 5 },
);
const anyText = fc.tuple(anyBlocks, anyBlocks).map(([from, to]) => text(from, to));
const anyOps = fc.array(fc.oneof(anyCell, anyText), { maxLength: 12 });

test('the same save twice changes nothing the second time', () => {
  const property = fc.property(anyOps, fc.oneof(anyCell, anyText), (before, op) => {
    const state = merge(empty, ...before).state;
    const once = merge(state, op).state;
    const again = merge(once, op).state;
    // Cells are compared with what they were based on; a paragraph that two wanted differently stays as it is.
    expect(again).toEqual(once);
  });
  fc.assert(property, { numRuns: 500 });
}, 30_000);

test('changes of different places may arrive in either order', () => {
  const property = fc.property(anyOps, anyCell, anyCell, anyText, (before, one, other, words) => {
    fc.pre(one.kind === 'cell' && other.kind === 'cell' && one.address !== other.address);
    const state = merge(empty, ...before).state;
    expect(merge(state, one, words, other).state).toEqual(merge(state, other, one, words).state);
  });
  fc.assert(property);
});

test('whatever was wanted stands in the draft or is handed back; whatever nobody named stands as it was', () => {
  const property = fc.property(anyOps, anyText, (before, op) => {
    fc.pre(op.kind === 'text');
    const was = merge(empty, ...before).state.draft.text.s1 ?? [];
    const merged = merge(merge(empty, ...before).state, op);
    const is = merged.state.draft.text.s1 ?? [];
    const back = merged.conflicts.flatMap(({ op: rest }) => (rest.kind === 'text' ? [...rest.to, ...rest.from] : []));
    const touched = (block: Block) => op.from.every((base) => base.id !== block.id || base.text !== block.text);
    for (const block of op.to.filter(touched)) {
      expect([...is, ...back].some(({ id, text: words }) => id === block.id && words === block.text)).toBe(true);
    }
    const named = new Set([...op.from, ...op.to].map(({ id }) => id));
    expect(is.filter(({ id }) => !named.has(id))).toEqual(was.filter(({ id }) => !named.has(id)));
    expect(new Set(is.map(({ id }) => id)).size).toBe(is.length);
  });
  fc.assert(property, { numRuns: 500 });
}, 30_000);

test('a format that nobody has seen yet is edited the same way', () => {
  const next = inventedFormat();
  const state: DraftState = { draft: emptyDraft(next), office: { origins: {}, reasons: {}, publishOn: null } };
  const ops = [
    cell('t2_10/data_sets/volume', null, '1.25'),
    cell('t3/granted/foreign_person', null, 2),
    text([], [paragraph('a', '数据')], 's7'),
  ];
  expect(opIssues(next, ops)).toEqual([]);
  const { state: merged, conflicts } = mergeDraft(next, state, ops);
  expect([valueAt(merged.draft.tables, 't2_10/data_sets/volume'), texts(merged, 's7'), conflicts]).toEqual([
    '1.25',
    ['数据'],
    [],
  ]);
  expect(opIssues(next, [cell('t3/other_fee_unpaid/natural_person', null, 1)])).not.toEqual([]);
});
