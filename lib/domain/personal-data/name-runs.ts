import { type NameWord, nameIn } from '@/lib/domain/personal-data/name-word';

type Place = { start: number; end: number };

const word = '[\\u4e00-\\u9fff·•]{2,14}';
const money = '(?:元|万元|亩|平方米|㎡|公斤|斤|吨|头|只|株|棵|袋|分)';
// 张三500元, 张三（德亭村）补助500元, 张三：500元, 张三 500 元. The word is bounded, so that a long row of characters costs nothing.
const nameAndAmount = new RegExp(
  `(?<![\\u4e00-\\u9fff·•])(${word})(?:\\([^()\\n]{0,20}\\))?[ :：,，]{0,2}(?:补助|补贴|救助|奖励|捐款|发放|各|共)?[ :：]{0,2}[¥￥]?(\\d[\\d,.]{0,12}) ?${money}`,
  'g',
);
const between = /^(?:整|\/[月年人亩户])?[\s、,，;；。.)]*(?:(?:及|和|与|以及)|\(?\d{1,3}[.、)])?\s*$/;

/** Names with an amount each, in a row: 张三500元、李四600元. */
export function namesWithAmounts(plain: string): Place[][] {
  const lists: Item[][] = [];
  for (const item of itemsOf(plain)) {
    const list = lists.at(-1);
    const last = list?.at(-1);
    const goesOn = last && item.wordStart - last.end <= 8 && between.test(plain.slice(last.end, item.wordStart));
    if (list && goesOn) list.push(item);
    else lists.push([item]);
  }
  return lists.filter(isNameList).map((list) => list.flatMap(({ name }) => name ?? []));
}

type Item = { name: NameWord | null; wordStart: number; end: number };

function* itemsOf(plain: string): Generator<Item> {
  for (const match of plain.matchAll(nameAndAmount)) {
    const wordEnd = match.index + (match[1]?.length ?? 0);
    yield { name: nameIn(plain, match.index, wordEnd), wordStart: match.index, end: match.index + match[0].length };
  }
}

function isNameList(list: readonly Item[]): boolean {
  const strong = list.filter(({ name }) => name?.sureness === 'strong').length;
  return strong >= 2 && strong >= (list.length < 4 ? list.length : 0.6 * list.length);
}

const enumeration = /(?<![\u4e00-\u9fff·•])[\u4e00-\u9fff·•]{2,14}(?:[、和及][\u4e00-\u9fff·•]{2,14}){1,200}/g;
const eachOf = /^[^。；;\n]{0,24}?(?:每人|每户|各|分别|人均|户均)[^。；;\n]{0,24}?\d[\d,.]{0,12} ?万?(?:元|亩|分)/;

/** Names in a row that share an amount: 张三、李四、王五每人补助500元. */
export function namesSharingAmount(plain: string): Place[][] {
  return [...plain.matchAll(enumeration)].flatMap(({ 0: row, index }) => {
    const end = index + row.length;
    const words = partsOf(row, index);
    const last = words.at(-1);
    if (!last || !eachOf.test(plain.slice(last.start, end + 60))) return [];
    const names = words.map(({ start, end: to }, at) =>
      at === words.length - 1 ? firstName(plain, start, to) : nameIn(plain, start, to),
    );
    const strong = names.filter((name) => name?.sureness === 'strong').length;
    return strong >= 2 && strong >= 0.6 * words.length ? [names.flatMap((name) => name ?? [])] : [];
  });
}

function partsOf(row: string, start: number): Place[] {
  const parts: Place[] = [];
  let from = 0;
  for (const { index } of row.matchAll(/[、和及]/g)) {
    parts.push({ start: start + from, end: start + index });
    from = index + 1;
  }
  return [...parts, { start: start + from, end: start + row.length }];
}

// The last one runs into the sentence: 王五每人补助500元.
function firstName(plain: string, start: number, end: number): NameWord | null {
  const tail = /等|每|各|分别|共|三人|两人|二人|四人|五人|人均|户均|同志/.exec(plain.slice(start, end));
  return nameIn(plain, start, tail ? start + tail.index : end);
}
