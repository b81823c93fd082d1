import { type ChangeableField, changeableFieldNames } from '@/lib/domain/requests/request-change';
import { momentInList } from '@/lib/text/days';
import {
  identityKindNames,
  requestFieldNamed,
  requestFieldNames,
  wantedFormNames,
  wantedWayNames,
} from '@/lib/text/request-form';
import { applicantKindNames } from '@/lib/text/request-values';

// What the form says that sets right what was typed of a request.

export const changeHints = {
  note: '打错的、申请人来电来函更正的、补正以后变了的，在这里改。改以前的内容加密留存，查看申请人信息时一起显示。',
  events: '收件渠道、到达日期和收到日期是登记的事项，另行更正：',
  applicant: '遮盖的内容不显示：不改的空着，要改的写全，要删去的写“无”。',
  reason: '为什么改，依据什么。会留在操作记录里，不要写姓名、号码。',
} as const;

export const changeLabels = { ...requestFieldNames, reason: '更正的理由', restates: '更正已公开数字的理由' };

/** 现在是：138****5678 */
export const nowIs = (masked: string) => `现在是：${masked === '' ? '没有填' : masked}`;

/** 姓名或者名称、联系电话 */
export const changedFieldsWords = (fields: readonly string[]) => fields.map(requestFieldNamed).join('、');

/** 2026-11-20 10:05更正以前：联系电话，13812345670；代理人，没有填 */
export function earlierWords(at: Date, values: Partial<Record<ChangeableField, string>>): string {
  const said = changeableFieldNames.flatMap((field) => {
    const value = values[field];
    return value === undefined ? [] : [`${requestFieldNames[field]}，${valueWords(field, value)}`];
  });
  return `${momentInList(at)}更正以前：${said.join('；')}。`;
}

const choices: Partial<Record<ChangeableField, Record<string, string>>> = {
  applicantKind: applicantKindNames,
  identityKind: identityKindNames,
  form: wantedFormNames,
  delivery: wantedWayNames,
};

const valueWords = (field: ChangeableField, value: string) =>
  value === '' ? '没有填' : (choices[field]?.[value] ?? value);
