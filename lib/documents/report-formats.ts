import type { PaperFonts } from '@/lib/documents/fonts';
import type { Snapshot } from '@/lib/documents/snapshot';

type ReportFileFormat = {
  mediaType: string;
  write: (snapshot: Snapshot, fonts?: PaperFonts) => Promise<Uint8Array>;
};

/** Every form in which a published report can be had. What writes a form is loaded when it is first asked for. */
export const reportFormats = {
  pdf: {
    mediaType: 'application/pdf',
    write: async (snapshot, fonts = {}) => (await import('@/lib/documents/pdf')).writePdf(snapshot, fonts),
  },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: async (snapshot) => (await import('@/lib/documents/docx')).writeDocx(snapshot),
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: async (snapshot) => (await import('@/lib/documents/xlsx')).writeXlsx(snapshot),
  },
  csv: {
    mediaType: 'text/csv; charset=utf-8',
    write: async (snapshot) => (await import('@/lib/documents/csv')).writeCsv(snapshot),
  },
  json: {
    mediaType: 'application/json; charset=utf-8',
    write: async (snapshot) => (await import('@/lib/documents/json')).writeJson(snapshot),
  },
} as const satisfies Record<string, ReportFileFormat>;

export type ReportExtension = keyof typeof reportFormats;

export const isReportExtension = (text: string): text is ReportExtension => Object.hasOwn(reportFormats, text);
