import { Tag, type TagKind } from '@/components/ui/tag';
import type { Status } from '@/lib/domain/workflow/moves';
import { letterStatusName, statusNames } from '@/lib/text/statuses';

const kinds: Record<Status, TagKind> = {
  draft: 'quiet',
  in_review: 'info',
  in_sign_off: 'info',
  signed: 'info',
  published: 'done',
  withdrawn: 'quiet',
};

export const StatusTag = ({ status }: { status: Status }) => <Tag kind={kinds[status]}>{statusNames[status]}</Tag>;

/** The same of a letter. */
export const LetterStatusTag = ({ status }: { status: Status }) => (
  <Tag kind={status === 'signed' ? 'done' : kinds[status]}>{letterStatusName(status)}</Tag>
);
