import { z } from 'zod';
import { placed } from '@/lib/documents/reading/grid';
import { asSeen } from '@/lib/documents/reading/look-alikes';
import { type Glyphs, gridIn, type Region, tablesOn } from '@/lib/documents/reading/pdf-grid';
import { linesOf, paragraphsOf, type Sheet } from '@/lib/documents/reading/pdf-lines';
import { rulesOn } from '@/lib/documents/reading/pdf-rules';
import type { Reading } from '@/lib/documents/reading/reading';
import type { ReportFormat } from '@/lib/domain/report/format';
import { getDocument, type PDFPageProxy } from '@/lib/files/pdf/pdfjs';

const properties = z.object({ info: z.object({ Title: z.string().default('') }) });

/** Reads a PDF as one sees it: a table is what its rules enclose, a paragraph begins where a line is indented. */
export async function readPdf(file: Uint8Array, format: ReportFormat): Promise<Reading> {
  const document = await getDocument({ data: Uint8Array.from(file), verbosity: 0, isEvalSupported: false }).promise;
  try {
    const pages = [];
    for (let number = 1; number <= document.numPages; number += 1)
      pages.push(await readPage(await document.getPage(number)));
    const spelling = spellingIn(format);
    const grids = pages.flatMap((page) => page.grids).map((grid) => grid.map((row) => row.map(spelling)));
    const { cells, rest } = placed(format, grids);
    const { info } = properties.parse(await document.getMetadata());
    return { title: info.Title, cells, paragraphs: [...paragraphsOf(pages.map(({ sheet }) => sheet)), ...rest] };
  } finally {
    await document.destroy();
  }
}

/** Characters that share a shape are told apart by the heading that they make: an upright （ from a ︵. */
function spellingIn({ tables }: ReportFormat): (text: string) => string {
  const texts = tables.flatMap(({ caption, cornerNote, rowHeader, rows, columns }) => [
    ...[caption, cornerNote ?? '', rowHeader ?? ''],
    ...[...rows, ...columns].flatMap(({ path }) => path),
  ]);
  const known = new Map(texts.map((text) => [asSeen(text), text]));
  return (text) => known.get(asSeen(text)) ?? text;
}

async function readPage(page: PDFPageProxy) {
  const glyphs = await glyphsOn(page);
  const tables = tablesOn(await rulesOn(page));
  const loose = glyphs.filter((each) => !tables.some((table) => isInside(each, table)));
  const sheet: Sheet = { number: page.pageNumber, lines: linesOf(loose) };
  return {
    sheet,
    grids: tables.map((table) =>
      gridIn(
        table,
        glyphs.filter((each) => isInside(each, table)),
      ),
    ),
  };
}

/** Every run of text on a page, with where it stands. */
export async function glyphsOn(page: PDFPageProxy): Promise<Glyphs[]> {
  // Marks of the structure are asked for because a run of text ends at each: no run goes over two cells.
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , size = 0, x = 0, y = 0] = item.transform.map(Number);
    return [{ text: item.str, x, y, size: Math.abs(size), width: item.width }];
  });
}

export const isInside = ({ x, y, width, size }: Glyphs, { left, right, top, bottom }: Region) =>
  x + width / 2 > left && x + width / 2 < right && y + size / 3 > bottom && y + size / 3 < top;
