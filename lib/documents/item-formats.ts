import type { PaperFonts } from '@/lib/documents/fonts';
import type { ItemSnapshot } from '@/lib/documents/item-snapshot';

type ItemFileFormat = {
  mediaType: string;
  write: (snapshot: ItemSnapshot, fonts?: PaperFonts) => Promise<Uint8Array>;
};

/** Every form in which a published item can be had. What writes a form is loaded when it is first asked for. */
export const itemFormats = {
  pdf: {
    mediaType: 'application/pdf',
    write: async (snapshot, fonts = {}) => (await import('@/lib/documents/item-pdf')).writeItemPdf(snapshot, fonts),
  },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: async (snapshot) => (await import('@/lib/documents/item-docx')).writeItemDocx(snapshot),
  },
  json: {
    mediaType: 'application/json; charset=utf-8',
    write: async ({ item }) => (await import('@/lib/documents/json')).canonicalBytes(item),
  },
} as const satisfies Record<string, ItemFileFormat>;

export type ItemExtension = keyof typeof itemFormats;

export const isItemExtension = (text: string): text is ItemExtension => Object.hasOwn(itemFormats, text);
