import { type GuideRuleId, guideRules } from '@/lib/domain/guide/rules/catalogue';
import type { Finding } from '@/lib/domain/report/finding';
import { guideFieldName } from '@/lib/text/guide';

/** A title of a few words; then what, where, and what to do. {name} stands for a fact. */
type Sentences = { title: string; text: string };

const settle = '不改的，请说明原因。';

const sentences: Record<GuideRuleId, Sentences> = {
  'GD-OFFICE': { title: '没有写明{field}', text: '请填写{field}，申请人靠它找到工作机构。' },
  'GD-CONTACT': { title: '没有写明{field}', text: '请填写{field}；没有的，请说明原因。' },
  'GD-CHANNELS': { title: '没有写明{field}的地址', text: '当面和邮寄是人人能用的渠道，请写明提交到哪里。' },
  'GD-ORAL': { title: '没有写明怎样口头提出', text: '书面申请确有困难的可以口头提出，请写明到哪里提出。' },
  'GD-BODIES': { title: '没有写明{field}', text: '请填写{field}，申请人不服答复时要用。' },
  'GD-TEXT': { title: '{field}没有内容', text: '请填写{field}；办理流程至少写两步。' },
  'GD-CURRENT': {
    title: '{field}与机关设置不一致',
    text: `这里是“{written}”，机关设置里是“{known}”，网页页脚用的是后者。请改成一致；${settle}`,
  },
  'GD-PERSONAL': { title: '像是个人信息', text: '{field}里的“{quote}”像是个人信息。请删去；办公用的，请说明原因。' },
  'GD-PERIOD-LONG': {
    title: '期限比条例规定的长',
    text: '“{matter}”写的是“{quote}”，条例规定是{days}个工作日。请改正。',
  },
  'GD-PERIOD-OLD': {
    title: '期限与条例规定不同',
    text: `“{matter}”写的是“{quote}”，条例规定是{days}个工作日；15个工作日是2019年5月15日以前的规定。请核对；承诺更快的，请说明原因。`,
  },
  'GD-PERIOD': { title: '没有写明答复期限', text: '请写明自收到申请之日起20个工作日内答复。' },
  'GD-PURPOSE': { title: '要求说明用途', text: '{field}里写了“{quote}”。申请政府信息公开不需要说明用途，请删去。' },
  'GD-LAW-OLD': {
    title: '引用了旧的规定或者名称',
    text: `{field}里写了“{quote}”，已经修订、废止或者改名。请改正；${settle}`,
  },
  'GD-FEE-OLD': {
    title: '写了已经取消的收费',
    text: '{field}里写了“{quote}”。2019年5月15日起不再收取检索、复制、邮寄等费用，请删去。',
  },
  'GD-FEE-BASIS': {
    title: '收费没有写清',
    text: '请写明依申请提供政府信息不收取费用；收取信息处理费的，写明依据是国办函〔2020〕109号。',
  },
  'GD-FEE-RATE': { title: '收费标准不对', text: '写的是“{quote}”，与国办函〔2020〕109号不一致。请改正，标准见下表。' },
  'GD-REMEDY-FIRST': {
    title: '没有写明先申请行政复议',
    text: '2024年1月1日起，对不予公开的决定不服的，应当先申请行政复议，再提起行政诉讼。请写明。',
  },
  'GD-REMEDY-TIME': {
    title: '复议或者起诉的期限不对',
    text: '写的是“{quote}”。申请行政复议60日，直接起诉6个月，对复议决定不服起诉15日。请改正。',
  },
};

const ruleOf = ({ rule }: Finding) => guideRules.find(({ id }) => id === rule);

/** 没有写明联系电话 */
export const guideFindingTitle = (finding: Finding) => say(finding, 'title');
/** 请填写联系电话，申请人靠它找到工作机构。 */
export const guideFindingText = (finding: Finding) => say(finding, 'text');
/** The article or document that the rule rests on. */
export const guideFindingBasis = (finding: Finding) => ruleOf(finding)?.basis ?? '';
/** The field that it is about, by its name in the draft. */
export const guideFindingField = ({ places: [place] }: Finding) => (place?.kind === 'section' ? place.section : '');
/** 答复期限：“15个工作日” */
export function guideFindingPlace(finding: Finding): string {
  const name = guideFieldName(guideFindingField(finding));
  return typeof finding.facts.quote === 'string' ? `${name}：“${finding.facts.quote}”` : name;
}

function say(finding: Finding, part: keyof Sentences): string {
  const text = isRule(finding.rule) ? sentences[finding.rule][part] : finding.rule;
  const facts = { ...finding.facts, field: guideFieldName(guideFindingField(finding)) };
  return text.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(Object.entries(facts).find(([key]) => key === name)?.[1] ?? ''),
  );
}

const isRule = (id: string): id is GuideRuleId => Object.hasOwn(sentences, id);
