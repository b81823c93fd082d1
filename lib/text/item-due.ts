import type { Day } from '@/lib/domain/calendar/day';
import { article26, type PublishingPeriod } from '@/lib/domain/catalogue/publishing-period';
import type { DueSteps } from '@/lib/domain/items/due-steps';
import { unitNames } from '@/lib/text/catalogue';
import { dayInProse, weekdayName } from '@/lib/text/days';

/** 最迟2021年2月25日（星期四）公开 */
export const dueDayWords = ({ day, provisional }: Pick<DueSteps, 'day' | 'provisional'>) =>
  `最迟${dayInProse(day)}（${weekdayName(day)}）公开${provisional ? '（暂定）' : ''}`;

/** 怎么算的: every step from the day of formation to the last day. */
export function dueExplained(formedOn: Day, steps: DueSteps): string[] {
  const { first, day, provisional, period, weekends, holidays, madeUp } = steps;
  const begins = `成文日期${dayInProse(formedOn)}，当天不算，从${dayInProse(first)}起算。`;
  const law = `期限是${period.days}个${unitNames[period.unit]}（${isUsual(period) ? '《条例》第二十六条' : '公开目录另有规定'}）。`;
  const off = [weekends > 0 && `周末${weekends}天`, ...holidays.map(({ name, days }) => `${name}放假${days}天`)];
  const skipped = off.filter(Boolean).join('、');
  const counted =
    period.unit === 'working_day'
      ? `${skipped ? `其间${skipped}不算` : '其间没有休息日'}${madeUp > 0 ? `，调休上班${madeUp}天要算` : ''}。`
      : '期满那天是休息日的，顺延到下一个工作日（《民法典》第二百零三条）。';
  const end = `最后一天是${dayInProse(day)}，${weekdayName(day)}。`;
  return [
    begins,
    law,
    counted,
    end,
    ...(provisional ? ['那一年的放假安排还没有公布，日子是暂定的，公布以后可能变动。'] : []),
  ];
}

const isUsual = ({ days, unit }: PublishingPeriod) => days === article26.days && unit === article26.unit;
