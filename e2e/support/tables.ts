import type { Page } from '@playwright/test';

export type ReadCell = {
  /** What a table is called, and the cell's own id or text. */
  table: string;
  cell: string;
  /** Texts of the headings that a screen reader is told, from left to right, then from above down. */
  rows: string[];
  columns: string[];
  /** Headings that are said of the cell, but stand neither beside nor above it; and those that stand there unsaid. */
  astray: string[];
  /** Whether the table has a column of headings, and a row of them. */
  hasRows: boolean;
  hasColumns: boolean;
};

/**
 * Every value cell of every table, with its headings as HTML gives them (`headers`, else `scope`), held against where the
 * headings really stand when all spans are laid out.
 */
export const readTables = (page: Page): Promise<ReadCell[]> =>
  page.evaluate(() => {
    type Spot = { cell: HTMLTableCellElement; row: number; column: number };
    const textOf = (cell: Element) => cell.textContent?.trim().replace(/\s+/g, ' ') ?? '';

    /** Its own name, else that of the region that it fills. */
    function nameOf(table: HTMLTableElement): string {
      if (table.caption) return textOf(table.caption);
      const named = table.closest('[aria-label], [aria-labelledby]');
      const by = document.getElementById(named?.getAttribute('aria-labelledby') ?? '');
      return by ? textOf(by) : (named?.getAttribute('aria-label') ?? '');
    }

    /** Each cell at the places of the grid that it covers. */
    function spotsOf(table: HTMLTableElement): Spot[] {
      const spots: Spot[] = [];
      const taken = new Set<string>();
      [...table.rows].forEach((line, row) => {
        let column = 0;
        for (const cell of line.cells) {
          while (taken.has(`${row} ${column}`)) column += 1;
          for (let r = row; r < row + cell.rowSpan; r += 1) {
            for (let c = column; c < column + cell.colSpan; c += 1) {
              taken.add(`${r} ${c}`);
              spots.push({ cell, row: r, column: c });
            }
          }
        }
      });
      return spots;
    }

    /** The headings of its row: those next on its left, else those that follow; a row may hold several pairs. */
    function beside(spots: readonly Spot[], row: number, column: number) {
      const line = spots.filter((spot) => spot.row === row).sort((one, other) => one.column - other.column);
      const isHeading = ({ cell }: Spot) => cell.scope.startsWith('row');
      const left = line.filter((spot) => spot.column < column);
      const last = left.findLastIndex(isHeading);
      if (last < 0) return line.filter(isHeading);
      const before = left.slice(0, last).findLastIndex((spot) => !isHeading(spot));
      return left.slice(before + 1, last + 1);
    }

    /** The headings that really stand beside a cell and above it. */
    function around(spots: readonly Spot[], cell: HTMLTableCellElement) {
      const own = spots.filter((spot) => spot.cell === cell);
      const { row, column } = own[0] ?? { row: 0, column: 0 };
      const above = spots.filter(
        (spot) =>
          spot.cell.scope.startsWith('col') && spot.row < row && own.some((covered) => covered.column === spot.column),
      );
      return {
        rows: [...new Set(beside(spots, row, column).map((spot) => spot.cell))],
        columns: [...new Set(above.map((spot) => spot.cell))],
      };
    }

    const tables = [...document.querySelectorAll<HTMLTableElement>('main table')];
    return tables.flatMap((table) => {
      const spots = spotsOf(table);
      const headings = [...table.querySelectorAll('th')];
      const values = [...table.querySelectorAll<HTMLTableCellElement>('tbody td')];
      return values.map((cell) => {
        const { rows, columns } = around(spots, cell);
        const stands = [...rows, ...columns];
        const told = cell.headers ? cell.headers.split(' ').map((id) => document.getElementById(id)) : stands;
        const strays = told.filter(
          (each) => !each || !stands.includes(each as HTMLTableCellElement) || !table.contains(each),
        );
        const unsaid = stands.filter((each) => !told.includes(each));
        return {
          table: nameOf(table),
          cell: cell.id || textOf(cell).slice(0, 20),
          rows: rows.map(textOf),
          columns: columns.map(textOf),
          astray: [...strays, ...unsaid].map((each) => (each ? textOf(each) : 'an id that is nowhere')),
          hasRows: headings.some(({ scope }) => scope.startsWith('row')),
          hasColumns: headings.some(({ scope }) => scope.startsWith('col')),
        };
      });
    });
  });

/** Tables without a name, values without a heading, and headings that are said of a value but stand elsewhere. */
export const faultsOfTables = async (page: Page): Promise<string[]> =>
  (await readTables(page)).flatMap(({ table, cell, rows, columns, astray, hasRows, hasColumns }) =>
    [
      table === '' && 'a table without a name',
      astray.length > 0 && `said of it, but standing elsewhere: ${astray.join('，')}`,
      !hasRows && !hasColumns && 'a table without headings',
      hasRows && rows.length === 0 && 'no heading of its row',
      hasColumns && columns.length === 0 && 'no heading of its column',
    ]
      .filter((fault) => fault !== false)
      .map((fault) => `${table}, ${cell}: ${fault}`),
  );
