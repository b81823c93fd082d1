import { z } from 'zod';
import type { Day } from '@/lib/domain/calendar/day';

/** What one cell of a spreadsheet holds. An empty cell is an empty text. */
export type SheetCell =
  | { kind: 'text'; text: string }
  | { kind: 'number'; value: number }
  | { kind: 'day'; day: Day }
  /** A formula is never worked out here, whatever the file says that it came to. */
  | { kind: 'formula'; text: string };

/** `number` is the row's own, as the spreadsheet shows it at its left. */
export type SheetRow = { number: number; cells: readonly SheetCell[] };

/** Why a whole file is refused. */
export const sheetFaults = [
  'empty',
  'too_large',
  'too_many_rows',
  'too_many_cells',
  'not_a_sheet',
  'old_excel',
  'encrypted',
  'macros',
  'archive_bomb',
  'broken',
  'encoding',
] as const;
export const sheetFault = z.enum(sheetFaults);
export type SheetFault = z.infer<typeof sheetFault>;

/** The most that a spreadsheet may hold; `bytes` of the file, `unpacked` of what is in it. */
export const sheetLimits = {
  bytes: 20 * 1024 * 1024,
  unpacked: 160 * 1024 * 1024,
  rows: 20_000,
  cells: 600_000,
  characters: 60_000_000,
} as const;

export const textCell = (text: string): SheetCell => ({ kind: 'text', text });

/** What a reader sees in a cell. */
export function shownIn(cell: SheetCell | undefined): string {
  switch (cell?.kind) {
    case 'number':
      return String(cell.value);
    case 'day':
      return cell.day;
    case 'text':
    case 'formula':
      return cell.text;
    case undefined:
      return '';
  }
}
