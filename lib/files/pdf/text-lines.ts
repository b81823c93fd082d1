/** A piece of text on a page: where its base line starts, how wide it is, how large its characters are. */
export type Run = { text: string; x: number; y: number; width: number; size: number };

/**
 * The runs of a page as lines from top to bottom. A wide gap in a line is the border of a table cell and becomes a tab, a
 * narrow one a space; single characters pulled apart (王　伟) stay together.
 */
export function textLines(runs: readonly Run[]): string {
  const rows: Run[][] = [];
  const sorted = runs.filter(({ text }) => text.trim() !== '').sort((one, other) => other.y - one.y);
  for (const run of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(first.y - run.y) < 0.5 * Math.min(first.size, run.size)) row.push(run);
    else rows.push([run]);
  }
  return rows.map(lineOf).join('\n');
}

function lineOf(row: Run[]): string {
  let line = '';
  let before: Run | undefined;
  for (const run of row.sort((one, other) => one.x - other.x)) {
    if (before) line += separator(before, run);
    line += run.text;
    before = run;
  }
  return line;
}

const single = /^\s*[\u4e00-\u9fff]\s*$/;

function separator(left: Run, right: Run): string {
  const gap = (right.x - left.x - left.width) / Math.max(1, Math.min(left.size, right.size));
  const apart = single.test(left.text) && single.test(right.text);
  if (gap > (apart ? 2.2 : 0.9)) return '\t';
  return gap > 0.2 ? ' ' : '';
}
