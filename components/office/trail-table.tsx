import { hashGroups } from '@/lib/text/office';
import type { TrailRow } from '@/lib/text/trail-rows';

/** Lines of the trail. The hash is cut short; the whole of it is in the title. */
export function TrailTable({ caption, rows }: { caption: string; rows: readonly TrailRow[] }) {
  return (
    <table className="office-grid">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="whitespace-nowrap">
            序号
          </th>
          <th scope="col">时间</th>
          <th scope="col">人员</th>
          <th scope="col">事项</th>
          <th scope="col">内容</th>
          <th scope="col">本条校验码</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ sequence, at, who, post, deed, detail, hash, key }) => (
          <tr key={sequence} className={key ? 'bg-blue-wash' : undefined}>
            <th scope="row" className="tabular-nums">
              {sequence}
            </th>
            <td className="whitespace-nowrap tabular-nums">{at}</td>
            <td className="whitespace-nowrap">
              {who}
              {post && <span className="text-ink-2 text-note">　{post}</span>}
            </td>
            <td className="whitespace-nowrap">{deed}</td>
            <td className="min-w-0">{detail}</td>
            <td className="hash whitespace-nowrap" title={hash}>
              {hashGroups(hash, 2)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
