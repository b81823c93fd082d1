import type { Channel, deliveryWays, feeMethods } from '@/lib/domain/requests/events';
import type { IdentityKind, WantedForm, WantedWay } from '@/lib/domain/requests/request-form';
import type { ResultRow } from '@/lib/domain/requests/results';
import type { ApplicantKind } from '@/lib/domain/requests/statistics';

// A register of past requests as a file format: what its columns are called, and the words that a cell can choose from.

export const requestColumnKeys = [
  'arrivedOn',
  'channel',
  'receivedOn',
  'applicantKind',
  'name',
  'identityKind',
  'identityNumber',
  'telephone',
  'address',
  'postcode',
  'email',
  'asked',
  'form',
  'delivery',
  'correctionAskedOn',
  'respondBy',
  'correctedOn',
  'feeNoticedOn',
  'feeMethod',
  'feeAmount',
  'feePaidOn',
  'extendedOn',
  'extensionDays',
  'extensionBy',
  'repliedOn',
  'result',
  'deliveredOn',
  'deliveryWay',
  'archivedOn',
  'archiveNumber',
  'restates',
] as const;
export type RequestColumnKey = (typeof requestColumnKeys)[number];

type Column = { head: string; also: readonly string[]; needed: boolean };
const needed = (head: string, ...also: string[]): Column => ({ head, also, needed: true });
const optional = (head: string, ...also: string[]): Column => ({ head, also, needed: false });

export const requestImportColumns: Record<RequestColumnKey, Column> = {
  arrivedOn: needed('到达日期', '申请日期', '申请时间', '登记日期'),
  channel: needed('收件渠道', '申请方式', '申请渠道', '渠道'),
  receivedOn: optional('收到日期', '受理日期', '确认日期'),
  applicantKind: needed('申请人类型', '申请人类别'),
  name: needed('姓名或者名称', '申请人', '姓名', '申请人姓名', '申请人名称'),
  identityKind: optional('身份证明', '证件名称', '证件类型'),
  identityNumber: optional('证件号码', '身份证号', '身份证号码', '统一社会信用代码'),
  telephone: optional('联系电话', '电话'),
  address: optional('联系地址', '地址', '通讯地址'),
  postcode: optional('邮政编码', '邮编'),
  email: optional('电子邮箱', '邮箱', '电子邮件'),
  asked: needed('所需信息的内容', '申请内容', '申请公开内容', '所需信息内容描述'),
  form: optional('提供方式', '信息提供方式'),
  delivery: optional('获取途径', '获取方式', '信息获取方式'),
  correctionAskedOn: optional('告知补正日期', '补正通知日期'),
  respondBy: optional('补正的最后日期', '补正期限'),
  correctedOn: optional('补正日期', '收到补正日期'),
  feeNoticedOn: optional('告知收费日期', '收费通知日期'),
  feeMethod: optional('收费方式'),
  feeAmount: optional('收费金额', '信息处理费', '应缴金额'),
  feePaidOn: optional('缴费日期'),
  extendedOn: optional('告知延期日期', '延期日期'),
  extensionDays: optional('延长工作日', '延期天数'),
  extensionBy: optional('同意延期的负责人', '延期审批人'),
  repliedOn: optional('答复日期', '办结日期', '答复时间'),
  result: optional('办理结果', '答复结果', '答复类型'),
  deliveredOn: optional('送达日期'),
  deliveryWay: optional('送达方式'),
  archivedOn: optional('归档日期'),
  archiveNumber: optional('归档号', '档号'),
  restates: optional('补录原因'),
};

/** What tells who asked. */
export const secretRequestColumns: readonly RequestColumnKey[] = [
  ...(['name', 'identityNumber', 'telephone', 'address', 'postcode', 'email'] as const),
];

type Words<Value extends string> = Record<Value, readonly [string, ...string[]]>;

