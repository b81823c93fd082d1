import type { Status } from '@/lib/domain/workflow/moves';

export const statusNames: Record<Status, string> = {
  draft: '起草',
  in_review: '审批中',
  in_sign_off: '待签发',
  signed: '已签发，待公开',
  published: '已公开',
  withdrawn: '已撤下',
};

/** The same, where what was signed stays in the office. */
export const statusName = (status: Status, becomesPublic = true): string =>
  status === 'signed' && !becomesPublic ? '已签发，不公开' : statusNames[status];

/** The same of a letter, which ends with its signature. */
export const letterStatusName = (status: Status): string => (status === 'signed' ? '已签发' : statusNames[status]);
