import 'server-only';
import { dayOf } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db';
import { kindOf } from '@/lib/server/documents/document-kinds';
import type { Document, Prisma } from '@/lib/server/generated/client';

/** What lists and searches know of an edition, beside what every publication tells. */
export type PublicFacts = Pick<
  Prisma.PublicEntryUncheckedCreateInput,
  'indexNumber' | 'nodeId' | 'classId' | 'validity' | 'endedOn' | 'documentNumber' | 'formedOn'
> & {
  title: string;
  /** Title and body as plain text. */
  text: string;
  /** Of a report the year that it is about; null: the year of the first publication. */
  year: number | null;
};

type Published = { id: string; number: number; publishedAt: Date };
type Entered = Pick<Document, 'id' | 'organisationId' | 'kind' | 'path'>;

/** Puts an edition where lists and searches find it, in the place of the one before. */
export async function writePublicEntry(
  tx: Tx,
  { id: documentId, organisationId, kind, path }: Entered,
  { id: publicationId, number, publishedAt }: Published,
  { year, ...facts }: PublicFacts,
  firstPublishedAt = publishedAt,
) {
  const edition = { publicationId, number, publishedAt, withdrawn: false, ...facts };
  const yearOfFirst = Number(dayOf(firstPublishedAt).slice(0, 4));
  await tx.publicEntry.upsert({
    where: { documentId },
    create: { documentId, organisationId, kind, path, firstPublishedAt, year: year ?? yearOfFirst, ...edition },
    update: edition,
    select: { documentId: true },
  });
}

/** The notice stands at the address; lists and searches pass it by. */
export async function withdrawPublicEntry(tx: Tx, documentId: string, { id, number, publishedAt }: Published) {
  const data = { publicationId: id, number, publishedAt, withdrawn: true };
  await tx.publicEntry.update({ where: { documentId }, data, select: { documentId: true } });
}

/** Enters what was published before there were entries, or by other means than `publish`. */
export async function ensurePublicEntries() {
  const missing = await db.document.findMany({
    where: { publications: { some: {} }, publicEntry: null },
    select: { id: true },
  });
  for (const { id } of missing) await db.$transaction((tx) => enter(tx, id));
}

async function enter(tx: Tx, id: string) {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM document WHERE id = ${id}::uuid AND NOT EXISTS (SELECT FROM public_entry WHERE document_id = id) FOR UPDATE`;
  if (held.length === 0) return; // another process has it, or had it
  const document = await tx.document.findUniqueOrThrow({ where: { id } });
  const editions = await tx.publication.findMany({ where: { documentId: id }, orderBy: { number: 'asc' } });
  const [first, last] = [editions[0], editions.at(-1)];
  const shown = editions.findLast(({ act }) => act !== 'withdraw');
  if (!first || !last || !shown) return;
  const facts = await kindOf(document.kind).factsOf(tx, document, shown.snapshot);
  await writePublicEntry(tx, document, shown, facts, first.publishedAt);
  if (last.act === 'withdraw') await withdrawPublicEntry(tx, id, last);
}
