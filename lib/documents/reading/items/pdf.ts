import { z } from 'zod';
import type { ItemReading, Piece, Shown, Space, TablePart } from '@/lib/documents/reading/items/reading';
import { type Glyphs, gridIn, type Region, type RuledTable, tablesOn } from '@/lib/documents/reading/pdf-grid';
import { linesOf } from '@/lib/documents/reading/pdf-lines';
import { rulesOn } from '@/lib/documents/reading/pdf-rules';
import { getDocument, OPS, type PDFPageProxy } from '@/lib/files/pdf/pdfjs';

const properties = z.object({ info: z.object({ Title: z.string().default('') }) });

/**
 * Reads a PDF as one sees it. All text between two tables is one piece, and so are tables that follow each other without a
 * word between them, on one page or over several; it does not matter where a page ended.
 */
export async function readItemPdf(file: Uint8Array): Promise<ItemReading> {
  const document = await getDocument({ data: Uint8Array.from(file), verbosity: 0, isEvalSupported: false }).promise;
  try {
    const pages: Page[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      pages.push(await readPage(await document.getPage(number)));
    }
    const { info } = properties.parse(await document.getMetadata());
    return {
      title: info.Title,
      pieces: piecesOf(pages.flatMap(({ flow }) => flow)),
      pictures: pages.flatMap(({ pictures }) => pictures),
      links: [...new Set(pages.flatMap(({ links }) => links))],
    };
  } finally {
    await document.destroy();
  }
}

type Part = string | TablePart;
type Page = { flow: Part[]; pictures: Shown[]; links: string[] };

async function readPage(page: PDFPageProxy): Promise<Page> {
  const { glyphs, foot } = await glyphsOn(page);
  const tables = tablesOn(await rulesOn(page));
  const lines = linesOf(glyphs.filter((each) => !tables.some((table) => isInside(each, table))));
  const flow = [
    ...lines.map(({ text, y }) => ({ y, part: text as Part })),
    ...tables.map((table) => ({ y: table.top, part: spacesOf(table, glyphs) as Part })),
  ].sort((one, other) => other.y - one.y);
  return {
    flow: [...flow.map(({ part }) => part), ...foot],
    pictures: await picturesOn(page),
    links: await linksOn(page),
  };
}

/**
 * What is not repeated from the page before: a head that is printed again is marked as such. A page number where it should
 * stand is none; anything else in its place is text.
 */
async function glyphsOn(page: PDFPageProxy): Promise<{ glyphs: Glyphs[]; foot: string[] }> {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const [glyphs, margin]: [Glyphs[], Glyphs[]] = [[], []];
  const marks: string[] = [];
  for (const item of items) {
    if ('str' in item) {
      if (item.str.trim() === '') continue; // what fills the way to the next column is taken for a space
      const [, , , size = 0, x = 0, y = 0] = item.transform.map(Number);
      const each = { text: item.str, x, y, size: Math.abs(size), width: item.width };
      if (!marks.includes('Artifact')) put(glyphs, each);
      else if (y < typeAreaBottom) put(margin, each);
    } else if (item.type === 'endMarkedContent') marks.pop();
    else marks.push('tag' in item ? String(item.tag) : '');
  }
  const foot = linesOf(margin).map(({ text }) => text.replace(/\s/g, ''));
  return { glyphs, foot: foot.filter((text) => text !== `—${page.pageNumber}—`) };
}

/** What follows without a gap on one line is one run: a line that sticks out of its cell on both sides stays in it. */
function put(glyphs: Glyphs[], each: Glyphs) {
  const last = glyphs.at(-1);
  // Punctuation is moved together.
  const gap = last ? each.x - last.x - last.width : 0;
  const follows = last && Math.abs(last.y - each.y) < touching && gap < touching && gap > -each.size;
  if (follows && last.size === each.size) {
    Object.assign(last, { text: last.text + each.text, width: each.x + each.width - last.x });
  } else glyphs.push(each);
}

const touching = 0.05; // points

const typeAreaBottom = 99.2; // points: 35 mm

const isInside = ({ x, y, width, size }: Glyphs, { left, right, top, bottom }: Region) =>
  x + width / 2 > left && x + width / 2 < right && y + size / 3 > bottom && y + size / 3 < top;

/** The spaces of a table with their text: a cell, or as much of one as the page holds. */
function spacesOf(table: RuledTable, glyphs: readonly Glyphs[]): TablePart {
  const grid = gridIn(
    table,
    glyphs.filter((each) => isInside(each, table)),
    (text, space) => `${space}｜${text}`,
  );
  const spaces = new Map<string, Space>();
  for (const [y, row] of grid.entries()) {
    for (const [x, named] of row.entries()) {
      const [left = 0, right = 0] = table.xs.slice(x, x + 2);
      const known = spaces.get(named);
      if (known) Object.assign(known, { right: Math.max(known.right, right), to: y });
      else spaces.set(named, { left, right, from: y, to: y, text: named.slice(named.indexOf('｜') + 1) });
    }
  }
  return { height: grid.length, spaces: [...spaces.values()] };
}

function piecesOf(flow: readonly Part[]): Piece[] {
  const pieces: (string | { parts: TablePart[] })[] = [];
  for (const part of flow) {
    const last = pieces.at(-1);
    if (typeof part === 'string') {
      if (typeof last === 'string') pieces[pieces.length - 1] = last + part;
      else pieces.push(part);
    } else if (typeof last === 'object') last.parts.push(part);
    else pieces.push({ parts: [part] });
  }
  return pieces;
}

/** Pictures in the order of print, with what is said of each to those who cannot see it. */
async function picturesOn(page: PDFPageProxy): Promise<Shown[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const sizes = fnArray.flatMap((operator, at): string[] => {
    if (operator !== OPS.paintImageXObject) return [];
    const [, width, height] = painted.parse(argsArray[at]);
    return [sizeName(width, height)];
  });
  const alts = altsIn(structure.parse(await page.getStructTree()));
  return Array.from({ length: Math.max(sizes.length, alts.length) }, (_, at) => ({
    ...{ name: sizes[at] ?? '', alt: alts[at] ?? '' },
  }));
}

const painted = z.tuple([z.string(), z.number(), z.number()]).rest(z.unknown());

/** A picture may be turned before it is kept, so that the longer side comes first. */
export const sizeName = (width: number, height: number) => `${Math.max(width, height)}×${Math.min(width, height)}`;

type Structure = { role?: string; alt?: string; children?: Structure[] } | null;
const structure: z.ZodType<Structure> = z
  .object({ role: z.string(), alt: z.string(), children: z.array(z.lazy(() => structure)) })
  .partial()
  .nullable();

const altsIn = (node: Structure): string[] => [
  ...(node?.role === 'Figure' ? [node.alt ?? ''] : []),
  ...(node?.children ?? []).flatMap(altsIn),
];

const annotations = z.array(z.object({ subtype: z.string(), unsafeUrl: z.string().optional() }));

async function linksOn(page: PDFPageProxy): Promise<string[]> {
  const links = annotations.parse(await page.getAnnotations());
  // An address is kept byte by byte.
  return links.flatMap(({ subtype, unsafeUrl = '' }) =>
    subtype === 'Link' ? [Buffer.from(unsafeUrl, 'latin1').toString('utf8')] : [],
  );
}
