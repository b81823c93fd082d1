import type { Day } from '@/lib/domain/calendar/day';
import {
  caseResults,
  channels,
  deliveryWays,
  otherBodyAnswers,
  type RequestEvent,
  type RequestEventKind,
  receiptProofs,
  thirdPartyAnswers,
} from '@/lib/domain/requests/events';
import type { RequestState } from '@/lib/domain/requests/state';
import { dayInProse } from '@/lib/text/days';
import { letterName } from '@/lib/text/request-events';
import {
  caseKindNames,
  caseResultNames,
  channelNames,
  deliveryDayHints,
  deliveryWayNames,
  otherBodyAnswerNames,
  receiptProofNames,
  reopenReasonNames,
  replyGroups,
  replyNames,
  thirdPartyAnswerNames,
} from '@/lib/text/request-values';

type Option = { value: string; label: string };

/** One field of the form of an event. */
export type EventField = { name: string; label: string; hint?: string; initial: string } & (
  | { type: 'day' | 'line' | 'count' }
  | { type: 'choice'; options: readonly (Option | { label: string; options: readonly Option[] })[] }
);

/** The form of an event: what the law says of it, and what it asks. The fee has a form of its own. */
export type EventForm = { kind: RequestEventKind; note: string; fields: EventField[] };

type Known = { state: RequestState; events: readonly RequestEvent[]; today: Day };

/** The groups in which a desk offers events, in the order of the law; a reversal is offered beside what it reverses. */
export const eventGroups: readonly { label: string; kinds: readonly RequestEventKind[] }[] = [
  { label: '收到', kinds: ['registered', 'received'] },
  { label: '补正', kinds: ['correction_asked', 'corrected', 'correction_lapsed'] },
  {
    label: '征求意见',
    kinds: [
      'third_party_consulted',
      'other_body_consulted',
      'consultation_delivered',
      'third_party_answered',
      'other_body_answered',
    ],
  },
  { label: '期限', kinds: ['extended', 'deferred'] },
  { label: '收费', kinds: ['fee_noticed', 'fee_paid', 'fee_lapsed'] },
  { label: '答复', kinds: ['replied', 'delivered', 'transferred', 'withdrawn', 'archived', 'reopened'] },
  {
    label: '复议和诉讼',
    kinds: ['reconsideration_opened', 'reconsideration_closed', 'litigation_opened', 'litigation_closed'],
  },
];

/** The form of a kind, filled with what is likely; with `was`, filled with an event that is to be set right. */
export function eventForm(kind: RequestEventKind, known: Known, was?: RequestEvent): EventForm {
  const fields = [dayField(kind, known), ...factFields(kind, known)];
  return { kind, note: notes[kind] ?? '', fields: was ? fields.map((field) => filled(field, was)) : fields };
}

function filled(field: EventField, was: RequestEvent): EventField {
  const facts: Record<string, unknown> = was;
  const value = facts[field.name];
  if (typeof value === 'boolean') return { ...field, initial: value ? 'yes' : 'no' };
  return value === undefined ? field : { ...field, initial: value === null ? '' : String(value) };
}

const dayLabels: Partial<Record<RequestEventKind, string>> = {
  registered: '到达日期',
  received: '收到日期',
  correction_asked: '告知日期',
  corrected: '收到补正的日期',
  correction_lapsed: '处理日期',
  third_party_consulted: '发出日期',
  other_body_consulted: '发出日期',
  consultation_delivered: '对方收到的日期',
  third_party_answered: '收到意见的日期',
  other_body_answered: '收到意见的日期',
  extended: '告知申请人的日期',
  deferred: '告知申请人的日期',
  fee_noticed: '通知日期',
  fee_paid: '缴费日期',
  fee_lapsed: '处理日期',
  withdrawn: '撤回日期',
  replied: '答复书落款日期',
  delivered: '送达日期',
  archived: '归档日期',
  reconsideration_opened: '收到复议通知的日期',
  reconsideration_closed: '复议决定的日期',
  litigation_opened: '收到应诉通知的日期',
  litigation_closed: '裁判的日期',
};

function dayField(kind: RequestEventKind, { state, today }: Known): EventField {
  const initial = kind === 'received' && onArrival(state) ? (state.arrivedOn ?? today) : today;
  const hint = kind === 'delivered' ? `${Object.values(deliveryDayHints).join('，')}。` : undefined;
  return { name: 'on', type: 'day', label: dayLabels[kind] ?? '日期', initial, ...(hint && { hint }) };
}

