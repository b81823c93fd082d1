import 'server-only';
import type { Cell } from '@/lib/domain/catalogue/public-counts';
import { charactersIn, type SearchQuery } from '@/lib/domain/search/query';
import { marked, type Stretch, snippets } from '@/lib/domain/search/snippet';
import { db } from '@/lib/server/db';
import { Prisma } from '@/lib/server/generated/client';
import { type LineWithText, type PublicLine, publicLines } from '@/lib/server/public/public-lists';

// Finds what a search for substrings over title and body would find, by an index of characters and pairs of characters:
// docs/decisions/search-by-pairs-of-characters.md. Opens public_search and what public-lists.ts opens, no other table.

/** How many are shown on a page. */
export const hitsOnPage = 20;

/** What is left of what was found: of a year, a node, a class; by their ids. */
export type SearchFilter = {
  year?: number /** null: what has no node, the reports. */;
  nodeId?: string | null;
  classId?: string;
};

export type Hit = { line: PublicLine; title: Stretch[]; snippets: Stretch[][] };

/** All that was found, counted, whatever the filter; and those that pass it on one page (from 1), best first. */
export type Found = { cells: Cell[]; hits: Hit[] };

export async function publicSearch(
  organisationId: string,
  query: SearchQuery,
  filter: SearchFilter = {},
  page = 1,
): Promise<Found> {
  if (query.words.length === 0) return { cells: [], hits: [] };
  const rows = await db.$queryRaw<Row[]>(statement(organisationId, query, filter, page));
  const cells = rows.flatMap(({ documentId, year, nodeId, classId, count }): Cell[] =>
    documentId === null && year !== null ? [{ year, nodeId, classId, count }] : [],
  );
  const ids = rows.flatMap(({ documentId }) => documentId ?? []);
  const lines = await publicLines(organisationId, ids);
  return { cells, hits: lines.map((line) => hitOf(line, query.words)) };
}

type Row = {
  documentId: string | null;
  year: number | null;
  nodeId: string | null;
  classId: string | null;
  count: number;
};

/** Rows without a document are counts; the others are the page, in order. */
function statement(organisationId: string, { words, number }: SearchQuery, filter: SearchFilter, page: number) {
  const id = Prisma.sql`${organisationId}::uuid`;
  const all = (column: Prisma.Sql, of: readonly string[]) =>
    Prisma.join([Prisma.sql`true`, ...of.map((word) => Prisma.sql`strpos(${column}, ${word}) > 0`)], ' AND ');
  const facts = Prisma.sql`document_id, year, node_id, class_id, first_published_at`;
  const keys = Prisma.sql`search_keys(organisation_id, folded, numbers)`;
  // The index knows words of one and two characters exactly; longer ones are looked at.
  const long = words.filter((word) => charactersIn(word) > 2);
  const byNumber = Prisma.sql`UNION ALL SELECT ${facts}, 2 AS rank FROM public_search
    WHERE organisation_id = ${id} AND ${keys} @> ARRAY[search_number_key(${id}, ${number})]
      AND ${number} = ANY (numbers) AND document_id NOT IN (SELECT document_id FROM by_words)`;
  // Nothing is numbered without a digit. The number stands first, whatever else was found.
  const numbered = /\d/.test(number);
  const found = numbered ? Prisma.sql`found` : Prisma.sql`by_words`;
  const passes = Prisma.join(
    [
      Prisma.sql`true`,
      ...(filter.year === undefined ? [] : [Prisma.sql`year = ${filter.year}::int`]),
      ...(filter.nodeId === undefined ? [] : [Prisma.sql`node_id IS NOT DISTINCT FROM ${filter.nodeId}::uuid`]),
      ...(filter.classId === undefined ? [] : [Prisma.sql`class_id = ${filter.classId}::uuid`]),
    ],
    ' AND ',
  );
  return Prisma.sql`
    WITH by_words AS MATERIALIZED (
      SELECT ${facts}, CASE ${numbered ? Prisma.sql`WHEN ${number} = ANY (numbers) THEN 2` : Prisma.empty} WHEN ${all(Prisma.sql`title`, words)} THEN 1 ELSE 0 END AS rank
      FROM public_search
      WHERE organisation_id = ${id} AND ${keys} @> search_keys_of_words(${id}, ${words}::text[]) AND ${all(Prisma.sql`folded`, long)}
    ) ${numbered ? Prisma.sql`, found AS (SELECT * FROM by_words ${byNumber})` : Prisma.empty}
    SELECT NULL::uuid AS "documentId", year, node_id AS "nodeId", class_id AS "classId", count(*)::int AS count
      FROM ${found} GROUP BY year, node_id, class_id
    UNION ALL (
      SELECT document_id, NULL, NULL, NULL, 0 FROM ${found} WHERE ${passes}
      ORDER BY rank DESC, first_published_at DESC, document_id DESC LIMIT ${hitsOnPage}::int OFFSET ${(page - 1) * hitsOnPage}::int
    )`;
}

function hitOf({ documentId: _, body, ...line }: LineWithText, words: readonly string[]): Hit {
  return { line, title: marked(line.title, words), snippets: snippets(body, words) };
}
