import type { DayKind } from '@/lib/domain/calendar/working-days';
import type { Clock, ClockRemark, Step } from '@/lib/domain/requests/clock';
import type { LedgerDay } from '@/lib/domain/requests/ledger';
import type { StepName } from '@/lib/domain/requests/steps';
import { dayInProse } from '@/lib/text/days';

/** What has to be done by a day, as lists call it. */
export const stepNames: Record<StepName, string> = {
  confirm_receipt: '与申请人确认收到',
  ask_correction: '告知补正',
  correct: '申请人补正',
  answer_consultation: '被征求意见方答复',
  extend: '延长答复期限',
  pay_fee: '申请人缴费',
  reply: '答复',
  deliver: '送达',
};

/** Who has to do it. */
export const stepActors: Record<Step['who'], string> = {
  office: '本机关',
  applicant: '申请人',
  third_party: '第三方',
  other_body: '其他机关',
};

const dayKinds: Record<DayKind, string> = {
  working: '工作日',
  weekend: '周末',
  holiday: '放假',
  make_up: '调休上班',
};

/** Why a day counts or does not: 春节放假，不计; 调休上班，第3个工作日; 征求第三方意见，停止计算. */
export function ledgerSentence(day: LedgerDay): string {
  const tail = day.provisional ? '（放假安排尚未公布，暂按周末推算）' : '';
  return `${reasonSentence(day)}${tail}`;
}

// One sentence a reason: longer than a function ought to be.
function reasonSentence(day: LedgerDay): string {
  switch (day.reason) {
    case 'not_received':
      return '申请已经到达，尚未确认收到，不计';
    case 'received':
      return '收到申请之日，当日不计';
    case 'corrected':
      return '收到补正之日，期限从次日起重新计算';
    case 'fee_paid':
      return '缴费之日，期限从次日起重新计算';
    case 'reopened':
      return '重新办理之日，期限从次日起计算';
    case 'working':
    case 'make_up':
      return countedSentence(day);
    case 'weekend':
      return '周末，不计';
    case 'holiday':
      return `${day.arranged?.holiday ?? ''}放假，不计`;
    case 'third_party':
      return `征求第三方意见，停止计算${offDuring(day)}`;
    case 'other_body':
      return `征求其他机关意见，停止计算${offDuring(day)}`;
    case 'fee':
      return `等待缴费，停止计算${offDuring(day)}`;
    case 'waiting_correction':
      return '等待申请人补正，不计';
    case 'waiting_fee':
      return '等待申请人缴费，不计';
    case 'deferred':
      return '延迟答复的合理期限内，不按工作日计算';
    case 'over':
      return '已经办结或者期限已经届满，不计';
  }
}

function countedSentence({ kind, number, extension, superseded, last }: LedgerDay) {
  const what = extension ? `${dayKinds[kind]}，延长期内` : dayKinds[kind];
  const ending = superseded ? '，期限后来重新计算' : last ? '，最晚答复日' : '';
  return `${what}，第${number}个工作日${ending}`;
}

const offDuring = ({ kind }: LedgerDay) => (kind === 'working' ? '' : `（${dayKinds[kind]}）`);

const remarkSentences: Record<ClockRemark['code'], (last: string) => string> = {
  correction_without_effect: (last) => `告知补正时，告知补正或者答复的期限（${last}）已过，期限不重新计算。`,
  corrected_without_reason: (last) =>
    `补正期限（${last}）已过，也没有写明正当理由。视为放弃申请的，请登记逾期不补正；受理的，请写明理由。`,
  consultation_without_effect: (last) => `征求意见时答复期限（${last}）已过，不再停止计算。`,
  extension_without_effect: (last) =>
    `延长答复期限没有在原期限（${last}）内办完，或者超过了规定的次数和天数，不产生延长的效果。`,
  deferral_without_effect: (last) => `延迟答复没有在答复期限（${last}）内告知，或者不晚于答复期限，不产生延迟的效果。`,
  fee_without_effect: (last) => `发出收费通知时答复期限（${last}）已过，期限不受影响。`,
};

/** What came too late to change the period. */
export const remarkSentence = ({ code, last }: ClockRemark) =>
  remarkSentences[code](last === null ? '当时没有正在计算的期限' : dayInProse(last));

/** Where the reply period stands in a line: 今天是第23个工作日，期限共30个工作日. */
export function clockSentence({ waitingFor, lapsed, count }: Clock): string {
  if (waitingFor === 'receipt') return '申请已经到达，尚未确认收到。';
  if (waitingFor === 'correction')
    return lapsed ? '补正期限已过，申请人没有补正。' : '等待申请人补正，答复期限停止计算。';
  if (waitingFor === 'fee') return lapsed ? '缴费期限已过，申请人没有缴费。' : '等待申请人缴费，答复期限停止计算。';
  return count ? `已计${count.counted}个工作日，期限共${count.of}个工作日。` : '申请还没有登记。';
}
