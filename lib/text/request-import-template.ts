import {
  applicantKindWords,
  channelWords,
  deliveryWayWords,
  feeMethodWords,
  identityKindWords,
  type RequestColumnKey,
  requestColumnKeys,
  requestImportColumns,
  resultWords,
  wantedFormWords,
  wantedWayWords,
} from '@/lib/domain/requests/import-columns';

const firsts = (words: Record<string, readonly [string, ...string[]]>) => Object.values(words).map(([first]) => first);
const day = '如2020-03-05。';

const options: Partial<Record<RequestColumnKey, readonly string[]>> = {
  channel: firsts(channelWords),
  applicantKind: firsts(applicantKindWords),
  identityKind: firsts(identityKindWords),
  form: firsts(wantedFormWords),
  delivery: firsts(wantedWayWords),
  result: firsts(resultWords),
  feeMethod: firsts(feeMethodWords),
  deliveryWay: firsts(deliveryWayWords),
};

const notes: Partial<Record<RequestColumnKey, string>> = {
  arrivedOn: day,
  receivedOn: `${day}当面、口头、挂号信的不填，就是到达日期。`,
  identityNumber: '加密保存。没有提供的不填。',
  telephone: '电话、地址、邮箱至少填一项，加密保存。',
  correctionAskedOn: `${day}没有要求补正的不填。办理结果是逾期不补正的必填。`,
  respondBy: `${day}告知补正的必填。`,
  correctedOn: `${day}收到补正的日期，期限从这一天起重新计算。`,
  feeNoticedOn: `${day}没有收费的不填。办理结果是逾期未缴费的必填。`,
  feeAmount: '整数，单位元。',
  feePaidOn: day,
  extendedOn: `${day}没有延期的不填。`,
  extensionDays: '1至20。',
  repliedOn: `${day}没有办结的不填。`,
  deliveredOn: day,
  archivedOn: day,
  restates: '这一年的年度报告已经公开的，写明为什么补录。',
};

/** The columns of a register of past requests, to be filled in. */
export const requestTemplateColumns = () =>
  requestColumnKeys.map((key) => {
    const { head, needed } = requestImportColumns[key];
    const choices = options[key];
    const note = notes[key] ?? (choices ? '从下拉列表里选择。' : '');
    return { head, needed, note, example: '', width: key === 'asked' ? 50 : 18, ...(choices && { options: choices }) };
  });

export const requestTemplateName = '申请登记簿导入模板';
export const requestTemplateSheet = '申请';
