import { type Passage, type Sentence, sentencesOf } from '@/lib/domain/report/rules/prose';

export const deniedMatters = [
  'requests',
  'reconsideration',
  'litigation',
  'licensing',
  'penalties',
  'coercion',
] as const;
export type DeniedMatter = (typeof deniedMatters)[number];

/** The prose says that something did not happen in the year: 未收到申请, 未发生行政复议、行政诉讼, 零报告. */
export type Denial = {
  of: DeniedMatter;
  /** It speaks of new requests only: some were carried over, as the same sentence says. */
  besidesCarriedOver: boolean;
  passage: Passage;
  start: number;
  end: number;
};

// 无 begins many words (无法, 无正当理由), so it denies only what is named at once after it.
const named =
  '(?:涉及|关于|有关)?(?:依申请公开|(?:政府)?信息公开(?:的)?申请|公开申请|申请(?!人)|因政府信息公开|行政复议|行政诉讼|复议|诉讼|行政处罚|行政强制|行政许可)';
const denial = new RegExp(
  `(?:(?:未|没有|从未|尚未)(?:曾|有)?(?:收到|接到|接收|受理|办理|发生|产生|出现|引发|被(?=申请|提起|复议)|涉及|作出|实施)|(?:无|没有|零|未有)(?=${named}))([^,;:()]{0,80})`,
  'g',
);

const matters: readonly [DeniedMatter, RegExp][] = [
  ['reconsideration', /复议/],
  ['litigation', /诉讼|被?起诉/],
  ['licensing', /行政许可/],
  ['penalties', /行政处罚/],
  ['coercion', /强制/],
];
const requests =
  /依申请公开|信息公开(?:的)?(?:书面|有效)?申请|公开申请|^(?:任何|过|到)?(?:公民的?)?申请(?:事项|件)?$|提出的申请/;
const someRequests = /不予|部分|无法|收费|补正|延期|结转|撤回|重复|逾期|超期/;
const someCases = /维持|纠正|撤销|败诉|胜诉|审结|信息(?!公开)/;

export function readDenials(passages: readonly Passage[], year: number): Denial[] {
  return passages.flatMap((passage) => sentencesOf(passage).flatMap((sentence) => denialsIn(sentence, year)));
}

function denialsIn(sentence: Sentence, year: number): Denial[] {
  if (!/[未无零没]/.test(sentence.plain)) return [];
  return [...sentence.plain.matchAll(denial), ...sentence.plain.matchAll(zeroReport)].flatMap((match) => {
    if (!ofThisYear(sentence.plain.slice(0, match.index + 6), year)) return [];
    const start = sentence.start + match.index;
    const place = { passage: sentence.passage, start, end: start + match[0].length };
    const besidesCarriedOver = sentence.plain.includes('结转');
    return mattersOf(match[1], sentence).map((of): Denial => ({ of, besidesCarriedOver, ...place }));
  });
}

const zeroReport = /零(?:报告|申请|受理)(?!制度)/g;

function mattersOf(phrase: string | undefined, sentence: Sentence): DeniedMatter[] {
  if (phrase === undefined) return /申请/.test(sentence.plain + sentence.passage.heading) ? ['requests'] : [];
  const items = phrase.split(/[、和及与或]|以及/);
  return [...new Set(items.flatMap(mattersOfItem))];
}

function mattersOfItem(item: string): DeniedMatter[] {
  if (someCases.test(item))
    return requests.test(item) && !someRequests.test(item) && !/复议|诉讼/.test(item) ? ['requests'] : [];
  const cases = matters.flatMap(([matter, words]) => (words.test(item) ? [matter] : []));
  if (cases.length > 0) return cases;
  return requests.test(item) && !someRequests.test(item) ? ['requests'] : [];
}

function ofThisYear(before: string, year: number): boolean {
  const stated = [...before.matchAll(/(\d{4})年/g)].at(-1)?.[1];
  return (stated === undefined || Number(stated) === year) && !/(?:上一?年|去年|往年)度?[^,]*$/.test(before);
}