export const channelWords: Words<Channel> = {
  in_person: ['当面提交', '当面', '现场'],
  oral: ['口头提出，代为填写', '口头', '口头代填'],
  registered_post: ['挂号信、特快专递', '挂号信', '特快专递', '挂号', '特快', 'EMS'],
  ordinary_post: ['平常信函', '信函', '邮寄', '平信'],
  internet: ['网上提交', '网上', '网络', '互联网', '电子邮件', '在线'],
  fax: ['传真'],
};

export const applicantKindWords: Words<ApplicantKind> = {
  natural_person: ['自然人', '公民', '个人'],
  commercial_enterprise: ['商业企业', '企业'],
  research_institution: ['科研机构'],
  public_welfare_org: ['社会公益组织'],
  legal_service_institution: ['法律服务机构'],
  other_org: ['其他组织', '其他'],
};

export const identityKindWords: Words<IdentityKind> = {
  identity_card: ['居民身份证', '身份证'],
  passport: ['护照'],
  hk_macao_permit: ['港澳居民来往内地通行证'],
  taiwan_permit: ['台湾居民来往大陆通行证'],
  officer_card: ['军官证'],
  credit_code: ['统一社会信用代码', '营业执照'],
  other: ['其他证件', '其他'],
  missing: ['没有提供', '无'],
};

export const wantedFormWords: Words<WantedForm> = {
  paper: ['纸质', '纸面'],
  electronic: ['电子文件', '电子邮件', '电子'],
  disc: ['光盘'],
  inspection: ['当面阅览', '阅览'],
  copying: ['抄录'],
};

export const wantedWayWords: Words<WantedWay> = {
  post: ['邮寄'],
  email: ['电子邮件'],
  online: ['网上获取', '网上'],
  fax: ['传真'],
  collected: ['自行领取', '自取', '当面领取'],
  on_the_spot: ['当场查阅', '当场阅读'],
};

export const deliveryWayWords: Words<(typeof deliveryWays)[number]> = {
  in_person: ['直接送达', '当面'],
  entrusted: ['委托送达'],
  post: ['邮政寄送', '邮寄'],
  electronic: ['电子邮件或者网上', '电子邮件', '网上'],
  collected: ['申请人自取', '自取'],
};

export const feeMethodWords: Words<(typeof feeMethods)[number]> = {
  items: ['按件'],
  pages: ['按量（页）', '按量', '按页'],
};

/** The results of table three. A lapse rests on the notice whose columns stand before it. */
export const resultWords: Words<ResultRow | 'withdrawn'> = {
  granted: ['予以公开'],
  partially_granted: ['部分公开'],
  denied_state_secret: ['属于国家秘密', '不予公开：国家秘密'],
  denied_law_prohibited: ['其他法律行政法规禁止公开'],
  denied_safety_stability: ['危及“三安全一稳定”', '危及三安全一稳定'],
  denied_third_party_rights: ['保护第三方合法权益'],
  denied_internal_affairs: ['属于三类内部事务信息'],
  denied_process_info: ['属于四类过程性信息'],
  denied_enforcement_file: ['属于行政执法案卷'],
  denied_admin_query: ['属于行政查询事项'],
  unavailable_not_held: ['本机关不掌握相关政府信息', '信息不存在'],
  unavailable_needs_creation: ['没有现成信息需要另行制作'],
  unavailable_still_unclear: ['补正后申请内容仍不明确'],
  np_petition_complaint: ['信访举报投诉类申请'],
  np_repeat: ['重复申请'],
  np_publication: ['要求提供公开出版物'],
  np_excessive: ['无正当理由大量反复申请'],
  np_reconfirm: ['要求行政机关确认或重新出具已获取信息'],
  other_no_correction: ['申请人逾期不补正', '逾期不补正', '无正当理由逾期不补正'],
  other_fee_unpaid: ['申请人逾期未缴纳费用', '逾期未缴费', '逾期不缴费'],
  other_other: ['其他处理', '其他'],
  withdrawn: ['申请人撤回', '撤回'],
};
