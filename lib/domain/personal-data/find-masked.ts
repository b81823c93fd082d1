import { surroundings } from '@/lib/domain/personal-data/hit';
import { plainCharacters } from '@/lib/domain/personal-data/plain-characters';
import { surnameLength } from '@/lib/domain/personal-data/surnames';

/** A stretch that hides a number, an address or a name; `start` and `end` count UTF-16 characters. */
export type MaskedStretch = { text: string; start: number; end: number };

/**
 * What has been masked in a text, here or before it came here: 4103**********1234, 138-****-5678, z****@163.com, 张某某, 张*.
 * Says where to look and nothing of what stood there; a row of stars alone is an ornament.
 */
export function findMasked(text: string): MaskedStretch[] {
  const plain = plainCharacters(text);
  const numbers = [...plain.matchAll(number)].filter(([whole]) => /\*{3}|\*[ -]\*/.test(whole) && /\w/.test(whole));
  const names = [...plain.matchAll(name)].flatMap((match) => {
    const before = match[1] ?? '';
    const length = surnameLength(before) || (before.length === 2 ? surnameLength(before.slice(1)) : 0);
    const from = match.index + before.length - length;
    return length === 0 ? [] : [{ index: from, 0: match[0].slice(before.length - length) }];
  });
  const found = [...numbers, ...names].map(({ index, 0: whole }) => ({ start: index, end: index + whole.length }));
  return found
    .sort((one, other) => one.start - other.start)
    .map(({ start, end }) => ({ text: text.slice(start, end), start, end }));
}

/** A masked stretch with the words around it. */
export type ToldMask = { text: string; before: string; after: string };

export const toldMasks = (text: string): ToldMask[] =>
  findMasked(text).map((stretch) => {
    const { before, after } = surroundings(text, stretch);
    return { text: stretch.text, before, after };
  });

// Digits, letters and stars in groups, as numbers are written; an address goes on behind its sign.
const number = /(?<![\w*])[\w*](?:[ -]?[\w*]){3,40}(?:@[\w.-]{1,60})?/g;

// 某年, 某村 and 某公司 hide nobody; 某 itself (U+67D0) is no surname.
const name =
  /([\u4e00-\u67cf\u67d1-\u9fff]{1,2})(?:某{1,2}|\*{1,2})(?![*某年月日时村组镇乡县市省区局所站室部科公单企厂店校院项个些种处户])/g;
