import { expect, test } from 'vitest';
import { maskedApplicant, maskedApplicantName } from '@/lib/domain/requests/masked-applicant';
import { applicantData } from '@/lib/domain/requests/request-form';

test('nothing that tells who asks stays readable whole', () => {
  const told = {
    ...{ identityKind: 'identity_card', identityNumber: '11010519491231002X', agent: '张三', contactPerson: '欧阳锋' },
    ...{ address: '嵩县德亭镇老庄村三组12号', telephone: '13812345678', email: 'wang@example.cn', postcode: '471400' },
  };
  const masked = maskedApplicant(applicantData.parse(told));
  expect(masked).toMatchObject({
    ...{ identityNumber: '1101**********002X', agent: '张某', contactPerson: '欧阳某', address: '嵩县德亭****' },
    ...{ telephone: '138****5678', email: 'w****@example.cn', fax: '' },
  });
  expect(masked.telephone).not.toContain('1234');
});

test('a person has a family name in lists, an organisation its name', () => {
  expect(maskedApplicantName('王秀英', 'natural_person')).toBe('王某某');
  expect(maskedApplicantName('某某有限公司', 'commercial_enterprise')).toBe('某某有限公司');
  expect(maskedApplicantName('', 'natural_person')).toBe('');
});
