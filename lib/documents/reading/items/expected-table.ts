import type { Grid } from '@/lib/documents/reading/grid';
import { type Run, type TableCell, wholeHeaderRows } from '@/lib/domain/items/body';

type Anchored = { x: number; y: number; colspan: number; rowspan: number; text: string };

/** A table as it must be found: where each cell begins and how far it reaches. */
export type ExpectedTable = { width: number; height: number; headerRows: number; cells: readonly Anchored[] };

/** Of a cell that reaches beyond the table or over another one, only what has room. */
export function expectedTable(rows: readonly (readonly TableCell[])[], headerRows = 0): ExpectedTable {
  const taken = rows.map((): boolean[] => []);
  const cells = rows.flatMap((row, y) =>
    row.map((cell): Anchored => {
      const line = taken[y] ?? [];
      let x = 0;
      while (line[x]) x += 1;
      let colspan = 1;
      while (colspan < (cell.colspan ?? 1) && !line[x + colspan]) colspan += 1;
      const rowspan = Math.min(cell.rowspan ?? 1, rows.length - y);
      for (const under of taken.slice(y, y + rowspan)) {
        for (let at = x; at < x + colspan; at += 1) under[at] = true;
      }
      return { x, y, colspan, rowspan, text: wordsOf(cell.runs) };
    }),
  );
  // A column in which nothing begins is none; short rows are filled.
  const width = Math.max(1, ...taken.map((line) => line.length));
  const begins = Array.from(
    { length: width },
    (_, x) => cells.some((cell) => cell.x === x) || taken.some((line) => !line[x] && (x === 0 || line[x - 1])),
  );
  const before = (x: number) => begins.slice(0, x).filter(Boolean).length;
  return {
    ...{ width: before(width), height: rows.length, headerRows: wholeHeaderRows(rows, headerRows) },
    cells: cells.map((cell) => ({
      ...{ ...cell, x: before(cell.x), colspan: before(cell.x + cell.colspan) - before(cell.x) },
    })),
  };
}

export const wordsOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join('');

/** Each place with the whole text of the cell that lies there. */
export function gridOfTable({ width, height, cells }: ExpectedTable): Grid {
  const grid = Array.from({ length: height }, () => Array.from({ length: width }, () => ''));
  for (const { x, y, colspan, rowspan, text } of cells) {
    for (const row of grid.slice(y, y + rowspan)) row.fill(text, x, x + colspan);
  }
  return grid;
}

/** The cell that lies at each place, by its number; places that follow each other in a row without one share a number below 0. */
export function ownersOf({ width, height, cells }: ExpectedTable): number[][] {
  const owners = Array.from({ length: height }, () => Array.from({ length: width }, (): number | null => null));
  for (const [at, { x, y, colspan, rowspan }] of cells.entries()) {
    for (const row of owners.slice(y, y + rowspan)) row.fill(at, x, x + colspan);
  }
  return owners.map((row, y) => {
    let gap = 0;
    return row.map((owner, x) => {
      if (owner !== null) return owner;
      if (x === 0 || row[x - 1] !== null) gap = -1 - (y * width + x);
      return gap;
    });
  });
}
