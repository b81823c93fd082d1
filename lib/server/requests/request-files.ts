import 'server-only';
import { type Actor, can } from '@/lib/domain/access';
import { mediaTypes } from '@/lib/domain/attachment';
import { id as rowId } from '@/lib/domain/input';
import { recogniseAttachment } from '@/lib/files/recognise-attachment';
import { atMost } from '@/lib/server/at-most';
import { now } from '@/lib/server/clock';
import type { Tx } from '@/lib/server/db';
import type { RequestFileKind } from '@/lib/server/generated/client';
import { holdTrail, record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';
import {
  type FileOfRequest,
  nameOfFile,
  openedBytes,
  storeRequestFile,
} from '@/lib/server/requests/store-request-file';
import { inTransaction } from '@/lib/server/transaction';

/** A file as it was brought: its type is told by content, at most 20 MB. */
export type UploadedForRequest = { kind: RequestFileKind; name: string; bytes: Uint8Array };

// To open a file takes much more memory than its bytes: two at a time, the others wait.
const opening = atMost(2);

/** Recognises files as attachments are; refuses the first that is none. Nothing of them is searched or indexed. */
export async function recogniseRequestFiles(uploads: readonly UploadedForRequest[]): Promise<FileOfRequest[]> {
  const files: FileOfRequest[] = [];
  for (const { kind, ...uploaded } of uploads) {
    const recognised = await opening(() => recogniseAttachment(uploaded));
    if ('issue' in recognised) throw new Refusal([recognised.issue]);
    files.push({ kind, attachment: recognised.attachment });
  }
  return files;
}

type Request = { id: string; organisationId: string };

/** Keeps recognised files of a request that this transaction holds, each with a line of the trail. Answers their ids. */
export async function keepRequestFiles(tx: Tx, request: Request, files: readonly FileOfRequest[], actor: Actor) {
  const ids: string[] = [];
  for (const file of files) {
    ids.push(await storeRequestFile(tx, request, file, actor.id));
    const { type, size } = file.attachment;
    await record(tx, actor, null, {
      kind: 'request_file_added',
      ...{ requestId: request.id, fileKind: file.kind, type, size },
    });
  }
  return ids;
}

/** Adds a file to a request: proof of identity, of delivery, what came later. Answers its id. */
export async function addRequestFile(id: string, upload: UploadedForRequest, actor: Actor): Promise<string> {
  await askToAddToRequest(id, actor);
  const files = await recogniseRequestFiles([upload]);
  return inTransaction(async (tx) => {
    const request = await heldRequest(tx, id, actor);
    const [added = ''] = await keepRequestFiles(tx, request, files, actor);
    return added;
  });
}

/** Refuses whoever may not add to a request, before the bytes are read. */
export async function askToAddToRequest(id: string, actor: Actor): Promise<void> {
  if (!can(actor, 'handle_requests')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
  await inTransaction((tx) => heldRequest(tx, id, actor));
}

/** A file for whoever may see who asked; null for anything else. Every opening leaves a line in the trail. */
export async function requestFile(id: string, fileId: string, actor: Actor) {
  if (!can(actor, 'view_applicants')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
  if (![id, fileId].every((each) => rowId.safeParse(each).success)) return null;
  return inTransaction(async (tx) => {
    const file = await tx.requestFile.findFirst({
      where: { id: fileId, requestId: id, organisationId: actor.organisationId, erasedAt: null },
      select: { id: true, kind: true, type: true, size: true, sealedName: true, sealedWith: true },
    });
    if (!file) return null;
    const name = nameOfFile(file);
    await record(tx, actor, null, { kind: 'request_file_opened', requestId: id, fileId, fileKind: file.kind });
    return { name, mediaType: mediaTypes[file.type], size: file.size, bytes: () => openedBytes(file) };
  });
}

/** Takes away a file that does not belong there: its stretches and its name go, the line that it was there stays. */
export async function eraseRequestFile({ id, fileId }: { id: string; fileId: string }, actor: Actor): Promise<void> {
  if (!can(actor, 'handle_requests')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
  await inTransaction(async (tx) => {
    await heldRequest(tx, id, actor);
    const known = rowId.safeParse(fileId).success;
    const there = known && (await tx.requestFile.count({ where: { id: fileId, requestId: id, erasedAt: null } })) > 0;
    if (!there) throw new Refusal([{ code: 'not_found' }]);
    await eraseStretches(tx, [fileId]);
    await record(tx, actor, null, { kind: 'request_file_erased', requestId: id, fileId });
  });
}

/** What of files can be read again by nobody. */
export async function eraseStretches(tx: Tx, fileIds: readonly string[]) {
  const ids = [...fileIds];
  await tx.requestFileChunk.deleteMany({ where: { fileId: { in: ids } } });
  await tx.requestFile.updateMany({ where: { id: { in: ids } }, data: { sealedName: null, erasedAt: now() } });
}

async function heldRequest(tx: Tx, id: string, { organisationId }: Actor): Promise<Request> {
  if (!rowId.safeParse(id).success) throw new Refusal([{ code: 'not_found' }]);
  await holdTrail(tx, organisationId);
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM disclosure_request
    WHERE id = ${id}::uuid AND organisation_id = ${organisationId}::uuid AND erased_at IS NULL FOR UPDATE`;
  if (held.length === 0) throw new Refusal([{ code: 'not_found' }]);
  return { id, organisationId };
}
