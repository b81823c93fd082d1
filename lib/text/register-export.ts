import type { Attribute, Validity } from '@/lib/domain/items/content';
import type { Status } from '@/lib/domain/workflow/moves';
import { attributeNames, validityNames } from '@/lib/text/items';
import { statusNames } from '@/lib/text/statuses';

type Exported = {
  indexNumber: string | null;
  title: string;
  node: string;
  class: string | null;
  documentNumber: string;
  formedOn: string | null;
  status: Status;
  attribute: Attribute;
  validity: Validity;
  dueOn: string | null;
  firstPublishedOn: string | null;
  late: boolean;
  due: { left: number } | null;
  reassessOn: string | null;
  field: string;
  drafter: string;
  past: boolean;
  path: string;
};

type Column = { head: string; width: number; say: (row: Exported) => string };

const column = (head: string, width: number, say: (row: Exported) => string | null): Column => ({
  head,
  width,
  say: (row) => say(row) ?? '',
});

/** The register as it is written out, column by column. */
export const exportColumns: readonly Column[] = [
  column('索引号', 26, ({ indexNumber }) => indexNumber),
  column('标题', 50, ({ title }) => title),
  column('所属目录', 20, ({ node }) => node),
  column('类别', 16, (row) => row.class),
  column('发文字号', 20, ({ documentNumber }) => documentNumber),
  column('成文日期', 12, ({ formedOn }) => formedOn),
  column('状态', 16, ({ status }) => statusNames[status]),
  column('公开属性', 12, ({ attribute }) => attributeNames[attribute]),
  column('有效性', 8, ({ validity }) => validityNames[validity]),
  column('公开期限', 12, ({ dueOn, attribute }) => (attribute === 'proactive' ? dueOn : null)),
  column('首次公开日期', 14, ({ firstPublishedOn }) => firstPublishedOn),
  column('是否逾期', 10, ({ late, due }) => (late ? '逾期公开' : due && due.left < 0 ? '逾期' : '')),
  column('定期评估日期', 14, ({ reassessOn }) => reassessOn),
  column('责任领域', 16, ({ field }) => field),
  column('起草人', 10, ({ drafter }) => drafter),
  column('历史信息', 10, ({ past }) => (past ? '是' : '')),
  column('地址', 14, ({ path }) => path),
];

export const exportName = '公开信息登记簿';
