import { type Run, type TableCell, wholeHeaderRows } from '@/lib/domain/items/body';

/** A cell of a table of a body at its place, counted from 0, with spans that stay within the table. */
export type PlacedCell = { x: number; y: number; colspan: number; rowspan: number; runs: TableCell['runs'] };

export type PlacedTable = {
  headerRows: number;
  rows: PlacedCell[][];
  /** Shares of the columns in the width of the table; 1 together. */
  widths: number[];
  /** How large the letters are beside those of other tables: less than 1 where it would be too wide. */
  scale: number;
};

/**
 * A table as paper wants it: every place filled, no cell over another or beyond the last row, no column in which nothing
 * begins. What people paste is not always so, and a browser forgives it.
 */
export function placedTable(rows: readonly (readonly TableCell[])[], headerRows: number): PlacedTable {
  const taken = rows.map((): boolean[] => []);
  const placed = rows.map((cells, y) =>
    cells.map(({ runs, colspan = 1, rowspan = 1 }): PlacedCell => {
      const line = taken[y] ?? [];
      const x = freeFrom(line);
      const size = { colspan: roomAt(line, x, colspan), rowspan: Math.min(rowspan, rows.length - y) };
      for (const under of taken.slice(y, y + size.rowspan)) {
        for (let at = x; at < x + size.colspan; at += 1) under[at] = true;
      }
      return { x, y, ...size, runs };
    }),
  );
  const filled = withoutIdleColumns(withGapsFilled(placed, taken));
  return { headerRows: wholeHeaderRows(rows, headerRows), rows: filled, ...widthsOf(filled.flat()) };
}

function freeFrom(line: readonly boolean[]): number {
  for (let x = 0; ; x += 1) if (!line[x]) return x;
}

/** How much of a span finds room beside what reaches down from above. */
function roomAt(line: readonly boolean[], x: number, colspan: number): number {
  const end = line.findIndex((isTaken, at) => at > x && isTaken);
  return end < 0 ? colspan : Math.min(colspan, end - x);
}

function withGapsFilled(placed: PlacedCell[][], taken: readonly boolean[][]): PlacedCell[][] {
  const columns = Math.max(1, ...taken.map((line) => line.length));
  return placed.map((cells, y) => {
    const gaps = Array.from({ length: columns }, (_, x) => x).filter((x) => !taken[y]?.[x]);
    const fill = gaps
      .filter((x) => !gaps.includes(x - 1))
      .map((x): PlacedCell => ({ x, y, colspan: roomAt(taken[y] ?? [], x, columns - x), rowspan: 1, runs: [] }));
    return [...cells, ...fill].sort((one, other) => one.x - other.x);
  });
}

function withoutIdleColumns(rows: PlacedCell[][]): PlacedCell[][] {
  const starts = [...new Set(rows.flat().map(({ x }) => x))].sort((one, other) => one - other);
  const before = (x: number) => starts.filter((start) => start < x).length;
  return rows.map((cells) =>
    cells.map(({ x, colspan, ...cell }) => ({ ...cell, x: before(x), colspan: before(x + colspan) - before(x) })),
  );
}

const room = 42; // characters in 156 mm at 10.5 points
const padding = 0.7;
const widestWish = 18;

/** So many characters in a row within which no line can end are broken anywhere. */
const forced = /[^\p{Script=Han}\s]{12,}/gu;

type Piece = Run & { /** Whether a line may end anywhere in it. */ loose: boolean };

/** The runs of a cell, parted where what may be broken anywhere begins and ends: it may go over several of them. */
export function piecesOf(runs: readonly Run[]): Piece[] {
  const loose = [
    ...runs
      .map(({ text }) => text)
      .join('')
      .matchAll(forced),
  ].map(({ index, 0: { length } }) => ({
    ...{ from: index, to: index + length },
  }));
  let at = 0;
  return runs.flatMap(({ text, ...run }) => {
    const [from, to] = [at, at + text.length];
    at = to;
    const cuts = [from, ...loose.flatMap((each) => [each.from, each.to]).filter((cut) => cut > from && cut < to), to];
    return cuts.slice(1).flatMap((end, n): Piece[] => {
      const begin = cuts[n] ?? from;
      const isLoose = loose.some((each) => each.from <= begin && end <= each.to);
      return end > begin ? [{ ...run, text: text.slice(begin - from, end - from), loose: isLoose }] : [];
    });
  });
}

/** Each column has room for the longest thing in it that cannot be broken, and shares the rest by how much it says. */
function widthsOf(cells: readonly PlacedCell[]): Pick<PlacedTable, 'widths' | 'scale'> {
  const count = Math.max(1, ...cells.map(({ x, colspan }) => x + colspan));
  const [needs, wishes] = [
    Array.from({ length: count }, () => 1 + padding),
    Array.from({ length: count }, () => 1 + padding),
  ];
  for (const { x, colspan, runs } of cells) {
    const text = runs.map((run) => run.text.replace(forced, (token) => [...token].join('\u200b'))).join('');
    const lines = text.split('\n');
    const need = Math.max(0, ...lines.flatMap(tokensIn).map(widthOf));
    const wish = Math.min(widestWish, Math.max(0, ...lines.map(widthOf)));
    for (let at = x; at < x + colspan; at += 1) {
      needs[at] = Math.max(needs[at] ?? 0, need / colspan + padding);
      wishes[at] = Math.max(wishes[at] ?? 0, wish / colspan + padding);
    }
  }
  const needed = sum(needs);
  const scale = Math.min(1, room / needed);
  const spare = Math.max(0, room - needed);
  const more = wishes.map((wish, at) => wish - (needs[at] ?? 0) + 0.1);
  const widths = needs.map((need, at) => need + (spare * (more[at] ?? 0)) / sum(more));
  const whole = sum(widths);
  return { scale: rounded(scale), widths: widths.map((width) => rounded(width / whole)) };
}

/** Stretches that no line can end within: one can end between two Chinese characters, and where there is a space. */
const tokensIn = (line: string) => line.split(/(?<=\p{Script=Han})(?=\p{Script=Han})|[\s\u200b]+/u);

const widthOf = (text: string) =>
  [...text].reduce((so, character) => so + (/[\w.,:;'|!()[\]/ -]/.test(character) ? 0.65 : 1.05), 0);

const sum = (numbers: readonly number[]) => numbers.reduce((so, each) => so + each, 0);

const rounded = (share: number) => Math.round(share * 1e6) / 1e6;
