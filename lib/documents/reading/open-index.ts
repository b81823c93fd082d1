import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Difference } from '@/lib/documents/reading/compare';
import type { Day } from '@/lib/domain/calendar/day';
import { dataWords, indexFields } from '@/lib/text/open-data';

/** What the index must say of a document: its place below the organisation, and the edition that holds. */
export type IndexLine = { path: string; title: string; edition: number; publishedOn: Day; sha256: string };

/** A difference, with the document that it is about. */
export type IndexDifference = { title: string; edition: number; difference: Difference };

type Medium = 'json' | 'csv';
type Read = { address: string; title: string; edition: string; publishedOn: string; sha256: string };

/** Reads an index and holds every line against what was published: none may lack, none be too many. */
export function rereadIndex(medium: Medium, file: Uint8Array, slug: string, expected: readonly IndexLine[]) {
  const lines = new Map(readers[medium](file).map((line) => [placeIn(line.address, slug), line]));
  const differences: IndexDifference[] = [];
  const differ = ({ title, edition }: { title: string; edition: number }, wanted: string, found: string | null) =>
    differences.push({ title, edition, difference: { medium, place: dataWords.index, expected: wanted, found } });
  for (const line of expected) {
    const found = lines.get(line.path);
    lines.delete(line.path);
    if (!found) differ(line, line.title, null);
    for (const field of found ? fields : []) {
      if (found && String(line[field]) !== found[field]) differ(line, String(line[field]), found[field]);
    }
  }
  for (const { title, edition } of lines.values()) differ({ title, edition: Number(edition) || 0 }, '', title);
  return differences;
}

const fields = ['title', 'edition', 'publishedOn', 'sha256'] as const;

/** https://www.example.gov.cn/gk/deting/items/12 is items/12. */
const placeIn = (address: string, slug: string) => address.slice(address.lastIndexOf(`/${slug}/`) + slug.length + 2);

const json = z.object({
  entries: z.array(
    z.object({
      ...{ address: z.string(), title: z.string(), publishedOn: z.string(), sha256: z.string() },
      edition: z.int().transform(String),
    }),
  ),
});

const readers: Record<Medium, (file: Uint8Array) => Read[]> = {
  json: (file) => json.parse(JSON.parse(new TextDecoder().decode(file))).entries,
  csv: (file) => {
    const [headings = [], ...rows] = z.array(z.array(z.string())).parse(parse(Buffer.from(file), { bom: true }));
    const at = (row: readonly string[], name: keyof Read) => bare(row[headings.indexOf(headingOf(name))] ?? '');
    return rows.map((row) => ({
      ...{ address: at(row, 'address'), title: at(row, 'title'), edition: at(row, 'edition') },
      ...{ publishedOn: at(row, 'publishedOn'), sha256: at(row, 'sha256') },
    }));
  },
};

const headingOf = (name: keyof Read) => indexFields.find((field) => field.name === name)?.heading ?? '';

// The apostrophe that keeps a spreadsheet from running a text is not part of it.
const bare = (text: string) => text.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '');
