import type { CellValue } from '@/lib/domain/report/content';
import type { Column } from '@/lib/domain/report/format';

/** A figure as printed: exactly as it was signed; a blank prints nothing. */
export const printedFigure = (value: CellValue) => (value === null ? '' : String(value));

/** The unit of an amount as the official form prints it below the heading; nothing where the heading names it. */
export function amountNote({ type, unit, scale, label }: Column): string | null {
  if (type !== 'decimal' || !unit || label.includes(unit)) return null;
  return `（单位：${unit}，保留${scale ?? 0}位小数）`;
}

/** 单位：件、项、个，另有注明的除外 */
export function unitsOf(columns: readonly Column[]): string {
  const counted = columns.filter(({ type }) => type === 'integer');
  const units = [...new Set(counted.flatMap(({ unit }) => unit ?? []))].join('、');
  return units && `单位：${units}${counted.length < columns.length ? '，另有注明的除外' : ''}`;
}
