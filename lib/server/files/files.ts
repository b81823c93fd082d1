import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Actor, can } from '@/lib/domain/access';
import { type AttachmentType, mediaTypes } from '@/lib/domain/attachment';
import { id as rowId } from '@/lib/domain/input';
import type { Attachment } from '@/lib/domain/items/content';
import { parseItem } from '@/lib/domain/items/item-of';
import type { ItemOp } from '@/lib/domain/items/merge';
import { db, type Tx } from '@/lib/server/db';
import { demand, type LockedDocument, subjectOf } from '@/lib/server/documents/lock-document';
import { lockDraft, saveLocked } from '@/lib/server/documents/save-changes';
import { type FileToStore, storeFile } from '@/lib/server/files/store-file';
import { storedBytes } from '@/lib/server/files/stored-file';
import { refuseRemains, takeIn, takeInPicture, type Uploaded } from '@/lib/server/files/take-in-file';
import { checkedDraft, itemStateOf } from '@/lib/server/items/disclosure-item';
import { itemDrafts, type SavedItem } from '@/lib/server/items/save-item';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';
import { inTransaction } from '@/lib/server/transaction';

/** What was taken in, and the draft as it then stands. */
export type Added = { attachment: Attachment; saved: SavedItem };

/** Whether a file of this person's would be taken at all: asked before its bytes are read. Refuses where not. */
export async function askToAdd(id: string, actor: Actor) {
  const document = await ofItem(id, actor);
  demand(actor, 'edit', document);
  if (document.status !== 'draft') throw new Refusal([{ code: 'move_not_open', status: document.status }]);
}

/** Takes a file in and lists it among the attachments, in one transaction. The same file again changes nothing. */
export async function addFile(id: string, uploaded: Uploaded, actor: Actor): Promise<Added> {
  await askToAdd(id, actor);
  const { listed, file } = await takeIn(uploaded);
  return inDraft(id, actor, async (tx, document) => {
    const { attachments } = itemStateOf(document).draft;
    if (attachments.length >= most)
      throw new Refusal([{ code: 'bad_input', field: 'attachments', problem: 'too_long' }]);
    await keep(tx, document, file, actor);
    const there = attachments.some(({ sha256 }) => sha256 === listed.sha256);
    return { attachment: listed, ops: there ? [] : [listing(attachments, [...attachments, listed])] };
  });
}

const most = 40;

/** Takes a picture in; a block of the body then names it by its hash. */
export async function addPicture(id: string, uploaded: Uploaded, actor: Actor): Promise<Added> {
  await askToAdd(id, actor);
  const { listed, file } = await takeInPicture(uploaded);
  return inDraft(id, actor, async (tx, document) => {
    await keep(tx, document, file, actor);
    return { attachment: listed, ops: [] };
  });
}

/**
 * Puts a masked file in the place of another. What the finder found there and no written reason keeps must be gone from the
 * new one: from its text and name, its properties, and what earlier revisions left behind. Reasons go along.
 */
export async function replaceFile(id: string, before: string, uploaded: Uploaded, actor: Actor): Promise<Added> {
  await askToAdd(id, actor);
  const { listed, file } = await takeIn(uploaded);
  return inDraft(id, actor, async (tx, document) => {
    const { draft, office } = itemStateOf(document);
    const old = draft.attachments.find(({ sha256 }) => sha256 === before);
    if (!old) throw new Refusal([{ code: 'not_found' }]);
    const { hits } = await checkedDraft(tx, document);
    const mine = hits.filter(({ place }) => 'sha256' in place && place.sha256 === before);
    const masked = mine.filter(({ key }) => !office.reasons[key]?.trim()).map(({ text }) => text);
    await refuseRemains(listed, file, masked);
    await keep(tx, document, file, actor, before);
    const kept = draft.attachments.map((each) => (each === old ? listed : each));
    return {
      attachment: listed,
      ops: [listing(draft.attachments, kept), ...reasonsAlong(office.reasons, before, listed)],
    };
  });
}

