import { type Cell, cellsOf } from '@/lib/domain/report/cells';
import type { CellAddress } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';

/** The figure cells of one section as printed, top to bottom; its tables stand below each other. */
export type Grid = readonly (readonly Cell[])[];

export function gridOf(format: ReportFormat, section: string): Grid {
  const lines = new Map<string, Cell[]>();
  for (const cell of cellsOf(format).filter(({ table }) => table.section === section)) {
    const row = `${cell.table.id}/${cell.row.id}`;
    lines.set(row, [...(lines.get(row) ?? []), cell]);
  }
  return [...lines.values()];
}

export type Spot = { row: number; column: number };

export const cellIn = (grid: Grid, { row, column }: Spot): Cell | undefined => grid[row]?.[column];

export function spotOf(grid: Grid, address: CellAddress): Spot | null {
  for (const [row, line] of grid.entries()) {
    const column = line.findIndex((cell) => cell.address === address);
    if (column >= 0) return { row, column };
  }
  return null;
}

export type Direction =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'next'
  | 'previous'
  | 'row_start'
  | 'row_end'
  | 'start'
  | 'end';

/** Where a key leads from a cell: always to a cell that can be typed in, or to the cell itself. */
export function step(grid: Grid, from: Spot, direction: Direction): Spot {
  return pathOf(grid, from, direction).find((spot) => cellIn(grid, spot)?.computed === false) ?? from;
}

// The spots that a key passes, nearest first.
function pathOf(grid: Grid, { row, column }: Spot, direction: Direction): Spot[] {
  const line = (grid[row] ?? []).map((_, at) => ({ row, column: at }));
  const all = grid.flatMap((cells, at) => cells.map((_, across) => ({ row: at, column: across })));
  switch (direction) {
    case 'left':
      return line.slice(0, column).reverse();
    case 'right':
      return line.slice(column + 1);
    case 'row_start':
      return line;
    case 'row_end':
      return line.reverse();
    case 'up':
      return rowsAt(grid, column).slice(0, row).reverse();
    case 'down':
      return rowsAt(grid, column).slice(row + 1);
    case 'next':
      return all.slice(all.findIndex((spot) => spot.row === row && spot.column === column) + 1);
    case 'previous':
      return all
        .slice(
          0,
          all.findIndex((spot) => spot.row === row && spot.column === column),
        )
        .reverse();
    case 'start':
      return all;
    case 'end':
      return all.reverse();
  }
}

// Going up or down through tables of different width stays in the row's last cell rather than stopping.
const rowsAt = (grid: Grid, column: number): Spot[] =>
  grid.map((line, at) => ({ row: at, column: Math.min(column, line.length - 1) }));
