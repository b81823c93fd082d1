import { z } from 'zod';

/** A stretch of text; with an address it is a link. A line that ends within a paragraph, an entry or a cell ends with "\n". */
export const run = z.strictObject({
  text: z.string().min(1).max(20_000),
  href: z
    .string()
    .max(500)
    .regex(/^(https?:\/\/|mailto:|tel:)[^\s"'<>]+$/)
    .optional(),
});
export type Run = z.infer<typeof run>;

const runs = z.array(run).max(400);
const blockId = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

export const tableCell = z.strictObject({
  runs,
  colspan: z.int().min(2).max(40).optional(),
  rowspan: z.int().min(2).max(400).optional(),
});
export type TableCell = z.infer<typeof tableCell>;

/** A part of the body. Its id stays with it, so that remarks keep their place. */
export const itemBlock = z.discriminatedUnion('kind', [
  /** Heading levels of official documents: 1 is 一、, 2 is （一）, 3 is 1. */
  z.strictObject({
    id: blockId,
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    runs,
  }),
  z.strictObject({ id: blockId, kind: z.literal('paragraph'), runs }),
  z.strictObject({
    id: blockId,
    kind: z.literal('list'),
    ordered: z.boolean(),
    entries: z.array(runs).min(1).max(400),
  }),
  z.strictObject({
    id: blockId,
    kind: z.literal('table'),
    /** How many of the first rows are headings. */
    headerRows: z.int().min(0).max(10),
    rows: z.array(z.array(tableCell).max(40)).min(1).max(2_000),
  }),
  z.strictObject({
    id: blockId,
    kind: z.literal('image'),
    /** A stored picture, by its hash; never an address elsewhere. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** Alternative text (WCAG 1.1.1). */
    alt: z.string().max(300),
  }),
]);
export type ItemBlock = z.infer<typeof itemBlock>;

export const itemBody = z.array(itemBlock).max(2_000);
export type ItemBody = z.infer<typeof itemBody>;

const textOfRuns = (list: readonly Run[]) => list.map(({ text }) => text).join('');

/** What a reader reads in one block, rows and entries on lines of their own, cells parted by a tab. */
export function textOfBlock(block: ItemBlock): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return textOfRuns(block.runs);
    case 'list':
      return block.entries.map(textOfRuns).join('\n');
    case 'table':
      return block.rows.map((row) => row.map((cell) => textOfRuns(cell.runs)).join('\t')).join('\n');
    case 'image':
      return block.alt;
  }
}

export const textOfBody = (body: ItemBody): string => body.map(textOfBlock).join('\n');

/** How many of the first rows are headings, with those that a heading reaches down into: a head must end between two rows. */
export function wholeHeaderRows(rows: readonly (readonly TableCell[])[], headerRows: number): number {
  let end = Math.min(headerRows, rows.length);
  for (let at = 0; at < end; at += 1) {
    const reach = Math.max(0, ...(rows[at] ?? []).map(({ rowspan = 1 }) => at + rowspan));
    end = Math.min(Math.max(end, reach), rows.length);
  }
  return end;
}
