import mammoth from 'mammoth';
import type { Difference } from '@/lib/documents/reading/compare';
import type { Grid } from '@/lib/documents/reading/grid';
import { flowOf } from '@/lib/documents/reading/html';
import { expectedTable, gridOfTable } from '@/lib/documents/reading/items/expected-table';
import { inTurn } from '@/lib/documents/reading/letter';
import { asSeen } from '@/lib/documents/reading/look-alikes';
import { glyphsOn, isInside } from '@/lib/documents/reading/pdf';
import { gridIn, tablesOn } from '@/lib/documents/reading/pdf-grid';
import { linesOf } from '@/lib/documents/reading/pdf-lines';
import { rulesOn } from '@/lib/documents/reading/pdf-rules';
import type { Medium } from '@/lib/domain/issue';
import { getDocument } from '@/lib/files/pdf/pdfjs';
import { formPlaces, otherPlaces } from '@/lib/text/documents';
import type { FormSheet } from '@/lib/text/guide-form';
import { tablePlace } from '@/lib/text/item-documents';

// What the files of the application form say, read without a line of the code that wrote them.

type Read = { grids: Grid[]; words: string };

/** A table is what its rules enclose; everything else is read line by line, page after page. */
async function readPdf(file: Uint8Array): Promise<Read> {
  const document = await getDocument({ data: Uint8Array.from(file), verbosity: 0, isEvalSupported: false }).promise;
  const read: Read = { grids: [], words: '' };
  try {
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const glyphs = await glyphsOn(page);
      const tables = tablesOn(await rulesOn(page));
      const [inside, outside] = [true, false].map((wanted) =>
        glyphs.filter((each) => tables.some((table) => isInside(each, table)) === wanted),
      );
      read.grids.push(
        ...tables.map((table) =>
          gridIn(
            table,
            (inside ?? []).filter((each) => isInside(each, table)),
          ),
        ),
      );
      read.words += linesOf(outside ?? [])
        .map(({ text }) => text)
        .join('');
    }
    return read;
  } finally {
    await document.destroy();
  }
}

async function readDocx(file: Uint8Array): Promise<Read> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(file) });
  const pieces = flowOf(value);
  return {
    grids: pieces.filter((piece): piece is Grid => typeof piece !== 'string'),
    words: pieces.filter((piece) => typeof piece === 'string').join(''),
  };
}

// What a PDF shows is compared as it looks; of a Word document every character is known.
const readers = {
  pdf: { read: readPdf, seen: asSeen },
  docx: { read: readDocx, seen: (text: string) => text },
} as const;

/** Where a file of the form says something else than it should: cell by cell, and every line around the table. */
export async function rereadForm(
  medium: keyof typeof readers,
  file: Uint8Array,
  sheet: FormSheet,
): Promise<Difference[]> {
  const { read, seen } = readers[medium];
  try {
    const { grids, words } = await read(file);
    return [
      ...differentCells(medium, expectedGrid(sheet), grids, seen),
      ...inTurn(medium, seen(words), statementsIn(sheet), seen),
    ];
  } catch (error) {
    // A file that cannot be read says nothing that it should; why, the library knows.
    const reason = error instanceof Error ? error.message : String(error);
    return [{ medium, place: otherPlaces.wholeFile, expected: sheet.title, found: reason }];
  }
}

const statementsIn = ({ title, notes }: FormSheet) => [
  { place: formPlaces.title, text: title },
  ...notes.flatMap(({ heading, lines }) => [heading, ...lines].map((text) => ({ place: heading, text }))),
];

const expectedGrid = ({ rows }: FormSheet) =>
  gridOfTable(expectedTable(rows.map((row) => row.map(({ text, ...spans }) => ({ ...spans, runs: [{ text }] })))));

function differentCells(medium: Medium, expected: Grid, grids: readonly Grid[], seen: (text: string) => string) {
  const [grid = []] = grids;
  const [wanted, found] = [[expected], grids].map((each) => each.map(sizeOf).join('、'));
  if (wanted !== found) return [{ medium, place: formPlaces.table, expected: wanted ?? '', found: found || null }];
  return expected.flatMap((row, y) =>
    row.flatMap((text, x): Difference[] => {
      const said = grid[y]?.[x] ?? '';
      const place = tablePlace(formPlaces.table, y + 1, x + 1);
      return seen(said) === seen(text) ? [] : [{ medium, place, expected: text, found: said }];
    }),
  );
}

/** 14×5: rows and columns; of a table with holes every row's. */
const sizeOf = (grid: Grid) => `${grid.length}×${[...new Set(grid.map((row) => row.length))].join('/')}`;
