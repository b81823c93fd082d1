import type { PersonalDataType, Why } from '@/lib/domain/personal-data/hit';

export const personalDataNames: Record<PersonalDataType, string> = {
  identity_number: '身份证号',
  mobile: '手机号码',
  landline: '固定电话',
  bank_card: '银行卡号',
  email: '电子邮箱',
  plate: '车牌号',
  name: '姓名',
};

/** Why a text was taken for personal data. */
export const whyWords: Record<Why, string> = {
  check_digit: '18位，地区、出生日期和校验码都对得上（GB 11643）',
  region_and_day: '15位，地区和出生日期都对得上（旧身份证号）',
  mobile_prefix: '11位，是手机号段',
  area_code: '区号加电话号码',
  after_telephone: '写在“电话”后面的号码',
  luhn_and_prefix: '银行卡的开头，校验码对得上',
  email_form: '是邮箱地址',
  plate_form: '是机动车号牌',
  names_with_amounts: '像是姓名和金额、数量的名单',
};
