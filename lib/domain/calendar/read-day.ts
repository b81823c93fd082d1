import { addDays, type Day, isDay } from '@/lib/domain/calendar/day';
import type { SheetCell } from '@/lib/domain/sheet';

/** Why a cell is no day: not written as one, day and month not to be told apart, a year of two digits, or none that exists. */
export type DayProblem = 'not_a_day' | 'day_ambiguous' | 'year_short' | 'no_such_day';

const numerals = '〇一二三四五六七八九';

/**
 * The day that a cell of a list means: 2020-1-2, 2020/1/2, 2020.1.2, 2020年1月2日, 20200102, 二〇二〇年一月二日, a spreadsheet's own
 * day, or the serial number that such a day has become on its way (days since 1899-12-30).
 */
export function readDay(cell: SheetCell): Day | DayProblem {
  if (cell.kind === 'day') return cell.day;
  if (cell.kind === 'number') return ofSerial(cell.value);
  const text = cell.text
    .normalize('NFKC')
    .trim()
    .replace(/[T\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '')
    .replace(/\s/g, '');
  if (/^\d{5}(\.\d+)?$/.test(text)) return ofSerial(Number(text));
  const [, year, month, day] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/.exec(inDigits(text)) ??
    [];
  if (year && month && day) return existing(year, month, day);
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/.test(text)) return 'day_ambiguous';
  if (/^\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/.test(text)) return 'year_short';
  return 'not_a_day';
}

export const isDayProblem = (read: Day | DayProblem): read is DayProblem => !isDay(read);

function existing(year: string, month: string, day: string): Day | DayProblem {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : 'no_such_day';
}

// From 1927 to 2119: other numbers in a cell for a day are something else.
function ofSerial(value: number): Day | DayProblem {
  const serial = Math.floor(value);
  if (/^(19|20)\d{6}$/.test(String(value))) return readDay({ kind: 'text', text: String(value) });
  return serial >= 10_000 && serial <= 80_000 ? addDays('1899-12-30', serial) : 'not_a_day';
}

/** 二〇二〇年十二月三十一日 → 2020年12月31日 */
function inDigits(text: string): string {
  return text
    .replace(/[○O0零]/g, '〇')
    .replace(/[〇一二三四五六七八九]{4}(?=年)/, (year) => [...year].map((sign) => numerals.indexOf(sign)).join(''))
    .replace(/[〇一二三四五六七八九十]{1,3}(?=[月日])/g, belowHundred);
}

/** 三十一 → 31; what is no such number stays as it is. */
function belowHundred(number: string): string {
  const match = /^(?:([二三四五六七八九]?)(十))?([〇一二三四五六七八九]?)$/.exec(number);
  if (!match) return number;
  const [, tens, ten, ones] = match;
  const value = (sign: string | undefined, empty: number) => (sign ? numerals.indexOf(sign) : empty);
  return String((ten ? value(tens, 1) * 10 : 0) + value(ones, 0));
}
