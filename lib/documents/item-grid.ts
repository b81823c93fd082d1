import { type TableCell, wholeHeaderRows } from '@/lib/domain/items/body';

/** A cell of a table of a body at its place, counted from 0, with spans that stay within the table. */
export type PlacedCell = { x: number; y: number; colspan: number; rowspan: number; runs: TableCell['runs'] };

export type PlacedTable = { columns: number; headerRows: number; rows: PlacedCell[][] };

/**
 * A table as paper wants it: every place filled, no cell over another or beyond the last row.
 * What people paste is not always so, and a browser forgives it.
 */
export function placedTable(rows: readonly (readonly TableCell[])[], headerRows: number): PlacedTable {
  const head = wholeHeaderRows(rows, headerRows);
  const taken = rows.map((): boolean[] => []);
  const placed = rows.map((cells, y) =>
    cells.map(({ runs, colspan = 1, rowspan = 1 }): PlacedCell => {
      const line = taken[y] ?? [];
      const x = freeFrom(line);
      const size = {
        colspan: roomAt(line, x, colspan),
        rowspan: Math.min(rowspan, rows.length - y),
      };
      for (const under of taken.slice(y, y + size.rowspan)) {
        for (let at = x; at < x + size.colspan; at += 1) under[at] = true;
      }
      return { x, y, ...size, runs };
    }),
  );
  const columns = Math.max(1, ...taken.map((line) => line.length));
  const filled = placed.map((cells, y) =>
    [...cells, ...gapsIn(taken[y] ?? [], columns).map((x) => ({ x, y, colspan: 1, rowspan: 1, runs: [] }))].sort(
      (one, other) => one.x - other.x,
    ),
  );
  return { columns, headerRows: head, rows: filled };
}

function freeFrom(line: readonly boolean[]): number {
  for (let x = 0; ; x += 1) if (!line[x]) return x;
}

/** How much of a span finds room beside what reaches down from above. */
function roomAt(line: readonly boolean[], x: number, colspan: number): number {
  const end = line.findIndex((isTaken, at) => at > x && isTaken);
  return end < 0 ? colspan : Math.min(colspan, end - x);
}

const gapsIn = (line: readonly boolean[], columns: number) =>
  Array.from({ length: columns }, (_, x) => x).filter((x) => !line[x]);
