import { expect, test } from 'vitest';
import { type Names, trailWords } from '@/lib/text/trail';

const names: Names = {
  user: (id) => `人员${id}`,
  field: (id) => `领域${id}`,
  cell: (address) => `格${address}`,
  section: (id) => `第${id}部分`,
};

test('a move names the revision and quotes the words', () => {
  const move = {
    kind: 'document_moved',
    move: 'approve',
    from: 'in_review',
    to: 'in_sign_off',
    officeSha256: null,
  } as const;
  expect(trailWords({ ...move, revision: 3, sha256: 'a'.repeat(64), note: '同意。' }, names)).toEqual({
    deed: '审批通过第3稿',
    detail: '“同意。”',
  });
  expect(trailWords({ ...move, move: 'take_back', revision: null, sha256: null, note: '' }, names)).toEqual({
    deed: '撤回送审',
    detail: '',
  });
});

test('a save names the first places and counts the rest', () => {
  const save = { kind: 'draft_saved', saveId: 'x', version: 2 } as const;
  expect(trailWords({ ...save, cells: ['1'], sections: ['一'] }, names).detail).toBe('第一部分；格1');
  expect(trailWords({ ...save, cells: ['1', '2', '3', '4'], sections: [] }, names).detail).toBe('格1；格2；格3等4处');
});