// In person, orally and by registered post the day of arrival is the day of receipt (Article 31).
const onArrival = ({ channel }: RequestState) =>
  channel === 'in_person' || channel === 'oral' || channel === 'registered_post';

// One entry a kind: longer than a function ought to be.
function factFields(kind: RequestEventKind, known: Known): EventField[] {
  const { state, today } = known;
  switch (kind) {
    case 'registered':
      return [choice('channel', '渠道', named(channels, channelNames))];
    case 'received':
      return [choice('by', '依据', named(receiptProofs, receiptProofNames), proofOf(state))];
    case 'correction_asked':
      return [
        { name: 'respondBy', type: 'day', label: '补正的最后日期', hint: '期限要合理，写在告知书上。', initial: '' },
      ];
    case 'corrected':
      return [optional('excuse', '迟交的正当理由', '按期补正的不填。')];
    case 'third_party_consulted':
      return [optional('party', '代号', '有几个第三方时用来区分，如“第三方甲”。不要写姓名和其他个人信息。')];
    case 'other_body_consulted':
      return [
        { name: 'body', type: 'line', label: '机关名称', initial: '' },
        choice('joint', '这份信息', [
          { value: 'no', label: '不是与它共同制作的' },
          { value: 'yes', label: '与它共同制作的（逾期不答复视为同意）' },
        ]),
      ];
    case 'consultation_delivered':
      return [consultation(known)];
    case 'third_party_answered':
      return [
        consultation(known, 'third_party'),
        choice('answer', '意见', named(thirdPartyAnswers, thirdPartyAnswerNames), ''),
      ];
    case 'other_body_answered':
      return [
        consultation(known, 'other_body'),
        choice('answer', '意见', named(otherBodyAnswers, otherBodyAnswerNames), ''),
      ];
    case 'extended':
      return [
        { name: 'workingDays', type: 'count', label: '延长几个工作日', hint: '最多20个。', initial: '' },
        {
          name: 'consentBy',
          type: 'line',
          label: '同意延长的负责人',
          hint: '政府信息公开工作机构的负责人。',
          initial: '',
        },
        { name: 'consentedOn', type: 'day', label: '同意的日期', initial: today },
      ];
    case 'deferred':
      return [{ name: 'until', type: 'day', label: '延迟到哪一天答复', initial: '' }];
    case 'transferred':
      return [optional('item', '公开信息的索引号或者标题', '还没有的不填。')];
    case 'replied':
      return [
        {
          ...choice('reply', '答复的种类', []),
          type: 'choice',
          hint: '计入表三相应的一项。',
          options: [
            { value: '', label: '请选择' },
            ...replyGroups.map(({ label, kinds }) => ({ label, options: named(kinds, replyNames) })),
          ],
        },
      ];
    case 'delivered':
      return [
        choice('way', '方式', named(deliveryWays, deliveryWayNames), ''),
        optional('proof', '凭证', '如挂号信编号、送达回证编号。不要写个人信息。'),
      ];
    case 'archived':
      return [optional('number', '档号', '还没有的不填。')];
    case 'reconsideration_closed':
      return [openCase(known, false), choice('result', '结果', named(caseResults, caseResultNames), '')];
    case 'litigation_opened':
      return [
        choice('after', '经过复议没有', [{ value: '', label: '未经复议直接起诉' }, ...closedReconsiderations(known)]),
      ];
    case 'litigation_closed':
      return [openCase(known, true), choice('result', '结果', named(caseResults, caseResultNames), '')];
    case 'reopened':
      return [
        choice('because', '原因', named(['own_motion', 'reconsideration', 'litigation'] as const, reopenReasonNames)),
        {
          ...{ name: 'workingDays', type: 'count', label: '几个工作日内重新答复', initial: '20' },
          hint: '决定或者裁判写明期限的，按写明的填。',
        },
      ];
    default:
      return [];
  }
}

const named = <Value extends string>(values: readonly Value[], names: Record<Value, string>): Option[] =>
  values.map((value) => ({ value, label: names[value] }));

// Without a likely answer, one has to be chosen.
function choice(name: string, label: string, options: readonly Option[], initial?: string): EventField {
  const all = initial === '' ? [{ value: '', label: '请选择' }, ...options] : options;
  return { name, type: 'choice', label, options: all, initial: initial ?? options[0]?.value ?? '' };
}

