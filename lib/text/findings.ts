import type { Finding } from '@/lib/domain/report/finding';
import { type RuleId, rules } from '@/lib/domain/report/rules/catalogue';

type Facts = Finding['facts'];
type Wording = string | ((facts: Facts) => string);
/** A title of a few words; then what, where, how much, and what to do. {name} stands for a fact. */
type Sentences = { title: Wording; text: Wording };

/** 表三自然人列不平 */
export const findingTitle = (finding: Finding) => say(finding, 'title');

/** 本年新收1件加上年结转0件，等于1件；…… */
export const findingText = (finding: Finding) => say(finding, 'text');

/** The article or document that the rule rests on. */
export const findingBasis = ({ rule }: Finding) => rules.find(({ id }) => id === rule)?.basis ?? '';

function say({ rule, facts }: Finding, part: keyof Sentences): string {
  const wording = isRule(rule) ? sentences[rule][part] : rule;
  const text = typeof wording === 'string' ? wording : wording(facts);
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}

const isRule = (id: string): id is RuleId => Object.hasOwn(sentences, id);

const settle = '情况属实的，请说明原因。';
const sumOut: Sentences = {
  title: '{table}{line}的总计不等于各项之和',
  text: '{table}，{line}：“{total}”填的是{left}{unit}，各项相加等于{right}{unit}，相差{difference}{unit}。请核对各项和总计。',
};
const wrongFigure: Sentences = {
  title: '{cell}填写有误',
  text: (facts) => `{cell}填的是“{value}”，${problemOf(facts)}。没有就填0。`,
};
const differs: Sentences = {
  title: '正文与表格的数不一致',
  text: `正文写{stated}件，{name}是{figure}件，相差{difference}件。请核对后改正正文或者表格；口径不同的，请说明原因。`,
};
const denied: Sentences = {
  title: (facts) => `正文说没有${matters[String(facts.matter)] ?? ''}，表格里有数`,
  text: `正文说本年没有，表格中不是0的有{count}格，如{cell}填的是{value}。请核对后改正正文或者表格；口径不同的，请说明原因。`,
};
const matters: Readonly<Record<string, string>> = {
  requests: '申请',
  reconsideration: '行政复议',
  litigation: '行政诉讼',
  licensing: '行政许可',
  penalties: '行政处罚',
  coercion: '行政强制',
};

