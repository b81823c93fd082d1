import { indexCsv } from '@/lib/documents/open-data/csv';
import type { IndexWriter } from '@/lib/documents/open-data/index-writer';
import { indexJson } from '@/lib/documents/open-data/json';
import { indexJsonLd } from '@/lib/documents/open-data/json-ld';

/** Every form in which the index of an organisation can be had. */
export const indexFormats = { json: indexJson, csv: indexCsv, jsonld: indexJsonLd } as const satisfies Record<
  string,
  IndexWriter
>;

export type IndexExtension = keyof typeof indexFormats;

export const isIndexExtension = (text: string): text is IndexExtension => Object.hasOwn(indexFormats, text);
