import type { Grid } from '@/lib/documents/reading/grid';
import type { Rule } from '@/lib/documents/reading/pdf-rules';

/** A run of text with the point where its base line begins. */
export type Glyphs = { text: string; x: number; y: number; size: number; width: number };

export type Region = { left: number; right: number; top: number; bottom: number };

export type RuledTable = Region & { xs: number[]; ys: number[]; rules: readonly Rule[] };

/** The tables of a page: where upright rules stand, with the level ones that they reach. */
export function tablesOn(rules: readonly Rule[]): RuledTable[] {
  const uprights = rules.filter(isUpright).sort((one, other) => other.y[1] - one.y[1]);
  const regions: { top: number; bottom: number }[] = [];
  for (const { y } of uprights) {
    const last = regions.at(-1);
    if (last && y[1] > last.bottom - 1) last.bottom = Math.min(last.bottom, y[0]);
    else regions.push({ top: y[1], bottom: y[0] });
  }
  return regions.map(({ top, bottom }) => {
    const inside = rules.filter(({ y }) => y[0] > bottom - 2 && y[1] < top + 2);
    const xs = apart(inside.filter(isUpright).map(({ x }) => x[0]));
    const ys = apart(inside.filter((rule) => !isUpright(rule)).map(({ y }) => y[0])).reverse();
    return { top, bottom, left: xs[0] ?? 0, right: xs.at(-1) ?? 0, xs, ys, rules: inside };
  });
}

const isUpright = ({ x, y }: Rule) => x[1] - x[0] < y[1] - y[0];

/** Different positions, from low to high; what lies within a point is one. */
const apart = (positions: readonly number[]) =>
  [...positions].sort((one, other) => one - other).filter((each, at, all) => at === 0 || each - (all[at - 1] ?? 0) > 1);

/**
 * The places between the rules, each with the text of the whole space that no rule divides; `named` may add to it which
 * space that is.
 */
export function gridIn(
  table: RuledTable,
  glyphs: readonly Glyphs[],
  named: (text: string, space: number) => string = (text) => text,
): Grid {
  const { xs, ys } = table;
  const spaces = spacesIn(table);
  const texts = new Map<number, Glyphs[]>();
  for (const each of glyphs) {
    const row = ys.findLastIndex((y) => y > each.y + each.size / 3);
    const column = xs.findLastIndex((x) => x < each.x + each.width / 2);
    const space = spaces[row]?.[column] ?? -1;
    texts.set(space, [...(texts.get(space) ?? []), each]);
  }
  const words = (space: number) =>
    inOrder(texts.get(space) ?? [])
      .map(({ text }) => text.replace(/\s/g, ''))
      .join('');
  return spaces.map((row) => row.map((space) => named(words(space), space)));
}

/** A number for each place between the rules; places between which no rule stands have the same. */
function spacesIn({ xs, ys, rules }: RuledTable): number[][] {
  const spaces = ys.slice(1).map((_, row) => xs.slice(1).map((_, column) => row * xs.length + column));
  const middle = (positions: readonly number[], at: number) => ((positions[at] ?? 0) + (positions[at + 1] ?? 0)) / 2;
  const stands = (x: number, y: number) =>
    rules.some((rule) => isUpright(rule) && near(rule.x[0], x) && spans(rule.y, y));
  const lies = (x: number, y: number) =>
    rules.some((rule) => !isUpright(rule) && near(rule.y[0], y) && spans(rule.x, x));
  for (const [row, line] of spaces.entries()) {
    for (const column of line.keys()) {
      const left = column > 0 && !stands(xs[column] ?? 0, middle(ys, row));
      const up = row > 0 && !lies(middle(xs, column), ys[row] ?? 0);
      if (left) join(spaces, line[column] ?? 0, line[column - 1] ?? 0);
      if (up) join(spaces, line[column] ?? 0, spaces[row - 1]?.[column] ?? 0);
    }
  }
  return spaces;
}

function join(spaces: number[][], from: number, to: number) {
  for (const line of spaces) for (const [at, space] of line.entries()) if (space === from) line[at] = to;
}

const near = (one: number, other: number) => Math.abs(one - other) < 1;
const spans = ([from, to]: [number, number], position: number) => from - 0.5 < position && position < to + 0.5;

/** From the top down, and from the left on each line. */
export function inOrder(glyphs: readonly Glyphs[]): Glyphs[] {
  const sorted = [...glyphs].sort((one, other) => other.y - one.y);
  const lines: Glyphs[][] = [];
  for (const each of sorted) {
    const line = lines.at(-1);
    if (line?.[0] && line[0].y - each.y < each.size / 3) line.push(each);
    else lines.push([each]);
  }
  return lines.flatMap((line) => line.sort((one, other) => one.x - other.x));
}
