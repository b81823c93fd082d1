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

test('what happens to an item is told in the words of its form', () => {
  const sha256 = 'abcdef12'.repeat(8);
  const told = [
    trailWords({ kind: 'file_added', sha256, type: 'docx', size: 88_000 }, names),
    trailWords({ kind: 'file_replaced', before: sha256, sha256, type: 'pdf', size: 2_000_000 }, names),
    trailWords({ kind: 'index_given', indexNumber: '000014349/2024-00012' }, names),
    trailWords({ kind: 'validity_changed', validity: 'repealed', day: '2021-05-06', by: 'items/3' }, names),
    trailWords({ kind: 'validity_changed', validity: 'valid', day: null, by: 'items/3' }, names),
    trailWords({ kind: 'reason_written', finding: 'I-ALT:body#b1', withdrawn: false }, names),
  ];
  expect(told.map(({ deed, detail }) => `${deed}：${detail}`)).toEqual([
    '加入文件：DOCX，86 KB，校验码abcdef12',
    '用遮盖后的文件替换：PDF，1.9 MB，校验码abcdef12',
    '给出索引号：000014349/2024-00012',
    '有效性变为废止：自2021-05-06起，依据items/3',
    '有效性变为有效：依据items/3',
    '说明提示：图片要有说明文字，看不见图片的人靠它了解内容。',
  ]);
});
