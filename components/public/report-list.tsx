import { Tag } from '@/components/ui/tag';
import { publicAddress, type Size } from '@/lib/domain/public-address';
import { dayOf } from '@/lib/text/days';

type Line = { act: 'publish' | 'correct' | 'withdraw'; publishedAt: Date };
type ReportListProps = {
  slug: string;
  size: Size;
  years: readonly { year: number; current: Line; first: Line }[];
};

/** Every year of which a report was ever public; of a withdrawn one the notice can be read. */
export function ReportList({ slug, size, years }: ReportListProps) {
  if (years.length === 0) return <p>还没有公开年度报告。报告公开后，在这里按年度列出。</p>;
  return (
    <table className="list">
      <caption className="sr-only">历年政府信息公开工作年度报告</caption>
      <thead>
        <tr>
          <th scope="col">年度</th>
          <th scope="col">报告</th>
          <th scope="col">发布日期</th>
        </tr>
      </thead>
      <tbody>
        {years.map(({ year, current, first }) => (
          <tr key={year}>
            <td className="year">{year}年</td>
            <th scope="row">
              <a href={publicAddress(size, slug, 'reports', year)}>{year}年政府信息公开工作年度报告</a>
              {current.act === 'correct' && <Tag kind="check">{dayOf(current.publishedAt)} 更正</Tag>}
              {current.act === 'withdraw' && <Tag>{dayOf(current.publishedAt)} 撤下</Tag>}
            </th>
            <td className="date">
              <time dateTime={dayOf(first.publishedAt)}>{dayOf(first.publishedAt)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
