import { expect, test } from 'vitest';
import { badInput } from '@/lib/domain/input';
import { applicantMark, requestForm } from '@/lib/domain/requests/request-form';

const sound = {
  ...{ applicantKind: 'natural_person', name: '王秀英', identityKind: 'identity_card' },
  ...{ identityNumber: '11010519491231002x', telephone: '13800000000', address: '嵩县德亭镇老庄村' },
  ...{ asked: '2020年的乡村道路工程预算。', form: 'paper', delivery: 'post', channel: 'in_person' },
  arrivedOn: '2021-03-01',
};

function faultsOf(change: object) {
  const parsed = requestForm.safeParse({ ...sound, ...change });
  return parsed.success
    ? []
    : badInput(parsed.error).map((issue) =>
        issue.code === 'bad_input' ? `${issue.field} ${issue.problem}` : issue.code,
      );
}

test('what Article 29 asks is asked, a purpose is not', () => {
  const form = requestForm.parse({ ...sound, purpose: '科研' });
  expect(form).toMatchObject({ identityNumber: '11010519491231002X', email: '', place: '', oralConfirmed: false });
  expect(form).not.toHaveProperty('purpose');
  expect(faultsOf({ name: ' ' })).toEqual(['name required']);
  expect(faultsOf({ asked: '' })).toEqual(['asked required']);
  expect(faultsOf({ form: undefined, channel: '' })).toEqual(['form required', 'channel required']);
  expect(faultsOf({ arrivedOn: '2021-02-29' })).toEqual(['arrivedOn not_a_day']);
});

test('a number of identity is checked by its standard', () => {
  expect(faultsOf({ identityNumber: '１１０１０５ 19491231 002X' })).toEqual([]);
  expect(faultsOf({ identityNumber: '110105194912310021' })).toEqual(['identityNumber malformed']);
  expect(faultsOf({ identityNumber: '' })).toEqual(['identityNumber required']);
  expect(faultsOf({ identityKind: 'passport', identityNumber: 'E12345678' })).toEqual([]);
  const enterprise = { applicantKind: 'commercial_enterprise', name: '某某公司', identityKind: 'credit_code' };
  expect(faultsOf({ ...enterprise, identityNumber: '91350100M000100Y43' })).toEqual([]);
  expect(faultsOf({ ...enterprise, identityNumber: '91350100M000100Y40' })).toEqual(['identityNumber malformed']);
  expect(faultsOf({ ...enterprise, identityKind: 'identity_card' })).toEqual(['identityKind unknown_choice']);
  expect(faultsOf({ identityKind: 'credit_code' })).toEqual(['identityKind unknown_choice']);
});

test('what was not brought is registered all the same, to be asked for', () => {
  expect(faultsOf({ identityKind: 'missing', identityNumber: '' })).toEqual([]);
  expect(faultsOf({ identityKind: 'missing' })).toEqual(['identityKind unknown_choice']);
});

test('the applicant can be reached, and by the way that they want', () => {
  const unreachable = { telephone: '', address: '', delivery: 'collected' };
  expect(faultsOf(unreachable)).toEqual(['telephone required']);
  expect(faultsOf({ ...unreachable, email: 'wang@example.cn' })).toEqual([]);
  expect(faultsOf({ address: '' })).toEqual(['address required']);
  expect(faultsOf({ delivery: 'email' })).toEqual(['email required']);
  expect(faultsOf({ delivery: 'fax' })).toEqual(['fax required']);
});

test('what the office filled in is confirmed by whoever said it', () => {
  expect(faultsOf({ channel: 'oral' })).toEqual(['oralConfirmed required']);
  expect(faultsOf({ channel: 'oral', oralConfirmed: 'on' })).toEqual([]);
});

test('one applicant is known again by their number, else by name and telephone', () => {
  const mark = (change: object) => {
    const { name, ...data } = requestForm.parse({ ...sound, ...change });
    return applicantMark(name, data);
  };
  expect(mark({ name: '王秀英（代）', telephone: '13911111111' })).toBe(mark({}));
  const nameless = { identityKind: 'missing', identityNumber: '' };
  expect(mark({ ...nameless, telephone: '138-0000-0000' })).toBe(mark(nameless));
  expect(mark({ ...nameless, name: '王秀芳' })).not.toBe(mark(nameless));
  expect(mark({ ...nameless, telephone: '' })).toBeNull();
});
