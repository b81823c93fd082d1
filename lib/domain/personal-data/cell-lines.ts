/** One cell of a line: its text as it stands there, without the spaces around it, and where it starts. */
export type Cell = { text: string; start: number };

/**
 * The text as lines of cells: parted by tabs or bars where there are any, by spaces, commas and semicolons otherwise.
 * A name with a space inside (王 伟) stays one cell; empty cells of a tabbed line stay, so that columns keep their place.
 */
export function cellLines(plain: string): Cell[][] {
  const lines: Cell[][] = [];
  let start = 0;
  for (const line of plain.split('\n')) {
    const tabbed = /[\t|]/.test(line);
    lines.push(tabbed ? parted(line, start, /[\t|]/g) : joinedNames(parted(line, start, /[\s,，;；]+/g)));
    start += line.length + 1;
  }
  return lines;
}

function parted(line: string, start: number, separator: RegExp): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  for (const { 0: found, index } of line.matchAll(separator)) {
    cells.push(cellAt(line, from, index, start));
    from = index + found.length;
  }
  cells.push(cellAt(line, from, line.length, start));
  const isEdge = (at: number) => at === 0 || at === cells.length - 1;
  return cells.filter(({ text }, at) => text !== '' || !isEdge(at));
}

function cellAt(line: string, from: number, to: number, start: number): Cell {
  const raw = line.slice(from, to);
  const text = raw.trim().replace(/^"(.*)"$/, '$1');
  return { text, start: start + from + Math.max(0, raw.indexOf(text)) };
}

// Two single characters with spaces between them: 王　伟.
function joinedNames(cells: readonly Cell[]): Cell[] {
  const joined: Cell[] = [];
  for (const cell of cells) {
    const last = joined.at(-1);
    const near = last && cell.start - last.start - last.text.length <= 4;
    if (near && isSingle(last.text) && isSingle(cell.text)) {
      const gap = cell.start - last.start - last.text.length;
      joined[joined.length - 1] = { text: last.text + ' '.repeat(gap) + cell.text, start: last.start };
    } else joined.push(cell);
  }
  return joined;
}

const isSingle = (text: string) => /^[\u4e00-\u9fff]$/.test(text);
