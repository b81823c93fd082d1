import type { Grid } from '@/lib/documents/reading/grid';

/** A picture in a file: by its hash, or where a file keeps it otherwise, by its size in pixels ("60×40"). */
export type Shown = { name: string; alt: string };

/** A column of a table on a page: how far from the left, and what stands in it from top to bottom. */
export type Column = { x: number; text: string };

/** Tables that follow each other without a word between; a table that goes over a page comes in several parts. */
export type TableParts = { parts: readonly (readonly Column[])[] };

export type Piece = string | Grid | TableParts;

/** What a file of an item says, found without a line of the code that wrote it. */
export type ItemReading = {
  /** The title among the properties of the file; for a page its heading. */
  title: string;
  /** Paragraphs, headings, entries and tables in order. A line that ends within a paragraph ends with "\n". */
  pieces: readonly Piece[];
  pictures: readonly Shown[];
  /** Addresses that a click leads to from within the body. */
  links: readonly string[];
};

/** The forms in which an item can be had. */
export type ItemMedium = 'html' | 'pdf' | 'docx' | 'json';

const readers: Record<ItemMedium, (file: Uint8Array) => Promise<ItemReading>> = {
  html: async (file) => (await import('@/lib/documents/reading/items/html')).readItemHtml(file),
  pdf: async (file) => (await import('@/lib/documents/reading/items/pdf')).readItemPdf(file),
  docx: async (file) => (await import('@/lib/documents/reading/items/docx')).readItemDocx(file),
  json: async (file) => (await import('@/lib/documents/reading/items/json')).readItemJson(file),
};

/** Reads a file of an item. Throws where it is no such file. */
export const readItem = (medium: ItemMedium, file: Uint8Array) => readers[medium](file);
