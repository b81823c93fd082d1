import 'server-only';
import { type Actor, can } from '@/lib/domain/access';
import type { EndedPosting, NewPosting } from '@/lib/domain/board/posting';
import type { Day } from '@/lib/domain/calendar/day';
import { id as rowId } from '@/lib/domain/input';
import { type ItemContent, itemContent } from '@/lib/domain/items/content';
import { dayOf, now, today } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db';
import { storeFile } from '@/lib/server/files/store-file';
import { takeInPicture, type Uploaded } from '@/lib/server/files/take-in-file';
import type { Prisma } from '@/lib/server/generated/client';
import { type BodyPicture, bodyPictures } from '@/lib/server/items/body-pictures';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';
import { inTransaction } from '@/lib/server/transaction';

const dateOf = (day: Day) => new Date(`${day}T00:00:00Z`);
const dayText = (date: Date) => date.toISOString().slice(0, 10) as Day; // a date column holds a day

/**
 * Records that a public item hangs on a board, with a photograph of it if there is one. Nobody posts before the item is
 * public, or in days to come. What is not a picture is refused, and nothing is recorded.
 */
export async function recordPosting(
  { documentId, place, postedOn, photo }: NewPosting & { photo?: Uploaded | null },
  actor: Actor,
): Promise<string> {
  askToPost(actor);
  if (postedOn > today()) throw new Refusal([{ code: 'bad_input', field: 'postedOn', problem: 'day_to_come' }]);
  const { organisationId, id: userId } = actor;
  const taken = photo ? await takeInPicture(photo, 'photo') : null;
  return inTransaction(async (tx) => {
    const entry = await tx.publicEntry.findFirst({
      where: { documentId, organisationId, kind: 'item', withdrawn: false },
      select: { firstPublishedAt: true },
    });
    if (!entry) throw new Refusal([{ code: 'not_found' }]);
    if (postedOn < dayOf(entry.firstPublishedAt))
      throw new Refusal([{ code: 'bad_input', field: 'postedOn', problem: 'before_publication' }]);
    if (taken) await storeFile(tx, organisationId, taken.file);
    const photoSha256 = taken?.file.sha256 ?? null;
    const { id } = await tx.boardPosting.create({
      data: { organisationId, documentId, place, postedOn: dateOf(postedOn), photoSha256, userId, recordedAt: now() },
      select: { id: true },
    });
    const told = { kind: 'posting_recorded' as const, postingId: id, place, postedOn };
    await record(tx, actor, documentId, photoSha256 ? { ...told, photo: photoSha256 } : told);
    return id;
  });
}

/** Records that a sheet was taken down. */
export async function endPosting({ id, takenDownOn }: EndedPosting, actor: Actor) {
  askToPost(actor);
  if (takenDownOn > today()) throw new Refusal([{ code: 'bad_input', field: 'takenDownOn', problem: 'day_to_come' }]);
  await db.$transaction(async (tx) => {
    const { documentId, postedOn } = await openPosting(tx, id, actor);
    if (takenDownOn < dayText(postedOn))
      throw new Refusal([{ code: 'bad_input', field: 'takenDownOn', problem: 'before_posting' }]);
    await tx.boardPosting.update({ where: { id }, data: { takenDownOn: dateOf(takenDownOn) }, select: { id: true } });
    await record(tx, actor, documentId, { kind: 'posting_ended', postingId: id, takenDownOn });
  });
}

/**
 * Records a posting anew with a photograph, of which it had none or another one; the earlier record is taken back and stays
 * in the office. The same picture once more changes nothing. Resolves to the item that is posted.
 */
export async function photographPosting(
  { id, photo }: { id: string; photo: Uploaded | null },
  actor: Actor,
): Promise<string> {
  askToPost(actor);
  if (!photo) throw new Refusal([{ code: 'bad_input', field: 'photo', problem: 'required' }]);
  const { file } = await takeInPicture(photo, 'photo');
  const { organisationId, id: userId } = actor;
  return inTransaction(async (tx) => {
    const { documentId, place, postedOn, takenDownOn, photoSha256: instead } = await openPosting(tx, id, actor, ended);
    if (file.sha256 === instead) return documentId;
    await storeFile(tx, organisationId, file);
    await tx.boardPosting.update({ where: { id }, data: { revokedAt: now() }, select: { id: true } });
    const facts = { organisationId, documentId, place, postedOn, takenDownOn, photoSha256: file.sha256 };
    const posting = await tx.boardPosting.create({
      data: { ...facts, userId, recordedAt: now() },
      select: { id: true },
    });
    const told = { postingId: posting.id, before: id, photo: file.sha256, instead };
    await record(tx, actor, documentId, { kind: 'posting_photographed', ...told });
    return documentId;
  });
}

/** Takes back what was recorded by mistake: it goes from the public page and stays in the trail. */
export async function revokePosting({ id }: { id: string }, actor: Actor) {
  askToPost(actor);
  await db.$transaction(async (tx) => {
    const { documentId } = await openPosting(tx, id, actor, ended);
    await tx.boardPosting.update({ where: { id }, data: { revokedAt: now() }, select: { id: true } });
    await record(tx, actor, documentId, { kind: 'posting_revoked', postingId: id });
  });
}

// One that was taken down too.
const ended = { ended: true };

