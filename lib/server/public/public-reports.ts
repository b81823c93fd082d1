import 'server-only';
import { type Report, report } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';
import type { WithdrawalNotice } from '@/lib/domain/workflow/withdrawal-notice';
import { db } from '@/lib/server/db';
import {
  chosen,
  correctedBy,
  type Edition,
  editionFields,
  editionsOf,
  noticeOf,
  publicSnapshotOf,
  snapshotOf,
  statusOf,
  withdrawalOf,
} from '@/lib/server/public/public-editions';
import { formatNamed } from '@/lib/server/reports/formats';

// Annual reports as citizens read them. Opens the publications and no other table: a draft cannot leak from here.

export type PublishedYear = { year: number; current: Edition; first: Edition };

/** The years of which something was ever published, newest first. A withdrawn one is in it: its notice is public. */
export async function publishedReports(slug: string): Promise<PublishedYear[]> {
  const rows = await db.publication.findMany({
    where: { kind: 'annual_report', organisation: { slug } },
    orderBy: { number: 'asc' },
    select: { path: true, ...editionFields },
  });
  const years = new Map<number, PublishedYear>();
  for (const { path, ...current } of rows) {
    const year = Number(path.split('/').at(-1));
    years.set(year, { year, current, first: years.get(year)?.first ?? current });
  }
  return [...years.values()].sort((one, other) => other.year - one.year);
}

export type PublishedReport = {
  year: number;
  edition: Edition;
  /** Every edition of this year, first to last; the last one holds. */
  editions: Edition[];
  /** Set where this edition is no longer public: what stands in its place. */
  withdrawal: WithdrawalNotice | null;
  /** Null where it is withdrawn. `before` is what a correction corrected, where that can still be read. */
  content: { report: Report; format: ReportFormat; before: Report | null } | null;
};

/** The edition that holds for a year, or one by its number; null where there never was one. */
export async function publishedReport(slug: string, year: number, number?: number): Promise<PublishedReport | null> {
  const path = pathOf(year);
  const editions = await editionsOf(slug, path);
  const edition = chosen(editions, number);
  if (!edition) return null;
  const taken = withdrawalOf(editions, edition);
  if (taken) {
    return { year, edition, editions, withdrawal: await noticeOf(slug, path, taken.number), content: null };
  }
  const read = async (of: Edition) => report.parse(JSON.parse(await snapshotOf(slug, path, of.number)));
  const content = await read(edition);
  const before = correctedBy(editions, edition);
  return {
    year,
    edition,
    editions,
    withdrawal: null,
    content: { report: content, format: formatNamed(content.format), before: before && (await read(before)) },
  };
}

/** The bytes that were signed, for whoever wants to check their hash; null where that edition is not public. */
export const publicSnapshot = (slug: string, year: number, number: number) =>
  publicSnapshotOf(slug, pathOf(year), number);

/** With which status the address of a report is to be answered. */
export const publicStatus = (slug: string, year: number, number?: number) => statusOf(slug, pathOf(year), number);

const pathOf = (year: number) => `reports/${year}`;
