import 'server-only';
import type { Day } from '@/lib/domain/calendar/day';
import type { ItemContent, RelationKind, Validity } from '@/lib/domain/items/content';
import { parseItem } from '@/lib/domain/items/item-of';
import type { WithdrawalNotice } from '@/lib/domain/workflow/withdrawal-notice';
import { db, type Tx } from '@/lib/server/db';
import {
  chosen,
  correctedBy,
  type Edition,
  editionsOf,
  noticeOf,
  publicSnapshotOf,
  snapshotOf,
  statusOf,
  withdrawalOf,
} from '@/lib/server/public/public-editions';

// Items as citizens read them. Opens the publications, public_entry, public_relation, board_posting and the catalogue.

export type PublicItem = {
  item: number;
  edition: Edition;
  /** Every edition, first to last; the last one holds. */
  editions: Edition[];
  indexNumber: string;
  firstPublishedAt: Date;
  /** Set where this edition is no longer public: what stands in its place. */
  withdrawal: WithdrawalNotice | null;
  /** Null where it is withdrawn. */
  content: {
    item: ItemContent;
    /** What a correction corrected, where that can still be read. */
    before: ItemContent | null;
    /** Whether it holds today, whatever this edition said of itself. */
    validity: Validity;
    endedOn: Day | null;
    related: Related[];
    postings: Posting[];
  } | null;
};

/** Another item that this one says something of (`from`), or that says something of this one (`to`). */
export type Related = { kind: RelationKind; side: 'from' | 'to'; path: string; title: string };

/** Where it hung on a wall; the photograph by its hash. */
export type Posting = { id: string; place: string; postedOn: Day; takenDownOn: Day | null; photograph: string | null };

/** The edition of an item that holds, or one by its number; null where there never was one. */
export async function publicItem(
  { id: organisationId, slug }: { id: string; slug: string },
  item: number,
  number?: number,
): Promise<PublicItem | null> {
  const path = pathOf(item);
  const editions = await editionsOf(slug, path);
  const edition = chosen(editions, number);
  const entry = await db.publicEntry.findUnique({
    where: { organisationId_path: { organisationId, path } },
    select: { documentId: true, indexNumber: true, firstPublishedAt: true, validity: true, endedOn: true },
  });
  if (!edition || !entry) return null;
  const { documentId, firstPublishedAt, validity, endedOn } = entry;
  const facts = { item, edition, editions, indexNumber: entry.indexNumber ?? '', firstPublishedAt };
  const taken = withdrawalOf(editions, edition);
  if (taken) return { ...facts, withdrawal: await noticeOf(slug, path, taken.number), content: null };
  const read = async (of: Edition) => parseItem(await snapshotOf(slug, path, of.number));
  const before = correctedBy(editions, edition);
  const [content, corrected, beside] = await Promise.all([
    read(edition),
    before && read(before),
    besideItem(organisationId, documentId, path),
  ]);
  return {
    ...facts,
    withdrawal: null,
    content: { item: content, before: corrected, validity, endedOn: endedOn && dayText(endedOn), ...beside },
  };
}

/** The bytes that were signed; null where that edition is not public. */
export const publicItemSnapshot = (slug: string, item: number, number: number) =>
  publicSnapshotOf(slug, pathOf(item), number);

/** With which status the address of an item is to be answered. */
export const publicItemStatus = (slug: string, item: number, number?: number) => statusOf(slug, pathOf(item), number);

/** The numbers of items that were ever public, from above one on, some at a time; withdrawn ones too: their notice is public. */
export async function publicItemNumbers(organisationId: string, above: number, most = 500): Promise<number[]> {
  const rows = await db.$queryRaw<{ item: number }[]>`
    SELECT substr(path, 7)::int AS item FROM public_entry
    WHERE organisation_id = ${organisationId}::uuid AND kind = 'item' AND substr(path, 7)::int > ${above}::int
    ORDER BY item LIMIT ${most}`;
  return rows.map(({ item }) => item);
}

const pathOf = (item: number) => `items/${item}`;

// A date column holds a day.
const dayText = (date: Date) => date.toISOString().slice(0, 10) as Day;

/** What stands beside an item: others that say something of it or of which it does, and where it hung on a wall. */
export const besideItem = async (organisationId: string, documentId: string, path: string, from: Tx = db) => ({
  related: await relatedTo(from, organisationId, documentId, path),
  postings: await postingsOf(from, documentId),
});

/** Both ways, and only what is public now: of what was withdrawn the title goes too. */
const relatedTo = (from: Tx, organisationId: string, documentId: string, path: string) =>
  from.$queryRaw<Related[]>`
    SELECT relation.kind, 'from' AS side, other.path, other.title FROM public_relation relation
      JOIN public_entry other ON other.organisation_id = relation.organisation_id AND other.path = relation.path
      WHERE relation.document_id = ${documentId}::uuid AND NOT other.withdrawn
    UNION ALL
    SELECT relation.kind, 'to', other.path, other.title FROM public_relation relation
      JOIN public_entry other ON other.document_id = relation.document_id
      WHERE relation.organisation_id = ${organisationId}::uuid AND relation.path = ${path} AND NOT other.withdrawn
    ORDER BY side, kind, path`;

async function postingsOf(from: Tx, documentId: string): Promise<Posting[]> {
  const rows = await from.boardPosting.findMany({
    where: { documentId, revokedAt: null },
    select: { id: true, place: true, postedOn: true, takenDownOn: true, photoSha256: true },
    orderBy: [{ postedOn: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, place, postedOn, takenDownOn, photoSha256 }) => ({
    id,
    place,
    postedOn: dayText(postedOn),
    takenDownOn: takenDownOn && dayText(takenDownOn),
    photograph: photoSha256,
  }));
}
