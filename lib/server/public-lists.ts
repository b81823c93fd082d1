import 'server-only';
import { db } from '@/lib/server/db';

// Lists of what is public. Opens public_entry and what items say of each other, no other table.

/** One line of a list: a report or an item, as the edition that holds says it. */
export type PublicLine = {
  kind: 'annual_report' | 'item' | 'reply';
  /** Its place below the organisation: "items/12". */
  path: string;
  title: string;
  indexNumber: string | null;
  documentNumber: string;
  firstPublishedAt: Date;
  /** When it was corrected last, if ever. */
  correctedAt: Date | null;
  /** Repealed by itself or by another one. */
  validity: 'valid' | 'lapsed' | 'repealed';
};

type Row = Omit<PublicLine, 'correctedAt'> & { documentId: string; publishedAt: Date; repealed: boolean; text: string };

// Of a very long text the first part is enough to show what it is about.
const textShown = 60_000;

/** The lines of some documents, in the order of their ids, with the text to show a part of. */
export async function publicLines(organisationId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<Row[]>`
    SELECT document_id AS "documentId", kind, path, title, index_number AS "indexNumber", document_number AS "documentNumber",
      first_published_at AS "firstPublishedAt", published_at AS "publishedAt", validity, left(text, ${textShown}::int) AS text,
      EXISTS (SELECT FROM public_relation r WHERE r.organisation_id = e.organisation_id AND r.path = e.path AND r.kind = 'repeals') AS repealed
    FROM public_entry e WHERE organisation_id = ${organisationId}::uuid AND document_id = ANY (${ids}::uuid[]) AND NOT withdrawn`;
  const byId = new Map(rows.map((row) => [row.documentId, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [lineOf(row)] : [];
  });
}

function lineOf({ documentId: _, publishedAt, repealed, validity, ...line }: Row): PublicLine & { text: string } {
  const corrected = publishedAt.getTime() > line.firstPublishedAt.getTime();
  return { ...line, validity: repealed ? 'repealed' : validity, correctedAt: corrected ? publishedAt : null };
}
