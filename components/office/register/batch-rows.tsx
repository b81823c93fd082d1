import type { ReactNode } from 'react';
import { Tag } from '@/components/ui/tag';
import type { Attribute } from '@/lib/domain/items/content';
import { openWords } from '@/lib/text/batches';
import { attributeNames } from '@/lib/text/items';

export type BatchRowView = {
  id: string;
  path: string;
  title: string;
  node: string;
  formedOn: string | null;
  documentNumber: string;
  attribute: Attribute;
  indexNumber: string | null;
  /** Of its frozen content; null while it is being drafted. */
  sha256: string | null;
  open: { blocks: number; warnings: number; apart: boolean } | null;
};

type BatchRowsProps = { rows: readonly BatchRowView[]; act?: (row: BatchRowView) => ReactNode };

/** Every row of a batch: what it is, what stands in its way, and the hash that the batch covers. */
export function BatchRows({ rows, act }: BatchRowsProps) {
  return (
    <table className="office-grid">
      <caption className="sr-only">批次里的信息，按地址</caption>
      <thead>
        <tr>
          {['信息', '目录', '成文', '内容校验码'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          {act && (
            <th scope="col">
              <span className="sr-only">操作</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={`/admin/items/${row.id}`}>{row.title}</a>
              <span className="block break-all font-normal text-ink-2 text-note">
                {[row.indexNumber ?? row.path, row.documentNumber].filter(Boolean).join('　')}
              </span>
              {row.open && <Tag kind="check">{openWords(row.open)}</Tag>}
            </th>
            <td>
              {row.node}
              {row.attribute !== 'proactive' && (
                <span className="block text-ink-2 text-note">{attributeNames[row.attribute]}</span>
              )}
            </td>
            <td className="whitespace-nowrap">{row.formedOn}</td>
            <td className="break-all font-mono text-note">
              {row.sha256 ? `${row.sha256.slice(0, 16)}…` : '送审时生成'}
            </td>
            {act && <td className="sm:text-right">{act(row)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
