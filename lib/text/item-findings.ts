import type { HitPlace } from '@/lib/domain/items/personal-hits';
import { type ItemRuleId, itemRules } from '@/lib/domain/items/rules/catalogue';
import type { PersonalDataType, Why } from '@/lib/domain/personal-data/hit';
import type { Finding, Place } from '@/lib/domain/report/finding';
import { placeWords } from '@/lib/text/attachments';
import { itemFieldName } from '@/lib/text/items';
import { personalDataNames, whyWords } from '@/lib/text/personal-data';

type Facts = Finding['facts'];
type Wording = string | ((facts: Facts) => string);
/** A title of a few words; then what, where, and what to do. {name} stands for a fact. */
type Sentences = { title: Wording; text: Wording };

const ruleOf = ({ rule }: Finding) => itemRules.find(({ id }) => id === rule);

/** 没有标题 */
export const itemFindingTitle = (finding: Finding) => say(finding, 'title');

/** 请填写标题，写明是什么事。 */
export const itemFindingText = (finding: Finding) => say(finding, 'text');

/** The article or document that the rule rests on. */
export const itemFindingBasis = (finding: Finding) => ruleOf(finding)?.basis ?? '';

/** Where it stands: 标题; 正文：“……” */
export function itemFindingPlace({ places: [place], facts }: Finding): string {
  if (!place || place.kind === 'cell') return '';
  const field = itemFieldName(place.section);
  if (place.section === 'attachments' && typeof facts.name === 'string') return `${field}《${facts.name}》`;
  return place.kind === 'text' && place.quote ? `${field}：“${place.quote}”` : field;
}

function say(finding: Finding, part: keyof Sentences): string {
  const wording = isRule(finding.rule) ? sentences[finding.rule][part] : finding.rule;
  const text = typeof wording === 'string' ? wording : wording(finding.facts);
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(finding.facts[name] ?? ''));
}

const isRule = (id: string): id is ItemRuleId => Object.hasOwn(sentences, id);

const settle = '情况属实的，请说明原因。';

const sentences: Record<ItemRuleId, Sentences> = {
  'I-TITLE': { title: '没有标题', text: '请填写标题，写明是什么信息。' },
  'I-CONTENT': { title: '没有内容', text: '正文和附件都是空的。请填写正文，或者上传附件。' },
  'I-ISSUER': { title: '没有发布机构', text: '请填写发布机构的全称。' },
  'I-FORMED': {
    title: (facts) => (facts.day === '' ? '没有成文日期' : '成文日期在今天以后'),
    text: (facts) =>
      facts.day === ''
        ? '请填写成文日期。公开期限从这一天起算。'
        : '成文日期填的是{day}，还没有到。请核对；还没有形成的信息不能送审。',
  },
  'I-SOURCE': { title: '没有选择信息来源', text: '请选择信息来源：自制，或者从别处获取。' },
  'I-NODE': { title: '所属目录已经停用', text: '目录“{node}”已经停用，不再收新的信息。请改选一个目录。' },
  'I-WAYS': { title: '没有选择公开方式', text: '请至少选择一种公开方式，如政府网站、信息公告栏。' },
  'I-REASON': {
    title: '没有写不公开的理由和依据',
    text: '不予公开的请选择法定理由；依申请公开和不予公开的，都请写明依据。',
  },
  'I-REASSESS': {
    title: (facts) => (facts.day === '' ? '没有定期评估日期' : '定期评估日期已经到了'),
    text: '不主动公开的信息要定期评估，情况变了的应当公开。请填写今天以后的日期。',
  },
  'I-PUBLIC': {
    title: '这件信息正在公开',
    text: '现在向社会公开着，不能直接改为不公开。请先由主要领导撤下，写明原因，再改公开属性。',
  },
  'I-ENDED': {
    title: (facts) => (facts.day === '' ? '没有失效或者废止的日期' : '失效或者废止的日期不对'),
    text: '失效、废止的请填写日期，不早于成文日期，不晚于今天。',
  },
  'I-RELATED': {
    title: '相关信息没有公开',
    text: '《{title}》不是本机关现在公开的另一件信息，不能关联。请删去，或者等它公开以后再关联。',
  },
  'I-ALT': { title: '图片没有说明文字', text: '请写明图片上是什么，看不见图片的人靠它了解内容。' },
  'I-SECRECY-MARK': {
    title: '正文有涉密或者内部字样',
    text: '正文有“{quote}”。请核对：确属国家秘密或者内部文件的，不能公开；不是的，请删去这几个字。',
  },
  'I-PERSONAL': { title: personalTitle, text: personalText },
  'I-UNREAD': {
    title: '附件里有系统读不出文字的内容',
    text: '附件《{name}》有{count}处扫描页、图片等读不出文字，没有查过个人信息。请打开逐页看过，再说明看的结果。',
  },
  'I-DUTY': {
    title: '法定主动公开的信息没有主动公开',
    text: `“{node}”是法律规定主动公开的目录。请核对公开属性；${settle}`,
  },
  'I-GOVERNMENTAL': {
    title: (facts) => (facts.kind === 'party' ? '可能是党务信息' : '可能是村务信息'),
    text: (facts) =>
      `标题有“{quote}”。${facts.kind === 'party' ? '党务' : '村务'}信息按${facts.kind === 'party' ? '党务公开' : '村务公开'}的规定公开，不是政府信息，不计入年度报告。请核对；属于政府信息的，请说明原因。`,
  },
  'I-REPEAL': {
    title: '写明废止文件，没有建立关联',
    text: `这件规范性文件写明废止其他文件。请在“相关信息”里选出被废止的文件，它的页面会标明废止；${settle}`,
  },
  'I-NUMBER': {
    title: '发文字号格式不规范',
    text: `写的是“{written}”，规范的写法如“柳政〔2024〕12号”：年份用六角括号，序号前不加“第”和0。${settle}`,
  },
  'I-NUMBER-YEAR': {
    title: '发文字号与成文日期的年份不同',
    text: `发文字号是{year}年，成文日期是{formed}年。请核对；${settle}`,
  },
  'I-TITLE-FORM': { title: '标题不规范', text: `标题里有“{quote}”。请改正；${settle}` },
  'I-HEADINGS': { title: '标题跳级', text: `“{quote}”比上一个标题低了不止一级。请调整级别；${settle}` },
  'I-TABLE-HEAD': { title: '表格没有表头', text: '请把写栏目名称的那一行设为表头；没有表头的，请说明原因。' },
  'I-LINK': { title: '链接文字没有说明指向', text: `链接写的是“{quote}”。请写明指向什么文件或者网页；${settle}` },
};

