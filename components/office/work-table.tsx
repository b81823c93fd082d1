import { DueCell } from '@/components/office/due-cell';
import type { Due } from '@/lib/text/office';

export type WorkRow = {
  id: string;
  title: string;
  /** What stands in the way, or who it waits for. */
  note: string;
  stage: string;
  due: Due | null;
  age: string;
  href: string;
  verb: string;
};

export type WorkGroup = { label: string; rows: readonly WorkRow[] };

type WorkTableProps = { caption: string; groups: readonly WorkGroup[]; today: string };

/** Matters with their stage, deadline and age; those that fall due first stand first. */
export function WorkTable({ caption, groups, today }: WorkTableProps) {
  return (
    <table className="office-grid">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">事项</th>
          <th scope="col">环节</th>
          <th scope="col">期限</th>
          <th scope="col">
            <span className="sr-only">操作</span>
          </th>
        </tr>
      </thead>
      {groups.map(({ label, rows }) => (
        <tbody key={label}>
          <tr>
            <th colSpan={4} scope="rowgroup">
              {label}
            </th>
          </tr>
          {rows.map((row) => (
            <Row key={row.id} row={row} today={today} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ row: { title, note, stage, due, age, href, verb }, today }: { row: WorkRow; today: string }) {
  return (
    <tr>
      <th scope="row">
        <a href={href}>{title}</a>
        {note && <span className="block font-normal text-ink-2 text-note">{note}</span>}
      </th>
      <td className="whitespace-nowrap">
        {stage}
        <span className="ml-4 text-ink-2 text-note sm:ml-0 sm:block">{age}</span>
      </td>
      <td>{due ? <DueCell due={due} today={today} /> : <span className="text-ink-2 text-note">没有期限</span>}</td>
      <td className="sm:text-right">
        <a className="button small whitespace-nowrap" href={href} aria-label={`${verb}：${title}`}>
          {verb}
        </a>
      </td>
    </tr>
  );
}
