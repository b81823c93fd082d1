import { expect, test } from 'vitest';
import { tokenOf } from '@/lib/domain/report/live-numbers';
import { editorOffset } from '@/lib/editor/live-text';

const token = tokenOf(['items/class/a']);
const text = `全年${token}条，其中${token}条`;

test.each([
  [345, '全年345条，其中345条', '其中', 5],
  [345, '全年345条，其中345条', '条，', 3],
  [7, '全年7条，其中7条', '其中', 5],
])('with %i in %s, %s stands at place %i of the editor', (value, read, words, place) => {
  expect(editorOffset(text, read.indexOf(words), () => value)).toBe(place);
});

test('an offset inside a number is the number', () => {
  expect(editorOffset(text, 3, () => 345)).toBe(2);
});

test('a number without a value is as long as its token', () => {
  expect(editorOffset(text, 2 + token.length, () => null)).toBe(3);
});

test('text without numbers keeps its offsets', () => {
  expect(editorOffset('全年345条', 3, () => 1)).toBe(3);
});
