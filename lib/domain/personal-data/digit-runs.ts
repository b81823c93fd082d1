import { unseen } from '@/lib/domain/personal-data/plain-characters';

/** A row of digits with nothing but unseen characters between them. */
export type DigitRun = { digits: string; start: number; end: number };

/** A candidate: where it stands and its digits. */
export type Candidate = { start: number; end: number; digits: string };

export function digitRuns(plain: string): DigitRun[] {
  const runs: DigitRun[] = [];
  for (const { 0: found, index } of plain.matchAll(/\d[\d\u200b]*/g)) {
    let length = found.length;
    while (found.charAt(length - 1) === unseen) length -= 1;
    runs.push({ digits: found.slice(0, length).replaceAll(unseen, ''), start: index, end: index + length });
  }
  return runs;
}

/** What stands between two neighbouring runs, when it can belong to one number: a space, a dash, a bracket. */
export function gapBetween(plain: string, left: DigitRun | undefined, right: DigitRun | undefined): string | null {
  if (!left || !right || right.start - left.end > 3) return null;
  const gap = plain.slice(left.end, right.start);
  return /^[ )\-\u200b]+$/.test(gap) ? gap : null;
}

/** Digits that go on over a dash are part of a longer code: 2020-13812345678. */
export const dashed = (gap: string | null) => gap?.includes('-') ?? false;

const unit = /^ ?(?:元|万|亿|亩|吨|千瓦|平方|立方|公斤|㎡|%|美元|号文|号令|号案)/;
const codeLabel =
  /(?:编号|编码|代码|索引号|项目号|批号|批次|单号|文号|备案号|备案|许可证号|证书号|证号|序号|案号|流水号|图号|宗地号|户号|表号|(?<!手)机号|条码|货号|信用代码|识别号|注册号|登记号|批准文号|订单|发票号码?|文书号|合同号|地块号|项目)(?:为|是|：|:|No\.?|\s|\()*$/i;

/** Whether the surroundings say that these digits are an amount, a decimal or a code, and nobody's number. */
export function isFigureOrCode(plain: string, start: number, end: number): boolean {
  const before = plain.slice(Math.max(0, start - 16), start);
  const after = plain.slice(end, end + 6);
  if (/\d\.$/.test(before) || /^\.\d{1,4}(?!\d)/.test(after) || unit.test(after)) return true;
  if (/[¥￥$€#][ ]?$/.test(before)) return true;
  return codeLabel.test(before);
}

const spokenLabel = /(?:^|[^A-Za-z])(?:tel|mobile|phone|mob|cell|fax|wechat|wx|vx|qq|m|t|no)$/i;

/** Whether letters touch the digits and make them part of a code; Tel and the like do not. */
export function touchesLetters(plain: string, start: number, end: number): boolean {
  if (/[A-Za-z]/.test(plain.charAt(end))) return true;
  const before = plain.slice(Math.max(0, start - 8), start);
  return /[A-Za-z]$/.test(before) && !spokenLabel.test(before);
}
