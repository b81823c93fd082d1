import { expect, test } from 'vitest';
import { equationsSentence, publicationSentence, restSentence, sinceSentence } from '@/lib/text/review';

const since = { revision: 2, by: '张某', kind: 'send_back', at: new Date('2021-01-19T08:20:00Z') } as const;

test('the review says against which revision it counts the changes', () => {
  expect(sinceSentence(since, 4, '2021-01-20')).toBe('比张某1月19日退回的第2稿，改动4处');
  expect(sinceSentence({ ...since, kind: 'approve' }, 0, '2021-01-20')).toBe(
    '与张某1月19日审批通过的第2稿一样，没有改动',
  );
});

test('what is left out of the list is told', () => {
  expect(restSentence(19, 4)).toBe('正文其余19句和没有列出的数都没有改动。随之变动的合计4格没有另列。');
  expect(restSentence(19, 0)).not.toContain('合计');
  expect(equationsSentence({ total: 40, agree: 40, differ: 0, pending: 0 })).toBe('40项勾稽全部相符。');
  expect(equationsSentence({ total: 40, agree: 37, differ: 2, pending: 1 })).toBe('40项勾稽：2项不符，1项待定。');
});

test('signing publishes at once or on the named day, and says so when it is a correction', () => {
  const facts = { publishOn: null, column: '政府信息公开年报', number: 1, signed: false, today: '2021-01-20' };
  expect(publicationSentence(facts)).toBe('签发后立即在本机关“政府信息公开年报”栏目公开，面向全社会。');
  expect(publicationSentence({ ...facts, publishOn: '2021-01-22', number: 2 })).toBe(
    '签发后于1月22日在本机关“政府信息公开年报”栏目公开第2版（更正），面向全社会。',
  );
  expect(publicationSentence({ ...facts, publishOn: '2021-01-22', signed: true })).toBe(
    '已经签发，将于1月22日在本机关“政府信息公开年报”栏目公开，面向全社会。',
  );
});
