import { z } from 'zod';
import { words } from '@/lib/domain/input';
import type { InputProblem } from '@/lib/domain/issue';

/** What may stand in braces in the office's own words and is put in letter by letter: as people write it. */
export const placeholders = {
  asked: '申请内容',
  receivedOn: '收到日期',
  office: '机关',
  officeName: '公开机构',
  address: '地址',
  phone: '电话',
} as const;
export type Placeholder = keyof typeof placeholders;

const placeholderCalled = (word: string | undefined): Placeholder | undefined =>
  (Object.keys(placeholders) as Placeholder[]).find((each) => placeholders[each] === word); // its own keys

/** The parts of a letter that are the office's manner. Everything else is said by law and composed by the system. */
export const mannerParts = ['opening', 'explanation', 'closing'] as const;
export type MannerPart = (typeof mannerParts)[number];

const problem: InputProblem = 'unknown_placeholder';
const isKnown = (text: string) => [...text.matchAll(/\{([^{}]*)\}|[{}]/g)].every(([, word]) => placeholderCalled(word));

/** Own words for one part; empty: as the system has it. A placeholder that nobody fills in would be printed as it is. */
export const mannerWords = words(1_000).refine(isKnown, problem).default('');

/** The office's own words for the letters of one kind. */
export const letterManner = z.object({ opening: mannerWords, explanation: mannerWords, closing: mannerWords });
export type LetterManner = z.infer<typeof letterManner>;

/** Own words where there are any, else the usual ones. */
export const mannerOf = <Own extends LetterManner>(own: Own, usual: LetterManner): Own => {
  const part = (name: MannerPart) => (own[name].trim() === '' ? usual[name] : own[name]);
  return { ...own, opening: part('opening'), explanation: part('explanation'), closing: part('closing') };
};

export const noOwnWords: LetterManner = { opening: '', explanation: '', closing: '' };

/** The words with what they stand for, one paragraph a line. What is put in is not looked through again. */
export const filledIn = (text: string, values: Record<Placeholder, string>): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\{([^{}]*)\}/g, (whole, word: string) => filler(values, word) ?? whole).trim())
    .filter((line) => line !== '');

const filler = (values: Record<Placeholder, string>, word: string) => {
  const known = placeholderCalled(word);
  return known && values[known];
};
