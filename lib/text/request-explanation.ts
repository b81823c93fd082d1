import type { Clock, Step } from '@/lib/domain/requests/clock';
import type { EventOf, RequestEvent } from '@/lib/domain/requests/events';
import { standingEvents } from '@/lib/domain/requests/events';
import type { LedgerDay } from '@/lib/domain/requests/ledger';
import type { RequestState } from '@/lib/domain/requests/state';
import { dayInProse, dayInYear, weekdayName } from '@/lib/text/days';
import { articleShort } from '@/lib/text/request-articles';
import { ledgerSentence } from '@/lib/text/request-ledger';

type Known = {
  asked: string;
  state: RequestState;
  events: readonly RequestEvent[];
  clock: Clock;
  reply: Step | null;
  ledger: readonly LedgerDay[];
};

/** Why the answer is due when it is, in words for the applicant: to be read out, copied or printed. Nothing before receipt. */
export function explanation({ asked, state, events, clock, reply, ledger }: Known): string[] {
  const { receivedOn, outcomes } = state;
  if (!receivedOn || outcomes.length > 0) return [];
  const waiting = clock.waitingFor !== null;
  return [
    `您申请公开“${asked.replace(/[。；]$/, '')}”，我们于${dayInProse(receivedOn)}收到。`,
    [
      '按照《政府信息公开条例》，应当自收到申请之日起20个工作日内答复。',
      ...correctionWords(state),
      ...consultationWords(state),
      ...extensionWords(events),
    ].join(''),
    waiting ? waitingSentence(clock) : dueSentence(reply, ledger),
  ].filter((text) => text !== '');
}

function correctionWords({ correction }: RequestState): string[] {
  if (!correction) return [];
  const asked = `${dayInProse(correction.askedOn)}我们一次性告知您补正`;
  return correction.correctedOn
    ? [`${asked}，${dayInProse(correction.correctedOn)}收到您的补正，答复期限从这一天起重新计算。`]
    : [`${asked}，补正的最后日期是${dayInProse(correction.respondBy)}。`];
}

const consultationWords = ({ consultations }: RequestState) =>
  consultations.map(({ kind, sentOn, answeredOn }) => {
    const whom = kind === 'third_party' ? '其中涉及他人权益，我们' : '我们';
    const asked = `${whom}于${dayInProse(sentOn)}书面征求了${kind === 'third_party' ? '第三方' : '其他机关'}意见`;
    return answeredOn
      ? `${asked}，${dayInProse(answeredOn)}收到答复，这段时间依法不计入期限。`
      : `${asked}，等待答复的时间依法不计入期限。`;
  });

const extensionWords = (events: readonly RequestEvent[]) =>
  standingEvents(events)
    .filter((event): event is EventOf<'extended'> => event.kind === 'extended')
    .map(({ on, workingDays }) => `经批准延长${workingDays}个工作日，${dayInProse(on)}已告知您。`);

function waitingSentence({ waitingFor }: Clock): string {
  return waitingFor === 'fee' ? '缴费以前，答复期限不计算。' : '收到您的补正以前，答复期限不计算。';
}

function dueSentence(reply: Step | null, ledger: readonly LedgerDay[]): string {
  if (!reply?.due) return '';
  const made = ledger.filter(({ kind, counts }) => kind === 'make_up' && counts).map(({ day }) => dayInYear(day));
  const worked = made.length > 0 ? `，${made.join('、')}调休上班，计入` : '';
  const unsure = reply.provisional ? '有关年份的放假安排尚未公布，公布后如有变化，会重新计算。' : '';
  return `因此，最晚于${dayInProse(reply.due)}（${weekdayName(reply.due)}）答复您。周末和法定节假日不计${worked}。${unsure}`;
}

/** The ledger day by day as lines to paste into a letter: 2024-02-09 周五　除夕，2024年放假安排…… */
export const copiedLedger = (ledger: readonly LedgerDay[]): string[] =>
  ledger.map((day) =>
    [`${day.day} ${weekdayName(day.day)}`, ledgerSentence(day), articleShort(day.article)].join('　'),
  );