const sentences: Record<RuleId, Sentences> = {
  'G-FORMAT': {
    title: '年度与格式不对应',
    text: (facts) =>
      `报告写的是{year}年、{format}年格式；这里核对用的格式（{notice}）适用于${facts.to === '' ? '{from}年以后' : '{from}年至{to}年'}的报告。请改用该年度适用的格式。`,
  },
  'G-TITLE': {
    title: '标题不规范',
    text: '标题写的是“{written}”，规范的标题是“{expected}”。请按规范的标题改正。',
  },
  'G-PERIOD': {
    title: '统计期限有误',
    text: '导言写“{written}”，{year}年年度报告的统计期限是{year}年1月1日至12月31日。请改正日期，并核对数据是否按此统计。',
  },
  'G-SECTIONS': {
    title: (facts) =>
      facts.kind === 'empty' ? '“{heading}”没有内容' : facts.kind === 'repeated' ? '标题重复' : '多出一个部分',
    text: (facts) => {
      if (facts.kind === 'empty') return '“{heading}”还是空的。六个部分都要写，没有的事项写明没有。';
      if (facts.kind === 'repeated') return '正文里又写了一遍“{heading}”。标题由系统排印，请删去正文里的这一段。';
      return '报告里有“{heading}”这一部分，本年度适用的格式没有。请把内容并入格式规定的部分。';
    },
  },
  'G-CELLS': {
    title: '表格与格式不一致',
    text: '有{count}格不在{format}规定的表格里，第一处是{first}。请核对是否用了别的年度的表格，按本年度的格式重新填写。',
  },
  'G-BLANK': {
    title: (facts) => (facts.whole ? '{table}还没有填写' : '{table}有{count}格空着'),
    text: (facts) =>
      facts.whole
        ? '共{count}格没有填写。请逐格填写，没有就填0；空着不等于0。'
        : facts.count === 1
          ? '{first}空着。请填写，没有就填0。'
          : '空着的有{first}等{count}格。请逐格填写，没有就填0。',
  },
  'T3-COL-IDENTITY': {
    title: '{table}{column}列不平',
    text: (facts) =>
      `{leftTerms}，等于{left}{unit}；{rightTerms}，等于{right}{unit}。相差{difference}{unit}。请核对{more}数，或者补填${String(facts.fewer).replace(/总计$/, '')}。`,
  },
  'T3-RESULT-SUM': sumOut,
  'T3-ROW-TOTAL': sumOut,
  'T4-BLOCK-SUM': sumOut,
  'T3-NONNEG-INT': wrongFigure,
  'T4-NONNEG-INT': wrongFigure,
  'T2-NONNEG': wrongFigure,
  'T3-YEAR-LINK': {
    title: '上年结转数与上年报告不一致',
    text: (facts) =>
      `{cell}填的是{value}件，{note}是{expected}件${facts.restated === '' ? '' : '；上年报告公开后登记簿有更正，现在是{restated}件'}。两年的报告都要公开，数据应当衔接。请核对；确实不能一致的，必须写明原因。`,
  },
  'T3-RESTATED': {
    title: '{year}年的数字在公开后有更正',
    text: (facts) =>
      `{year}年的年度报告公开后，登记簿补登、更正了{requests}件申请，表三、表四有{cells}格变化，如{cell}由{before}变为{after}。${facts.reasons === '' ? '' : '登记时写的理由：{reasons}。'}请在“存在的主要问题及改进情况”写明，或者说明原因。`,
  },
  'T4-PENDING-LINK': {
    title: '上年未审结的案件少了',
    text: `{cell}填的是{value}件，上年报告同一栏的尚未审结是{open}件。上年没有审结的，本年应当审结或者仍未审结，总计不会少于{open}件。请核对；${settle}`,
  },
  'G-REGULATION-ROW': {
    title: '规章一行应当都是0',
    text: '{figures}。乡镇、街道没有规章制定权，本机关的文件填在规范性文件一行。请改为0。',
  },
  'T2-INFORCE-MIN': {
    title: '现行有效件数偏少',
    text: '{table}，{row}：本年制发{issued}件，废止{repealed}件，现行有效至少{least}件，填的是{inForce}件。请核对这三个数。',
  },
  'T2-INFORCE-LINK': {
    title: '现行有效件数与上年不衔接',
    text: `{table}，{row}：上年现行有效{before}件，加本年制发{issued}件、减废止{repealed}件，等于{expected}件，填的是{value}件。请核对；因清理、移交、口径调整不一致的，请说明原因。`,
  },
  'T2-2019-ITEM-LINK': {
    title: '上一年项目数量与上年报告不衔接',
    text: `{cell}填的是{value}项，{note}等于{expected}项。请核对；${settle}`,
  },
  'T2-2019-DISCLOSED': {
    title: '本年新公开多于对外公开总数',
    text: `{table}，{row}：本年新公开{part}件，对外公开总数{whole}件，新公开的应当包含在总数里。请核对；${settle}`,
  },
  'T2-UNIT': {
    title: '疑似把元当成万元',
    text: (facts) =>
      `{cell}：{value}万元${facts.times ? '超过上年的{times}倍' : '数额特别大（{limit}万元以上）'}，疑似把元当成万元。{value}元应填{asYuan}。请核对；${settle}`,
  },
  'G-JUMP': {
    title: '与上年相差很大',
    text: (facts) =>
      `{cell}：本年{value}{unit}，上年{last}{unit}，${facts.up ? '超过上年的{factor}倍' : '不足上年的{factor}分之一'}。请核对是否填错；${settle}`,
  },
  'T3-NARR-NEW': {
    title: '正文与表格的申请数不一致',
    text: (facts) =>
      facts.withCarried
        ? '正文写{stated}件，{name}是{figure}件，相差的{difference}件正好是上年结转。正文包含上年结转的，请写明“含上年结转”；不包含的，请改正。'
        : String(differs.text),
  },
  'T3-NARR-CARRIED': { ...differs, title: '正文与表格的上年结转数不一致' },
  'T3-NARR-FORWARD': { ...differs, title: '正文与表格的结转下年度数不一致' },
  'T3-NARR-HANDLED': { ...differs, title: '正文与表格的办结数不一致' },
  'T3-NARR-RATE': {
    title: '办结率、答复率与数据不一致',
    text: (facts) =>
      Number(facts.due) > 0
        ? `正文写{stated}%；${facts.answered === '' ? '' : '答复{answered}件，'}本年应当办结{due}件${facts.rate === '' ? '' : '，等于{rate}%'}。请核对比率和件数；口径不同的，请说明原因。`
        : '正文写{stated}%，表三里本年没有应当办结的申请。请核对；没有申请的，不写比率。',
  },
  'T3-NARR-ZERO': denied,
  'T4-NARR-ZERO': denied,
  'T2-NARR-ZERO': denied,
  'T4-NARR': { ...differs, title: '正文与表格的复议、诉讼件数不一致' },
  'T2-NARR-DOCUMENTS': { ...differs, title: '正文与表格的规范性文件数不一致' },
  'T2-NARR-DISCLOSED': {
    title: '正文的公开条数与表二不一致',
    text: (facts) =>
      `正文写主动公开信息${Number(facts.groups) > 1 ? '{parts}＝' : ''}{sum}条，{name}是{figure}件。该项按规章、规范性文件填报，与正文的信息条数口径不同的，请说明原因；漏填的，请补填。`,
  },
  'T2-NARR-PARTS': {
    title: '分类条数之和与总条数不一致',
    text: '正文写共公开{total}条，各类相加{parts}＝{sum}条。请核对后改正；各类有交叉的，请说明原因。',
  },
  'T2-FEE-S6': {
    title: '有收费，第六部分却写“无”',
    text: `{cell}填的是{value}万元，“其他需要报告的事项”只写了“无”。请写明收取信息处理费的情况；与信息公开无关的收费，请说明原因。`,
  },
  'T2-FEE-STATED': {
    title: '信息处理费多于表二的收费金额',
    text: `正文写信息处理费{stated}元，即{inTenThousands}万元；{cell}填的是{value}万元。信息处理费属于行政事业性收费，应当包含在内。请核对；${settle}`,
  },
  'T3-FEE-LINK': {
    title: '没有写收费通知情况',
    text: `{cell}填的是{value}件，正文没有写收费通知和缴费情况。请在“其他需要报告的事项”里补写；${settle}`,
  },
  'G-S6-FEE': {
    title: '没有写信息处理费',
    text: '没有找到{missing}。请在“其他需要报告的事项”里写明收取的金额；没有收取的，写明没有收取。',
  },
  'G-S5-NONEMPTY': {
    title: '第五部分没有具体内容',
    text: (facts) => {
      if (facts.kind === 'copied')
        return '“存在的主要问题及改进情况”与{lastYear}年报告一字不差。请写本年的问题和改进情况。';
      return `“存在的主要问题及改进情况”${facts.kind === 'empty' ? '还是空的' : '只有{length}个字'}，至少要写{least}个字。请写出具体问题和改进措施。`;
    },
  },
  'G-S5-LAST-YEAR': {
    title: '没有写上年问题的整改情况',
    text: '“存在的主要问题及改进情况”没有提到{lastYear}年报告所列问题的整改。请补写；没有需要整改的，请说明原因。',
  },
  'G-SUPERVISION': {
    title: '缺少应当报告的内容',
    text: (facts) =>
      `没有找到${facts.missing}。各级人民政府的年度报告应当包括工作考核、社会评议和责任追究结果情况，没有发生的也要写明。`,
  },
  'G-TOPICS': {
    title: '总体情况缺少规定的方面',
    text: '总体情况里没有找到{missing}。请补写；没有相关工作的也要写明。',
  },
  'G-PREAMBLE-HEADINGS': {
    title: '导言与标题不一致',
    text: (facts) =>
      facts.heading === ''
        ? '导言列举的“{written}”，不是年度报告任何一个部分的标题。请按各部分标题改正。'
        : '导言写“{written}”，第{position}部分标题是“{heading}”。请按标题改正。',
  },
  'G-PERIOD-MISSING': {
    title: '没有写统计期限',
    text: '导言没有写数据的统计期限。请补写“本报告所列数据的统计期限为{year}年1月1日至12月31日”。',
  },
  'G-CONTACT': {
    title: '导言缺少便民事项',
    text: `导言没有写{missing}。请补写，方便群众查阅和咨询；${settle}`,
  },
  'G-YEARS': {
    title: '年份与报告年度不一致',
    text: '“{around}”写的是{stated}年，报告年度是{year}年，可能是往年的文字没有改。请核对；引用无误的，请说明原因。',
  },
  'G-BASIS': {
    title: '引用的文件已经被替代',
    text: '正文引用“{written}”，本年度适用的是{instead}。请改正；确需引用的，请说明原因。',
  },
  'G-SELF-NAME': {
    title: '机关名称前后不一致',
    text: '“{written}”中的“{kind}”，与本机关名称“{name}”不一致。请改为“{own}”；指其他机关的，请说明原因。',
  },
  'G-OUTLINE': {
    title: '序数不连续',
    text: '这里写的是“{written}”，按前后次序应当是“{expected}”。请核对是否漏了一项或者编号有误。',
  },
  'G-OPEN-NUMBER': {
    title: '引用的数还没有数值',
    text: '这里引用的数，登记簿和表格里还没有。请先登记或者填表，或者删去引用，直接写数字。',
  },
  'G-TYPO': {
    title: '疑似错字、漏字',
    text: '“{written}”，规范写法是“{right}”。请改正；写法无误的，请说明原因。',
  },
  'G-DUPLICATE': {
    title: '内容雷同',
    text: (facts) =>
      `与${facts.name === '' ? '上年' : facts.name}{year}年报告的同一部分有{share}%相同（不计数字）。请按本年实际情况改写；${settle}`,
  },
};

function problemOf({ problem, scale, value }: Facts): string {
  switch (problem) {
    case 'negative':
      return '不能是负数';
    case 'too_many_places':
      return `最多保留${scale}位小数`;
    case 'too_large':
      return '数额过大，请核对位数';
    case 'text':
      return `应当写成数${value}，不加引号`;
    case 'float':
      return '金额应当写成带引号的小数';
    default:
      return scale === 0 ? '只能填0或者正整数' : '应当是规范的小数';
  }
}
