import type { Day } from '@/lib/domain/calendar/day';
import type { RequestEvent, RequestEventKind } from '@/lib/domain/requests/events';
import { dayInProse } from '@/lib/text/days';
import {
  caseResultNames,
  channelNames,
  deliveryWayNames,
  feeMethodNames,
  otherBodyAnswerNames,
  receiptProofNames,
  reopenReasonNames,
  replyNames,
  resultRowNames,
  thirdPartyAnswerNames,
} from '@/lib/text/request-values';
import { requestEventNames } from '@/lib/text/requests';

/** What happened, as a heading of the course: 延长答复期限10个工作日. */
export function eventTitle(event: RequestEvent): string {
  switch (event.kind) {
    case 'registered':
      return `${channelNames[event.channel]}的申请到达，登记`;
    case 'extended':
      return `${requestEventNames.extended}${event.workingDays}个工作日`;
    case 'deferred':
      return `延迟到${dayInProse(event.until)}答复`;
    case 'replied':
      return `答复：${event.reply ? replyNames[event.reply] : resultRowNames[event.row]}`;
    default:
      return requestEventNames[event.kind];
  }
}

/** The facts of an event; empty where its title says it all. `others` are the events that it may point at. */
export function eventFacts(event: RequestEvent, others: readonly RequestEvent[]): string {
  const named = (id: string) => others.find((each) => each.id === id);
  switch (event.kind) {
    case 'received':
      return `以${receiptProofNames[event.by]}为收到之日。`;
    case 'correction_asked':
      return `请申请人在${dayInProse(event.respondBy)}以前补正。`;
    case 'corrected':
      return event.excuse && `迟交的正当理由：${event.excuse}。`;
    case 'third_party_consulted':
      return event.party && `第三方：${event.party}。`;
    case 'other_body_consulted':
      return `${event.body || '其他机关'}，${event.joint ? '与本机关共同制作了这份信息' : '不是共同制作机关'}。`;
    case 'consultation_delivered':
      return ofLetter(named(event.consultation));
    case 'third_party_answered':
      return `${thirdPartyAnswerNames[event.answer]}。${ofLetter(named(event.consultation))}`;
    case 'other_body_answered':
      return `${otherBodyAnswerNames[event.answer]}。${ofLetter(named(event.consultation))}`;
    case 'extended':
      return `${event.consentBy}${dayInProse(event.consentedOn)}同意。`;
    case 'fee_noticed':
      return `${feeMethodNames[event.method]}计收，${event.amount}元。`;
    case 'transferred':
      return event.item && `公开信息：${event.item}。`;
    case 'delivered':
      return `${deliveryWayNames[event.way]}${event.proof && `，凭证：${event.proof}`}。`;
    case 'archived':
      return event.number && `档号：${event.number}。`;
    case 'reconsideration_closed':
    case 'litigation_closed':
      return `${caseResultNames[event.result]}。`;
    case 'litigation_opened':
      return event.after === null ? '未经行政复议。' : '经过行政复议。';
    case 'reopened':
      return `${reopenReasonNames[event.because]}，${event.workingDays}个工作日内重新答复。`;
    case 'reversed': {
      const wrong = named(event.event);
      return wrong ? `更正的是${dayInProse(wrong.on)}的“${requestEventNames[wrong.kind]}”。` : '';
    }
    default:
      return '';
  }
}

const ofLetter = (letter: RequestEvent | undefined) => (letter ? `${letterName(letter)}。` : '');

/** Which letter of consultation: 9月27日发给“某某”的征求意见书. */
export function letterName(letter: RequestEvent): string {
  const whom =
    letter.kind === 'third_party_consulted'
      ? letter.party || '第三方'
      : letter.kind === 'other_body_consulted'
        ? letter.body || '其他机关'
        : '';
  return `${dayInProse(letter.on)}发给“${whom}”的征求意见书`;
}

/** What happened on a day of the calendar, in two characters. */
export const eventMarks: Record<RequestEventKind, string> = {
  registered: '到达',
  received: '收到',
  correction_asked: '告知',
  corrected: '补正',
  correction_lapsed: '结案',
  third_party_consulted: '发函',
  other_body_consulted: '发函',
  consultation_delivered: '函达',
  third_party_answered: '回函',
  other_body_answered: '回函',
  extended: '延长',
  deferred: '延迟',
  fee_noticed: '收费',
  fee_paid: '缴费',
  fee_lapsed: '结案',
  transferred: '公开',
  withdrawn: '撤回',
  replied: '答复',
  delivered: '送达',
  archived: '归档',
  reconsideration_opened: '复议',
  reconsideration_closed: '复议',
  litigation_opened: '诉讼',
  litigation_closed: '诉讼',
  reopened: '重办',
  reversed: '更正',
};

/** 9月27日征求第三方意见 */
export const eventOnDay = (event: RequestEvent, day: Day) => `${Number(day.slice(8))}日${eventTitle(event)}`;
