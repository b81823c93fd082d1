import 'server-only';
import { snippets } from '@/lib/domain/search/snippet';
import { db } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';

// Lists of what is public. Opens public_entry, no other table.

/** How many lines a page of a list has. */
export const linesOnPage = 20;

/** One line of a list: a report or an item, as the edition that holds says it. */
export type PublicLine = {
  kind: 'annual_report' | 'item' | 'reply' | 'guide';
  /** Its place below the organisation: "items/12". */
  path: string;
  title: string;
  indexNumber: string | null;
  documentNumber: string;
  firstPublishedAt: Date;
  /** When it was corrected last, if ever. */
  correctedAt: Date | null;
  validity: 'valid' | 'lapsed' | 'repealed';
};

const shown = {
  kind: true,
  path: true,
  title: true,
  indexNumber: true,
  documentNumber: true,
  firstPublishedAt: true,
  publishedAt: true,
  validity: true,
} satisfies Prisma.PublicEntrySelect;

const newestFirst = [
  { firstPublishedAt: 'desc' },
  { documentId: 'desc' },
] satisfies Prisma.PublicEntryOrderByWithRelationInput[];

export type ListFilter = {
  /** In one of these nodes, or of one of these classes; absent: everything, reports too. */
  nodeIds?: readonly string[];
  year?: number;
};

/** One page of a list (from 1), the newest first. */
export async function publicList(organisationId: string, filter: ListFilter, page: number, size = linesOnPage) {
  const rows = await db.publicEntry.findMany({
    where: { organisationId, withdrawn: false, ...conditions(filter) },
    orderBy: newestFirst,
    skip: (page - 1) * size,
    take: size,
    select: shown,
  });
  return rows.map(lineOf);
}

function conditions({ nodeIds, year }: ListFilter): Prisma.PublicEntryWhereInput {
  const among = nodeIds && { in: [...nodeIds] };
  return { ...(year !== undefined && { year }), ...(among && { OR: [{ nodeId: among }, { classId: among }] }) };
}

/** `text` is the beginning of the body. */
export type FeedEntry = PublicLine & { documentId: string; text: string; publishedAt: Date };

const inFeed = 30;

/** What became public or was corrected last. */
export async function publicNews(organisationId: string, filter: ListFilter): Promise<FeedEntry[]> {
  const rows = await db.publicEntry.findMany({
    where: { organisationId, withdrawn: false, ...conditions(filter) },
    orderBy: [{ publishedAt: 'desc' }, { documentId: 'desc' }],
    take: inFeed,
    select: { ...shown, documentId: true, text: true },
  });
  return rows.map(({ documentId, text, ...row }) => ({
    ...lineOf(row),
    documentId,
    publishedAt: row.publishedAt,
    text: snippets(bodyOf(row.title, text), [])
      .flat()
      .map((stretch) => stretch.text)
      .join(''),
  }));
}

export type LineWithText = PublicLine & { documentId: string; body: string };

// Of a very long text the first part is enough to show what it is about.
const bodyShown = 60_000;

/** The lines of some documents, in the order of their ids, with the body to show a part of. */
export async function publicLines(organisationId: string, ids: readonly string[]): Promise<LineWithText[]> {
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<(Row & { documentId: string; text: string })[]>`
    SELECT document_id AS "documentId", kind, path, title, index_number AS "indexNumber", document_number AS "documentNumber",
      first_published_at AS "firstPublishedAt", published_at AS "publishedAt", validity, left(text, ${bodyShown}::int) AS text
    FROM public_entry WHERE organisation_id = ${organisationId}::uuid AND document_id = ANY (${ids}::uuid[]) AND NOT withdrawn`;
  const byId = new Map(rows.map((row) => [row.documentId, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [{ ...lineOf(row), documentId: id, body: bodyOf(row.title, row.text) }] : [];
  });
}

type Row = Prisma.PublicEntryGetPayload<{ select: typeof shown }>;

function lineOf({ kind, path, title, indexNumber, documentNumber, firstPublishedAt, publishedAt, validity }: Row) {
  const correctedAt = publishedAt.getTime() > firstPublishedAt.getTime() ? publishedAt : null;
  return { kind, path, title, indexNumber, documentNumber, firstPublishedAt, correctedAt, validity };
}

// The text begins with the title, which is shown by itself.
const bodyOf = (title: string, text: string) => (text.startsWith(title) ? text.slice(title.length).trimStart() : text);
