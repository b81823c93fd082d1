import { z } from 'zod';
import { id, line, optionalLine } from '@/lib/domain/input';
import type { InputProblem } from '@/lib/domain/issue';

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
const withAmount: ReadonlySet<LedgerKind> = new Set(['administrative_fees', 'government_procurement']);
export const hasAmount = (kind: LedgerKind) => withAmount.has(kind);

const say = (problem: InputProblem) => problem;

/** 2026-07 */
const month = z.string({ error: () => say('required') }).regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/, say('malformed'));

const count = line(9)
  .refine((text) => /^\d+$/.test(text), say('not_a_number'))
  .transform(Number);

/** Yuan with at most two places; nothing typed is null. */
const yuan = optionalLine(20)
  .refine((text) => text === '' || /^\d{1,14}(\.\d+)?$/.test(text), say('not_a_number'))
  .refine((text) => !/\.\d{3,}$/.test(text), say('too_many_places'))
  .transform((text) => (text === '' ? null : text));

const figures = { count, amount: yuan.default(null), source: line(200) };

// An amount belongs to the ledgers that have one, and to no other.
const amountFits = ({ kind, amount }: { kind: LedgerKind; amount: string | null }, context: z.RefinementCtx) => {
  if (hasAmount(kind) === (amount !== null)) return;
  const problem: InputProblem = amount === null ? 'required' : 'unknown_choice';
  context.addIssue({ code: 'custom', path: ['amount'], message: problem });
};

/** A new entry: the figures of one month and field, and where they come from. */
export const newEntry = z
  .object({ kind: z.enum(ledgerKinds, { error: () => say('unknown_choice') }), month, fieldId: id, ...figures })
  .superRefine(amountFits);
export type NewEntry = z.infer<typeof newEntry>;

/** What an entry ought to have said; the entry itself stays. */
export const correctedEntry = z
  .object({ id, kind: z.enum(ledgerKinds, { error: () => say('unknown_choice') }), ...figures })
  .superRefine(amountFits);
export type CorrectedEntry = z.infer<typeof correctedEntry>;
