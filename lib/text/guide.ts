import type { GuideChange } from '@/lib/domain/guide/changes';
import {
  type ChannelName,
  channelNames,
  type FactName,
  type GuideContent,
  type GuideField,
  isGuideField,
  type ProseName,
} from '@/lib/domain/guide/content';
import { itemFee, pageFee } from '@/lib/domain/requests/fees';
import { remedyPeriods } from '@/lib/domain/requests/remedies';
import type { ChangeView } from '@/lib/text/changes';
import type { Corrected } from '@/lib/text/public';

/** The fields of a guide, as forms, findings and the trail name them. */
export const guideFieldNames: Record<GuideField | 'publishOn', string> = {
  office: '机构名称',
  address: '办公地址',
  postcode: '邮政编码',
  hours: '办公时间',
  phone: '联系电话',
  fax: '传真号码',
  email: '电子邮箱',
  website: '网址',
  reviewer: '行政复议机关',
  supervisor: '政府信息公开工作主管部门',
  supervisorPhone: '主管部门电话',
  in_person: '当面提交',
  post: '邮寄',
  online: '网络',
  by_fax: '传真',
  oral: '口头提出',
  duties: '工作机构和职能',
  arrangement: '信息分类和编排',
  scope: '主动公开的范围',
  ways: '公开方式和时限',
  application: '提出申请',
  handling: '受理和办理',
  periods: '答复期限',
  flow: '办理流程',
  fees: '收费',
  remedies: '监督和救济',
  privacy: '个人信息告知',
  correctionNote: '更正说明',
  publishOn: '公开日期',
};

/** The field of that name; a name that is no field's stays as it is. */
export const guideFieldName = (field: string): string =>
  isGuideField(field) || field === 'publishOn' ? guideFieldNames[field] : field;

/** What is asked for beside a field, where its name does not say it. */
export const guideHints: Partial<Record<GuideField, string>> = {
  in_person: '写明到哪里提交。',
  post: '写明收件地址、收件人和邮编，信封注明“政府信息公开申请”。',
  online: '电子邮箱或者申请网址；没有开通的不填。',
  by_fax: '没有开通的不填。',
  oral: '写明到哪里口头提出，由工作人员代为填写。',
  flow: '一行一步，写成“名称：说明”。行首加“－”的，是这一步中可能出现的情形，画在旁边。',
  privacy: '印在申请表上，告知收集个人信息的目的、方式、保存期限和权利。',
  supervisor: '县级以上地方人民政府办公厅（室）是本行政区域的主管部门。',
};

const channelWords: Record<ChannelName, string> = {
  in_person: '当面提交',
  post: '邮寄',
  online: '网络提交',
  by_fax: '传真',
  oral: '口头提出',
};

/** The channels that are open, each with where it leads. */
export const openChannels = ({ channels }: Pick<GuideContent, 'channels'>): [name: string, where: string][] =>
  channelNames.flatMap((name): [string, string][] => (channels[name] ? [[channelWords[name], channels[name]]] : []));

const shownFacts: readonly FactName[] = ['office', 'address', 'postcode', 'hours', 'phone', 'fax', 'email', 'website'];

/** How the office is reached; what it has not got has no line. */
export const officeFacts = ({ facts }: Pick<GuideContent, 'facts'>): [name: string, value: string][] =>
  shownFacts.flatMap((name): [string, string][] => (facts[name] ? [[guideFieldNames[name], facts[name]]] : []));

/** Whom to turn to above the office. */
export const bodiesAbove = ({ facts }: Pick<GuideContent, 'facts'>): [name: string, value: string][] => [
  [guideFieldNames.reviewer, facts.reviewer],
  [
    guideFieldNames.supervisor,
    [facts.supervisor, facts.supervisorPhone && `电话${facts.supervisorPhone}`].filter(Boolean).join('，'),
  ],
];

/** The chapters of a guide in their order, with the texts in each. */
export const chapters = [
  { id: 'office', heading: '一、政府信息公开工作机构', texts: ['duties'] },
  { id: 'arrangement', heading: '二、政府信息的分类和编排', texts: ['arrangement'] },
  { id: 'proactive', heading: '三、主动公开', texts: ['scope', 'ways'] },
  { id: 'request', heading: '四、依申请公开', texts: ['application', 'handling', 'periods', 'fees'] },
  { id: 'remedies', heading: '五、监督和救济', texts: ['remedies'] },
] as const satisfies readonly { id: string; heading: string; texts: readonly ProseName[] }[];

const numerals = ['一', '二', '三', '四', '五', '六', '七'];
/** （一）提出申请 */
export const subheading = (at: number, name: string) => `（${numerals[at]}）${name}`;

export type TariffRow = { range: string; rate: string };

