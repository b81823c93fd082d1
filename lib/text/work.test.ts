import { expect, test } from 'vitest';
import { doneWords, dueGroup, type Matter, matterNote, wayTo } from '@/lib/text/work';

const at = new Date('2021-01-19T08:20:00Z');
const aMatter = (more: Partial<Matter>): Matter => ({
  id: 'x',
  kind: 'annual_report',
  status: 'draft',
  publishOn: null,
  drafter: '李某',
  decisions: [],
  remarks: { total: 0, answered: 0 },
  open: null,
  held: false,
  ...more,
});
const note = (more: Partial<Matter>) => matterNote(aMatter(more), '2021-01-20');
const decision = (kind: 'submit' | 'approve' | 'send_back') => ({ kind, actorName: '张某', at, revision: 3 });

test('a draft says what still stands in the way', () => {
  expect(note({ open: { blocks: 2, warnings: 4 } })).toBe('还有必须改正2处，请核实4处。');
  expect(note({ open: { blocks: 0, warnings: 1 } })).toBe('还有请核实1处。');
  expect(note({ open: { blocks: 0, warnings: 0 } })).toBe('检查全部通过，可以送审。');
  const returned = { decisions: [decision('send_back')], remarks: { total: 2, answered: 1 } };
  expect(note({ ...returned, open: { blocks: 1, warnings: 0 } })).toBe('退回意见2条，已答复1条。还有必须改正1处。');
  expect(note({ ...returned, open: { blocks: 0, warnings: 0 } })).toContain('答复全部意见后可以送审');
});

test('what lies with a leader says who sent it and when', () => {
  expect(note({ status: 'in_review', decisions: [decision('submit')] })).toBe('张某1月19日送审第3稿。');
  expect(note({ status: 'in_sign_off', decisions: [decision('submit'), decision('approve')] })).toBe(
    '张某1月19日审批通过。',
  );
  expect(note({ status: 'signed', publishOn: '2021-01-22' })).toBe('定于1月22日公开，公开前可以退回。');
  expect(note({ status: 'signed', publishOn: '2021-01-20', held: true })).toContain('没有公开');
});

test('each stage leads to its own page, and everybody else to the document', () => {
  expect(wayTo(aMatter({ status: 'in_review' }), true)).toEqual({ href: '/admin/reports/x/review', verb: '去审批' });
  expect(wayTo(aMatter({ status: 'in_sign_off' }), true)).toEqual({
    href: '/admin/reports/x/sign-off',
    verb: '去签发',
  });
  expect(wayTo(aMatter({ status: 'signed' }), true)).toEqual({ href: '/admin/reports/x/sign-off', verb: '去退回' });
  expect(wayTo(aMatter({ decisions: [decision('send_back')] }), true).verb).toBe('继续修改');
  expect(wayTo(aMatter({ status: 'in_review' }), false)).toEqual({ href: '/admin/reports/x', verb: '查看' });
  expect(wayTo(aMatter({ kind: 'item', status: 'in_review' }), true).href).toBe('/admin/items/x/review');
});

test('matters are grouped by urgency', () => {
  const due = (left: number) => ({ day: '2021-01-29', left, provisional: false });
  expect([due(-1), due(0), due(5), due(6), null].map(dueGroup)).toEqual([
    '已经逾期',
    '今天到期',
    '5个工作日以内',
    '5个工作日以后',
    '没有期限',
  ]);
});

test('after a deed the page says what has become of it', () => {
  const facts = { title: '报告', publishOn: '2021-01-22', today: '2021-01-20' };
  expect(doneWords({ ...facts, move: 'sign_off', status: 'signed' })?.title).toBe('已签发，定于1月22日公开');
  expect(doneWords({ ...facts, move: 'sign_off', status: 'published' })?.title).toBe('已签发并公开');
  expect(doneWords({ ...facts, publishOn: null, move: 'sign_off', status: 'signed' })?.title).toContain('不向社会公开');
  expect(doneWords({ ...facts, move: 'nonsense', status: 'draft' })).toBeNull();
});
