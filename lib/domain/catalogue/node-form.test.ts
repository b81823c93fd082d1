import { expect, test } from 'vitest';
import { changedNode, newNode } from '@/lib/domain/catalogue/node-form';
import { badInput } from '@/lib/domain/input';

const filled = {
  code: 'key-tasks',
  label: '重点任务公开',
  basis: '',
  days: '20',
  unit: 'working_day',
  ways: ['website', 'notice_board'],
  fieldId: '',
};
const problems = (typed: object) => {
  const { error } = newNode.safeParse({ ...filled, ...typed });
  return error ? badInput(error).map((issue) => ('problem' in issue ? [issue.field, issue.problem] : issue.code)) : [];
};

test('a node is read from its form', () => {
  expect(newNode.parse({ ...filled, days: '７', ways: 'website' })).toEqual({
    ...{ code: 'key-tasks', label: '重点任务公开', basis: '', ways: ['website'], fieldId: null },
    period: { days: 7, unit: 'working_day' },
  });
});

test.each([
  [{ code: '重点' }, 'code', 'malformed'],
  [{ code: 'Key' }, 'code', 'malformed'],
  [{ code: 'a--b' }, 'code', 'malformed'],
  [{ label: ' ' }, 'label', 'required'],
  [{ days: '' }, 'days', 'required'],
  [{ days: '二十' }, 'days', 'not_a_number'],
  [{ days: '0' }, 'days', 'too_large'],
  [{ days: '3661' }, 'days', 'too_large'],
  [{ days: '-3' }, 'days', 'not_a_number'],
  [{ unit: 'week' }, 'unit', 'unknown_choice'],
  [{ ways: ['pigeon'] }, 'ways', 'unknown_choice'],
  [{ fieldId: 'x' }, 'fieldId', 'unknown_choice'],
])('%j is refused at its field', (typed, field, problem) => {
  expect(problems(typed)).toEqual([[field, problem]]);
});

test('a change may leave name and basis out', () => {
  const { label: _, basis: __, code: ___, ...rest } = filled;
  const id = '00000000-0000-7000-8000-000000000001';
  expect(changedNode.parse({ id, ...rest })).not.toHaveProperty('label', expect.anything());
});
