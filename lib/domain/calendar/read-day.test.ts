import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '@/lib/domain/calendar/day';
import { readDay } from '@/lib/domain/calendar/read-day';
import { textCell } from '@/lib/domain/sheet';

const read = (text: string) => readDay(textCell(text));

test.each([
  '2020-12-31',
  '2020/12/31',
  '2020.12.31',
  '2020年12月31日',
  '2020年12月31',
  '20201231',
  ' 2020 年 12 月 31 日 ',
  '２０２０年１２月３１日',
  '2020-12-31 00:00:00',
  '2020/12/31 8:30',
  '2020-12-31T16:00:00.000Z',
  '二〇二〇年十二月三十一日',
  '二○二○年十二月三十一日',
  '二零二零年十二月三十一日',
  '44196',
  '44196.5',
])('%s is the last day of 2020', (text) => {
  expect(read(text)).toBe('2020-12-31');
});

test.each([
  ['2020-1-2', '2020-01-02'],
  ['二〇一九年一月十日', '2019-01-10'],
  ['二〇二〇年二月二十日', '2020-02-20'],
  ['二〇二〇年十月一日', '2020-10-01'],
  ['二〇二〇年十一月十五日', '2020-11-15'],
])('%s is %s', (text, day) => {
  expect(read(text)).toBe(day);
});

test.each([
  ['1/2/2020', 'day_ambiguous'],
  ['31.12.2020', 'day_ambiguous'],
  ['20-1-2', 'year_short'],
  ['21年1月5日', 'year_short'],
  ['2020-13-01', 'no_such_day'],
  ['2020年2月30日', 'no_such_day'],
  ['20200230', 'no_such_day'],
  ['2020年', 'not_a_day'],
  ['2020-01', 'not_a_day'],
  ['去年年底', 'not_a_day'],
  ['二〇二〇年', 'not_a_day'],
  ['二〇二〇年十十月一日', 'not_a_day'],
  ['', 'not_a_day'],
  ['12', 'not_a_day'],
])('%s is no day: %s', (text, problem) => {
  expect(read(text)).toBe(problem);
});

test('a number in a cell is the serial number of a day, or a day written as one number', () => {
  expect(readDay({ kind: 'number', value: 44_196.75 })).toBe('2020-12-31');
  expect(readDay({ kind: 'number', value: 20_201_231 })).toBe('2020-12-31');
  expect(readDay({ kind: 'number', value: 2020 })).toBe('not_a_day');
  expect(readDay({ kind: 'day', day: '2020-12-31' })).toBe('2020-12-31');
});

test('every day is read from each way of writing it', () => {
  const day = fc.integer({ min: 0, max: 60_000 }).map((count) => addDays('1949-10-01', count));
  const chinese = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const spoken = (number: number) => {
    const [tens, ones] = [Math.floor(number / 10), chinese[number % 10] ?? ''];
    const ending = number % 10 === 0 ? '' : ones;
    return tens === 0 ? ones : `${tens === 1 ? '' : chinese[tens]}十${ending}`;
  };
  const property = fc.property(day, (wanted) => {
    const [year = '', month = '', date = ''] = wanted.split('-');
    const words = `${[...year].map((sign) => chinese[Number(sign)]).join('')}年${spoken(Number(month))}月${spoken(Number(date))}日`;
    const ways = [wanted, `${year}年${Number(month)}月${Number(date)}日`, `${year}${month}${date}`, words];
    expect(ways.map(read)).toEqual(ways.map(() => wanted));
    expect(readDay({ kind: 'number', value: daysBetween('1899-12-30', wanted) })).toBe(wanted);
  });
  fc.assert(property);
});
