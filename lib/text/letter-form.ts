import type { Day } from '@/lib/domain/calendar/day';
import { isProblem } from '@/lib/domain/input';
import type { Finding } from '@/lib/domain/report/finding';
import type { OwnPart } from '@/lib/domain/requests/letter-draft';
import { placeholders } from '@/lib/domain/requests/letter-manner';
import { isOwnPart } from '@/lib/domain/requests/letter-merge';
import type { LetterKind } from '@/lib/domain/requests/letters';
import { dayInProse } from '@/lib/text/days';
import { sentence } from '@/lib/text/issues';
import { articleShort } from '@/lib/text/request-articles';
import { letterTitles } from '@/lib/text/request-letters';
import { letterFaultSentences, obstacleSentences } from '@/lib/text/requests';

/** The kinds of letter in the groups in which somebody looks for them. */
export const letterGroups: readonly { title: string; kinds: readonly LetterKind[] }[] = [
  {
    title: '能够公开（条例第三十六条第一项、第二项，第三十七条）',
    kinds: ['already_public', 'granted', 'partially_granted'],
  },
  {
    title: '不予公开（条例第十四条至第十六条，第三十六条第三项、第七项）',
    kinds: [
      ...(['state_secret', 'law_prohibited', 'safety_stability', 'third_party_rights'] as const),
      ...(['internal_affairs', 'process_info', 'enforcement_file', 'admin_query'] as const),
    ],
  },
  {
    title: '无法提供（条例第三十条，第三十六条第四项、第五项，第三十八条）',
    kinds: ['not_existing', 'not_responsible', 'needs_creation', 'still_unclear'],
  },
  {
    title: '不予处理（条例第三十五条，第三十六条第六项，第三十九条）',
    kinds: ['petition_complaint', 'repeat', 'publication', 'excessive', 'reconfirm'],
  },
  { title: '其他处理（条例第三十条、第四十二条）', kinds: ['correction_lapsed', 'fee_lapsed', 'withdrawn', 'other'] },
  {
    title: '办理过程中的文书（条例第三十条、第三十二条至第三十五条、第四十二条）',
    kinds: [
      ...(['correction_notice', 'extension_notice', 'third_party_inquiry', 'joint_inquiry'] as const),
      ...([
        'consultation_notice',
        'third_party_disclosure',
        'reasons_notice',
        'deferral_notice',
        'fee_notice',
      ] as const),
    ],
  },
];

/** When to use a letter, in one line. */
export const letterUses: Record<LetterKind, string> = {
  already_public: '申请的信息已经主动公开，告知在哪里可以看到。',
  granted: '全部可以公开。',
  partially_granted: '一部分不能公开，但是可以区分开；能公开的提供，不能公开的说明理由。',
  state_secret: '依法确定为国家秘密。',
  law_prohibited: '法律、行政法规禁止公开。',
  safety_stability: '公开后可能危及国家安全、公共安全、经济安全、社会稳定。',
  third_party_rights: '涉及商业秘密、个人隐私等，公开会损害第三方，征求过意见，第三方不同意。',
  internal_affairs: '人事管理、后勤管理、内部工作流程三类内部事务信息。',
  process_info: '讨论记录、过程稿、磋商信函、请示报告四类过程性信息。',
  enforcement_file: '行政执法案卷信息。',
  admin_query: '工商、不动产登记等资料，法律、行政法规另有查询规定。',
  not_existing: '检索过，没有找到。要写明谁在什么时候、在哪里、怎样检索。',
  not_responsible: '不由本机关负责公开；能确定负责机关的，告知名称和联系方式。',
  needs_creation: '没有现成信息，要另行制作或者加工、分析。',
  still_unclear: '补正以后仍然不明确。',
  petition_complaint: '以申请的形式信访、投诉、举报。',
  repeat: '已经答复过，重复申请。',
  publication: '要求提供政府公报、报刊、书籍等公开出版物。',
  excessive: '申请的数量、频次明显超过合理范围，要求说明理由，理由不合理。',
  reconfirm: '已经取得信息，要求确认或者重新出具。',
  other: '以上都不合适的，写明依据。',
  correction_lapsed: '告知补正以后，没有正当理由逾期不补正。',
  fee_lapsed: '收到收费通知以后，逾期不缴费。',
  withdrawn: '申请人撤回申请。',
  correction_notice: '申请内容不明确，在收到之日起7个工作日内一次性告知补正。',
  extension_notice: '20个工作日内不能答复，经公开工作机构负责人同意，延长不超过20个工作日。',
  third_party_inquiry: '公开会损害第三方合法权益，书面征求第三方意见。',
  joint_inquiry: '由几个机关共同制作的，征求相关机关意见。',
  consultation_notice: '告知申请人正在征求意见，所需时间不计算在期限内。',
  third_party_disclosure: '第三方不同意，但是因公共利益决定公开，告知第三方。',
  reasons_notice: '数量、频次明显超过合理范围，先要求说明理由。',
  deferral_notice: '理由合理，但是不能在期限内答复，确定延迟答复的期限。',
  fee_notice: '数量、频次明显超过合理范围，收取信息处理费。',
};

