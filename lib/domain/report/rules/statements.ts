import { type Quantity, quantitiesIn } from '@/lib/domain/report/rules/numerals';
import { type Passage, type Sentence, sentencesOf } from '@/lib/domain/report/rules/prose';
import { type Mention, mentionsIn } from '@/lib/domain/report/rules/subjects';

export type Notion =
  | 'received'
  | 'newly_received'
  | 'carried_over'
  | 'carried_forward'
  | 'handled'
  | 'reconsideration'
  | 'litigation'
  | 'litigation_direct'
  | 'litigation_after'
  | 'documents_issued'
  | 'documents_repealed'
  | 'documents_in_force'
  | 'documents_disclosed'
  | 'items_disclosed';

/** A number that the prose states, and what it states. */
export type Statement = {
  notion: Notion;
  value: number;
  /** Of a number of received requests: the sentence says that those carried over are among them. */
  withCarriedOver: boolean;
  /** A second subject that shares the number: 行政复议、行政诉讼均为0件. */
  alsoOf: Notion | null;
  /** Of published items: one group of them (此类), all of them (共), or not said. */
  extent: 'group' | 'all' | 'unsaid';
  passage: Passage;
  start: number;
  end: number;
};

/** 办结率、答复率, with the number of answers that the sentence gives before it. */
export type Rate = { value: number; answered: number | null; passage: Passage; start: number; end: number };

export type Reading = { statements: readonly Statement[]; rates: readonly Rate[] };

/** Reads every number that the prose states of requests, cases, documents and published information of the year. */
export function readStatements(passages: readonly Passage[], year: number): Reading {
  const statements: Statement[] = [];
  const rates: Rate[] = [];
  for (const passage of passages) {
    for (const sentence of sentencesOf(passage)) {
      const own = statementsIn(sentence, year);
      statements.push(...own);
      rates.push(...ratesIn(sentence, own, year));
    }
  }
  return { statements, rates };
}

type Context = {
  sentence: Sentence;
  quantity: Quantity;
  /** From the last comma or number to the quantity, or from further back where that says nothing. */
  run: string;
  runStart: number;
  mention: Mention;
  /** The subject stands in an earlier clause or in the heading. */
  inherited: boolean;
  year: number;
};

function statementsIn(sentence: Sentence, year: number): Statement[] {
  const { plain } = sentence;
  const quantities = quantitiesIn(plain);
  if (quantities.length === 0) return [];
  const mentions = mentionsIn(plain);
  return quantities.flatMap((quantity, index): Statement[] => {
    if (quantity.approximate || quantity.unit === '%' || quantity.unit === '元') return [];
    const context = contextOf(sentence, quantities, index, mentions, year);
    const notion = context && notionOf(context);
    if (!context || !notion) return [];
    return [
      {
        notion,
        value: quantity.value,
        withCarriedOver: /(?:含|包括|其中|连同|加上)[^;]{0,24}(?:上|去|\d{4})(?:一)?年度?结转/.test(plain),
        alsoOf: alsoOf(context, mentions),
        extent: extentOf(context.run),
        passage: sentence.passage,
        start: sentence.start + context.runStart,
        end:
          sentence.start +
          Math.max(quantity.end, context.mention.start >= quantity.end && !context.inherited ? context.mention.end : 0),
      },
    ];
  });
}

const comma = /[,:()]/;
const comparison = /增加|减少|增长|下降|上升|同比|环比|多于|少于|超过|较|比上|比去|相比|分别/;

function contextOf(
  sentence: Sentence,
  quantities: readonly Quantity[],
  index: number,
  mentions: readonly Mention[],
  year: number,
): Context | null {
  const { plain } = sentence;
  const quantity = quantities[index];
  if (!quantity) return null;
  const floor = quantities[index - 1]?.end ?? 0;
  const clauseEnd = indexOf(plain, comma, quantity.end);
  const next = quantities[index + 1]?.start ?? Number.POSITIVE_INFINITY;
  const behind = next < clauseEnd ? null : mentions.find(({ start }) => start >= quantity.end && start < clauseEnd);
  const adjacent = behind && behind.start - quantity.end <= (plain[quantity.end] === '的' ? 1 : 0) ? behind : null;

  let runStart = clauseStart(plain, quantity.start, floor);
  const speaks = (from: number) =>
    /新收|收到|受理|接收|接到|办|答复|回复|结转|制|印发|出台|发布|公布|公开|废止|有效/.test(
      plain.slice(from, quantity.start),
    );
  const inRun = () => mentions.findLast(({ start, end }) => start >= runStart && end <= quantity.start);
  for (let step = 0; step < 2 && runStart > floor && !inRun() && !speaks(runStart); step += 1) {
    runStart = clauseStart(plain, runStart - 1, floor);
  }
  const run = plain.slice(runStart, quantity.start);
  if (comparison.test(run)) return null;
  const near = adjacent ?? inRun() ?? behind;
  const mention =
    near ?? mentions.findLast(({ end }) => end <= runStart) ?? mentionsIn(sentence.passage.heading).at(-1);
  return mention
    ? { sentence, quantity, run, runStart: trimmed(plain, runStart), mention, inherited: !near, year }
    : null;
}

