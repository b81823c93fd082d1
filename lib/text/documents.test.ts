import { expect, test } from 'vitest';
import { factLines, misprintSentence, misprintWords, sizeAndUse } from '@/lib/text/documents';

test('a misprint names format, place, what was signed and what was read', () => {
  const figure = { medium: 'pdf', place: '表三，自然人，本年新收', expected: '1', found: '7' } as const;
  expect(misprintWords(figure)).toBe('PDF，表三，自然人，本年新收：应为“1”，读到“7”');
  expect(misprintWords({ ...figure, found: null })).toBe('PDF，表三，自然人，本年新收：应为“1”，没有读到');
  expect(misprintWords({ ...figure, expected: '' })).toBe('PDF，表三，自然人，本年新收：不应有文字，读到“7”');
  expect(misprintSentence({ ...figure, count: 3 })).toContain('读到“7”；共3处。');
});

test('of a long paragraph it shows where the two part', () => {
  const before = '全年主动公开政府信息五百四十五条，';
  const words = misprintWords({
    ...{ medium: 'docx', place: '一、总体情况第3段' },
    ...{
      expected: `${before}其中重点任务345条，典型事例120条，政策知识80条。`,
      found: `${before}其中重点任务346条，典型事例120条。`,
    },
  });
  expect(words).toBe(
    'Word，一、总体情况第3段：应为“…其中重点任务345条，典型事例120条，政策知识80条。”，读到“…其中重点任务346条，典型事例120条。”',
  );
});

test('what is not known is left out', () => {
  expect(sizeAndUse(225_280, '适合阅读和打印')).toBe('220 KB，适合阅读和打印');
  expect(sizeAndUse(null, '可以编辑')).toBe('可以编辑');
  expect(sizeAndUse(17_408, '')).toBe('17 KB');
  const facts = {
    number: 1,
    publishedOn: '2021-01-22',
    signedBy: '主要领导',
    sha256: 'a'.repeat(64),
    note: '',
  } as const;
  expect(factLines({ ...facts, address: '' }).map(([label]) => label)).toEqual([
    '签发',
    '版本',
    '内容校验码（SHA-256）',
  ]);
});
