import type { LedgerKind } from '@/lib/domain/ledger/entry';

export const ledgerNames: Record<LedgerKind, string> = {
  licensing: '行政许可',
  other_management: '其他对外管理服务事项',
  penalties: '行政处罚',
  coercive_measures: '行政强制',
  administrative_fees: '行政事业性收费',
  government_procurement: '政府集中采购',
};

/** What is counted in each ledger: 处理决定数量（件）. */
export const countLabels: Record<LedgerKind, string> = {
  licensing: '处理决定数量（件）',
  other_management: '处理决定数量（件）',
  penalties: '处理决定数量（件）',
  coercive_measures: '处理决定数量（件）',
  administrative_fees: '收费笔数（笔）',
  government_procurement: '采购项目数量（个）',
};

/** What an entry's amount is, where the ledger has one. */
export const amountLabels: Record<LedgerKind, string> = {
  licensing: '',
  other_management: '',
  penalties: '',
  coercive_measures: '',
  administrative_fees: '收费金额（元）',
  government_procurement: '采购金额（元）',
};

const measure: Record<LedgerKind, string> = {
  licensing: '件',
  other_management: '件',
  penalties: '件',
  coercive_measures: '件',
  administrative_fees: '笔',
  government_procurement: '个',
};

const yuanWords = (amount: string) => `${amount}元`;

/** 38; -2，-100.00元 */
export const ledgerFigures = ({ count, amount }: { count: number; amount: string | null }) =>
  amount === null ? String(count) : `${count}，${yuanWords(amount)}`;

/** 38件; 3个，共5344.00元 */
export const ledgerTotal = (kind: LedgerKind, { count, amount }: { count: number; amount: string | null }) =>
  amount === null ? `${count}${measure[kind]}` : `${count}${measure[kind]}，共${yuanWords(amount)}`;

/** 2026年7月 */
export function monthWords(month: string): string {
  const [year, part] = month.split('-');
  return `${year}年${Number(part)}月`;
}
