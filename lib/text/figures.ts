import type { CellValue } from '@/lib/domain/report/content';
import type { Column } from '@/lib/domain/report/format';

/** A figure as printed: amounts with all the places that the format asks for, zeros as 0, a blank as nothing. */
export function printedFigure(value: CellValue, column: Pick<Column, 'type' | 'scale'>): string {
  if (value === null) return '';
  if (column.type === 'integer' || !column.scale || Number(value) === 0) return String(value);
  const [whole = '0', places = ''] = String(value).split('.');
  return `${whole}.${places.padEnd(column.scale, '0')}`;
}

/** The unit of an amount as the official form prints it below the heading; nothing where the heading names it. */
export function amountNote({ type, unit, scale, label }: Column): string | null {
  if (type !== 'decimal' || !unit || label.includes(unit)) return null;
  return `（单位：${unit}，保留${scale ?? 0}位小数）`;
}

/** 单位：件、项、个，另有注明的除外 */
export function unitsOf(columns: readonly Column[]): string {
  const plain = columns.filter(({ type }) => type === 'integer').flatMap(({ unit }) => unit ?? []);
  const units = [...new Set(plain)].join('、');
  return units && `单位：${units}${plain.length < columns.length ? '，另有注明的除外' : ''}`;
}
