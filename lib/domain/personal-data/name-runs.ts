import { type NameWord, nameAtStart, nameIn } from '@/lib/domain/personal-data/name-word';

type Place = { start: number; end: number };

const word = '[\\u4e00-\\u9fff·•]{2,14}';
const money = '(?:元|万元|亩|平方米|㎡|公斤|斤|吨|头|只|株|棵|袋|分)';
// 张三500元, 张三（德亭村）补助500元, 张三（2.1亩）. The word is bounded, so that a long row of characters costs nothing.
const nameAndAmount = new RegExp(
  `(?<![\\u4e00-\\u9fff·•])(${word})(?:\\([^()\\n]{0,20}\\))?[ :，,(]{0,2}(?:补助|补贴|救助|奖励|捐款|发放|各|共)?[ :]{0,2}[¥￥]?\\d[\\d,.]{0,12} ?${money}`,
  'g',
);
// What may stand between an amount and the next name: a second amount, a number, the village.
const between = new RegExp(
  `^(?:整|/[月年人亩户])?(?:[\\u4e00-\\u9fff]{0,4}\\d[\\d,.]{0,12} ?${money})?[\\s、，,;。.)]*(?:及|和|与|以及|\\(?\\d{1,3}[.、)])?\\s*(?:[\\u4e00-\\u9fff]{2,10}:)?\\s*$`,
);
const farthest = 24;

/** Names with an amount each, in a row: 张三500元、李四600元. */
export function namesWithAmounts(plain: string): Place[][] {
  return inLists(plain, itemsOf(plain)).filter(isNameList).map(namesOf);
}

type Item = { name: NameWord | null; wordStart: number; end: number };

function* itemsOf(plain: string): Generator<Item> {
  for (const match of plain.matchAll(nameAndAmount)) {
    const wordEnd = match.index + (match[1]?.length ?? 0);
    yield { name: nameIn(plain, match.index, wordEnd), wordStart: match.index, end: match.index + match[0].length };
  }
}

function inLists(plain: string, items: Iterable<Item>): Item[][] {
  const lists: Item[][] = [];
  for (const item of items) {
    const list = lists.at(-1);
    const last = list?.at(-1);
    const near = last && item.wordStart - last.end <= farthest;
    if (list && near && between.test(plain.slice(last.end, item.wordStart))) list.push(item);
    else lists.push([item]);
  }
  return lists;
}

function isNameList(list: readonly Item[]): boolean {
  const strong = list.filter(({ name }) => name?.sureness === 'strong').length;
  return strong >= 2 && strong >= 0.6 * list.length;
}

const namesOf = (list: readonly Item[]): Place[] => list.flatMap(({ name }) => name ?? []);

const part = /[^；;。\n]+/g;
const opening = (label: string) =>
  new RegExp(`^\\s*(?:\\(?\\d{1,3}[.、)]\\s*)?${label}((付|支付|发给|付给)?${word})([:，,\\s(]|)`);
const openings = [opening(''), opening('[\\u4e00-\\u9fff]{2,10}:\\s*')];
const sum = /\d[\d,.]{0,12} ?(?:元|万元|亩)/;

/**
 * Names at the head of parts of a sentence or of lines, each part with a sum of its own: 张三：核桃树15棵，补偿4500元；李四：…,
 * 付张三清理河道工资1200元；付李四….
 */
export function namesHeadingParts(plain: string): Place[][] {
  const lists: Item[][] = [];
  for (const { 0: text, index } of plain.matchAll(part)) {
    const item = headedPart(plain, text, index);
    const last = lists.at(-1)?.at(-1);
    if (item && last && /^[；;。\s]*$/.test(plain.slice(last.end, index))) lists.at(-1)?.push(item);
    else if (item) lists.push([item]);
  }
  return lists.filter(isNameList).map(namesOf);
}

function headedPart(plain: string, text: string, index: number): Item | null {
  if (text.length > 120) return null;
  for (const pattern of openings) {
    const [opened = '', head = '', paid, stop = ''] = pattern.exec(text.slice(0, 60)) ?? [];
    const wordStart = index + opened.length - head.length - stop.length;
    const wordEnd = wordStart + head.length;
    if (head === '' || !sum.test(plain.slice(wordEnd, index + text.length))) continue;
    const name = paid ? nameAtStart(plain, wordStart, wordEnd) : stop ? nameIn(plain, wordStart, wordEnd) : null;
    if (name) return { name, wordStart: index, end: index + text.length };
  }
  return null;
}

const enumeration = /(?<![\u4e00-\u9fff·•])[\u4e00-\u9fff·•]{2,14}(?:[、和及][\u4e00-\u9fff·•]{2,14}){1,200}/g;
const eachOf = /^[^。；;\n]{0,24}?(?:每人|每户|各|分别|人均|户均)[^。；;\n]{0,24}?\d[\d,.]{0,12} ?万?(?:元|亩|分)/;

/** Names in a row that share an amount: 张三、李四、王五每人补助500元. */
export function namesSharingAmount(plain: string): Place[][] {
  return [...plain.matchAll(enumeration)].flatMap(({ 0: row, index }) => {
    const words = partsOf(row, index);
    const last = words.at(-1);
    if (!last || !eachOf.test(plain.slice(last.start, last.end + 60))) return [];
    const names = words.flatMap(({ start, end }) => {
      return (start === last.start ? nameAtStart(plain, start, end) : nameIn(plain, start, end)) ?? [];
    });
    const strong = names.filter(({ sureness }) => sureness === 'strong').length;
    return strong >= 2 && strong >= 0.6 * words.length ? [names] : [];
  });
}

function partsOf(row: string, start: number): Place[] {
  const cuts = [...row.matchAll(/[、和及]/g)].map(({ index }) => index);
  return [...cuts, row.length].map((end, at) => ({
    start: start + (at === 0 ? 0 : (cuts[at - 1] ?? 0) + 1),
    end: start + end,
  }));
}