/** Both tariffs of 国办函〔2020〕109号, each rate worked out by the code that charges it. */
export const tariffs = {
  items: {
    name: '按件计收（同一申请人一个自然月内累计）',
    rows: [
      { range: '10件以下（含10件）', rate: '不收费' },
      { range: '11件至30件的部分', rate: `每件${itemFee(11) - itemFee(10)}元` },
      {
        range: '31件以上的部分',
        rate: `以10件为一档，31至40件每件${itemFee(31) - itemFee(30)}元，每增加一档每件增加${itemFee(41) - itemFee(40) - (itemFee(31) - itemFee(30))}元`,
      },
    ],
  },
  pages: {
    name: '按量计收（每件申请，A4纸）',
    rows: [
      { range: '30页以下（含30页）', rate: '不收费' },
      { range: '31页至100页的部分', rate: `每页${pageFee(31) - pageFee(30)}元` },
      { range: '101页至200页的部分', rate: `每页${pageFee(101) - pageFee(100)}元` },
      { range: '201页以上的部分', rate: `每页${pageFee(201) - pageFee(200)}元` },
    ],
  },
} satisfies Record<string, { name: string; rows: TariffRow[] }>;

const yuan = (fee: number) => `${fee.toLocaleString('en-US')}元`;

/** 一个月内申请31件，共2,200元 */
export const feeExamples: readonly { what: string; fee: string }[] = [
  ...[10, 30, 31].map((count) => ({ what: `一个月内申请${count}件`, fee: yuan(itemFee(count)) })),
  ...[30, 100, 201].map((count) => ({ what: `一件申请提供${count}页`, fee: yuan(pageFee(count)) })),
];

/** The periods that an applicant asks about first, by the articles that lay them down. */
export const timeLimits: readonly { what: string; limit: string; basis: string }[] = [
  { what: '答复', limit: '能当场答复的当场答复；不能的，自收到申请之日起20个工作日内', basis: '第三十三条' },
  { what: '延长答复', limit: '最长20个工作日，事先告知', basis: '第三十三条' },
  { what: '告知补正', limit: '自收到申请之日起7个工作日内，一次告知', basis: '第三十条' },
  {
    what: '第三方提出意见',
    limit: '自收到征求意见书之日起15个工作日内，不计入答复期限',
    basis: '第三十二条、第三十三条',
  },
];

const { reconsiderationDays, suitMonths, suitAfterReconsiderationDays } = remedyPeriods;

/** The ways to contest an answer, since 2024-01-01. */
export const remedyRows: readonly { what: string; way: string }[] = [
  {
    what: '对不予公开的决定不服',
    way: `先申请行政复议（${reconsiderationDays}日内）；对复议决定不服的，再起诉（收到复议决定书之日起${suitAfterReconsiderationDays}日内）`,
  },
  { what: '对其他答复不服', way: `申请行政复议（${reconsiderationDays}日内），或者直接起诉（${suitMonths}个月内）` },
];

/** The changes of a guide as a leader reads them. */
export const guideChangeViews = (changes: readonly GuideChange[]): ChangeView[] =>
  changes.flatMap((change): ChangeView[] => {
    if (change.kind === 'unchanged') return [];
    const plain = { mark: '改动', unit: '', figure: false };
    if (change.kind === 'field') {
      const { field, before, after } = change;
      return [
        {
          ...plain,
          place: field,
          title: guideFieldName(field),
          before: before || null,
          after: after || null,
          parts: [],
        },
      ];
    }
    const { section, before, after, parts } = change;
    const mark = before === null ? '新增1句' : after === null ? '删去1句' : '改动';
    return [{ ...plain, mark, place: section, title: guideFieldName(section), before, after, parts }];
  });

/** How many sentences are as they were. */
export const guideSentencesKept = (changes: readonly GuideChange[]) =>
  changes.reduce((sum, change) => sum + (change.kind === 'unchanged' ? change.sentences : 0), 0);

/** Where a remark on a guide is fixed, as people name it. */
export const guidePlaceName = (place: string) => (place === '' ? '全文' : guideFieldName(place));

/** Element on the page at which a field of a guide stands. */
export const guidePlaceId = (place: string) => `guide-${place}`;

/** What a correction changed, as citizens look for it. */
export const correctedInGuide = (changes: readonly GuideChange[]): Corrected[] =>
  guideChangeViews(changes)
    .filter(({ place }) => place !== 'correctionNote')
    .map(({ place, title, before, after, parts }) => ({
      ...{ place: title, target: guidePlaceId(place), kind: 'words' as const },
      ...{ before: before ?? '', after: after ?? '' },
      parts:
        parts.length > 0
          ? [...parts]
          : [
              { kind: 'removed' as const, text: before ?? '' },
              { kind: 'added' as const, text: after ?? '' },
            ],
    }));

export const guideCorrectionSummary = (corrected: readonly Corrected[]) => `共更正${corrected.length}处：`;

export const guideName = '依申请公开指南';
export const noSuchGuide = (number?: number) =>
  number === undefined ? '政府信息公开指南还没有公开' : `没有第${number}版政府信息公开指南`;
