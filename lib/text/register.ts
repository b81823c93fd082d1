import type { CountedKind, DueKind, ReassessKind, Sort } from '@/lib/domain/items/register-filter';

export const dueKindNames: Record<DueKind, string> = {
  overdue: '已经逾期',
  today: '今天到期',
  soon: '5个工作日以内到期',
  late: '已公开，但是逾期',
};

export const reassessNames: Record<ReassessKind, string> = { due: '已到评估日期', soon: '30天以内要评估' };

export const sortNames: Record<Sort, string> = {
  newest: '新建立的在前',
  due: '先到期的在前',
  formed: '成文晚的在前',
  published: '公开晚的在前',
};

/** What the register is narrowed by, as its form and its export name it. */
export const filterNames = {
  status: '状态',
  class: '类别',
  node: '所属目录',
  field: '责任领域',
  person: '起草人',
  year: '成文年份',
  published: '公开年份',
  due: '公开期限',
  reassess: '定期评估',
  counted: '年度报告计数',
  report: '报告年度',
  sort: '排列',
} as const;

/** What a report counts, as its cells and sentences name it. */
export const countedNames: Record<CountedKind, string> = {
  items: '本年公开的信息',
  made: '本年制作的规范性文件',
  published: '本年公开的规范性文件',
  public: '年底对外公开的规范性文件',
  repealed: '本年废止的规范性文件',
  in_force: '年底现行有效的规范性文件',
};
