import { type Day, weekdayOf } from '@/lib/domain/calendar/day';
import type { Clock, Step } from '@/lib/domain/requests/clock';
import type { RequestEvent } from '@/lib/domain/requests/events';
import type { LedgerDay, LedgerReason } from '@/lib/domain/requests/ledger';
import type { CalendarDay, Stretch, StripMark } from '@/lib/domain/requests/ledger-views';
import { dayInProse, dayInYear, dayNear, weekdayName } from '@/lib/text/days';
import { articleShort } from '@/lib/text/request-articles';
import { eventMarks, eventOnDay } from '@/lib/text/request-events';

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;
export const weekdayShort = (day: Day) => weekdays[weekdayOf(day)] ?? '';

/** 9月18日 周六; 9月22日至24日; 9月28日至10月11日; with the year where it is not `year`. */
export function stretchDays({ days, first }: Stretch, year: string): string {
  const last = days.at(-1) ?? first;
  const from = first.day.startsWith(year) ? dayInYear(first.day) : dayInProse(first.day);
  if (last === first) return `${from} ${weekdayShort(first.day)}`;
  const to = last.day.startsWith(first.day.slice(0, 4)) ? dayInYear(last.day) : dayInProse(last.day);
  const sameMonth = last.day.slice(0, 7) === first.day.slice(0, 7);
  return `${from}至${sameMonth ? `${Number(last.day.slice(8))}日` : to}`;
}

/** What the days are, and what happened on them. */
type StretchWords = {
  /** 工作日 */
  what: string;
  /** 27日征求第三方意见; 3日是今天; 12日为最晚答复日 */
  happened: string[];
  /** Why, with the article; empty for ordinary days. */
  why: string;
};

export function stretchWords(stretch: Stretch, events: readonly RequestEvent[], today: Day): StretchWords {
  const { first, days } = stretch;
  const happened = days.flatMap(({ day, events: keys, last }) => [
    ...keys.flatMap((key) => events.flatMap((event) => (event.id === key ? [eventOnDay(event, day)] : []))),
    ...(last ? [`${Number(day.slice(8))}日为最晚答复日`] : []),
    ...(day === today ? [`${Number(day.slice(8))}日是今天`] : []),
  ]);
  const reason = first.provisional ? '放假安排尚未公布，暂按周末推算，公布后重新计算。' : '';
  return { what: whatOf(stretch), happened, why: `${reason}${whyOf(stretch)}` };
}

function whatOf({ first: { reason, extension, superseded, arranged } }: Stretch): string {
  const tail = superseded ? '，期限后来重新计算' : extension ? '，延长期内' : '';
  switch (reason) {
    case 'not_received':
      return '申请已经到达，尚未确认收到';
    case 'received':
      return '收到申请之日';
    case 'corrected':
      return '收到补正之日，期限重新计算';
    case 'fee_paid':
      return '缴费之日，期限重新计算';
    case 'reopened':
      return '重新办理之日';
    case 'working':
      return `工作日${tail}`;
    case 'make_up':
      return `调休上班${tail}`;
    case 'weekend':
      return '周末';
    case 'holiday':
      return `${arranged?.holiday ?? ''}放假`;
    case 'third_party':
      return '征求第三方意见，停止计算';
    case 'other_body':
      return '征求其他机关意见，停止计算';
    case 'fee':
      return '等待缴费，停止计算';
    case 'waiting_correction':
      return '等待申请人补正，停止计算';
    case 'waiting_fee':
      return '等待申请人缴费，停止计算';
    case 'deferred':
      return '延迟答复的合理期限内，不按工作日计算';
    case 'over':
      return '已经办结或者期限已经届满';
  }
}

const plain: readonly LedgerReason[] = ['working', 'weekend'];

function whyOf(stretch: Stretch): string {
  const { reason, article } = stretch.first;
  if (plain.includes(reason)) return '';
  const law = `（${articleShort(article)}）`;
  switch (reason) {
    case 'received':
      return `收到当日不算，从下一个工作日数起。${law}`;
    case 'third_party':
    case 'other_body':
    case 'fee':
      return `${worked(stretch)}${law}`;
    default:
      return law;
  }
}

/** 其间有6个工作日（含10月9日调休上班），都不计。 */
function worked({ days }: Stretch): string {
  const count = days.filter(({ kind }) => kind === 'working' || kind === 'make_up').length;
  const made = days.flatMap(({ kind, day }) => (kind === 'make_up' ? [`${dayInYear(day)}${weekdayShort(day)}`] : []));
  if (count === 0) return '';
  return `其间有${count}个工作日${made.length > 0 ? `（含${made.join('、')}调休上班）` : ''}，都不计。`;
}

/** What lies between the working days of the strip. */
export function gapWords(mark: Exclude<StripMark, { kind: 'day' }>): string {
  if (mark.kind === 'extended') return '延长';
  switch (mark.why) {
    case 'third_party':
    case 'other_body':
      return `征求意见，停${mark.days}天`;
    case 'fee':
      return `等待缴费，停${mark.days}天`;
    case 'deferred':
      return `延迟答复${mark.days}天`;
  }
}

/** One of the large facts above the ledger. */
type ClockFact = {
  term: string;
  value: string;
  note: string;
  /** It is what grows urgent. */
  urgent?: true;
};

