import type { Grid } from '@/lib/documents/reading/grid';

/** A picture in a file: by its hash, or where a file keeps it otherwise, by its size in pixels ("60×40"). */
export type Shown = { name: string; alt: string };

/** What no rule divides on a page: how far from the left it begins and ends, and its first and last row there. */
export type Space = { left: number; right: number; from: number; to: number; text: string };

/** A table, or as much of one as a page holds, with the number of its rows there. */
export type TablePart = { height: number; spaces: readonly Space[] };

/** Tables that follow each other without a word between; a table that goes over a page comes in several parts. */
export type TableParts = { parts: readonly TablePart[] };

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
