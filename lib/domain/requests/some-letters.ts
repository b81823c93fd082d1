import { type Letter, type LetterKind, type LetterOf, letter } from '@/lib/domain/requests/letters';

const given = { information: '2020年农村危房改造审定结果', handing: { how: 'enclosed', form: 'paper' } };

// What each kind must state at least, besides addressee, day and request.
const facts: Record<LetterKind, Record<string, unknown>> = {
  already_public: { information: '2020年预算', where: '县政府门户网站“财政预决算”栏目' },
  granted: given,
  partially_granted: {
    ...given,
    withheld: [{ ground: 'internal_affairs', what: '会议签到表', which: 'workflow', reason: '不影响公众权利义务' }],
  },
  state_secret: { reason: '经保密审查，已经定密' },
  law_prohibited: { law: '《中华人民共和国统计法》第九条', reason: '属于统计调查对象的资料' },
  safety_stability: { which: 'public', reason: '涉及防汛重点部位' },
  third_party_rights: { interest: 'trade_secret', reason: '第三方不同意公开，理由合理' },
  internal_affairs: { which: 'personnel', reason: '属于干部考察材料' },
  process_info: { which: 'draft', mustBePublic: false, reason: '方案还在讨论' },
  enforcement_file: { case: '某某行政处罚案', mustBePublic: false, reason: '法律、法规、规章没有规定应当公开' },
  admin_query: { records: '不动产登记资料', law: '《不动产登记暂行条例》第二十七条', where: '县不动产登记中心' },
  not_existing: {
    search: {
      on: '2024-03-11',
      by: '党政办公室',
      places: ['档案室', '协同办公系统'],
      means: '以“危房改造”为关键词，检索2020年全部文件',
    },
  },
  not_responsible: { reason: '由县财政局制作', organ: { known: true, name: '县财政局', contact: '0379-00000000' } },
  needs_creation: { reason: '需要按村汇总后才能形成' },
  still_unclear: { askedOn: '2024-03-05', correctedOn: '2024-03-12', unclear: '没有写明文件名称和年份' },
  petition_complaint: { what: 'complaint', channel: '12345政务服务便民热线' },
  repeat: { earlierNumber: '德政公开〔2023〕3号', earlierOn: '2023-06-01' },
  publication: { publication: '政府公报2023年第4期', where: '县图书馆' },
  excessive: { requests: 60, since: '2024-01-02', reasonsAskedOn: '2024-03-04', reason: '内容相近，与自身无关' },
  reconfirm: {
    obtained: '2019年征地公告',
    obtainedOn: '2023-06-01',
    basis: '《中华人民共和国政府信息公开条例》第二条',
  },
  other: { reason: '与上一件合并办理', basis: '《中华人民共和国政府信息公开条例》第五条' },
  correction_lapsed: { askedOn: '2024-03-05', respondBy: '2024-03-15' },
  fee_lapsed: { noticedOn: '2024-03-05', amount: 2_200, dueOn: '2024-04-02' },
  withdrawn: { withdrawnOn: '2024-03-06' },
  correction_notice: { points: ['写明文件的名称或者文号'], respondBy: '2024-04-01' },
  third_party_inquiry: { information: '补助对象名单' },
  joint_inquiry: { document: '联合通知' },
  consultation_notice: { whom: 'third_party', sentOn: '2024-03-05' },
  third_party_disclosure: { information: '补助对象名单', publicInterest: '涉及补助资金的公平分配' },
  extension_notice: {
    workingDays: 10,
    reason: '需要核对发放记录',
    consentBy: '王某',
    consentedOn: '2024-03-20',
    dueOn: '2024-04-15',
  },
  reasons_notice: { requests: 60, since: '2024-01-02', respondBy: '2024-04-01' },
  deferral_notice: { reason: '申请件数多，需要逐件检索', until: '2024-06-03' },
  fee_notice: { method: 'items', quantity: 31, amount: 2_200, dueOn: '2024-04-19', payment: '凭缴款码到银行缴纳' },
};

/** A letter for tests to a request received on 2024-03-01; each kind states what it must, unless the facts say otherwise. */
export function aLetter<Kind extends LetterKind>(
  kind: Kind,
  more: Partial<Record<string, unknown>> = {},
): LetterOf<Kind> {
  const made = letter.parse({ ...letterInput(kind), ...more });
  if (!isOfKind(made, kind)) throw new Error(`no ${kind}`);
  return made;
}

/** The same before it is parsed, to leave something out. */
export const letterInput = (kind: LetterKind): Record<string, unknown> => ({
  ...{ kind, addressee: '赵某', on: '2024-03-21', asked: '危房改造补助资金发放情况', receivedOn: '2024-03-01' },
  ...facts[kind],
});

const isOfKind = <Kind extends LetterKind>(made: Letter, kind: Kind): made is LetterOf<Kind> => made.kind === kind;
