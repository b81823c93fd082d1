import { countedKinds } from '@/lib/domain/items/register-filter';
import { type LedgerKind, ledgerKinds } from '@/lib/domain/ledger/entry';
import { label } from '@/lib/domain/report/addresses';
import { cellAt } from '@/lib/domain/report/cells';
import type { CellAddress, CellValue } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';
import type { Moved } from '@/lib/domain/report/live-numbers';
import { printedFigure } from '@/lib/text/figures';
import { countLabels, ledgerNames } from '@/lib/text/ledger';
import { countedNames } from '@/lib/text/register';
import { requestSourceName } from '@/lib/text/request-register';

/** Labels of catalogue nodes by their code. */
export type NodeLabels = Readonly<Record<string, string>>;

/** 重点任务公开类信息条数; 行政许可台账，处理决定数量（件）; 表三，总计，本年新收; 2019年公开信息条数 */
export function sourceName(format: ReportFormat, source: string, labels: NodeLabels): string {
  if (cellAt(format, source)) return label(format, source as `${string}/${string}/${string}`);
  const [name = '', year] = source.split('@');
  const of = year ? `${year}年` : '';
  const [register = '', part = '', what = ''] = name.split('/');
  if (register === 'items') return `${of}${part === '' ? '公开信息' : `“${labels[what] ?? what}”类信息`}条数`;
  const counted = countedKinds.find((known) => known === part);
  if (register === 'normative') return `${of}${counted ? countedNames[counted] : part}`;
  if (isOfRequests(name)) return `${of}申请登记簿，${requestSourceName(name)}（件）`;
  const kind = ledgerKinds.find((known) => known === part);
  return kind ? `${of}${ledgerNames[kind]}台账，${ledgerColumn(kind, what)}` : source;
}

const ledgerColumn = (kind: LedgerKind, what: string) => (what === 'amount' ? '金额（万元）' : countLabels[kind]);

const isOfRequests = (source: string) => source.startsWith('requests/') || source.startsWith('cases/');

/**
 * Whether a source is offered for prose. Sentences tell the totals of table three, not each kind of applicant; where this
 * year's cell of the tables says the same, the cell is offered.
 */
export function isForProse(format: ReportFormat, source: string): boolean {
  if (!isOfRequests(source)) return true;
  const [name = '', year] = source.split('@');
  if (name.startsWith('requests/') && !name.endsWith('/total')) return false;
  return year !== undefined || !Object.values(format.counted).includes(name);
}

/** Where the records that a source counts are listed, these and no others; null for cells and for what was never there. */
export function recordsAddress(source: string, year: number): string | null {
  const [name = '', of = String(year)] = source.split('@');
  const [register = '', part = '', what = ''] = name.split('/');
  if (register === 'ledger') return `/admin/ledger?kind=${part}&year=${of}`;
  if (register === 'normative') return `/admin/items?counted=${part}&report=${of}`;
  if (isOfRequests(name)) return `/admin/requests?counted=${name}&report=${of}`;
  if (register !== 'items') return null;
  return `/admin/items?counted=items&report=${of}${part === '' ? '' : `&${part}=${what}`}`;
}

/** 表二（五），行政许可，本年处理决定数量：填40，登记簿是38。理由：县局委托办理2件没有登记。 */
export function typedOverSentence(
  format: ReportFormat,
  { address, value, counted, reason }: { address: CellAddress; value: CellValue; counted: CellValue; reason: string },
): string {
  const register = counted === null ? '登记簿没有记录' : `登记簿是${printedFigure(counted)}`;
  return `${label(format, address)}：填${printedFigure(value)}，${register}。理由：${reason}`;
}

const said = (value: number | string | null) => (value === null ? '没有登记' : String(value));

/** 行政许可台账，处理决定数量（件），由38变为39 */
export const movedWords = (format: ReportFormat, { source, before, now }: Moved, labels: NodeLabels) =>
  `${sourceName(format, source, labels)}，由${said(before)}变为${said(now)}`;

/**
 * What is worth a line of its own, and how many cells have merely begun to be counted, with nothing in them: the first request
 * of a year begins some two hundred.
 */
export function movedByWeight(moved: readonly Moved[]): { told: Moved[]; begun: number } {
  const told = moved.filter(({ before, now }) => before !== null || Number(now) !== 0);
  return { told, begun: moved.length - told.length };
}

export const begunWords = (count: number) => `${count}格开始由登记簿计数，都是0`;