const labels: Record<string, string> = {
  addressee: '主送（收件人）',
  on: '成文日期',
  asked: '申请公开什么',
  receivedOn: '收到申请的日期',
  information: '所公开的信息',
  where: '获取的方式、途径',
  'handing.how': '怎样提供',
  'handing.form': '提供的形式',
  'handing.where': '查阅、领取的地点',
  'handing.from': '从哪天起',
  publicInterest: '公共利益的理由',
  withheld: '不予公开的部分',
  'withheld.ground': '不予公开的依据',
  'withheld.what': '哪一部分',
  law: '法律、行政法规的名称和条款',
  reason: '理由',
  which: '属于哪一类',
  interest: '损害哪种权益',
  mustBePublic: '已核对：法律、法规、规章没有规定应当公开',
  case: '行政执法案件名称',
  records: '哪种登记资料',
  'search.on': '检索日期',
  'search.by': '由谁检索',
  'search.places': '检索了哪些地方',
  'search.means': '怎样检索',
  'organ.known': '负责公开的机关',
  'organ.name': '机关名称',
  'organ.contact': '联系方式',
  askedOn: '告知补正的日期',
  correctedOn: '收到补正的日期',
  unclear: '仍不明确之处',
  what: '申请的实质',
  channel: '可以通过什么渠道提出',
  earlierNumber: '原答复的文号',
  earlierOn: '原答复的日期',
  publication: '公开出版物的名称',
  requests: '共提出多少件',
  since: '从哪天起计算',
  reasonsAskedOn: '要求说明理由的日期',
  reasonsGiven: '申请人说明的理由',
  obtained: '已经取得的信息',
  obtainedOn: '取得的日期',
  basis: '依据的文件和条款',
  respondBy: '最后日期',
  noticedOn: '通知收费的日期',
  amount: '金额（元）',
  dueOn: '最后日期',
  withdrawnOn: '撤回的日期',
  points: '需要补正的内容',
  document: '共同制作的信息',
  whom: '征求谁的意见',
  sentOn: '发出征求意见书的日期',
  workingDays: '延长几个工作日',
  consentBy: '同意延长的负责人',
  consentedOn: '同意的日期',
  until: '延迟到哪天',
  method: '计收方式',
  quantity: '这件申请的件数或者页数',
  before: '当月此前已有的件数',
  payment: '缴纳方式',
  remedy: '救济途径',
};

const hints: Record<string, string> = {
  addressee: '只出现在这份文书里，不进入标题和操作记录。',
  on: '印在文书上的日期，不晚于签发日期。',
  'search.places': '一行写一个，如档案室。',
  points: '一行写一项，一次性写全。',
  mustBePublic: '有规定应当公开的，不能以此为由不予公开。',
  publicInterest: '只在第三方有合理理由不同意、仍然决定公开时填写。',
  workingDays: '最多20个工作日。',
  before: '按件计收时用：同一申请人这个自然月在这件以前的件数，拆分过的按拆分后的件数。已按登记簿填入，请核对。',
  quantity: '按件的填这件申请拆分成的件数（一事一申请），按量的填A4纸页数。',
  'withheld.what': '写明文件、页码或者段落。',
};

/** Place in a letter without its count: withheld.0.what is called withheld.what, and reason wherever it stands. */
const bare = (name: string) => name.replace(/\.\d+/g, '');
const lastPart = (name: string) => name.split('.').at(-1) ?? '';

export const letterLabel = (name: string): string => labels[bare(name)] ?? labels[lastPart(name)] ?? name;
export const letterHint = (name: string): string | undefined => hints[bare(name)];

const choices: Record<string, string> = {
  enclosed: '随文书附送',
  on_site: '现场查阅、抄录或者领取',
  paper: '纸质',
  electronic: '电子',
  disc: '光盘',
  state_secret: '国家秘密（第十四条）',
  law_prohibited: '法律、行政法规禁止公开（第十四条）',
  safety_stability: '危及三安全一稳定（第十四条）',
  third_party_rights: '损害第三方合法权益（第十五条）',
  internal_affairs: '内部事务信息（第十六条第一款）',
  process_info: '过程性信息（第十六条第二款）',
  enforcement_file: '行政执法案卷信息（第十六条第二款）',
  state: '国家安全',
  public: '公共安全',
  economic: '经济安全',
  social: '社会稳定',
  trade_secret: '商业秘密',
  privacy: '个人隐私',
  other: '其他合法权益',
  personnel: '人事管理',
  logistics: '后勤管理',
  workflow: '内部工作流程',
  discussion: '讨论记录',
  draft: '过程稿',
  negotiation: '磋商信函',
  report: '请示报告',
  true: '能够确定',
  false: '不能确定',
  petition: '信访',
  complaint: '投诉',
  third_party: '第三方',
  other_body: '其他机关',
  items: '按件计收',
  pages: '按量计收',
};

