import { expect, test } from 'vitest';
import { itemPlaceName, saidValue } from '@/lib/text/item-values';

const choices = { nodes: [{ id: 'n1', label: '民生政策' }], fields: [{ id: 'f1', name: '民政' }] };

test('a value in the way of another is said as the form says it', () => {
  expect(saidValue('title', '关于防汛的通知', choices)).toBe('关于防汛的通知');
  expect(saidValue('documentNumber', '', choices)).toBe('（空）');
  expect(saidValue('nodeId', 'n1', choices)).toBe('民生政策');
  expect(saidValue('fieldId', 'f1', choices)).toBe('民政');
  expect(saidValue('formedOn', '2024-03-01', choices)).toBe('2024年3月1日');
  expect(saidValue('ways', ['website', 'notice_board'], choices)).toBe('政府网站、信息公告栏');
  expect(saidValue('attribute', 'on_request', choices)).toBe('依申请公开');
  expect(saidValue('normative', false, choices)).toBe('否');
});

test('a part of a list is said by its words, one that is gone as left out', () => {
  const block = { id: 'b', kind: 'list', ordered: true, entries: [[{ text: '甲' }], [{ text: '乙' }]] };
  expect(saidValue('body#b', block, choices)).toBe('甲\n乙');
  expect(saidValue('body#b', null, choices)).toBe('（删去这一段）');
  const file = { sha256: 'a'.repeat(64), name: '明细.pdf', type: 'pdf', size: 1 };
  expect(saidValue(`attachments#${file.sha256}`, file, choices)).toBe('明细.pdf');
  const related = { kind: 'repeals', path: 'items/1', title: '旧办法' };
  expect(saidValue('relations#repeals items/1', related, choices)).toBe('废止“旧办法”');
});

test('places are named as people name them', () => {
  expect(['title', 'body#b1', 'publishOn', 'reason I-ALT:body#b1'].map(itemPlaceName)).toEqual([
    '标题',
    '正文的一处',
    '公开日期',
    '说明的原因',
  ]);
});