const clauseStart = (plain: string, before: number, floor: number) => {
  for (let at = before - 1; at >= floor; at -= 1) if (comma.test(plain[at] ?? '')) return at + 1;
  return floor;
};

function indexOf(plain: string, sign: RegExp, from: number): number {
  for (let at = from; at < plain.length; at += 1) if (sign.test(plain[at] ?? '')) return at;
  return plain.length;
}

const trimmed = (plain: string, start: number) => start + (/^[、和及并且,]*/.exec(plain.slice(start))?.[0].length ?? 0);

const caseUnits = new Set(['件', '宗', '起', '例', '份', '条', '项', '次', '人次', '件次', '条次', '']);
const caseResults = /维持|纠正|撤销|驳回|撤诉|胜诉|败诉|审结|未结|终止|调解|和解|违法|其他结果|作出/;

function notionOf(context: Context): Notion | null {
  const { mention, quantity, run } = context;
  switch (mention.subject) {
    case 'foreign':
      return null;
    case 'requests':
      return caseUnits.has(quantity.unit) ? requestNotion(context) : null;
    case 'documents':
      return ofThisYear(context) ? documentNotion(run) : null;
    case 'items':
      if (!/公开|发布|公布/.test(run) || !/[条件篇份则项]/.test(quantity.unit) || context.inherited) return null;
      return ofThisYear(context) ? 'items_disclosed' : null;
    default:
      if (!caseUnits.has(quantity.unit) || caseResults.test(run) || !ofThisYear(context)) return null;
      return mention.subject;
  }
}

const carriedOver =
  /(?:上|上一|去|往)年度?(?:的)?(?:结转|遗留|转结|转入|接转)|结转(?:自|于)?(?:上|上一|去)年度?(?!下)/g;
const carriedForward = /(?:结转|转结|转接|转|移)(?:至|到|入|往)?(?:下|次|第二|翌|明)一?年度?(?:继续)?(?:办理)?/g;
const yearCarried = /(\d{4})年度?(?:的)?结转(?!至|到|入|下|\d)/g;
const carriedToYear = /结转(?:至|到|入)?(\d{4})年/g;
const requestVerbs: readonly [Notion | 'result', RegExp][] = [
  ['carried_over', carriedOver],
  ['carried_forward', carriedForward],
  ['newly_received', /新收(?:到|件)?|新增|新接(?:收|到)?/g],
  ['received', /收到|收悉|接收|接到|受理|接受|登记/g],
  ['handled', /办结|办理|办复|办毕|答复|回复|处理|完结/g],
  [
    'result',
    /予以公开|同意公开|部分公开|不予|无法提供|其他处理|不存在|不属于|不掌握|补正|延期|撤回|撤销|转办|驳回|重复|逾期|超期|超时|当场|结转/g,
  ],
];

const someApplicants =
  /自然人|个人|法人|企业|(?:科研|服务)机构|(?:公益|其他|社会)组织|律师|当面|现场|网络|网上|网站|线上|平台|邮寄|邮件|邮政|邮箱|信函|书面|传真|口头|电话|微信/;

function requestNotion(context: Context): Notion | null {
  const { run, sentence, quantity, year, mention } = context;
  const notion = nearestVerb(run, year);
  if (notion === 'result') return null;
  if (notion !== 'carried_over' && !ofThisYear(context, notion === 'carried_forward' ? year + 1 : year)) return null;
  const all = /共|总|累计|合计|全部/.test(run) || (run.includes('公民') && run.includes('法人'));
  if (someApplicants.test(run) && !all) return null;
  if (notion === null)
    return context.inherited || mention.start >= quantity.end || quantity.unit === '条' || /其中/.test(run)
      ? null
      : 'received';
  const amongThose = sentence.plain.lastIndexOf('其中', quantity.start) >= 0;
  return amongThose && (notion === 'received' || notion === 'handled') ? null : notion;
}

