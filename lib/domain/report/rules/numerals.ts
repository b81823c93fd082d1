/** A number with its unit, as prose states it: 3件, 1,234条, 十二件, 100%. */
export type Quantity = {
  start: number;
  end: number;
  value: number;
  unit: string;
  /** 约, 余, 近, 1.2万: not a figure that a table could contradict. */
  approximate: boolean;
};

const quantity =
  /(?:(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(\.\d+)?|([零〇一二两三四五六七八九十百千]+))(余|多|来)?(万|亿)?(余|多)?(人次|件次|条次|件|条|份|宗|起|例|项|次|篇|则|元|%)?/g;

/** Every number of a plain text that counts something. Years, dates and articles (第二十条) count nothing. */
export function quantitiesIn(plain: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of plain.matchAll(quantity)) {
    const [all, digits, places = '', chinese, many, myriad = '', more, unit = ''] = match;
    const start = match.index;
    const before = plain.slice(Math.max(0, start - 4), start);
    const bareZero = unit === '' && digits === '0' && /[为是]$/.test(before);
    if ((unit === '' && !bareZero) || before.endsWith('第')) continue;
    const value = digits === undefined ? chineseNumber(chinese ?? '') : Number(digits.replaceAll(',', '') + places);
    if (value === null) continue;
    const scale = myriad === '万' ? 10_000 : myriad === '亿' ? 100_000_000 : 1;
    const approximate =
      Boolean(many ?? more) || (scale > 1 && unit !== '元') || /(?:约|近|逾|超|超过|至少|不少于|以上)$/.test(before);
    found.push({
      start,
      end: start + all.length,
      value: Math.round(value * scale * 10_000) / 10_000,
      unit,
      approximate,
    });
  }
  return found;
}

const digitOf: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const stepOf: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 十二 is 12, 三百零五 is 305; null where the signs make no number. */
export function chineseNumber(text: string): number | null {
  let sum = 0;
  let digit: number | null = null;
  for (const sign of text) {
    const step = stepOf[sign];
    if (step !== undefined) {
      sum += (digit ?? 1) * step;
      digit = null;
      continue;
    }
    const next = digitOf[sign];
    if (next === undefined || (digit !== null && digit !== 0)) return null;
    digit = next;
  }
  return text === '' ? null : sum + (digit ?? 0);
}
