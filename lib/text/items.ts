import type {
  Attribute,
  ImportOrigin,
  ItemDraft,
  RelationKind,
  Source,
  Validity,
  Way,
  WithholdingReason,
} from '@/lib/domain/items/content';
import { dayInProse } from '@/lib/text/days';

/** The fields of an item, as forms, findings and the trail name them. */
export const itemFieldNames: Record<keyof ItemDraft | 'publishOn', string> = {
  title: '标题',
  issuingBody: '发布机构',
  documentNumber: '发文字号',
  formedOn: '成文日期',
  nodeId: '所属目录',
  classId: '类别',
  fieldId: '责任领域',
  source: '信息来源',
  attribute: '公开属性',
  withholding: '不予公开的理由',
  withholdingBasis: '理由的依据和说明',
  reassessOn: '定期评估日期',
  validity: '有效性',
  endedOn: '失效或者废止日期',
  normative: '行政规范性文件',
  ways: '公开方式',
  body: '正文',
  attachments: '附件',
  relations: '相关信息',
  correctionNote: '更正说明',
  importedFrom: '历史信息来源',
  publishOn: '公开日期',
};

/** The field of that name; a name that is no field's stays as it is. */
export const itemFieldName = (field: string): string =>
  Object.entries(itemFieldNames).find(([name]) => name === field)?.[1] ?? field;

export const attributeNames: Record<Attribute, string> = {
  proactive: '主动公开',
  on_request: '依申请公开',
  withheld: '不予公开',
};

export const validityNames: Record<Validity, string> = { valid: '有效', lapsed: '失效', repealed: '废止' };

export const sourceNames: Record<Source, string> = {
  made: '自制',
  obtained_citizen: '从公民、法人获取',
  obtained_organ: '从其他行政机关获取',
};

export const wayNames: Record<Way, string> = {
  website: '政府网站',
  notice_board: '信息公告栏',
  gazette: '政府公报',
  press: '报刊、广播、电视',
  reading_place: '公共查阅点',
  screen: '电子信息屏',
};

/** 这一件对另一件：解读、更正…… */
export const relationNames: Record<RelationKind, string> = {
  interprets: '解读',
  corrects: '更正',
  clarifies: '澄清',
  repeals: '废止',
};

export const withholdingNames: Record<WithholdingReason, string> = {
  state_secret: '属于国家秘密',
  forbidden_by_law: '法律、行政法规禁止公开',
  endangers_security: '危及“三安全一稳定”',
  commercial_secret: '商业秘密，公开会损害第三方合法权益',
  personal_privacy: '个人隐私，公开会损害第三方合法权益',
  internal_affairs: '内部事务信息',
  in_process: '过程性信息',
  enforcement_file: '行政执法案卷信息',
};

/** The article that each reason rests on. */
export const withholdingArticles: Record<WithholdingReason, string> = {
  state_secret: '《条例》第十四条',
  forbidden_by_law: '《条例》第十四条',
  endangers_security: '《条例》第十四条',
  commercial_secret: '《条例》第十五条',
  personal_privacy: '《条例》第十五条',
  internal_affairs: '《条例》第十六条第一款',
  in_process: '《条例》第十六条第二款',
  enforcement_file: '《条例》第十六条第二款',
};

/** Where a past item had stood before this system kept it: 2015年3月5日公开于德亭镇政务公开栏，后补录 */
export function originWords({ publishedOn, place }: ImportOrigin): string {
  const day = publishedOn ? dayInProse(publishedOn) : '';
  if (day === '' && place === '') return '以前公开过，后补录';
  return `${day}公开${place === '' ? '' : `于${place}`}，后补录`;
}
