import type { RequestDueKind, RequestSort } from '@/lib/domain/requests/register-filter';
import type { ApplicantData } from '@/lib/domain/requests/request-form';
import { type ResultRow, resultRows } from '@/lib/domain/requests/results';
import type { CaseKind } from '@/lib/domain/requests/state';
import { type ApplicantKind, applicantKinds } from '@/lib/domain/requests/statistics';
import { identityKindNames, requestFieldNames } from '@/lib/text/request-form';
import { stepNames } from '@/lib/text/request-ledger';
import { applicantKindNames, channelNames, resultRowNames, stageNames } from '@/lib/text/request-values';

export const requestDueNames: Record<RequestDueKind, string> = {
  overdue: '已经逾期',
  today: '今天到期',
  soon: '5个工作日以内到期',
};

export const requestSortNames: Record<RequestSort, string> = {
  newest: '新登记的在前',
  due: '先到期的在前',
  arrived: '新到达的在前',
  ended: '新办结的在前',
};

/** What the register of requests is narrowed by. */
export const requestFilterNames = {
  stage: '状态',
  due: '期限',
  year: '年份',
  applicant: '申请人类型',
  channel: '收件渠道',
  handler: '经办人',
  result: '办理结果',
  sort: '排列',
} as const;

const named = (names: Record<string, string>, value: string | null) =>
  value === null ? '' : (Object.entries(names).find(([name]) => name === value)?.[1] ?? value);

export const stageName = (stage: string) => named(stageNames, stage);
export const channelName = (channel: string) => named(channelNames, channel);
export const resultName = (row: string | null) => named(resultRowNames, row);
/** The next thing that the office has to do. */
export const nextStepName = (step: string | null) => named(stepNames, step);

const rowNames: Record<string, string> = {
  new_received: '本年新收',
  carried_over: '上年结转',
  denied: '不予公开',
  unavailable: '无法提供',
  not_processed: '不予处理',
  other_handling: '其他处理',
  carried_forward: '结转下年度继续办理',
  results_total: '办理结果总计',
};

const caseNames: Record<CaseKind, string> = {
  reconsideration: '行政复议',
  litigation_direct: '未经复议直接起诉',
  litigation_after_reconsideration: '复议后起诉',
};
const standingNames: Record<string, string> = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other_result: '其他结果',
  pending: '尚未审结',
  total: '总计',
};
const caseKinds = Object.keys(caseNames) as CaseKind[]; // the keys of a closed record

/** What a register of requests counts, by its source: 表三，自然人，本年新收; 表四，行政复议，尚未审结. */
export function requestSourceName(source: string): string {
  const [table = '', row = '', column = ''] = source.split('/');
  if (table === 'cases') {
    const found = caseKinds.find(
      (kind) => (standingNames[row.slice(kind.length + 1)] ?? '') !== '' && row.startsWith(kind),
    );
    return `表四，${found ? `${caseNames[found]}，${standingNames[row.slice(found.length + 1)]}` : '一格'}`;
  }
  const result = resultRows.find((each): each is ResultRow => each === row);
  const kind = applicantKinds.find((each): each is ApplicantKind => each === column);
  const what = result ? resultRowNames[result] : (rowNames[row] ?? '一格');
  return `表三，${kind ? applicantKindNames[kind] : '总计'}，${what}`;
}

/** What a cell of the report counts, above the requests behind it: 2026年报告表三，自然人，本年新收. */
export const countedTitle = (counted: string, year: number) => `${year}年报告${requestSourceName(counted)}`;

type Exported = {
  year: number;
  number: number;
  applicantKind: ApplicantKind;
  applicant: string;
  asked: string;
  channel: string;
  arrivedOn: string | null;
  receivedOn: string | null;
  stage: string;
  dueStep: string | null;
  dueOn: string | null;
  endedOn: string | null;
  resultRow: string | null;
  archivedOn: string | null;
  handler: string;
};

type Column<Row> = { head: string; width: number; say: (row: Row) => string };

/** The register as it is written out: who asked stays masked, and there is no number and no address in it. */
export const requestExportColumns: readonly Column<Exported>[] = [
  { head: '登记编号', width: 14, say: ({ year, number }) => `${year}-${number}` },
  { head: '申请人类型', width: 14, say: ({ applicantKind }) => applicantKindNames[applicantKind] },
  { head: '申请人（已遮盖）', width: 18, say: ({ applicant }) => applicant },
  { head: '申请内容', width: 50, say: ({ asked }) => asked },
  { head: '收件渠道', width: 18, say: ({ channel }) => channelName(channel) },
  { head: '到达日期', width: 12, say: ({ arrivedOn }) => arrivedOn ?? '' },
  { head: '收到日期', width: 12, say: ({ receivedOn }) => receivedOn ?? '' },
  { head: '状态', width: 12, say: ({ stage }) => stageName(stage) },
  { head: '下一步', width: 18, say: ({ dueStep }) => nextStepName(dueStep) },
  { head: '最后日期', width: 12, say: ({ dueOn }) => dueOn ?? '' },
  { head: '办结日期', width: 12, say: ({ endedOn }) => endedOn ?? '' },
  { head: '办理结果', width: 30, say: ({ resultRow }) => resultName(resultRow) },
  { head: '归档日期', width: 12, say: ({ archivedOn }) => archivedOn ?? '' },
  { head: '经办人', width: 10, say: ({ handler }) => handler },
];

export const requestExportName = '依申请公开登记簿';

type ExportedWithApplicant = Exported & { name: string; data: ApplicantData | null; keyMissing: boolean };

const told: readonly (keyof ApplicantData)[] = [
  ...(['identityNumber', 'legalRepresentative', 'contactPerson', 'agent'] as const),
  ...(['telephone', 'address', 'postcode', 'email', 'fax'] as const),
];

const identityWords = ({ data, keyMissing }: ExportedWithApplicant) =>
  keyMissing ? '缺少密钥，打不开' : data ? identityKindNames[data.identityKind] : '';

/** The same with who asked, for whoever may see it. */
export const applicantExportColumns: readonly Column<ExportedWithApplicant>[] = [
  ...requestExportColumns.slice(0, 2),
  { head: requestFieldNames.name, width: 18, say: ({ name }) => name },
  { head: requestFieldNames.identityKind, width: 18, say: identityWords },
  ...told.map((field) => ({
    head: requestFieldNames[field],
    width: field === 'address' ? 36 : 20,
    say: ({ data }: ExportedWithApplicant) => data?.[field] ?? '',
  })),
  ...requestExportColumns.slice(3),
];

export const applicantExportName = '依申请公开登记簿（含申请人信息）';

/** What the page says that gives the register out with who asked. */
export const applicantExportHints = {
  note: (total: number) =>
    `按登记簿现在的筛选，共${total}件。文件里有姓名、证件号码和联系方式，没有遮盖。请妥善保管，用完删去。`,
  reason: '写明作什么用。理由和您的姓名、时间记入操作记录，不要写姓名、号码。',
  done: '下载开始以后可以离开本页。',
} as const;
