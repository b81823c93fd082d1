import type { Medium } from '@/lib/domain/issue';
import type { CellAddress } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';

/**
 * What a file says, found without a line of the code that wrote it: by the headings a figure stands under, not by where
 * the writer put it.
 */
export type Reading = {
  /** The title among the properties of the file; for a page its heading. */
  title: string;
  /** The words of each figure as they stand there; nothing where no figure stands under such headings. */
  cells: ReadonlyMap<CellAddress, string>;
  /** Everything else that it says, in order. */
  paragraphs: readonly string[];
};

type Reader = (file: Uint8Array, format: ReportFormat) => Promise<Reading>;

const readers: Record<Medium, Reader> = {
  html: async (file, format) => (await import('@/lib/documents/reading/html')).readHtml(file, format),
  pdf: async (file, format) => (await import('@/lib/documents/reading/pdf')).readPdf(file, format),
  docx: async (file, format) => (await import('@/lib/documents/reading/docx')).readDocx(file, format),
  xlsx: async (file, format) => (await import('@/lib/documents/reading/xlsx')).readXlsx(file, format),
  csv: async (file, format) => (await import('@/lib/documents/reading/csv')).readCsv(file, format),
  json: async (file) => (await import('@/lib/documents/reading/json')).readJson(file),
};

/** Reads a file of a report. Throws where it is no such file. */
export const read = (medium: Medium, file: Uint8Array, format: ReportFormat) => readers[medium](file, format);
