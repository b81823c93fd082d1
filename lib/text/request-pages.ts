import { type RequestEvent, requestEventKinds } from '@/lib/domain/requests/events';
import type { ApplicantKind } from '@/lib/domain/requests/statistics';
import { momentInList } from '@/lib/text/days';
import { applicantKindNames } from '@/lib/text/request-values';
import { requestEventNames } from '@/lib/text/requests';

// What the desk, the register and the forms of disclosure requests say.

/** Fields that several forms of events share, as errors name them. */
export const eventLabels = {
  reason: '更正的理由',
  restates: '更正已公开数字的理由',
  method: '收费方式',
  quantity: '件数或者页数',
  before: '这个月以前已经计收的件数',
} as const;

/** 王某2026-11-20 10:05更正，理由：…… */
export const reversalWords = ({ event, by, at }: { event: RequestEvent; by: string; at: Date }) =>
  `${by}${momentInList(at)}更正${event.kind === 'reversed' && event.reason ? `，理由：${event.reason}` : ''}`;

export const requestNumber = ({ year, number }: { year: number; number: number }) => `${year}年第${number}号`;

export const revealHint = '写明为什么要看。理由和您的姓名、时间记入操作记录。';

/** What the files of a request are called; file names often are somebody's name. */
export const fileNamesNote = (names: readonly string[]) => `材料的文件名：${names.join('、')}。`;

/** What has just been done at the desk of a request. */
export function deskDone(done: unknown): string | null {
  if (done === 'created') return '已登记';
  if (done === 'assigned') return '已更换经办人';
  if (done === 'changed') return '已更正登记内容';
  if (done === 'file') return '已加入材料';
  if (done === 'erased') return '已删去材料';
  if (done === 'reversed') return '已更正';
  const kind = requestEventKinds.find((each) => each === done);
  return kind ? `已登记：${requestEventNames[kind]}` : null;
}

/** The line below the title of a request. */
export const applicantLine = (kind: ApplicantKind, name: string, form: string, way: string) =>
  `申请人：${applicantKindNames[kind]}${name === '' ? '' : `，${name}`}　提供方式：${form}，${way}`;

export const overviewNote = '收到申请当天登记，期限和表三、表四由登记的事项自动计算。';
export const nothingFound = '没有符合这些条件的申请。放宽一个条件再看。';
export const nonePage = '这一页没有申请，回到第一页再看。';

/** What still presses, for the banner of the start page. */
export function pressingWords({ overdue, today, soon }: { overdue: number; today: number; soon: number }): string {
  return [
    overdue > 0 && `已经逾期${overdue}件`,
    today > 0 && `今天到期${today}件`,
    soon > 0 && `5个工作日以内到期${soon}件`,
  ]
    .filter(Boolean)
    .join('，');
}
