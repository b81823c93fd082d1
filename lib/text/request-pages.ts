import type { RequestEvent } from '@/lib/domain/requests/events';
import { momentInList } from '@/lib/text/days';

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
