import type { IndexWriter } from '@/lib/documents/open-data/index-writer';
import { addressOf, fileAddresses, type IndexEntry, type IndexHead } from '@/lib/domain/open-data';
import type { indexFields } from '@/lib/text/open-data';

/** A line of the index as programs read it; one key for each field that the page explains. */
type Line = Record<(typeof indexFields)[number]['name'], unknown>;

/** One object, an entry a line, so that it can be read line by line too. */
export const indexJson: IndexWriter = {
  mediaType: 'application/json; charset=utf-8',
  head: (head) => {
    const { organisation, updatedOn, count, terms } = head;
    const about = {
      organisation: { name: organisation.name, office: organisation.officeName },
      address: addressOf(head, { path: 'data' }),
      updatedOn,
      count,
      ...(terms && { terms }),
    };
    return `${JSON.stringify(about).slice(0, -1)},\n"entries":[`;
  },
  entry: (entry, head, position) => `${position === 0 ? '' : ','}\n${JSON.stringify(lineOf(entry, head))}`,
  tail: '\n]}\n',
};

function lineOf(entry: IndexEntry, head: IndexHead): Line {
  const { kind, title, year, indexNumber, documentNumber, node, formedOn, publishedOn, correctedOn } = entry;
  return {
    ...{ kind, title, year, indexNumber, documentNumber, node, class: entry.class },
    ...{ formedOn, publishedOn, correctedOn, validity: entry.validity, endedOn: entry.endedOn },
    ...{ edition: entry.edition, address: addressOf(head, entry), files: fileAddresses(head, entry) },
    sha256: entry.sha256,
  };
}
