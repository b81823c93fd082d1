import { DueCell } from '@/components/office/due-cell';
import { Panel } from '@/components/office/panel';
import { StatusTag } from '@/components/report/status-tag';
import { type DueKind, searchOf } from '@/lib/domain/items/register-filter';
import type { Status } from '@/lib/domain/workflow/moves';
import type { Due } from '@/lib/text/office';
import { dueKindNames } from '@/lib/text/register';

export type DueField = {
  fieldId: string;
  name: string;
  overdue: number;
  today: number;
  soon: number;
  rows: readonly { id: string; title: string; status: Status; due: Due | null; drafter: string }[];
};

/** What is due and overdue, a box a field; each number leads to all of them. */
export function DueFields({ fields, today }: { fields: readonly DueField[]; today: string }) {
  return fields.map((field) => (
    <Panel key={field.fieldId} id={`due-${field.fieldId}`} title={field.name} aside={<DueNumbers field={field} />}>
      <table className="office-grid">
        <caption className="sr-only">{field.name}的信息，先到期的在前</caption>
        <thead>
          <tr>
            {['信息', '状态', '期限', '起草人'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {field.rows.map(({ id, title, status, due, drafter }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`/admin/items/${id}`}>{title || '没有标题'}</a>
              </th>
              <td className="whitespace-nowrap">
                <StatusTag status={status} />
              </td>
              <td>{due && <DueCell due={due} today={today} />}</td>
              <td>{drafter}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  ));
}

/** How many are overdue, due today and due soon; each number leads to all of them. */
export function DueNumbers({ field }: { field: Omit<DueField, 'rows'> }) {
  const kinds = (['overdue', 'today', 'soon'] as const satisfies readonly DueKind[]).filter((kind) => field[kind] > 0);
  return (
    <span className="flex flex-wrap gap-x-4">
      {kinds.map((kind) => (
        <a key={kind} href={`/admin/items${searchOf({ field: field.fieldId, due: kind, sort: 'due' })}`}>
          {dueKindNames[kind]}
          {field[kind]}条
        </a>
      ))}
    </span>
  );
}
