import 'server-only';
import { organisationSettings } from '@/lib/domain/organisation';
import { report } from '@/lib/domain/report/content';
import { withdrawalNotice } from '@/lib/domain/workflow/withdrawal-notice';
import { db } from '@/lib/server/db';
import { formatNamed } from '@/lib/server/formats';

// What citizens read. Opens the publications and the organisation, and no other table: a draft cannot leak from here.

const organisationFields = { id: true, slug: true, name: true, shortName: true, level: true, officeName: true, settings: true } as const;

const editionFields = { number: true, act: true, title: true, path: true, publishedAt: true, note: true, sha256: true, signedBy: true } as const;

/** The organisations of this installation that have anything to show, for the page at its root. */
export async function publicOrganisations() {
  return db.organisation.findMany({
    where: { publications: { some: {} } },
    select: { slug: true, name: true, shortName: true },
    orderBy: { createdAt: 'asc' },
  });
}

export async function publicOrganisation(slug: string) {
  const found = await db.organisation.findUnique({
    where: { slug },
    select: { ...organisationFields, parent: { select: { name: true } } },
  });
  if (!found) return null;
  const { settings, parent, ...organisation } = found;
  return { ...organisation, parentName: parent?.name ?? null, settings: organisationSettings.parse(settings) };
}
export type PublicOrganisation = NonNullable<Awaited<ReturnType<typeof publicOrganisation>>>;

/** The annual reports of an organisation, newest year first, each as it stands now. */
export async function publishedReports(slug: string) {
  const rows = await db.publication.findMany({
    where: { organisation: { slug }, kind: 'annual_report' },
    orderBy: { number: 'desc' },
    distinct: ['path'],
    select: { ...editionFields, snapshot: true },
  });
  return rows
    .map(({ snapshot, ...edition }) => ({
      ...edition,
      year: yearOf(edition.path),
      report: edition.act === 'withdraw' ? null : report.parse(JSON.parse(snapshot)),
    }))
    .toSorted((one, other) => other.year - one.year);
}
export type PublishedLine = Awaited<ReturnType<typeof publishedReports>>[number];

/** One report, current or in an earlier edition; null where there is none. A withdrawal takes every earlier edition with it. */
export async function publishedReport(slug: string, year: number, number?: number) {
  const organisation = await publicOrganisation(slug);
  if (!organisation) return null;
  const rows = await db.publication.findMany({
    where: { organisationId: organisation.id, kind: 'annual_report', path: `reports/${year}` },
    orderBy: { number: 'asc' },
    select: { ...editionFields, snapshot: true },
  });
  const wanted = number === undefined ? rows.at(-1) : rows.find((row) => row.number === number);
  const current = rows.at(-1)?.number;
  if (!wanted || current === undefined) return null;
  const editions = rows.map(({ snapshot: _, ...edition }) => edition);
  const facts = { organisation, year, editions, current };

  const withdrawal = rows.find((row) => row.act === 'withdraw' && row.number >= wanted.number);
  if (withdrawal) {
    const notice = withdrawalNotice.parse(JSON.parse(withdrawal.snapshot));
    return { status: 'withdrawn' as const, ...facts, notice, publishedAt: withdrawal.publishedAt };
  }
  const { snapshot, ...edition } = wanted;
  const parsed = report.parse(JSON.parse(snapshot));
  return { status: 'published' as const, ...facts, edition, report: parsed, format: formatNamed(parsed.format), snapshot };
}
export type PublishedReport = NonNullable<Awaited<ReturnType<typeof publishedReport>>>;

/** With which status the address of a report is to be answered. */
export async function publicStatus(slug: string, year: number, number?: number): Promise<200 | 404 | 410> {
  const found = await publishedReport(slug, year, number);
  if (!found) return 404;
  return found.status === 'withdrawn' ? 410 : 200;
}

const yearOf = (path: string) => Number(path.split('/').at(-1));
