import type {
  IdentityKind,
  RequestFileKind,
  RequestForm,
  WantedForm,
  WantedWay,
} from '@/lib/domain/requests/request-form';

/** Proofs of identity, as the form offers them. */
export const identityKindNames: Record<IdentityKind, string> = {
  identity_card: '居民身份证（含居住证、永久居留身份证）',
  passport: '护照',
  hk_macao_permit: '港澳居民来往内地通行证',
  taiwan_permit: '台湾居民来往大陆通行证',
  officer_card: '军官证',
  credit_code: '统一社会信用代码',
  other: '其他证件',
  missing: '没有提供（告知补正）',
};

/** 提供方式 */
export const wantedFormNames: Record<WantedForm, string> = {
  paper: '纸质',
  electronic: '电子文件',
  disc: '光盘',
  inspection: '当面阅览',
  copying: '抄录',
};

/** 获取途径 */
export const wantedWayNames: Record<WantedWay, string> = {
  post: '邮寄',
  email: '电子邮件',
  online: '网上获取',
  fax: '传真',
  collected: '自行领取',
  on_the_spot: '当场查阅',
};

/** Fields of a request as its form, its desk and its export call them. */
export const requestFieldNames: Record<keyof RequestForm, string> = {
  applicantKind: '申请人类型',
  name: '姓名或者名称',
  identityKind: '身份证明',
  identityNumber: '证件号码',
  legalRepresentative: '法定代表人',
  contactPerson: '联系人',
  agent: '代理人',
  address: '联系地址',
  postcode: '邮政编码',
  telephone: '联系电话',
  fax: '传真',
  email: '电子邮箱',
  asked: '所需信息的内容',
  form: '提供方式',
  delivery: '获取途径',
  channel: '收件渠道',
  arrivedOn: '到达日期',
  place: '收件地点',
  oralConfirmed: '已向申请人宣读并经其确认',
};

export const requestFileKindNames: Record<RequestFileKind, string> = {
  application: '申请书',
  identity: '身份证明',
  proof: '送达凭证',
  other: '其他材料',
};

/** A field that a line of the trail names; one that no longer exists keeps its name. */
export const requestFieldNamed = (field: string) =>
  Object.entries(requestFieldNames).find(([name]) => name === field)?.[1] ?? field;
