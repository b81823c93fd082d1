import type { Clause } from '@/lib/domain/report/rules/clauses';

/** What a stated number can be the number of. The format says which cells hold the same. */
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

const caseUnits = new Set(['件', '宗', '起', '例', '份', '条', '项', '次', '人次', '件次', '条次', '']);
const caseResults = /维持|纠正|撤销|驳回|撤诉|胜诉|败诉|审结|未结|终止|调解|和解|违法|其他结果|作出/;

/** What the number of a clause is the number of; null where no table holds it. */
export function notionOf(clause: Clause): Notion | null {
  const { mention, quantity, run, inherited } = clause;
  switch (mention.subject) {
    case 'foreign':
      return null;
    case 'requests':
      return caseUnits.has(quantity.unit) ? requestNotion(clause) : null;
    case 'documents':
      return ofThisYear(clause) ? documentNotion(clause) : null;
    case 'items':
      if (inherited || !/公开|发布|公布/.test(run) || !/[条件篇份则项]/.test(quantity.unit)) return null;
      return ofThisYear(clause) ? 'items_disclosed' : null;
    default:
      if (inherited || !caseUnits.has(quantity.unit) || caseResults.test(run) || !ofThisYear(clause)) return null;
      return mention.subject;
  }
}

/** A word of one kind nearest to the number: it says what was done. */
type Verb = { notion: Notion | 'other'; end: number; length: number };
type Verbs = readonly (readonly [Verb['notion'], RegExp])[];

const requestVerbs: Verbs = [
  [
    'carried_over',
    /(?:上|上一|去|往)年度?(?:的)?(?:结转|遗留|转结|转入|接转)|结转(?:自|于)?(?:上|上一|去)年度?(?!下)/g,
  ],
  ['carried_forward', /(?:结转|转结|转接|转|移)(?:至|到|入|往)?(?:下|次|第二|翌|明)一?年度?(?:继续)?(?:办理)?/g],
  ['newly_received', /新收(?:到|件)?|新增|新接(?:收|到)?/g],
  ['received', /收到|收悉|接收|接到|受理|接受|登记/g],
  ['handled', /办结|办理(?:件数|数量)?|办复|办毕|答复|回复|处理|完结/g],
  [
    'other',
    /予以公开|同意公开|部分公开|不予|无法提供|其他处理|不存在|不属于|不掌握|补正|延期|撤回|撤销|转办|驳回|重复|结转/g,
  ],
];

const documentVerbs: Verbs = [
  ['documents_issued', /制发|制定|印发|出台|新制作|制作/g],
  ['documents_disclosed', /公开|公布|发布/g],
  ['documents_repealed', /废止|失效/g],
  ['documents_in_force', /现行有效|继续有效|有效/g],
  ['other', /清理|审查|审核|备案|修改|修订|解读|评估/g],
];

const someApplicants =
  /自然人|个人|法人|企业|(?:科研|服务)机构|(?:公益|其他|社会)组织|律师|当面|现场|网络|网上|网站|线上|平台|邮寄|邮件|邮政|邮箱|信函|书面|传真|口头|电话|微信/;

function requestNotion(clause: Clause): Notion | null {
  const { run, sentence, quantity, year, mention, inherited } = clause;
  if (/协助|配合|指导|当场|延期|逾期|超期|超时/.test(run)) return null;
  const verb = nearest(run, requestVerbs, carriedByYear(run, year));
  if (verb?.notion === 'other') return null;
  if (verb?.notion !== 'carried_over' && !ofThisYear(clause, verb?.notion === 'carried_forward' ? year + 1 : year)) {
    return null;
  }
  const all = /共|总|累计|合计|全部/.test(run) || (run.includes('公民') && run.includes('法人'));
  if (someApplicants.test(run) && !all) return null;
  if (!verb) {
    const alone = inherited || mention.start >= quantity.end || quantity.unit === '条' || run.includes('其中');
    return alone ? null : 'received';
  }
  if (inherited && !endsWith(run, verb)) return null;
  const amongThose = sentence.plain.lastIndexOf('其中', quantity.start) >= 0;
  return amongThose && (verb.notion === 'received' || verb.notion === 'handled') ? null : verb.notion;
}

function documentNotion(clause: Clause): Notion | null {
  const verb = nearest(clause.run, documentVerbs);
  if (!verb || verb.notion === 'other' || (clause.inherited && !endsWith(clause.run, verb))) return null;
  return verb.notion;
}

// 2020年结转, 结转至2022年: the year says which way.
function carriedByYear(run: string, year: number): Verb[] {
  const verbs: Verb[] = [];
  for (const match of run.matchAll(/(\d{4})年度?(?:的)?结转(?!至|到|入|下|\d)/g)) {
    if (Number(match[1]) === year - 1) verbs.push(verbOf('carried_over', match));
  }
  for (const match of run.matchAll(/结转(?:至|到|入)?(\d{4})年(?:度)?/g)) {
    if (Number(match[1]) === year + 1) verbs.push(verbOf('carried_forward', match));
  }
  return verbs;
}

// The last word counts; of two that end together the longer (上年结转, not 结转).
function nearest(run: string, verbs: Verbs, more: readonly Verb[] = []): Verb | null {
  const found = [...more];
  for (const [notion, pattern] of verbs) for (const match of run.matchAll(pattern)) found.push(verbOf(notion, match));
  return found.reduce<Verb | null>(
    (last, verb) =>
      !last || verb.end > last.end || (verb.end === last.end && verb.length > last.length) ? verb : last,
    null,
  );
}

const verbOf = (notion: Verb['notion'], match: RegExpExecArray): Verb => ({
  notion,
  end: match.index + match[0].length,
  length: match[0].length,
});

// With the subject further back, 办结5件 is about it and 处理问题5件 is not.
const endsWith = (run: string, verb: Verb) =>
  /^(?:了|的|共|共计|合计|总计|为|是|有|数量|数|件数|申请|均|:)*$/.test(run.slice(verb.end));

// A number of another year says nothing of this year's table.
function ofThisYear({ sentence, quantity, run, year }: Clause, orYear = year): boolean {
  const stated = yearBefore(sentence.plain.slice(0, quantity.start));
  return (
    (stated === null || stated === year || stated === orYear) && !/上一?年|去年|往年|历年|历史|[三五两几]年来/.test(run)
  );
}

/** The year named last; null where none is. */
export function yearBefore(plain: string): number | null {
  const last = [...plain.matchAll(/(\d{4})年/g)].at(-1)?.[1];
  return last === undefined ? null : Number(last);
}
