import { DueCell } from '@/components/office/due-cell';
import { StatusTag } from '@/components/report/status-tag';
import { Tag } from '@/components/ui/tag';
import type { Attribute } from '@/lib/domain/items/content';
import type { Status } from '@/lib/domain/workflow/moves';
import { attributeNames } from '@/lib/text/items';
import type { Due } from '@/lib/text/office';

export type RegisterLine = {
  id: string;
  indexNumber: string | null;
  title: string;
  node: string;
  class: string | null;
  status: Status;
  attribute: Attribute;
  due: Due | null;
  late: boolean;
  past: boolean;
  firstPublishedOn: string | null;
  reassessOn: string | null;
  drafter: string;
  field: string;
};

type RegisterTableProps = { caption: string; rows: readonly RegisterLine[]; today: string };

/** Items with their place in the catalogue, their state and their last day. */
export function RegisterTable({ caption, rows, today }: RegisterTableProps) {
  return (
    <table className="office-grid">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {['信息', '目录', '状态', '期限', '起草人'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} today={today} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, today }: { row: RegisterLine; today: string }) {
  const { id, indexNumber, title, status, past, attribute, drafter, field } = row;
  return (
    <tr>
      <th scope="row">
        <a href={`/admin/items/${id}`}>{title || '没有标题'}</a> {past && <Tag>历史信息</Tag>}
        <span className="block break-all font-normal text-ink-2 text-note">{indexNumber ?? '公开时给索引号'}</span>
      </th>
      <td>
        {row.node}
        {row.class && <span className="block text-ink-2 text-note">{row.class}</span>}
      </td>
      <td className="whitespace-nowrap">
        <StatusTag status={status} />
        {attribute !== 'proactive' && <span className="block text-ink-2 text-note">{attributeNames[attribute]}</span>}
      </td>
      <td>
        <Standing row={row} today={today} />
      </td>
      <td>
        {drafter}
        <span className="block text-ink-2 text-note">{field}</span>
      </td>
    </tr>
  );
}

// Once public, the day of publication tells more than the last day; of a restriction, when it is looked at again.
function Standing({ row, today }: { row: RegisterLine; today: string }) {
  const { due, late, firstPublishedOn, reassessOn } = row;
  if (firstPublishedOn)
    return (
      <span className="whitespace-nowrap">
        {firstPublishedOn}公开 {late && <Tag kind="overdue">逾期</Tag>}
      </span>
    );
  if (reassessOn)
    return (
      <span className="whitespace-nowrap">
        {reassessOn}前评估 {reassessOn <= today && <Tag kind="check">已到期</Tag>}
      </span>
    );
  return due ? <DueCell due={due} today={today} /> : <span className="text-ink-2 text-note">没有期限</span>;
}
