import { expect, test } from 'vitest';
import { blankLetter, type LetterState } from '@/lib/domain/requests/letter-draft';
import { letterOpIssues, mergeLetter, setLetter } from '@/lib/domain/requests/letter-merge';
import { letterDraftKind } from '@/lib/editor/letter-draft';
import { choose, edit, hear, openChanges, replicaOf } from '@/lib/editor/replica';

const stateWith = (facts: Record<string, string>, closing = '', restates = ''): LetterState => {
  const draft = blankLetter('not_existing', facts);
  return {
    draft: { ...draft, manner: { ...draft.manner, closing } },
    office: { reasons: {}, publishOn: null, restates },
  };
};

const before = stateWith({ addressee: '赵某', 'search.by': '党政办' }, '特此告知。');
const after = stateWith({ addressee: '赵某', 'search.places': '档案室\n资料室' }, '', '漏登');

test('the difference leads from one state to the other, and from a state to itself nothing', () => {
  const ops = letterDraftKind.difference(before, after);
  expect(ops.map(({ kind }) => kind).sort()).toEqual(['fact', 'fact', 'manner', 'restates']);
  expect(mergeLetter(before, ops).state).toEqual(after);
  expect(letterDraftKind.difference(after, after)).toEqual([]);
});

test('where two people want different things, both are kept until one of them chooses', () => {
  const replica = setLetter(before, 'search.by', '办公室').reduce(
    edit,
    replicaOf(letterDraftKind, { version: 3, state: before }),
  );
  const heard = hear(
    replica,
    { version: 4, state: stateWith({ addressee: '赵某', 'search.by': '档案室' }, '特此告知。') },
    { by: '李某', at: null },
  );
  expect(heard.holds).toMatchObject({ 'search.by': { by: '李某' } });
  expect(heard.wanted.draft.facts['search.by']).toBe('办公室');
  const place = { name: 'search.by' };
  expect(choose(heard, place, 'theirs').wanted.draft.facts['search.by']).toBe('档案室');
  expect(openChanges(choose(heard, place, 'mine'))).toEqual([
    { kind: 'fact', name: 'search.by', from: '档案室', to: '办公室' },
  ]);
});

test('a letter that became another while it was typed keeps what was typed', () => {
  const replica = setLetter(before, 'addressee', '钱某').reduce(
    edit,
    replicaOf(letterDraftKind, { version: 3, state: before }),
  );
  const other = { ...before, draft: { ...before.draft, kind: 'needs_creation' as const } };
  const heard = hear(replica, { version: 4, state: other });
  expect(heard.wanted.draft).toMatchObject({ kind: 'needs_creation', facts: { addressee: '钱某' } });
});

test('a name of the language is no fact', () => {
  expect(setLetter(before, 'constructor', '')).toEqual([]);
  expect(setLetter(before, 'constructor', 'x')).toEqual([{ kind: 'fact', name: 'constructor', from: '', to: 'x' }]);
});

test.each([
  ['closing', '{机关}于{收到日期}', []],
  ['closing', '{name}', ['unknown_placeholder']],
  ['enclosures', '{name}', []], // printed as it is typed
  ['reason', '甲'.repeat(4_001), ['too_long']],
  ['restates', '甲'.repeat(501), ['too_long']],
  ['reason', '一行\n又一行', []],
  ['reason', '甲\u0000', ['control_characters']],
])('%s with %.20s', (name, text, problems) => {
  expect(
    letterOpIssues(setLetter(stateWith({}), name, text)).map((issue) => 'problem' in issue && issue.problem),
  ).toEqual(problems);
});
