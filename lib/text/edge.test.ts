import { expect, test } from 'vitest';
import { refusedWords } from '@/lib/text/edge';

test('whoever asks too much is told how long to wait', () => {
  expect(refusedWords(429, 8).sentence).toContain('8秒');
  expect(refusedWords(429, 90).sentence).toContain('90秒');
  expect(refusedWords(429, 91).sentence).toContain('2分钟');
  expect(refusedWords(429).sentence).toContain('稍等');
});
