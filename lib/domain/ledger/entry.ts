import { z } from 'zod';

/** The ledgers that table two is counted from: 许可, 其他对外管理服务, 处罚, 强制, 收费, 采购. */
export const ledgerKinds = [
  'licensing',
  'other_management',
  'penalties',
  'coercive_measures',
  'administrative_fees',
  'government_procurement',
] as const;
export type LedgerKind = (typeof ledgerKinds)[number];

/** Ledgers whose entries carry an amount in yuan. */
export const withAmount: ReadonlySet<LedgerKind> = new Set(['administrative_fees', 'government_procurement']);

/** 2026-07 */
export const month = z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/);

/** Yuan with at most two places; negative only in a correction. */
export const yuan = z.string().regex(/^-?\d{1,14}(\.\d{1,2})?$/);
