import { stringify } from 'csv-stringify/sync';
import { harmless } from '@/lib/documents/csv';
import type { IndexWriter } from '@/lib/documents/open-data/index-writer';
import { addressOf, type IndexEntry, type IndexHead } from '@/lib/domain/open-data';
import { documentKindNames, indexFields, validityOf } from '@/lib/text/open-data';

type Column = Exclude<(typeof indexFields)[number], { heading: null }>['name'];

/**
 * One line a document under Chinese headings, in UTF-8 with a byte order mark, which spreadsheets need for Chinese. What a
 * spreadsheet would run as a formula begins with an apostrophe.
 */
export const indexCsv: IndexWriter = {
  mediaType: 'text/csv; charset=utf-8',
  head: () => `\ufeff${line(indexFields.flatMap(({ heading }) => (heading === null ? [] : [heading])))}`,
  entry: (entry, head) => {
    const values = valuesOf(entry, head);
    return line(indexFields.flatMap((field) => (field.heading === null ? [] : [values[field.name]])));
  },
  tail: '',
};

const valuesOf = (entry: IndexEntry, head: IndexHead): Record<Column, string> => ({
  kind: documentKindNames[entry.kind],
  title: entry.title,
  year: String(entry.year),
  indexNumber: entry.indexNumber ?? '',
  documentNumber: entry.documentNumber,
  node: entry.node?.label ?? '',
  class: entry.class?.label ?? '',
  formedOn: entry.formedOn ?? '',
  publishedOn: entry.publishedOn,
  correctedOn: entry.correctedOn ?? '',
  validity: validityOf(entry.validity),
  endedOn: entry.endedOn ?? '',
  edition: String(entry.edition),
  address: addressOf(head, entry),
  sha256: entry.sha256,
});

const line = (values: readonly string[]) => stringify([values.map(harmless)], { record_delimiter: 'windows' });
