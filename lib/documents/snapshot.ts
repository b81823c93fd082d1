import type { Day } from '@/lib/domain/calendar/day';
import type { Report } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';

/** What a publication says of itself, beside what was signed. */
export type PublicationFacts = {
  /** Edition: 1 for the first publication, more for a correction. */
  number: number;
  publishedOn: Day;
  /** Office title of who signed: 主要领导. */
  signedBy: string;
  /** Of the canonical JSON that was signed; hexadecimal. */
  sha256: string;
  /** Public note of a correction; empty otherwise. */
  note: string;
  /** Where this edition stands for ever; empty where the website has no public address. */
  address: string;
};

/** All that a document is made of. The same snapshot makes the same bytes. */
export type Snapshot = { report: Report; format: ReportFormat; facts: PublicationFacts };
