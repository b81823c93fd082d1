import { clauseOf, mentionBefore } from '@/lib/domain/report/rules/clauses';
import { type Notion, notionOf, yearBefore } from '@/lib/domain/report/rules/notions';
import { quantitiesIn } from '@/lib/domain/report/rules/numerals';
import { type Passage, type Sentence, sentencesOf } from '@/lib/domain/report/rules/prose';
import { type Mention, mentionsIn } from '@/lib/domain/report/rules/subjects';

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

function statementsIn(sentence: Sentence, year: number): Statement[] {
  const { plain, passage, start } = sentence;
  const quantities = quantitiesIn(plain);
  if (quantities.length === 0) return [];
  const mentions = mentionsIn(plain);
  const withCarriedOver = /(?:含|包括|其中|连同|加上)[^;]{0,24}(?:上|去|\d{4})(?:一)?年度?结转/.test(plain);
  return quantities.flatMap((quantity, index): Statement[] => {
    if (quantity.approximate || quantity.unit === '%' || quantity.unit === '元') return [];
    const clause = clauseOf(sentence, quantities, index, mentions, year);
    const notion = clause && notionOf(clause);
    if (!clause || !notion) return [];
    const { mention, inherited, run } = clause;
    return [
      {
        notion,
        value: quantity.value,
        withCarriedOver,
        alsoOf: inherited ? null : alsoOf(plain, mention, mentions),
        extent: extentOf(run),
        passage,
        start: start + clause.start,
        end: start + Math.max(quantity.end, inherited ? 0 : mention.end),
      },
    ];
  });
}

// 行政复议、行政诉讼均为0件: one number for both.
function alsoOf(plain: string, mention: Mention, mentions: readonly Mention[]): Notion | null {
  const before = mentions[mentions.indexOf(mention) - 1];
  if (!before || !/^(?:[、和及与或]|以及)?$/.test(plain.slice(before.end, mention.start))) return null;
  if (before.subject === 'reconsideration' && mention.subject === 'litigation') return before.subject;
  return before.subject === 'litigation' && mention.subject === 'reconsideration' ? before.subject : null;
}

function extentOf(run: string): Statement['extent'] {
  if (/此类|该类|这类|同类/.test(run)) return 'group';
  return /共|累计|总计|合计|各类|总数/.test(run) ? 'all' : 'unsaid';
}

const rate = /(?:办结|答复|回复|办理|办复)率(?:均|都)?(?:为|达到?|是|保持|:)?(?:(\d+(?:\.\d+)?)%|(百分之百))/g;

function ratesIn(sentence: Sentence, statements: readonly Statement[], year: number): Rate[] {
  const { plain, passage } = sentence;
  if (!plain.includes('率')) return [];
  return [...plain.matchAll(rate)].flatMap((match): Rate[] => {
    const before = plain.slice(0, match.index);
    const subject = mentionsIn(before).at(-1) ?? mentionBefore(sentence);
    const stated = yearBefore(before);
    if (subject?.subject !== 'requests' || (stated !== null && stated !== year)) return [];
    const start = sentence.start + match.index;
    const answered = statements.findLast(({ notion, end }) => notion === 'handled' && end <= start)?.value ?? null;
    return [{ value: match[2] ? 100 : Number(match[1]), answered, passage, start, end: start + match[0].length }];
  });
}
