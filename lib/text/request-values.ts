import type {
  Channel,
  caseResults,
  deliveryWays,
  EventOf,
  feeMethods,
  otherBodyAnswers,
  receiptProofs,
  thirdPartyAnswers,
} from '@/lib/domain/requests/events';
import type { ReplyKind, ResultRow } from '@/lib/domain/requests/results';
import type { CaseKind, Stage } from '@/lib/domain/requests/state';
import type { ApplicantKind } from '@/lib/domain/requests/statistics';

// What the closed lists of a request are called, in forms, lists and exports.

/** The six columns of table three. */
export const applicantKindNames: Record<ApplicantKind, string> = {
  natural_person: '自然人',
  commercial_enterprise: '商业企业',
  research_institution: '科研机构',
  public_welfare_org: '社会公益组织',
  legal_service_institution: '法律服务机构',
  other_org: '其他组织',
};

export const channelNames: Record<Channel, string> = {
  in_person: '当面提交',
  oral: '口头提出，代为填写',
  registered_post: '挂号信、特快专递',
  ordinary_post: '平常信函',
  internet: '网上提交',
  fax: '传真',
};

export const stageNames: Record<Stage, string> = {
  none: '没有登记',
  registered: '待确认收到',
  open: '在办',
  closed: '已办结',
  archived: '已归档',
};

export const receiptProofNames: Record<(typeof receiptProofs)[number], string> = {
  submission: '提交当日',
  signature: '签收当日',
  confirmation: '与申请人确认',
  platform: '平台接收',
};

export const thirdPartyAnswerNames: Record<(typeof thirdPartyAnswers)[number], string> = {
  agrees: '同意公开',
  objects_with_reason: '不同意公开，有合理理由',
  objects_without_reason: '不同意公开，没有合理理由',
};

export const otherBodyAnswerNames: Record<(typeof otherBodyAnswers)[number], string> = {
  agrees: '同意公开',
  objects: '不同意公开',
  advice: '提出其他意见',
};

export const deliveryWayNames: Record<(typeof deliveryWays)[number], string> = {
  in_person: '直接送达',
  entrusted: '委托送达',
  post: '邮政寄送',
  electronic: '电子邮件或者网上',
  collected: '申请人自取',
};

/** With which day a period ends by that way (国办公开办函〔2016〕235号). */
export const deliveryDayHints: Record<(typeof deliveryWays)[number], string> = {
  in_person: '直接送达填签收的日期',
  entrusted: '委托送达填签收的日期',
  post: '邮寄填交邮的日期',
  electronic: '发出电子邮件填发出的日期',
  collected: '自取填签收的日期',
};

export const caseKindNames: Record<CaseKind, string> = {
  reconsideration: '行政复议',
  litigation_direct: '未经复议的行政诉讼',
  litigation_after_reconsideration: '复议后的行政诉讼',
};

export const caseResultNames: Record<(typeof caseResults)[number], string> = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other_result: '其他结果',
};

export const feeMethodNames: Record<(typeof feeMethods)[number], string> = { items: '按件', pages: '按量（页）' };

export const reopenReasonNames: Record<EventOf<'reopened'>['because'], string> = {
  own_motion: '自行纠正，撤销原答复',
  reconsideration: '行政复议决定责令重新答复',
  litigation: '裁判责令重新答复',
};

/** What an answer decides; kinds that share a row of table three are told apart here. */
export const replyNames: Record<ReplyKind, string> = {
  granted: '予以公开',
  already_public: '已经主动公开，告知获取的方式、途径',
  partially_granted: '部分公开',
  state_secret: '属于国家秘密',
  law_prohibited: '其他法律、行政法规禁止公开',
  safety_stability: '危及“三安全一稳定”',
  third_party_rights: '保护第三方合法权益',
  internal_affairs: '属于三类内部事务信息',
  process_info: '属于四类过程性信息',
  enforcement_file: '属于行政执法案卷',
  admin_query: '属于行政查询事项',
  not_existing: '信息不存在（经检索没有找到）',
  not_responsible: '不属于本机关负责公开',
  needs_creation: '没有现成信息，需要另行制作',
  still_unclear: '补正后申请内容仍不明确',
  petition_complaint: '信访、举报、投诉类申请',
  repeat: '重复申请',
  publication: '要求提供公开出版物',
  excessive: '无正当理由大量、反复申请',
  reconfirm: '要求确认或者重新出具已经获取的信息',
  other: '其他处理',
};

/** The kinds of answer under the headings of table three. */
export const replyGroups: readonly { label: string; kinds: readonly ReplyKind[] }[] = [
  { label: '予以公开、部分公开', kinds: ['granted', 'already_public', 'partially_granted'] },
  {
    label: '不予公开',
    kinds: [
      'state_secret',
      'law_prohibited',
      'safety_stability',
      'third_party_rights',
      'internal_affairs',
      'process_info',
      'enforcement_file',
      'admin_query',
    ],
  },
  { label: '无法提供', kinds: ['not_existing', 'not_responsible', 'needs_creation', 'still_unclear'] },
  { label: '不予处理', kinds: ['petition_complaint', 'repeat', 'publication', 'excessive', 'reconfirm'] },
  { label: '其他处理', kinds: ['other'] },
];

/** The results of table three, short enough for a list. */
export const resultRowNames: Record<ResultRow, string> = {
  granted: '予以公开',
  partially_granted: '部分公开',
  denied_state_secret: '不予公开：国家秘密',
  denied_law_prohibited: '不予公开：法律行政法规禁止',
  denied_safety_stability: '不予公开：三安全一稳定',
  denied_third_party_rights: '不予公开：第三方合法权益',
  denied_internal_affairs: '不予公开：内部事务信息',
  denied_process_info: '不予公开：过程性信息',
  denied_enforcement_file: '不予公开：行政执法案卷',
  denied_admin_query: '不予公开：行政查询事项',
  unavailable_not_held: '无法提供：本机关不掌握',
  unavailable_needs_creation: '无法提供：需要另行制作',
  unavailable_still_unclear: '无法提供：补正后仍不明确',
  np_petition_complaint: '不予处理：信访举报投诉',
  np_repeat: '不予处理：重复申请',
  np_publication: '不予处理：公开出版物',
  np_excessive: '不予处理：大量反复申请',
  np_reconfirm: '不予处理：确认或者重新出具',
  other_no_correction: '其他处理：逾期不补正',
  other_fee_unpaid: '其他处理：逾期不缴费',
  other_other: '其他处理：其他',
};
