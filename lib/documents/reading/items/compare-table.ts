import { type ExpectedTable, ownersOf } from '@/lib/documents/reading/items/expected-table';
import type { Space, TablePart } from '@/lib/documents/reading/items/reading';
import { asSeen } from '@/lib/documents/reading/look-alikes';
import { tablePlace } from '@/lib/text/item-documents';

/** A cell that says something else: its place, counted from 1, what must stand there and what does. */
export type DifferentCell = { place: string; expected: string; found: string | null };

/**
 * A table as it stands on one page or several, held against what was signed, cell by cell. The head that a page repeats says
 * nothing; a row that a page tears goes on where the next one begins, and so does a cell that reaches down over the end of a
 * page.
 */
export function differentCells(place: string, table: ExpectedTable, parts: readonly TablePart[]): DifferentCell[] {
  const plan = planOf(table, parts);
  if (plan.edges.length !== table.width) {
    const all = parts.flatMap(({ spaces }) => spaces.map(({ text }) => asSeen(text))).filter(Boolean);
    return [{ place, expected: plan.texts.filter(Boolean).join('｜'), found: all.join('｜') }];
  }
  let read: Read = { texts: [], astray: [], rows: [] };
  let head = 0;
  for (const [at, part] of parts.entries()) {
    const tries = startsOf(at === 0, head, part).map((start) => readPart(plan, part, read, start));
    const costs = tries.map((each) => costOf(plan, each));
    read = tries[costs.indexOf(Math.min(...costs))] ?? read;
    if (at === 0) head = read.rows.filter((y) => y < table.headerRows).length;
  }
  return differencesOf(place, plan, read);
}

/** What must be found, and where: rows by the cells that lie in them, columns by where they begin on the page. */
type Plan = {
  table: ExpectedTable;
  texts: readonly string[];
  owners: readonly (readonly number[])[];
  edges: readonly number[];
};

type Read = {
  /** What has been found so far of each cell, by its number. */
  texts: (string | undefined)[];
  /** Text where no cell is, and places without a rule between two cells. */
  astray: { x: number; y: number; text: string }[];
  /** The row of the table that each row of the last page is. */
  rows: number[];
};

const nearby = 0.5; // points

/** What one page has no rule for, another one has. */
function planOf(table: ExpectedTable, parts: readonly TablePart[]): Plan {
  const lefts = parts.flatMap(({ spaces }) => spaces.map(({ left }) => left)).sort((one, other) => one - other);
  const edges = lefts.filter((left, at) => at === 0 || left - (lefts[at - 1] ?? 0) > nearby);
  return { table, edges, owners: ownersOf(table), texts: table.cells.map(({ text }) => asSeen(text)) };
}

/** How many rows of a repeated head come first, and whether then a torn row goes on. */
type Start = { skip: number; torn: boolean };

function startsOf(first: boolean, head: number, { height }: TablePart): Start[] {
  if (first) return [{ skip: 0, torn: false }];
  const skips = head > 0 && head <= height ? [head, 0] : [0];
  // A row that is whole is not torn, as far as one can tell.
  return skips.flatMap((skip) => [false, true].map((torn) => ({ skip, torn })));
}

function readPart(plan: Plan, part: TablePart, before: Read, { skip, torn }: Start): Read {
  const rows = rowsOf(plan, part, { skip, torn, last: before.rows.at(-1) ?? -1 });
  const [texts, astray] = [[...before.texts], [...before.astray]];
  for (const space of part.spaces) {
    const text = asSeen(space.text);
    if (space.to < skip && text === '') continue;
    const columns = columnsOf(plan, space);
    const covered = rows.slice(space.from, space.to + 1);
    const [owner, ...more] = new Set(covered.flatMap((y) => columns.map((x) => plan.owners[y]?.[x])));
    if (space.from < skip || owner === undefined || more.length > 0 || (owner < 0 && text !== '')) {
      astray.push({ x: columns[0] ?? 0, y: covered[0] ?? 0, text });
    } else if (owner >= 0) texts[owner] = (texts[owner] ?? '') + text;
  }
  return { texts, astray, rows: rows.length > skip ? rows : before.rows };
}

/** The row of the table that each row on a page is: the next one that is divided alike. */
function rowsOf(plan: Plan, part: TablePart, { skip, torn, last }: Start & { last: number }): number[] {
  const rows = Array.from({ length: skip }, () => -1);
  for (let at = skip; at < part.height; at += 1) {
    const above = rows.at(-1) ?? -1;
    const from = at > skip ? above : torn ? last - 1 : last;
    const candidates = rowsAfter(plan, from);
    const spaces = part.spaces.filter((space) => space.from <= at && at <= space.to);
    const fits = (y: number) => isDividedAlike(plan, spaces, y, at > skip ? { at, above } : null);
    rows.push(candidates.find(fits) ?? candidates[0] ?? plan.table.height);
  }
  return rows;
}

/**
 * The rows that may come next, up to the first that must be seen. A row is not seen where nothing begins or ends in it, and
 * may have no height where all its cells reach over it.
 */
function rowsAfter({ table, owners }: Plan, from: number): number[] {
  const candidates: number[] = [];
  for (let y = from + 1; y < table.height; y += 1) {
    const row = owners[y] ?? [];
    if (y > 0 && row.every((owner, x) => owner === owners[y - 1]?.[x])) continue;
    candidates.push(y);
    if (row.some((owner) => owner < 0 || table.cells[owner]?.rowspan === 1)) break;
  }
  return candidates;
}

function isDividedAlike(
  plan: Plan,
  spaces: readonly Space[],
  y: number,
  under: { at: number; above: number } | null,
): boolean {
  const row = plan.owners[y] ?? [];
  return spaces.every((space) => {
    const [first = 0, ...rest] = columnsOf(plan, space);
    const end = first + rest.length;
    const alone =
      rest.every((x) => row[x] === row[first]) && row[first - 1] !== row[first] && row[end + 1] !== row[first];
    const goesOn = under && space.from < under.at;
    return alone && (under === null || goesOn === (plan.owners[under.above]?.[first] === row[first]));
  });
}

const columnsOf = ({ edges }: Plan, { left, right }: Space) =>
  edges.flatMap((edge, x) => (edge > left - nearby && edge < right - nearby ? [x] : []));

/** How much speaks against a reading: text astray, cells that say something else, or less than they should when they end. */
function costOf({ table, texts }: Plan, read: Read): number {
  const last = read.rows.at(-1) ?? -1;
  const wrong = texts.filter((text, at) => {
    const found = read.texts[at] ?? '';
    const { y = 0, rowspan = 1 } = table.cells[at] ?? {};
    return y + rowspan <= last ? found !== text : !text.startsWith(found);
  });
  return read.astray.length + wrong.length;
}

function differencesOf(place: string, { table, texts: expected }: Plan, { texts, astray }: Read): DifferentCell[] {
  const cells = expected.flatMap((text, at): DifferentCell[] => {
    const { x = 0, y = 0 } = table.cells[at] ?? {};
    const found = texts[at];
    if ((found ?? '') === text) return [];
    return [{ place: tablePlace(place, y + 1, x + 1), expected: text, found: found ?? null }];
  });
  const more = astray.map(({ x, y, text }) => ({
    ...{ place: tablePlace(place, y + 1, x + 1), expected: '', found: text },
  }));
  return [...cells, ...more];
}
