import { expect, test } from 'vitest';
import type { InputProblem, Issue } from '@/lib/domain/issue';
import { sentence } from '@/lib/text/issues';

const at = '2021-01-20T08:05:00.000Z';

test.each<[Issue, string]>([
  [{ code: 'locked', field: 'password', until: at }, '16:05以后再试'],
  [{ code: 'stale_copy', by: '张某', at, move: 'approve' }, '张某16:05已经审批通过'],
  [{ code: 'stale_copy', by: '孙某', at, move: 'edit' }, '孙某16:05改动了这份文件'],
  [{ code: 'not_allowed', denial: 'second_stage' }, '您已经办过这份文件的另一个环节'],
  [{ code: 'move_not_open', status: 'in_review' }, '审批中'],
  [{ code: 'note_missing', field: 'note', move: 'withdraw' }, '撤下原因'],
  [
    { code: 'attachment_refused', field: 'attachment', name: '名单.doc', why: 'old_word' },
    '“名单.doc”是旧的 Word 格式。',
  ],
  [{ code: 'password_weak', field: 'newPassword', weakness: 'short' }, '至少10个字符'],
])('%o says what, and what to do', (issue, words) => {
  expect(sentence(issue)).toContain(words);
  expect(sentence(issue)).toMatch(/。$/);
});

test('a field is called by its name where the form knows it', () => {
  const problem = (problem: InputProblem): Issue => ({ code: 'bad_input', field: 'name', problem });
  expect(sentence(problem('required'), '姓名')).toBe('姓名没有填写。');
  expect(sentence(problem('negative'))).toBe('此项不能是负数。');
});
