import type { NoticeFault } from '@/lib/domain/calendar/notice-check';
import { dayInProse } from '@/lib/text/days';

/** What is wrong with a holiday notice. `detail`: the day, the holiday or the place in the file. */
export function noticeFaultSentence(fault: NoticeFault, detail: string): string {
  switch (fault) {
    case 'malformed':
      return `${detail === '' ? '整个文件' : detail}缺少或者不合规定。`;
    case 'no_notice':
      return '没有写明依据的通知。请填写通知的标题、文号和网址。';
    case 'reversed':
      return `从${dayInProse(detail)}起的放假，结束日期早于开始日期。`;
    case 'outside_year':
      return `${dayInProse(detail)}不在这一年的安排范围内。请核对年份。`;
    case 'overlap':
      return `${dayInProse(detail)}在两段放假里都有。`;
    case 'too_long':
      return `从${dayInProse(detail)}起的放假超过10天。请核对日期。`;
    case 'unnamed':
      return `从${dayInProse(detail)}起的放假没有写明节日。`;
    case 'works_on_weekday':
      return `${dayInProse(detail)}不是周末，不能列为调休上班。`;
    case 'off_and_worked':
      return `${dayInProse(detail)}既放假又上班。`;
    case 'fixed_day_missing':
      return `${dayInProse(detail)}是法定节日，安排里没有放假。`;
    case 'holiday_missing':
      return `没有${detail}的放假安排。`;
  }
}
