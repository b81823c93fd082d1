import { type Day, daysBetween } from '@/lib/domain/calendar/day';
import type { MoveName, Stage, Status } from '@/lib/domain/workflow/moves';
import { dayInProse, dayNear, dayOf } from '@/lib/text/days';

/** What somebody did, as a line of the history. */
export const deedNames: Record<MoveName, string> = {
  submit: '送审',
  take_back: '撤回送审',
  approve: '审批通过',
  send_back: '退回修改',
  sign_off: '签发',
  publish: '公开',
  correct: '开始更正',
  withdraw: '撤下',
};

/** Who holds a document of this status; the words of the 环节 column. */
export const holdingNames: Record<Status, string> = {
  draft: '起草',
  in_review: '分管领导审批',
  in_sign_off: '主要领导签发',
  signed: '等待公开',
  published: '已公开',
  withdrawn: '已撤下',
};

/** The day on which something falls due. */
export type Due = {
  day: string;
  /** Working days from today to that day; negative once it has passed. */
  left: number;
  /** The holidays of those days are not announced yet. */
  provisional: boolean;
};

export type DueWords = { words: string; weight: 'ample' | 'soon' | 'now'; overdue: boolean };

export function dueWords({ left, provisional }: Omit<Due, 'day'>): DueWords {
  const tail = provisional ? '（暂定）' : '';
  if (left < 0) return { words: `已过${-left}个工作日${tail}`, weight: 'now', overdue: true };
  if (left === 0) return { words: `今天到期${tail}`, weight: 'now', overdue: false };
  return { words: `还剩${left}个工作日${tail}`, weight: left <= 5 ? 'soon' : 'ample', overdue: false };
}

/** 1月29日前公开，还剩7个工作日 */
export function dueSentence(due: Due, today: string): string {
  const { words, overdue } = dueWords(due);
  return `${dayNear(due.day, today)}前公开，${overdue ? '逾期，' : ''}${words}`;
}

/** How long a document has been with whoever holds it. */
export function ageWords(since: Date, today: Day): string {
  const days = daysBetween(dayOf(since), today);
  return days <= 0 ? '今天起' : `已等${days}天`;
}

/** 李某，党建办公室; whoever has no post is named alone. */
export const nameAndPost = (name: string, post = '') => [name, post].filter(Boolean).join('，');

export const quoted = (words: string) => `“${words}”`;

export const signedOn = (name: string, day: string) => `签名处显示：${name}　${dayInProse(day)}`;

/** A hash in groups of eight, so that two people can compare it aloud. */
export const hashGroups = (hash: string, groups = 8) =>
  `${(hash.match(/.{1,8}/g) ?? []).slice(0, groups).join(' ')}${groups * 8 < hash.length ? '…' : ''}`;

/** 分管领导张某 */
export const returnedBy = ({ stage, actorName }: { stage: Stage | null; actorName: string }) =>
  `${stage === 'review' ? '分管领导' : '主要领导'}${actorName}`;
