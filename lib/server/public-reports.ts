import 'server-only';
import { organisationSettings } from '@/lib/domain/organisation';
import { type Report, report } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';
import { type WithdrawalNotice, withdrawalNotice } from '@/lib/domain/workflow/withdrawal-notice';
import { db } from '@/lib/server/db';
import { formatNamed } from '@/lib/server/formats';

// What citizens read. Opens the publications and the organisation, and no other table: a draft cannot leak from here.

/** The organisations of this installation that have anything to show, for the page at its root. */
export const publicOrganisations = () =>
  db.organisation.findMany({
    where: { publications: { some: {} } },
    select: { slug: true, name: true },
    orderBy: { createdAt: 'asc' },
  });

export async function publicOrganisation(slug: string) {
  const select = { slug: true, name: true, shortName: true, officeName: true, settings: true } as const;
  const row = await db.organisation.findUnique({ where: { slug }, select });
  return row && { ...row, settings: organisationSettings.parse(row.settings) };
}

const editionFields = {
  number: true,
  act: true,
  title: true,
  note: true,
  sha256: true,
  signedBy: true,
  publishedAt: true,
} as const;

/** One line of the publication log, without its content. */
export type Edition = {
  number: number;
  act: 'publish' | 'correct' | 'withdraw';
  title: string;
  note: string;
  sha256: string;
  signedBy: string;
  publishedAt: Date;
};

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
  const editions = await editionsOf(slug, year);
  const edition = chosen(editions, number);
  if (!edition) return null;
  const taken = withdrawalOf(editions, edition);
  if (taken) {
    const notice = withdrawalNotice.parse(JSON.parse(await snapshotOf(slug, year, taken.number)));
    return { year, edition, editions, withdrawal: notice, content: null };
  }
  const content = report.parse(JSON.parse(await snapshotOf(slug, year, edition.number)));
  const before = edition.act === 'correct' ? await reportBefore(slug, year, editions, edition) : null;
  return {
    year,
    edition,
    editions,
    withdrawal: null,
    content: { report: content, format: formatNamed(content.format), before },
  };
}

/** The bytes that were signed, for whoever wants to check their hash; null where that edition is not public. */
export async function publicSnapshot(slug: string, year: number, number: number): Promise<string | null> {
  return (await publicStatus(slug, year, number)) === 200 ? snapshotOf(slug, year, number) : null;
}

/** With which status the address of a report is to be answered. */
export async function publicStatus(slug: string, year: number, number?: number): Promise<200 | 404 | 410> {
  const editions = await editionsOf(slug, year);
  const edition = chosen(editions, number);
  if (!edition) return 404;
  return withdrawalOf(editions, edition) ? 410 : 200;
}

const pathOf = (year: number) => `reports/${year}`;

const editionsOf = (slug: string, year: number): Promise<Edition[]> =>
  db.publication.findMany({
    where: { kind: 'annual_report', path: pathOf(year), organisation: { slug } },
    orderBy: { number: 'asc' },
    select: editionFields,
  });

const chosen = (editions: readonly Edition[], number?: number) =>
  number === undefined ? editions.at(-1) : editions.find((edition) => edition.number === number);

// A withdrawal takes every edition before it with it; what was published after it is public again.
const withdrawalOf = (editions: readonly Edition[], { number }: Edition) =>
  editions.find((each) => each.act === 'withdraw' && each.number >= number) ?? null;

async function snapshotOf(slug: string, year: number, number: number): Promise<string> {
  const { snapshot } = await db.publication.findFirstOrThrow({
    where: { kind: 'annual_report', path: pathOf(year), number, organisation: { slug } },
    select: { snapshot: true },
  });
  return snapshot;
}

async function reportBefore(slug: string, year: number, editions: readonly Edition[], { number }: Edition) {
  const before = editions.findLast((each) => each.number < number && each.act !== 'withdraw');
  if (!before || withdrawalOf(editions, before)) return null;
  return report.parse(JSON.parse(await snapshotOf(slug, year, before.number)));
}
