import type { Day } from '@/lib/domain/calendar/day';
import { publicAddress } from '@/lib/domain/public-address';

/** One public document, as the edition that holds says it: one line of the index. */
export type IndexEntry = {
  kind: 'annual_report' | 'item' | 'guide';
  /** Its place below the organisation: "items/12". */
  path: string;
  title: string;
  /** Of a report the year that it is about, of all else the year of its first publication. */
  year: number;
  indexNumber: string | null;
  documentNumber: string;
  node: { code: string; label: string } | null;
  class: { code: string; label: string } | null;
  formedOn: Day | null;
  publishedOn: Day;
  /** The day of the edition that holds, where it is a correction. */
  correctedOn: Day | null;
  validity: 'valid' | 'lapsed' | 'repealed';
  endedOn: Day | null;
  edition: number;
  /** Of the content that was signed. */
  sha256: string;
};

/** Of whom and of what an index speaks. */
export type IndexHead = {
  organisation: { slug: string; name: string; officeName: string; address: string; phone: string; email: string };
  /** What stands before every address of the site: "https://www.example.gov.cn/gk"; the path alone where no more is known. */
  site: string;
  /** The day of the last publication; null where nothing was ever public. */
  updatedOn: Day | null;
  count: number;
  /** On which terms the data may be used; empty where the office has said nothing. */
  terms: string;
};

const filesOf: Record<IndexEntry['kind'], { name: string; extensions: readonly string[] }> = {
  annual_report: { name: 'report', extensions: ['pdf', 'docx', 'xlsx', 'csv', 'json'] },
  item: { name: 'item', extensions: ['pdf', 'docx', 'json'] },
  guide: { name: 'guide', extensions: ['json'] },
};

/** Where a document stands for readers: the address that always shows the edition that holds. */
export const addressOf = ({ site, organisation }: IndexHead, { path }: Pick<IndexEntry, 'path'>) =>
  `${site}${publicAddress('standard', organisation.slug, path)}`;

/** The files of the edition that holds, by extension, at their permanent addresses. */
export function fileAddresses(head: IndexHead, { kind, path, edition }: IndexEntry): Record<string, string> {
  const { name, extensions } = filesOf[kind];
  const at = addressOf(head, { path });
  return Object.fromEntries(extensions.map((extension) => [extension, `${at}/${edition}/${name}.${extension}`]));
}

/** How many documents one archive holds at most: what is more goes into the next part of the year. */
export const documentsInArchive = 1_000;

/** The file of a part of a year's archive: 2020.zip, 2020-2.zip */
export const archiveFile = (year: number, part = 1) => `${year}${part > 1 ? `-${part}` : ''}.zip`;

/** How many parts the archive of a year has. */
export const archiveParts = (documents: number) => Math.max(1, Math.ceil(documents / documentsInArchive));