export const letterChoice = (name: string, value: string): string =>
  lastPart(name) === 'what' && value === 'report' ? '举报' : (choices[value] ?? value);

export const mannerLabels: Record<OwnPart, { label: string; hint: string }> = {
  opening: { label: '开头', hint: '不填就用通常的开头。' },
  explanation: { label: '另外说明', hint: '排在救济途径以前，不填就没有。' },
  closing: { label: '结尾', hint: '不填就是“特此告知。”' },
  enclosures: { label: '附件', hint: '一行写一件；不填的，附送的信息就是附件。' },
};

/** What anything that a letter's draft holds is called: a fact, a part in own words, the reason for a restatement. */
export const letterValueName = (name: string): string =>
  name === 'restates' ? '更正已公开数字的理由' : isOwnPart(name) ? mannerLabels[name].label : letterLabel(name);

export const letterValueHint = (name: string): string | undefined =>
  isOwnPart(name) ? mannerLabels[name].hint : letterHint(name);

/** The field of it on the desk. */
export const letterPlaceId = (name: string) => `letter-${name.replace(/[^\w-]/g, '-')}`;

/** Why the reason is asked for: which published years the letter moves. */
export const restatesHint = (years: readonly number[]) =>
  years.length === 0
    ? '这份文书现在不改变已公开年度的数字，可以删去。'
    : `${years.join('、')}年的年度报告已经公开，这份文书会改变其中表三、表四的数字。理由送领导审阅，下一份年度报告会列出。`;

/** By when the request must be answered. */
export const letterDueWords = (due: Day | null, today: Day) =>
  due === null
    ? { words: '', late: false }
    : { words: `${due < today ? '答复期限已过：' : '答复期限：'}${dayInProse(due)}`, late: due < today };

/** What the words in braces stand for. */
export const placeholderNote = `大括号里的词会换成这件申请的内容：${Object.values(placeholders)
  .map((word) => `{${word}}`)
  .join('、')}。`;

/** What stands in the way of a letter, with its article. */
export function letterFindingText({ rule, facts }: Finding): string {
  const because = String(facts.because);
  const field = String(facts.field);
  switch (rule) {
    case 'L-FACT':
      return field === 'receivedOn'
        ? '收到申请的日期还没有确定。请先在申请的页面登记收到。'
        : sentence(
            { code: 'bad_input', field, problem: isProblem(because) ? because : 'malformed' },
            letterLabel(field),
          );
    case 'L-FAULT':
      return withArticle(says(letterFaultSentences, because), facts.article);
    case 'L-RESTATES':
      return `这份文书会改变${facts.years}年已公开年度报告的表三、表四，还没有写明更正的理由。`;
    case 'L-EVENT':
      return withArticle(says(obstacleSentences, because), facts.article);
    default:
      return '还没有写明向哪个机关申请行政复议。请管理员在“文书措辞”里填写。';
  }
}

const says = (sentences: Readonly<Record<string, string>>, because: string) => sentences[because] ?? because;

function withArticle(sentence: string, article: unknown): string {
  const known = articles.find((each) => each === article);
  return known ? `${sentence.slice(0, -1)}（${articleShort(known)}）。` : sentence;
}

const articles = [
  ...(['gid_30', 'gid_31_1', 'gid_31_2', 'gid_31_3', 'gid_32', 'gid_33_1', 'gid_33_2', 'gid_33_3', 'gid_34'] as const),
  ...([
    'gid_35',
    'gid_36_4',
    'gid_36_6',
    'gid_39_1',
    'gid_42',
    'gid_44',
    'gid_45',
    'gid_51',
    'fee',
    'service',
  ] as const),
  ...(['reconsideration_23', 'litigation_45', 'redo_order', 'civil_203'] as const),
];

/** Places of a letter as remarks and summaries name them. */
export const letterPlaceName = (place: string): string => {
  const [, number] = /^paragraph#(\d+)$/.exec(place) ?? [];
  return number === undefined ? (place === 'addressee' ? '主送' : '全文') : `正文第${Number(number) + 1}段`;
};

export const letterKindName = (kind: LetterKind) => letterTitles[kind];