/** Last day, today, what is left, how long: as far as they can be told. `extended`: working days of the extension. */
export function clockFacts(clock: Clock, reply: Step | null, today: Day, extended: number): ClockFact[] {
  const { count, waitingFor, lapsed } = clock;
  const due = reply?.due ?? null;
  const over = reply?.state === 'done' || reply?.state === 'late';
  return [
    ...(due ? [{ term: '最晚答复', value: dayNear(due, today), note: notesOfDue(due, reply) }] : []),
    ...(waitingFor ? [{ term: '现在', value: waitingWords(waitingFor, lapsed), note: '答复期限没有在计算' }] : []),
    ...(count && !over
      ? [
          {
            term: '今天是',
            value: count.counted === 0 ? '期限的前一天' : `第${count.counted}个工作日`,
            note: `${dayNear(today, today)} ${weekdayName(today)}`,
          },
        ]
      : []),
    ...(reply?.standing ? [leftFact(reply.standing)] : []),
    ...(count ? [{ term: '期限共', value: `${count.of}个工作日`, note: lengthNote(count.of, extended) }] : []),
    ...(over && reply?.doneOn
      ? [
          {
            term: reply.name === 'deliver' ? '已送达' : '已答复',
            value: dayNear(reply.doneOn, today),
            note: reply.state === 'late' ? '已经逾期' : '在期限内',
          },
        ]
      : []),
  ];
}

function leftFact({ state, workingDays }: NonNullable<Step['standing']>): ClockFact {
  if (state === 'overdue')
    return { term: '已经逾期', value: `${workingDays}个工作日`, note: '请尽快答复', urgent: true };
  if (state === 'today') return { term: '还剩', value: '今天到期', note: '', urgent: true };
  return { term: '还剩', value: `${workingDays}个工作日`, note: '', urgent: true };
}

const notesOfDue = (due: Day, reply: Step | null) =>
  [weekdayName(due), reply?.provisional && '暂定，放假安排尚未公布', reply?.assumed && '暂定，还在等待意见']
    .filter(Boolean)
    .join('，');

const lengthNote = (of: number, extended: number) => (extended > 0 ? `${of - extended}个，延长${extended}个` : '');

function waitingWords(waitingFor: NonNullable<Clock['waitingFor']>, lapsed: boolean): string {
  if (waitingFor === 'receipt') return '等待确认收到';
  if (waitingFor === 'correction') return lapsed ? '补正期限已过' : '等待申请人补正';
  return lapsed ? '缴费期限已过' : '等待申请人缴费';
}

/** 30个工作日，已过23个 */
export function stripLabel(marks: readonly StripMark[]): string {
  const days = marks.flatMap((mark) => (mark.kind === 'day' ? [mark] : []));
  return `${days.length}个工作日，已过${days.filter(({ done }) => done).length}个`;
}

export const calendarCaption = (ledger: readonly LedgerDay[]) =>
  `${dayInProse(ledger[0]?.day ?? '')}至${dayInProse(ledger.at(-1)?.day ?? '')}，每格右下角是累计的工作日数`;

/** 14, or 10月1 where a month begins. */
export const calendarDate = (day: Day, newMonth: boolean) =>
  newMonth ? dayInYear(day).slice(0, -1) : String(Number(day.slice(8)));

/** What happened on a day, in two characters each; at most two. */
export function calendarMarks({ day, ledger }: CalendarDay, events: readonly RequestEvent[], today: Day): string[] {
  if (!ledger) return [];
  const happened = events.filter(({ id }) => ledger.events.includes(id)).map(({ kind }) => eventMarks[kind]);
  const marks = [...(ledger.last ? ['最晚'] : []), ...(day === today ? ['今天'] : []), ...happened.reverse()];
  return [...new Set(marks)].slice(0, 2);
}

export const calendarNote = (ledger: readonly LedgerDay[]) => `${noticesNote(ledger)}右下角数字是第几个工作日。`;

/** From which notices the days off and the worked weekends come. */
export function noticesNote(ledger: readonly LedgerDay[]): string {
  const years = [...new Set(ledger.filter(({ provisional }) => !provisional).map(({ day }) => day.slice(0, 4)))];
  const open = [...new Set(ledger.filter(({ provisional }) => provisional).map(({ day }) => day.slice(0, 4)))];
  const known = years.length > 0 ? `节假日和调休依据国务院办公厅${years.join('、')}年放假安排。` : '';
  const unknown = open.length > 0 ? `${open.join('、')}年的安排尚未公布，暂按周末推算，公布后自动重新计算。` : '';
  return `${known}${unknown}`;
}

export function stepStateWords({ state, doneOn, name, who }: Step): string {
  switch (state) {
    case 'open':
      return who === 'office' ? '要办' : '等待';
    case 'waiting':
      return '等待中';
    case 'done':
      return '已办';
    case 'late':
      return doneOn ? '逾期办理' : '逾期';
    case 'lapsed':
      return name === 'ask_correction' || name === 'extend' ? '没有用到' : '不再需要';
  }
}

/** Why a day may still move. */
export const stepDueNote = ({ provisional, assumed, state }: Step) =>
  [provisional && '放假安排尚未公布，暂定', assumed && state !== 'done' && state !== 'lapsed' && '还在等待意见，暂定']
    .filter(Boolean)
    .join('；');
