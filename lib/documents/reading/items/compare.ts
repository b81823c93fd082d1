import { diffArrays } from 'diff';
import type { ItemSnapshot } from '@/lib/documents/item-snapshot';
import type { Difference } from '@/lib/documents/reading/compare';
import { differentStretches } from '@/lib/documents/reading/items/compare-pdf';
import {
  expectedLinks,
  expectedPictures,
  type ItemStatement,
  itemStatements,
  type Standing,
  stretchesInPdf,
} from '@/lib/documents/reading/items/expected';
import {
  type ItemMedium,
  type ItemReading,
  type Piece,
  readItem,
  type Shown,
} from '@/lib/documents/reading/items/reading';
import { asSeen } from '@/lib/documents/reading/look-alikes';
import { otherPlaces } from '@/lib/text/documents';
import { itemParts, tablePlace } from '@/lib/text/item-documents';

/** Reads a file of an item and compares every paragraph, table, picture and link with what was signed. */
export async function rereadItem(
  medium: ItemMedium,
  file: Uint8Array,
  snapshot: ItemSnapshot,
  standing?: Standing,
): Promise<Difference[]> {
  try {
    return await compareItem(snapshot, medium, await readItem(medium, file), standing);
  } catch (error) {
    // A file that cannot be read says nothing that was signed; why, the library knows.
    const reason = error instanceof Error ? error.message : String(error);
    return [{ medium, place: otherPlaces.wholeFile, expected: snapshot.item.title, found: reason }];
  }
}

async function compareItem(
  snapshot: ItemSnapshot,
  medium: ItemMedium,
  reading: ItemReading,
  standing: Standing | undefined,
): Promise<Difference[]> {
  const seen = medium === 'pdf' ? asSeen : asWritten;
  const { title } = snapshot.item;
  const differences = [
    ...(seen(reading.title) === seen(title) ? [] : [{ place: itemParts.title, expected: title, found: reading.title }]),
    ...(medium === 'pdf'
      ? differentStretches(stretchesInPdf(snapshot), reading.pieces)
      : differentPieces(itemStatements(snapshot, medium, standing), reading.pieces, seen)),
    ...differentPictures(await expectedPictures(snapshot, medium), reading.pictures, seen),
    ...differentLinks(expectedLinks(snapshot, medium), reading.links),
  ];
  return differences.map((difference) => ({ medium, ...difference }));
}

type Found = Omit<Difference, 'medium'>;
type Seen = (text: string) => string;

// A form of line end is none of the text.
const asWritten: Seen = (text) => text.replace(/\r\n?/g, '\n');

function rowsOf(piece: Piece): readonly (readonly string[])[] {
  if (typeof piece === 'string') return [[piece]];
  return 'parts' in piece ? piece.parts.map(({ spaces }) => spaces.map(({ text }) => text)) : piece;
}

const flat = (piece: Piece, seen: Seen) =>
  rowsOf(piece)
    .map((row) => row.map(seen).join('｜'))
    .join('\n');

const isBlank = (piece: Piece) => rowsOf(piece).every((row) => row.every((text) => text.trim() === ''));

/** Where pieces say something else than what must be said, in order, and what is missing or too much. */
export function differentPieces(all: readonly ItemStatement[], read: readonly Piece[], seen: Seen): Found[] {
  const statements = all.filter(({ piece }) => !isBlank(piece) && flat(piece, seen) !== '');
  const pieces = read.filter((piece) => !isBlank(piece) && flat(piece, seen) !== '');
  const changes = diffArrays(
    statements.map(({ piece }) => flat(piece, seen)),
    pieces.map((piece) => flat(piece, seen)),
  );
  const differences: Found[] = [];
  let [at, from] = [0, 0]; // how far both sides have been gone through
  let missed: ItemStatement[] = [];
  const giveUp = () => {
    differences.push(...missed.map(({ place, piece }) => ({ place, expected: flat(piece, seen), found: null })));
    missed = [];
  };
  for (const { added, removed, count = 0 } of changes) {
    if (!added && !removed) giveUp();
    if (removed) {
      giveUp();
      missed = statements.slice(at, at + count);
    }
    if (added) {
      for (const piece of pieces.slice(from, from + count)) {
        const instead = missed.shift();
        if (instead) differences.push(...between(instead, piece, seen));
        else differences.push({ place: otherPlaces.unknown, expected: '', found: flat(piece, seen) });
      }
    }
    if (!added) at += count;
    if (!removed) from += count;
  }
  giveUp();
  return differences;
}

/** Two pieces that stand for each other; of two tables of one shape only the places that differ. */
function between({ place, piece }: ItemStatement, read: Piece, seen: Seen): Found[] {
  const [expected, found] = [rowsOf(piece), rowsOf(read)];
  const same =
    typeof piece !== 'string' &&
    typeof read !== 'string' &&
    expected.length === found.length &&
    expected.every((row, y) => row.length === found[y]?.length);
  if (!same) return [{ place, expected: flat(piece, seen), found: flat(read, seen) }];
  return expected.flatMap((row, y) =>
    row.flatMap((text, x): Found[] => {
      const said = found[y]?.[x] ?? '';
      if (seen(text) === seen(said)) return [];
      return [{ place: tablePlace(place, y + 1, x + 1), expected: text, found: said }];
    }),
  );
}

function differentPictures(
  expected: readonly (Shown & { place: string })[],
  read: readonly Shown[],
  seen: Seen,
): Found[] {
  const words = ({ name, alt }: Shown) => `${seen(alt)} ${name}`;
  return Array.from({ length: Math.max(expected.length, read.length) }, (_, at) => at).flatMap((at): Found[] => {
    const [wanted, found] = [expected[at], read[at]];
    if (wanted && found && words(wanted) === words(found)) return [];
    return [
      {
        ...{ place: wanted?.place ?? otherPlaces.unknown, expected: wanted ? words(wanted) : '' },
        found: found ? words(found) : null,
      },
    ];
  });
}

function differentLinks(links: readonly { href: string; seen: boolean }[], read: readonly string[]): Found[] {
  const [place, found] = [itemParts.links, new Set(read)];
  const missing = new Set(links.flatMap(({ href, seen }) => (seen && !found.has(href) ? [href] : [])));
  const more = [...found].filter((link) => !links.some(({ href }) => href === link));
  return Array.from({ length: Math.max(missing.size, more.length) }, (_, at) => ({
    ...{ place, expected: [...missing][at] ?? '', found: more[at] ?? null },
  }));
}