async function openPosting(tx: Tx, id: string, { organisationId }: Actor, { ended = false } = {}) {
  const held = await tx.$queryRaw<{ id: string }[]>`
    SELECT board_posting.id FROM board_posting JOIN document ON document.id = board_posting.document_id
    WHERE board_posting.id = ${id}::uuid AND board_posting.organisation_id = ${organisationId}::uuid
      AND revoked_at IS NULL AND (taken_down_on IS NULL OR ${ended}) FOR UPDATE OF document`;
  if (held.length === 0) throw new Refusal([{ code: 'not_found' }]);
  return tx.boardPosting.findUniqueOrThrow({ where: { id } });
}

const shown = {
  id: true,
  place: true,
  postedOn: true,
  takenDownOn: true,
  photoSha256: true,
  recordedAt: true,
  user: { select: { name: true } },
} satisfies Prisma.BoardPostingSelect;

const postingOf = ({
  postedOn,
  takenDownOn,
  user,
  ...posting
}: Prisma.BoardPostingGetPayload<{ select: typeof shown }>) => ({
  ...posting,
  postedOn: dayText(postedOn),
  takenDownOn: takenDownOn && dayText(takenDownOn),
  by: user.name,
});
export type Posting = ReturnType<typeof postingOf>;

const pageOfBoard = 50;

/** Public items for the board, newest first, with what hangs of them; `after` is the last document of the page before. */
export async function boardItems({ words = '', after }: { words?: string; after?: string }, actor: Actor) {
  askToSee(actor);
  const { organisationId } = actor;
  const cursor = after && rowId.safeParse(after).success ? { documentId: after } : undefined;
  const known = cursor && (await db.publicEntry.count({ where: { ...cursor, organisationId } })) > 0;
  const entries = await db.publicEntry.findMany({
    where: { organisationId, kind: 'item', withdrawn: false, ...(words && { title: { contains: words } }) },
    orderBy: [{ firstPublishedAt: 'desc' }, { documentId: 'desc' }],
    take: pageOfBoard + 1,
    ...(known && { cursor, skip: 1 }),
    select: {
      documentId: true,
      title: true,
      indexNumber: true,
      firstPublishedAt: true,
      document: { select: { postings: { where: { revokedAt: null }, orderBy: { postedOn: 'desc' }, select: shown } } },
    },
  });
  const items = entries.slice(0, pageOfBoard).map(({ document, firstPublishedAt, ...entry }) => ({
    ...entry,
    publishedOn: dayOf(firstPublishedAt),
    postings: document.postings.map(postingOf),
  }));
  return { items, more: entries.length > pageOfBoard ? (items.at(-1)?.documentId ?? null) : null };
}
export type ItemOnBoard = Awaited<ReturnType<typeof boardItems>>['items'][number];

/** One public item with all its postings; null for none, a withdrawn one, and another organisation's. */
export async function boardItem(documentId: string, actor: Actor) {
  askToSee(actor);
  if (!rowId.safeParse(documentId).success) return null;
  const entry = await db.publicEntry.findFirst({
    where: { documentId, organisationId: actor.organisationId, kind: 'item', withdrawn: false },
    select: { documentId: true, title: true, indexNumber: true, path: true, firstPublishedAt: true },
  });
  if (!entry) return null;
  const postings = await db.boardPosting.findMany({
    where: { documentId, revokedAt: null },
    orderBy: [{ postedOn: 'desc' }, { id: 'desc' }],
    select: shown,
  });
  const { firstPublishedAt, ...facts } = entry;
  return { ...facts, publishedOn: dayOf(firstPublishedAt), postings: postings.map(postingOf) };
}

/** A public item as a sheet prints it. */
export type SheetOfItem = { path: string; indexNumber: string; publishedOn: Day; content: ItemContent };

/** What is printed of public items, in the order asked, and the pictures in them by hash; others are left out. */
export async function sheetsOf(
  documentIds: readonly string[],
  actor: Actor,
): Promise<{ sheets: SheetOfItem[]; images: Map<string, BodyPicture> }> {
  askToSee(actor);
  const entries = await db.publicEntry.findMany({
    where: {
      documentId: { in: documentIds.filter((id) => rowId.safeParse(id).success) },
      ...{ organisationId: actor.organisationId, kind: 'item', withdrawn: false },
    },
    select: { documentId: true, path: true, indexNumber: true, firstPublishedAt: true, publicationId: true },
  });
  const snapshots = await db.publication.findMany({
    where: { id: { in: entries.map(({ publicationId }) => publicationId) } },
    select: { documentId: true, snapshot: true },
  });
  const sheets = documentIds.flatMap((id): SheetOfItem[] => {
    const entry = entries.find(({ documentId }) => documentId === id);
    const edition = snapshots.find(({ documentId }) => documentId === id);
    if (!entry || !edition) return [];
    const { path, indexNumber, firstPublishedAt } = entry;
    const content = itemContent.parse(JSON.parse(edition.snapshot));
    return [{ path, indexNumber: indexNumber ?? '', publishedOn: dayOf(firstPublishedAt), content }];
  });
  const bodies = sheets.map(({ content }) => content.body);
  return { sheets, images: await bodyPictures(actor.organisationId, bodies) };
}

function askToPost(actor: Actor) {
  if (!can(actor, 'create')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
}

function askToSee(actor: Actor) {
  if (!can(actor, 'view')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
}
