import { diffArrays } from 'diff';
import { statementsIn, titleIn } from '@/lib/documents/reading/expected';
import { asSeen } from '@/lib/documents/reading/look-alikes';
import { type Reading, read } from '@/lib/documents/reading/reading';
import type { Snapshot } from '@/lib/documents/snapshot';
import type { Medium } from '@/lib/domain/issue';
import { label } from '@/lib/domain/report/addresses';
import { cellsOf, valueAt } from '@/lib/domain/report/cells';
import { longTableWords, otherPlaces } from '@/lib/text/documents';
import { printedFigure } from '@/lib/text/figures';

/** A place where a file says something else than what was signed. */
export type Difference = {
  medium: Medium;
  /** As people name it: 表三，自然人，本年新收; 一、总体情况第2段. */
  place: string;
  /** Empty where nothing should stand. */
  expected: string;
  /** Null where nothing was found. */
  found: string | null;
};

/** Reads a file and compares every figure and every paragraph with what was signed. */
export async function reread(medium: Medium, file: Uint8Array, snapshot: Snapshot): Promise<Difference[]> {
  try {
    return compare(snapshot, medium, await read(medium, file, snapshot.format));
  } catch (error) {
    // A file that cannot be read says nothing that was signed; why, the library knows.
    const reason = error instanceof Error ? error.message : String(error);
    return [{ medium, place: otherPlaces.wholeFile, expected: titleIn(snapshot), found: reason }];
  }
}

export function compare(snapshot: Snapshot, medium: Medium, reading: Reading): Difference[] {
  const seen = medium === 'pdf' ? asSeen : (text: string) => text;
  // A report file may leave its title out; every other kind prints it.
  const title = medium === 'json' ? (snapshot.report.title ?? '') : titleIn(snapshot);
  return [
    ...(seen(reading.title) === seen(title)
      ? []
      : [{ medium, place: longTableWords.title, expected: title, found: reading.title }]),
    ...differentFigures(snapshot, medium, reading),
    ...differentWords(snapshot, medium, reading, seen),
  ];
}

function differentFigures({ format, report }: Snapshot, medium: Medium, { cells }: Reading): Difference[] {
  return cellsOf(format).flatMap(({ address }) => {
    const expected = printedFigure(valueAt(report.tables, address));
    const found = cells.get(address) ?? null;
    const same = found === expected || (medium === 'xlsx' && found !== null && isSameNumber(expected, found));
    return same ? [] : [{ medium, place: label(format, address), expected, found }];
  });
}

// A workbook keeps numbers, not their spelling.
const isSameNumber = (expected: string, found: string) =>
  expected !== '' && found !== '' && expected.length <= 15 && Number(expected) === Number(found);

function differentWords(
  snapshot: Snapshot,
  medium: Medium,
  { paragraphs }: Reading,
  seen: (text: string) => string,
): Difference[] {
  const statements = statementsIn(snapshot, medium).filter(({ text }) => seen(text) !== '');
  const found = paragraphs.filter((text) => seen(text) !== '');
  const changes = diffArrays(
    statements.map(({ text }) => seen(text)),
    found.map(seen),
  );
  const differences: Difference[] = [];
  let [missed, extra] = [0, 0]; // how far both sides have been gone through
  let open: Difference[] = [];
  for (const { added, removed, count = 0 } of changes) {
    if (removed) {
      open = statements
        .slice(missed, missed + count)
        .map(({ place, text }) => ({ medium, place, expected: text, found: null }));
      differences.push(...open);
    } else if (added) {
      for (const text of found.slice(extra, extra + count)) {
        const instead = open.shift();
        if (instead) instead.found = text;
        else differences.push({ medium, place: otherPlaces.unknown, expected: '', found: text });
      }
    } else open = [];
    if (!added) missed += count;
    if (!removed) extra += count;
  }
  return differences;
}
