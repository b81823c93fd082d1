import { expect, test } from 'vitest';
import type { MoveName, Status } from '@/lib/domain/workflow/moves';
import { type Progress, stepsOf } from '@/lib/text/progress';

const at = (day: string) => new Date(`${day}T02:00:00Z`);
const decision = (kind: MoveName, actorName: string, day: string) => ({ kind, actorName, at: at(day) });

const aProgress = (status: Status, more: Partial<Progress> = {}): Progress => ({
  status,
  drafter: '李某',
  reviewers: ['张某'],
  signers: ['陈某'],
  decisions: [],
  remarks: { total: 0, answered: 0 },
  publishOn: null,
  place: '“政府信息公开年报”栏目',
  ...more,
});

const states = (progress: Progress) => stepsOf(progress, '2021-01-20').map(({ state }) => state);
const notes = (progress: Progress) => stepsOf(progress, '2021-01-20').map(({ note }) => note);

test('each status stands at its own step', () => {
  expect(states(aProgress('draft'))).toEqual(['now', 'todo', 'todo', 'todo']);
  expect(states(aProgress('in_review'))).toEqual(['done', 'now', 'todo', 'todo']);
  expect(states(aProgress('in_sign_off'))).toEqual(['done', 'done', 'now', 'todo']);
  expect(states(aProgress('signed'))).toEqual(['done', 'done', 'done', 'now']);
  expect(states(aProgress('published'))).toEqual(['done', 'done', 'done', 'done']);
  expect(states(aProgress('withdrawn'))).toEqual(['done', 'done', 'done', 'back']);
});

test('a returned draft says who returned it and how many remarks are answered', () => {
  const decisions = [decision('submit', '李某', '2021-01-18'), decision('send_back', '张某', '2021-01-19')];
  const [first] = stepsOf(aProgress('draft', { decisions, remarks: { total: 2, answered: 1 } }), '2021-01-20');
  expect(first).toEqual({
    label: '起草：退回修改',
    note: '张某1月19日退回，意见2条，已答复1条',
    state: 'back',
  });
});

test('steps that are done name who did them and when, steps to come name who may', () => {
  const decisions = [decision('submit', '李某', '2021-01-18'), decision('approve', '张某', '2021-01-19')];
  expect(notes(aProgress('in_sign_off', { decisions, publishOn: '2021-01-22' }))).toEqual([
    '李某，1月18日送审',
    '张某，1月19日',
    '陈某',
    '“政府信息公开年报”栏目，定于1月22日',
  ]);
});

test('a step for which nobody is named says so', () => {
  expect(notes(aProgress('draft', { reviewers: [], signers: [] })).slice(1, 3)).toEqual([
    '还没有指定分管领导',
    '还没有指定主要领导',
  ]);
});