function nearestVerb(run: string, year: number): Notion | 'result' | null {
  let nearest: { notion: Notion | 'result'; end: number; length: number } | null = null;
  const consider = (notion: Notion | 'result', match: RegExpMatchArray) => {
    const end = (match.index ?? 0) + match[0].length;
    const covered = nearest && (end < nearest.end || (end === nearest.end && match[0].length <= nearest.length));
    // 结转 within 上年结转: the longer word that began earlier and reaches as far says what is meant.
    if (!covered) nearest = { notion, end, length: match[0].length };
  };
  for (const match of run.matchAll(yearCarried)) if (Number(match[1]) === year - 1) consider('carried_over', match);
  for (const match of run.matchAll(carriedToYear))
    if (Number(match[1]) === year + 1) consider('carried_forward', match);
  for (const [notion, pattern] of requestVerbs) for (const match of run.matchAll(pattern)) consider(notion, match);
  return (nearest as { notion: Notion | 'result' } | null)?.notion ?? null;
}

const documentVerbs: readonly [Notion | 'result', RegExp][] = [
  ['documents_issued', /制发|制定|印发|出台|新制作|制作/g],
  ['documents_disclosed', /公开|公布|发布/g],
  ['documents_repealed', /废止|失效/g],
  ['documents_in_force', /现行有效|继续有效|有效/g],
  ['result', /清理|审查|审核|备案|修改|修订|解读|评估/g],
];

function documentNotion(run: string): Notion | null {
  let nearest: { notion: Notion | 'result'; end: number } | null = null;
  for (const [notion, pattern] of documentVerbs) {
    for (const match of run.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (!nearest || end > nearest.end) nearest = { notion, end };
    }
  }
  return nearest && nearest.notion !== 'result' ? nearest.notion : null;
}

// A number of another year says nothing of this year's table.
function ofThisYear({ sentence, quantity, run, year }: Context, orYear = year): boolean {
  const stated = [...sentence.plain.slice(0, quantity.start).matchAll(/(\d{4})年/g)].at(-1)?.[1];
  return (
    (stated === undefined || Number(stated) === year || Number(stated) === orYear) &&
    !/上一?年|去年|往年|历年|历史|[三五两几]年来/.test(run)
  );
}

// 行政复议、行政诉讼均为0件: one number for both.
function alsoOf({ mention, sentence }: Context, mentions: readonly Mention[]): Notion | null {
  const before = mentions[mentions.indexOf(mention) - 1];
  if (!before || !/^(?:[、和及与或]|以及)?$/.test(sentence.plain.slice(before.end, mention.start))) return null;
  const pair = [before.subject, mention.subject];
  return pair.includes('reconsideration') && pair.includes('litigation') && before.subject !== 'foreign'
    ? (before.subject as Notion)
    : null;
}

function extentOf(run: string): Statement['extent'] {
  if (/此类|该类|这类|同类/.test(run)) return 'group';
  return /共|累计|总计|合计|各类|总数/.test(run) ? 'all' : 'unsaid';
}

function ratesIn(sentence: Sentence, statements: readonly Statement[], year: number): Rate[] {
  const { plain, passage } = sentence;
  const found: Rate[] = [];
  for (const match of plain.matchAll(
    /(?:办结|答复|回复|办理|办复)率(?:均|都)?(?:为|达到?|是|保持|:)?(?:(\d+(?:\.\d+)?)%|(百分之百))/g,
  )) {
    const stated = [...plain.slice(0, match.index).matchAll(/(\d{4})年/g)].at(-1)?.[1];
    const subject = mentionsIn(plain.slice(0, match.index)).at(-1) ?? mentionsIn(passage.heading).at(-1);
    if (subject?.subject !== 'requests' || (stated !== undefined && Number(stated) !== year)) continue;
    const at = sentence.start + match.index;
    const answered = statements.findLast(({ notion, end }) => notion === 'handled' && end <= at)?.value ?? null;
    found.push({ value: match[2] ? 100 : Number(match[1]), answered, passage, start: at, end: at + match[0].length });
  }
  return found;
}
