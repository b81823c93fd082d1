import 'server-only';
import { type ArchivedEdition, writeArchive } from '@/lib/documents/open-data/archive';
import { canonicalJson } from '@/lib/domain/canonical';
import { sha256 } from '@/lib/domain/hash';
import { archiveParts, type IndexEntry } from '@/lib/domain/open-data';
import { dayOf } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { archivedFiles } from '@/lib/server/public/archived-files';
import { archiveEntries, archiveYears, indexHead } from '@/lib/server/public/public-data';
import { editionsOf, withdrawalOf } from '@/lib/server/public/public-editions';

// One year of an organisation in one file, or in several where there is very much.

export type PublicArchive = {
  organisation: string;
  parts: number;
  /** Tells whether two archives hold the same, without making them. */
  etag: string;
  /** Edition by edition: only one file of it is ever in memory. */
  bytes: () => AsyncGenerator<Uint8Array>;
};

/** A part of the archive of a year, from 1; null where nothing is in it. */
export async function publicArchive(slug: string, year: number, part: number): Promise<PublicArchive | null> {
  const head = await indexHead(slug);
  const entries = head && (await archiveEntries(head.organisationId, year, part));
  if (!entries || entries.length === 0) return null;
  const years = await archiveYears(head.organisationId);
  const parts = years.find((each) => each.year === year)?.parts ?? archiveParts(entries.length);
  const publications = await db.publication.findMany({
    where: { documentId: { in: entries.map(({ documentId }) => documentId) } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const { organisationId: id, site, terms, organisation } = head;
  const content = [organisation.name, site, terms, year, part, parts, publications.map((each) => each.id)];
  return {
    organisation: organisation.name,
    parts,
    etag: `W/"${sha256(canonicalJson(content)).slice(0, 32)}"`,
    bytes: () => writeArchive({ head, year, part, parts, entries, editions: archivedEditions({ id, slug }, entries) }),
  };
}

/** Of each document every edition that can be read, the one that holds first. */
async function* archivedEditions(
  organisation: { id: string; slug: string },
  entries: readonly IndexEntry[],
): AsyncGenerator<ArchivedEdition> {
  for (const entry of entries) {
    const { kind, path } = entry;
    const editions = await editionsOf(organisation.slug, path);
    for (const edition of [...editions].reverse()) {
      if (edition.act === 'withdraw' || withdrawalOf(editions, edition)) continue;
      const { number, title, sha256, publishedAt } = edition;
      const holds = edition === editions.at(-1);
      yield {
        ...{ entry, edition: { number, title, sha256, publishedOn: dayOf(publishedAt) }, holds },
        files: archivedFiles(organisation, { kind, path, number, holds }),
      };
    }
  }
}
