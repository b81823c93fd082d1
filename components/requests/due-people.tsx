import { DueCell } from '@/components/office/due-cell';
import { requestDueKinds, requestSearchOf } from '@/lib/domain/requests/register-filter';
import type { Due } from '@/lib/text/office';
import { requestNumber } from '@/lib/text/request-pages';
import { nextStepName, requestDueNames } from '@/lib/text/request-register';

export type DuePerson = {
  handlerId: string;
  name: string;
  overdue: number;
  today: number;
  soon: number;
  rows: readonly {
    id: string;
    year: number;
    number: number;
    asked: string;
    dueStep: string | null;
    due: Due | null;
  }[];
};

/** What is due and overdue, a group a person; each number leads to all of them. */
export function DuePeople({ people, today }: { people: readonly DuePerson[]; today: string }) {
  return (
    <table className="office-grid">
      <caption className="sr-only">快到期和逾期的申请，按经办人</caption>
      <thead>
        <tr>
          {['申请', '下一步', '期限'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {people.map((person) => (
        <tbody key={person.handlerId}>
          <tr>
            <th scope="rowgroup" colSpan={3}>
              <span className="flex flex-wrap gap-x-4">
                {person.name}
                {requestDueKinds
                  .filter((kind) => person[kind] > 0)
                  .map((kind) => (
                    <a
                      key={kind}
                      href={`/admin/requests${requestSearchOf({ handler: person.handlerId, due: kind, sort: 'due' })}`}
                    >
                      {requestDueNames[kind]}
                      {person[kind]}件
                    </a>
                  ))}
              </span>
            </th>
          </tr>
          {person.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <a href={`/admin/requests/${row.id}`} className="line-clamp-2">
                  {row.asked}
                </a>
                <span className="block font-normal text-ink-2 text-note">{requestNumber(row)}</span>
              </th>
              <td>{nextStepName(row.dueStep)}</td>
              <td>{row.due && <DueCell due={row.due} today={today} />}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
