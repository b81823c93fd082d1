import { Decimal } from 'decimal.js';
import type { CellValue } from '@/lib/domain/report/content';

/** How far a figure has moved: by how much, and by how many percent where there was something to move from. */
export type Movement = { grew: boolean; amount: string; percent: string | null };

/** Null where either is blank. Amounts are exact; the percentage has one place. */
export function movement(before: CellValue, after: CellValue): Movement | null {
  if (before === null || after === null) return null;
  const [was, difference] = [new Decimal(before), new Decimal(after).minus(before)];
  const share = was.isZero() ? null : difference.abs().div(was.abs()).times(100);
  return {
    grew: !difference.isNegative(),
    amount: difference.abs().toFixed(),
    percent: share?.toDecimalPlaces(1).toFixed() ?? null,
  };
}
