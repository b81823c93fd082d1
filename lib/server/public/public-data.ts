import 'server-only';
import { archiveParts, documentsInArchive, type IndexEntry, type IndexHead } from '@/lib/domain/open-data';
import { organisationSettings } from '@/lib/domain/organisation';
import { dayOf } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { Prisma } from '@/lib/server/generated/client';
import { basePath, siteAddress } from '@/lib/server/organisation/site-address';

// All that is public, to be taken along at once. Opens the organisation, public_entry, the catalogue and of publications the hash.

/** Of whom an index speaks; null where there is no organisation of that name. */
export async function indexHead(slug: string): Promise<(IndexHead & { organisationId: string }) | null> {
  const organisation = await db.organisation.findUnique({
    where: { slug },
    select: { id: true, name: true, officeName: true, settings: true },
  });
  if (!organisation) return null;
  const { id: organisationId, name, officeName, settings } = organisation;
  const { contact, site } = organisationSettings.parse(settings);
  const { address, phone, email } = contact;
  const [{ _max: last }, count] = await Promise.all([
    db.publicEntry.aggregate({ where: { organisationId }, _max: { publishedAt: true } }),
    db.publicEntry.count({ where: { organisationId, withdrawn: false } }),
  ]);
  return {
    organisationId,
    organisation: { slug, name, officeName, address, phone, email },
    site: siteAddress() ?? basePath(),
    updatedOn: last.publishedAt && dayOf(last.publishedAt),
    count,
    terms: site.dataTerms,
  };
}

export type ArchiveYear = { year: number; parts: number; counts: Record<IndexEntry['kind'], number> };

/** The years of which something is public, the latest first, with how much. */
export async function archiveYears(organisationId: string): Promise<ArchiveYear[]> {
  const rows = await db.publicEntry.groupBy({
    by: ['year', 'kind'],
    where: { organisationId, withdrawn: false },
    _count: true,
  });
  const years = new Map<number, ArchiveYear['counts']>();
  for (const { year, kind, _count: count } of rows) {
    if (kind === 'reply') continue; // never public
    years.set(year, { ...(years.get(year) ?? { annual_report: 0, item: 0, guide: 0 }), [kind]: count });
  }
  return [...years]
    .map(([year, counts]) => ({ year, counts, parts: archiveParts(Object.values(counts).reduce((a, b) => a + b, 0)) }))
    .sort((one, other) => other.year - one.year);
}

const atOnce = 2_000;

/** Every document that is public now, the newest first, some at a time: there may be very many. */
export async function* indexEntries(organisationId: string): AsyncGenerator<IndexEntry> {
  for (let after = Prisma.empty; ; ) {
    const rows = await db.$queryRaw<Row[]>`${entries}
      WHERE entry.organisation_id = ${organisationId}::uuid AND NOT entry.withdrawn ${after}
      ORDER BY entry.first_published_at DESC, entry.document_id DESC LIMIT ${atOnce}::int`;
    for (const row of rows) yield entryOf(row);
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return;
    after = Prisma.sql`AND (entry.first_published_at, entry.document_id) < (${last.firstPublishedAt}, ${last.documentId}::uuid)`;
  }
}

/** What one part of the archive of a year holds, the reports first and items by their numbers. */
export async function archiveEntries(
  organisationId: string,
  year: number,
  part: number,
): Promise<(IndexEntry & { documentId: string })[]> {
  const rows = await db.$queryRaw<Row[]>`${entries}
    WHERE entry.organisation_id = ${organisationId}::uuid AND entry.year = ${year}::int AND NOT entry.withdrawn
    ORDER BY entry.kind, length(entry.path), entry.path
    LIMIT ${documentsInArchive}::int OFFSET ${(part - 1) * documentsInArchive}::int`;
  return rows.map((row) => ({ ...entryOf(row), documentId: row.documentId }));
}

type Row = Pick<IndexEntry, 'kind' | 'path' | 'title' | 'year' | 'indexNumber' | 'documentNumber' | 'validity'> & {
  documentId: string;
  edition: number;
  formedOn: Date | null;
  endedOn: Date | null;
  firstPublishedAt: Date;
  publishedAt: Date;
  sha256: string;
  nodeCode: string | null;
  nodeLabel: string | null;
  classCode: string | null;
  classLabel: string | null;
};

const entries = Prisma.sql`
  SELECT entry.document_id AS "documentId", entry.kind, entry.path, entry.title, entry.year, entry.index_number AS "indexNumber",
    entry.document_number AS "documentNumber", entry.validity, entry.number AS edition, entry.formed_on AS "formedOn",
    entry.ended_on AS "endedOn", entry.first_published_at AS "firstPublishedAt", entry.published_at AS "publishedAt",
    publication.sha256, node.code AS "nodeCode", node.label AS "nodeLabel", class.code AS "classCode", class.label AS "classLabel"
  FROM public_entry entry JOIN publication ON publication.id = entry.publication_id
    LEFT JOIN catalogue_node node ON node.id = entry.node_id LEFT JOIN catalogue_node class ON class.id = entry.class_id`;

function entryOf(row: Row): IndexEntry {
  const { kind, path, title, year, indexNumber, documentNumber, validity, edition, sha256 } = row;
  const corrected = row.publishedAt.getTime() > row.firstPublishedAt.getTime();
  return {
    ...{ kind, path, title, year, indexNumber, documentNumber, validity, edition, sha256 },
    node: named(row.nodeCode, row.nodeLabel),
    class: named(row.classCode, row.classLabel),
    formedOn: row.formedOn && dayText(row.formedOn),
    endedOn: row.endedOn && dayText(row.endedOn),
    publishedOn: dayOf(row.firstPublishedAt),
    correctedOn: corrected ? dayOf(row.publishedAt) : null,
  };
}

const named = (code: string | null, label: string | null) => (code === null ? null : { code, label: label ?? '' });

// A date column holds a day.
const dayText = (date: Date) => date.toISOString().slice(0, 10) as IndexEntry['publishedOn'];
