import type { Difference } from '@/lib/documents/reading/compare';
import { differentCells } from '@/lib/documents/reading/items/compare-table';
import type { Stretch } from '@/lib/documents/reading/items/expected';
import type { Piece, TablePart } from '@/lib/documents/reading/items/reading';
import { asSeen } from '@/lib/documents/reading/look-alikes';
import { otherPlaces } from '@/lib/text/documents';

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

/** Each table takes as many parts as make it whole; one that no number of parts makes whole takes what fits it best. */
function differentTables(tables: Tables, parts: readonly TablePart[]): Found[] {
  const differences: Found[] = [];
  let from = 0;
  for (const [at, { place, table }] of tables.entries()) {
    const left = parts.length - from - (tables.length - at - 1);
    let best = { count: Math.max(0, left), found: differentCells(place, table, parts.slice(from, from + left)) };
    for (let count = 1; count < left && best.found.length > 0; count += 1) {
      const found = differentCells(place, table, parts.slice(from, from + count));
      if (found.length < best.found.length) best = { count, found };
    }
    differences.push(...best.found);
    from += best.count;
  }
  const more = parts.slice(from).flatMap(({ spaces }) => spaces.map(({ text }) => asSeen(text)));
  if (parts.length > from) differences.push({ place: otherPlaces.unknown, expected: '', found: more.join('｜') });
  return differences;
}
