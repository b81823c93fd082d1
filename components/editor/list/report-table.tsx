import { DueCell } from '@/components/office/due-cell';
import { StatusTag } from '@/components/report/status-tag';
import type { Status } from '@/lib/domain/workflow/moves';
import { dayOf } from '@/lib/text/days';
import type { Due } from '@/lib/text/office';

export type ReportRow = {
  id: string;
  year: number;
  title: string;
  status: Status;
  drafter: string;
  due: Due;
  publications: readonly { number: number; publishedAt: Date }[];
  remarks: { total: number; answered: number };
};

/** The reports of the office, one a year. */
export function ReportTable({ reports, today }: { reports: readonly ReportRow[]; today: string }) {
  if (reports.length === 0) return <p className="px-4 py-3">还没有年度报告。从下面建立。</p>;
  return (
    <table className="office-grid">
      <caption className="sr-only">年度报告，按年度</caption>
      <thead>
        <tr>
          <th scope="col">年度报告</th>
          <th scope="col">状态</th>
          <th scope="col">期限</th>
          <th scope="col">起草人</th>
        </tr>
      </thead>
      <tbody>
        {reports.map(({ id, title, status, due, drafter, publications, remarks }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`/admin/reports/${id}`}>{title}</a>
              {remarks.total > remarks.answered && (
                <span className="block font-normal text-ink-2 text-note">
                  退回意见{remarks.total}条，还有{remarks.total - remarks.answered}条没有答复
                </span>
              )}
            </th>
            <td className="whitespace-nowrap">
              <StatusTag status={status} />
            </td>
            <td>
              <Standing due={due} publications={publications} today={today} />
            </td>
            <td>{drafter}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// Once public, the day of publication tells more than the deadline.
function Standing({ due, publications, today }: Pick<ReportRow, 'due' | 'publications'> & { today: string }) {
  const [first] = publications;
  if (!first) return <DueCell due={due} today={today} />;
  const day = dayOf(first.publishedAt);
  return (
    <span>
      {day}公开
      {publications.length > 1 && <span className="text-ink-2 text-note">　第{publications.length}次</span>}
    </span>
  );
}