const optional = (name: string, label: string, hint: string): EventField => ({
  ...{ name, type: 'line', label: `${label}（可以不填）`, hint, initial: '' },
});

function proofOf({ channel }: RequestState): string {
  if (channel === 'in_person' || channel === 'oral') return 'submission';
  return channel === 'registered_post' ? 'signature' : 'confirmation';
}

function consultation({ state, events }: Known, who?: 'third_party' | 'other_body'): EventField {
  const waiting = state.consultations.filter(({ kind, answeredOn }) => !answeredOn && (!who || kind === who));
  const options = waiting.flatMap(({ id }) => {
    const letter = events.find((event) => event.id === id);
    return letter ? [{ value: id, label: letterName(letter) }] : [];
  });
  return choice('consultation', '哪一份征求意见书', options);
}

function openCase({ state }: Known, lawsuit: boolean): EventField {
  const open = state.cases.filter(({ kind, closedOn }) => (kind !== 'reconsideration') === lawsuit && !closedOn);
  const label = ({ kind, openedOn }: (typeof open)[number]) => `${dayInProse(openedOn)}的${caseKindNames[kind]}`;
  return choice(
    'case',
    '哪一件',
    open.map((each) => ({ value: each.id, label: label(each) })),
  );
}

const closedReconsiderations = ({ state }: Known): Option[] =>
  state.cases
    .filter(({ kind, closedOn }) => kind === 'reconsideration' && closedOn)
    .map(({ id, closedOn }) => ({ value: id, label: `经过复议，${dayInProse(closedOn ?? '')}作出决定` }));

const notes: Partial<Record<RequestEventKind, string>> = {
  received:
    '当面提交的，提交当日为收到之日；挂号信、特快专递，签收当日；平常信函，到达当日与申请人确认，确认之日；网上提交和传真，双方确认之日。（条例第三十一条）',
  correction_asked:
    '申请内容不明确的，在收到之日起7个工作日内一次性告知要补正的事项和合理的期限。答复期限从收到补正之日起重新计算。（条例第三十条）',
  corrected: '答复期限从收到补正之日起重新计算。（条例第三十条）',
  correction_lapsed: '申请人无正当理由逾期不补正的，视为放弃申请，不再处理。（条例第三十条）',
  third_party_consulted:
    '公开会损害第三方合法权益的，书面征求意见。第三方15个工作日内答复，逾期不答复不等于同意。征求意见的时间不计入答复期限。（条例第三十二条、第三十三条）',
  other_body_consulted:
    '征求其他机关意见的时间不计入答复期限。共同制作的机关15个工作日内答复，逾期不答复视为同意公开。（条例第三十三条、第三十四条）',
  consultation_delivered: '对方的15个工作日从收到征求意见书的次日起算。（条例第三十二条）',
  extended:
    '先经政府信息公开工作机构负责人同意，再告知申请人，都在原期限届满以前。一次，最长20个工作日。（条例第三十三条）',
  deferred:
    '申请的数量、频次明显超过合理范围，理由合理但是期限内不能答复的，确定延迟答复的合理期限并告知申请人。（条例第三十五条）',
  fee_noticed:
    '申请的数量、频次明显超过合理范围的，可以收取信息处理费。在答复期限内发出收费通知。（条例第四十二条，国办函〔2020〕109号）',
  fee_paid: '缴费以后答复期限怎么算，按本机关的计算口径。（国办函〔2020〕109号）',
  fee_lapsed: '申请人逾期不缴费的，视为放弃申请，不再处理。（国办函〔2020〕109号）',
  transferred: '多个申请人申请相同的信息，可以公开的，可以转为主动公开。仍然要答复申请人。（条例第四十四条）',
  replied:
    '办理答复文书并签发的，签发时自动登记，不用在这里填。这里登记没有用本系统出文书的答复。一件申请在表三只计一次。',
  delivered: '期限以送达为准：邮寄的为交邮之日，直接送达的为签收之日。（国办公开办函〔2016〕235号）',
  archived: '归档以后，按本机关的规定保存或者清除申请人信息。（条例第四十五条）',
  reopened: '行政复议、行政诉讼责令重新答复，或者本机关自行纠正。重新答复不再计入表三。',
};