/** A file that was ever laid into a document, for whoever may see the document; null for any other. */
export async function itemFile(id: string, sha256: string, actor: Actor) {
  const document = await ofItem(id, actor).catch(() => null);
  if (!document || !can(actor, 'view', subjectOf(document))) return null;
  const laid = await db.documentFile.findUnique({
    where: { documentId_sha256: { documentId: document.id, sha256 } },
    select: { file: { select: { type: true, size: true } } },
  });
  if (!laid) return null;
  const { type, size } = laid.file;
  const { organisationId } = document;
  return {
    ...{ type, size, mediaType: mediaTypes[type] },
    name: nameOf(document, sha256) ?? `${sha256.slice(0, 8)}.${endings[type]}`,
    /** Streamed piece by piece; ends as an error where what is stored is not what it was. */
    bytes: () => storedBytes(organisationId, sha256, size),
  };
}

const endings: Record<AttachmentType, string> = { pdf: 'pdf', docx: 'docx', xlsx: 'xlsx', png: 'png', jpeg: 'jpg' };

async function ofItem(id: string, { organisationId }: Actor) {
  if (!rowId.safeParse(id).success) throw new Refusal([{ code: 'not_found' }]);
  const document = await db.document.findFirst({
    where: { id, organisationId, kind: 'item' },
    include: { participations: true, revision: { select: { content: true } } },
  });
  if (!document) throw new Refusal([{ code: 'not_found' }]);
  return document;
}

type Kept = { draft: unknown; office: unknown; revision: { content: string } | null };

function nameOf(document: Kept, wanted: string): string | undefined {
  const frozen = document.revision ? parseItem(document.revision.content).attachments : [];
  const all = [...frozen, ...itemStateOf(document).draft.attachments];
  return all.find(({ sha256 }) => sha256 === wanted)?.name;
}

type Laid = { attachment: Attachment; ops: ItemOp[] };

async function inDraft(
  id: string,
  actor: Actor,
  lay: (tx: Tx, document: LockedDocument) => Promise<Laid>,
): Promise<Added> {
  return inTransaction(async (tx) => {
    const document = await lockDraft(tx, 'item', id, actor);
    if (document.status !== 'draft') throw new Refusal([{ code: 'move_not_open', status: document.status }]);
    const { attachment, ops } = await lay(tx, document);
    const saved = await saveLocked(tx, itemDrafts, document, { id, saveId: randomUUID(), changes: ops }, actor);
    const { findings, hits } = await checkedDraft(tx, { ...document, ...saved.state });
    return { attachment, saved: { ...saved, findings, hits } };
  });
}

/** Lays a file into the document; one that was there already stays there. */
async function keep(tx: Tx, document: LockedDocument, file: FileToStore, actor: Actor, before?: string) {
  const { id: documentId, organisationId } = document;
  const { sha256, type, bytes } = file;
  await storeFile(tx, organisationId, file);
  const laid = { organisationId, documentId, sha256 };
  const { count } = await tx.documentFile.createMany({ data: laid, skipDuplicates: true });
  const told = { sha256, type, size: bytes.length };
  if (before !== undefined) await record(tx, actor, documentId, { kind: 'file_replaced', before, ...told });
  else if (count > 0) await record(tx, actor, documentId, { kind: 'file_added', ...told });
}

const listing = (from: Attachment[], to: Attachment[]): ItemOp => ({ kind: 'attachments', from, to });

// A reason was given for what stands there, not for the file.
function reasonsAlong(reasons: Readonly<Record<string, string>>, before: string, { sha256 }: Attachment): ItemOp[] {
  return Object.entries(reasons).flatMap(([key, to]): ItemOp[] => {
    const moved = key.replace(`-${before.slice(0, 8)}:`, `-${sha256.slice(0, 8)}:`);
    return moved === key || Object.hasOwn(reasons, moved) ? [] : [{ kind: 'reason', key: moved, from: null, to }];
  });
}