const isType = (text: unknown): text is PersonalDataType => Object.hasOwn(personalDataNames, String(text));
const isWhy = (text: unknown): text is Why => Object.hasOwn(whyWords, String(text));

function personalTitle({ type, count }: Facts): string {
  const name = isType(type) ? personalDataNames[type] : String(type);
  return Number(count) > 1 ? `像是${name}，${count}处` : `像是${name}`;
}

const standing: Record<string, string> = {
  field: '',
  body: '正文里',
  link: '正文的链接里',
  name: '附件的文件名里',
  file: '附件《{name}》里',
};

function personalText({ why, in: where }: Facts): string {
  const reason = isWhy(why) ? whyWords[why] : '';
  return `${standing[String(where)] ?? ''}“{before}{text}{after}”：${reason}。请遮盖为“{masked}”；办公电话等应当公开的，请说明为什么保留。`;
}

/** 个人信息：像是个人信息的有3处 */
export const hitSummary = (count: number) =>
  count === 0
    ? '没有查出身份证号、电话、银行卡号等个人信息。'
    : `查出像是个人信息的${count}处，要逐处遮盖或者说明保留原因。`;

/** 转到标题; 转到正文的这一处 */
export function placeLinkWords(place: Exclude<Place, { kind: 'cell' }>): string {
  if (place.kind === 'section') return `转到${itemFieldName(place.section)}`;
  return place.section === 'body' ? '转到正文的这一处' : '转到这个附件';
}

/** 正文; 附件，第3页 */
export function hitPlaceWords(place: HitPlace): string {
  switch (place.in) {
    case 'field':
      return itemFieldName(place.field);
    case 'body':
      return '正文';
    case 'link':
      return '正文里链接的地址';
    case 'name':
      return '附件的文件名';
    case 'file':
      return `附件，${placeWords(place.place)}`;
  }
}

export const moreMasks = (count: number) => `还有${count}处遮盖没有列出，请在全文和附件里看。`;

export const moreHits = (count: number) => `还有${count}处同类的没有列出，遮盖和说明都包括它们。`;
