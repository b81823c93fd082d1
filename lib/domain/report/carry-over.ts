import { cellAt, sumOf, valueAt } from '@/lib/domain/report/cells';
import type { CellAddress, CellValue, Report } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';

/** A figure that last year's report already tells, for the clerk to take over. */
export type Proposal = { address: CellAddress; value: CellValue; note: string };

/** What a report can take over from last year's, as the format maps it; nothing from any other year. */
export function proposals(format: ReportFormat, year: number, previous: Report): Proposal[] {
  if (previous.year !== year - 1) return [];
  const maps = format.carryOver.filter((map) => map.formats.includes(previous.format));
  return maps.flatMap(({ cells, note }) =>
    Object.entries(cells).flatMap(([target, parts]) => {
      const cell = cellAt(format, target);
      const value = sumOf(parts.map((part) => valueAt(previous.tables, part)));
      return cell && !cell.computed && value !== null ? [{ address: cell.address, value, note }] : [];
    }),
  );
}

/** Last year's figure for the same cell; null where last year's format had no such cell. */
export const lastYearValue = (address: CellAddress, previous: Report | null): CellValue =>
  previous ? valueAt(previous.tables, address) : null;
