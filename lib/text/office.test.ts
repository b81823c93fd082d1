import { expect, test } from 'vitest';
import { ageWords, dueSentence, dueWords, hashGroups } from '@/lib/text/office';

const due = (left: number, provisional = false) => ({ day: '2021-01-29', left, provisional });

test('a deadline says the working days first and grows heavier as it nears', () => {
  expect(dueWords(due(7))).toEqual({ words: '还剩7个工作日', weight: 'ample', overdue: false });
  expect(dueWords(due(5))).toMatchObject({ weight: 'soon' });
  expect(dueWords(due(0))).toEqual({ words: '今天到期', weight: 'now', overdue: false });
  expect(dueWords(due(-2))).toEqual({ words: '已过2个工作日', weight: 'now', overdue: true });
});

test('a deadline in a year without a holiday notice is called provisional', () => {
  expect(dueWords(due(12, true)).words).toBe('还剩12个工作日（暂定）');
});

test('a sentence of the deadline names the day', () => {
  expect(dueSentence(due(7), '2021-01-20')).toBe('1月29日前公开，还剩7个工作日');
  expect(dueSentence(due(-2), '2021-02-02')).toBe('1月29日前公开，逾期，已过2个工作日');
});

test('age is counted in days of Beijing', () => {
  expect(ageWords(new Date('2021-01-19T16:05:00Z'), '2021-01-20')).toBe('今天起');
  expect(ageWords(new Date('2021-01-17T02:00:00Z'), '2021-01-20')).toBe('已等3天');
});

test('a hash is cut into groups, and says when it goes on', () => {
  const hash = 'ab'.repeat(32);
  expect(hashGroups(hash, 2)).toBe('abababab abababab…');
  expect(hashGroups(hash)).not.toContain('…');
});
