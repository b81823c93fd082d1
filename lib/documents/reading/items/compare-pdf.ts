import type { Difference } from '@/lib/documents/reading/compare';
import type { Stretch } from '@/lib/documents/reading/items/expected';
import { columnsOfTable } from '@/lib/documents/reading/items/expected-table';
import type { Column, Piece } from '@/lib/documents/reading/items/reading';
import { asSeen } from '@/lib/documents/reading/look-alikes';
import { otherPlaces } from '@/lib/text/documents';
import { tablePlace } from '@/lib/text/item-documents';

type Found = Omit<Difference, 'medium'>;

/** Text and tables take turns; from the first place on where they do not, nothing can be told. */
export function differentStretches(expected: readonly Stretch[], read: readonly Piece[]): Found[] {
  const differences: Found[] = [];
  for (const [at, stretch] of expected.entries()) {
    const found = read[at];
    if ('text' in stretch && typeof found === 'string') differences.push(...differentText(stretch, found));
    else if ('tables' in stretch && typeof found === 'object' && 'parts' in found) {
      differences.push(...differentTables(stretch.tables, found.parts));
    } else {
      const [place, text] = 'text' in stretch ? [stretch.place, stretch.text] : [stretch.tables[0]?.place ?? '', ''];
      return [
        ...differences,
        { place, expected: asSeen(text), found: typeof found === 'string' ? asSeen(found) : null },
      ];
    }
  }
  const more = read.slice(expected.length).map((piece) => ({
    ...{ place: otherPlaces.unknown, expected: '', found: typeof piece === 'string' ? asSeen(piece) : '' },
  }));
  return [...differences, ...more];
}

function differentText({ place, text }: { place: string; text: string }, read: string): Found[] {
  const [expected, found] = [asSeen(text), asSeen(read)];
  return expected === found ? [] : [{ place, expected, found }];
}

type Tables = Extract<Stretch, { tables: unknown }>['tables'];

/**
 * Where cells are merged and a page ends among them, the rules of the next page may not say any more where a column began:
 * then it is enough that every character is there as often as it should be.
 */
function differentTables(tables: Tables, parts: readonly (readonly Column[])[]): Found[] {
  const differences = inOrder(tables, parts);
  const merged = tables.some(({ table: { cells } }) => cells.some(({ colspan, rowspan }) => colspan + rowspan > 2));
  if (differences.length === 0 || !merged) return differences;
  const expected = tables.flatMap(({ table }) => columnsOfTable(table)).map(asSeen);
  const found = parts.flat().map(({ text }) => asSeen(text));
  return sorted(expected) === sorted(found) ? [] : differences;
}

const sorted = (texts: readonly string[]) => [...texts.join('')].sort().join('');

/** Each table takes as many parts as make it whole; the first that no number of parts makes whole is the difference. */
function inOrder(tables: Tables, parts: readonly (readonly Column[])[]): Found[] {
  let from = 0;
  for (const [at, { place, table }] of tables.entries()) {
    const expected = columnsOfTable(table).map(asSeen).filter(Boolean);
    const left = parts.length - from - (tables.length - at - 1);
    const counts = Array.from({ length: Math.max(0, left) }, (_, n) => n + 1);
    const whole = counts.find((count) => isSame(expected, textsOf(parts.slice(from, from + count))));
    if (whole === undefined) return inColumns(place, expected, textsOf(parts.slice(from, from + left)));
    from += whole;
  }
  const more = textsOf(parts.slice(from));
  return more.length === 0 ? [] : [{ place: otherPlaces.unknown, expected: '', found: more.join('｜') }];
}

function inColumns(place: string, expected: readonly string[], found: readonly string[]): Found[] {
  if (expected.length !== found.length) return [{ place, expected: expected.join('｜'), found: found.join('｜') }];
  return expected.flatMap((text, at) =>
    text === found[at] ? [] : [{ place: tablePlace(place, null, at + 1), expected: text, found: found[at] ?? '' }],
  );
}

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((text, at) => text === other[at]);

/** The columns of a table from its parts: what stands at one distance from the left is one column. */
function textsOf(parts: readonly (readonly Column[])[]): string[] {
  const columns: Column[] = [];
  for (const { x, text } of parts.flat()) {
    const at = columns.findIndex((column) => Math.abs(column.x - x) < nearby);
    if (at < 0) columns.push({ x, text });
    else columns[at] = { x, text: `${columns[at]?.text}${text}` };
  }
  return columns
    .sort((one, other) => one.x - other.x)
    .map(({ text }) => asSeen(text))
    .filter((text) => text !== '');
}

const nearby = 0.5; // points
