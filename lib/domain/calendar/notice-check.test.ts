import { describe, expect, test } from 'vitest';
import { type Arrangement, calendar } from '@/lib/domain/calendar/calendar';
import { checkNotice, type NoticeFault } from '@/lib/domain/calendar/notice-check';

// An invented arrangement of a year for which no notice is out.
const notice = (): Arrangement => ({
  year: 2027,
  notices: [{ title: '通知', number: '国办发明电〔2026〕9号', numberChecked: true, url: 'https://www.gov.cn/2027' }],
  off: [
    ['2027-01-01', '2027-01-03', '元旦'],
    ['2027-02-05', '2027-02-11', '春节'],
    ['2027-04-03', '2027-04-05', '清明节'],
    ['2027-05-01', '2027-05-05', '劳动节'],
    ['2027-06-09', '2027-06-09', '端午节'],
    ['2027-09-15', '2027-09-15', '中秋节'],
    ['2027-10-01', '2027-10-07', '国庆节'],
  ],
  work: ['2027-02-14', '2027-05-08', '2027-10-09'],
});

test('the arrangements that the product brings along pass their own check', () => {
  for (const known of calendar.arrangements) expect(checkNotice(known, calendar).issues).toEqual([]);
  expect(calendar.arrangements.map((known) => checkNotice(known, calendar).workingDays)).toEqual([
    ...[250, 249, 250, 249, 249, 251, 248, 248],
  ]);
  expect(checkNotice(calendar.arrangements.at(-1), calendar).statutoryDays).toBe(13);
});

test('a notice for a further year passes', () => {
  expect(checkNotice(notice(), calendar)).toMatchObject({ issues: [], arrangement: { year: 2027 }, workingDays: 247 });
});

describe('a notice is refused for', () => {
  const changed = (change: Partial<Arrangement>) => checkNotice({ ...notice(), ...change }, calendar).issues;
  const more = (...extra: Arrangement['off']) => ({ off: [...notice().off, ...extra] });
  test.each<[NoticeFault, string, Partial<Arrangement>]>([
    ['no_notice', '', { notices: [] }],
    ['holiday_missing', '端午节', { off: notice().off.filter(([, , name]) => name !== '端午节') }],
    ['reversed', '2027-08-09', more(['2027-08-09', '2027-08-01', '端午节'])],
    ['too_long', '2027-08-01', more(['2027-08-01', '2027-08-11', '端午节'])],
    ['too_long', '2027-08-01', more(['2027-08-01', '2099-08-11', '端午节'])],
    ['unnamed', '2027-08-01', more(['2027-08-01', '2027-08-02'])],
    ['outside_year', '2026-08-01', more(['2026-08-01', '2026-08-02', '端午节'])],
    ['outside_year', '2028-02-12', { work: [...notice().work, '2028-02-12'] }],
    ['overlap', '2027-01-03', more(['2027-01-03', '2027-01-04', '元旦'])],
    ['works_on_weekday', '2027-02-16', { work: [...notice().work, '2027-02-16'] }],
    ['off_and_worked', '2027-02-06', { work: [...notice().work, '2027-02-06'] }],
    [
      'fixed_day_missing',
      '2027-10-02',
      { off: notice().off.map(([from, to, name]) => [from, name === '国庆节' ? '2027-10-01' : to, name]) },
    ],
  ])('%s (%s)', (fault, detail, change) => {
    expect(changed(change)).toContainEqual({ code: 'holiday_notice', fault, detail });
  });

  test('what another year says already', () => {
    const doubled = { ...notice(), year: 2027, work: [...notice().work, '2027-01-02' as const] };
    expect(checkNotice(doubled, calendar).issues).toEqual([
      { code: 'holiday_notice', fault: 'off_and_worked', detail: '2027-01-02' },
    ]);
  });

  test('its form', () => {
    expect(checkNotice({ ...notice(), off: [['2027-02-30', '2027-03-01', '春节']] }, calendar)).toMatchObject({
      arrangement: null,
      issues: [{ fault: 'malformed', detail: 'off.0.0' }],
    });
  });
});
