import { expect, test } from 'vitest';
import { type Changeable, changedRequest, tellsWho } from '@/lib/domain/requests/request-change';
import { requestForm } from '@/lib/domain/requests/request-form';

const before: Changeable = requestForm.parse({
  ...{ applicantKind: 'natural_person', name: '王秀英', identityKind: 'identity_card' },
  ...{
    identityNumber: '11010519491231002X',
    telephone: '13800000000',
    address: '嵩县德亭镇老庄村',
    fax: '0379-66000001',
  },
  ...{ asked: '2020年的乡村道路工程预算。', form: 'paper', delivery: 'post', channel: 'in_person' },
  arrivedOn: '2021-03-01',
});

const faultsOf = (typed: object, from = before) => {
  const result = changedRequest(from, typed);
  return Array.isArray(result)
    ? result.map((issue) => (issue.code === 'bad_input' ? `${issue.field} ${issue.problem}` : issue.code))
    : result.fields;
};

test('what is hidden stays where nothing is typed, changes where something is, and goes by a word', () => {
  expect(changedRequest(before, { name: '', telephone: '', fax: '无', address: ' 嵩县德亭镇\u3000' })).toMatchObject({
    fields: ['address', 'fax'],
    after: { name: '王秀英', telephone: '13800000000', fax: '', address: '嵩县德亭镇' },
  });
  expect(faultsOf({ ...before })).toEqual([]);
  expect(faultsOf({ identityNumber: '11010519491231002x' })).toEqual([]); // the same number
});

test('what is shown is as it was typed: emptied where it was emptied', () => {
  expect(faultsOf({ asked: '' })).toEqual(['asked required']);
  expect(faultsOf({ asked: '2021年的预算。', place: '一楼大厅' })).toEqual(['asked', 'place']);
  expect(faultsOf({ form: 'smoke' })).toEqual(['form unknown_choice']);
  expect(faultsOf({ name: '无' })).toEqual(['name required']);
});

test('a change may not break what Article 29 asks, but need not mend what was missing before', () => {
  expect(faultsOf({ address: '无' })).toEqual(['address required']);
  expect(faultsOf({ applicantKind: 'other_org', identityKind: 'identity_card' })).toEqual([
    'identityKind unknown_choice',
  ]);
  expect(faultsOf({ identityNumber: '110105194912310021' })).toEqual(['identityNumber malformed']);
  const bare: Changeable = { ...before, delivery: 'collected', address: '', telephone: '', fax: '', email: '' };
  expect(faultsOf({ name: '王秀荣' }, bare)).toEqual(['name']);
  expect(faultsOf({ delivery: 'email' }, bare)).toEqual(['email required']);
});

test('a reason that tells who asked is found', () => {
  expect(tellsWho('打字错误，申请人来电更正', ['王秀英'])).toBe(false);
  expect(tellsWho('王秀英来电更正', ['王秀英'])).toBe(true);
  expect(tellsWho('电话改为13812345678', [])).toBe(true);
  expect(tellsWho('邮编填反了', ['邮'])).toBe(false); // one character is in many words
});
