import { StatusTag } from '@/components/report/status-tag';
import { Tag } from '@/components/ui/tag';
import type { Status } from '@/lib/domain/workflow/moves';
import { batchTitle } from '@/lib/text/batches';

export type BatchLine = {
  id: string;
  field: string;
  importedAt: Date;
  fileName: string;
  rows: number;
  by: string;
  status: Status;
  mine: boolean;
};

/** Batches of past items, each with where it stands and whether its next move is the reader's. */
export function BatchTable({ caption, batches }: { caption: string; batches: readonly BatchLine[] }) {
  return (
    <table className="office-grid">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {['批次', '信息', '状态', '导入人'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {batches.map(({ id, field, importedAt, fileName, rows, by, status, mine }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`/admin/batches/${id}`}>{batchTitle(field, importedAt)}</a>
              <span className="block font-normal text-ink-2 text-note">{fileName}</span>
            </th>
            <td className="whitespace-nowrap">{rows}条</td>
            <td className="whitespace-nowrap">
              <StatusTag status={status} /> {mine && <Tag kind="check">要您办</Tag>}
            </td>
            <td>{by}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
