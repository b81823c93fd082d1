import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Actor, can } from '@/lib/domain/access';
import { addDays } from '@/lib/domain/calendar/day';
import { id as rowId } from '@/lib/domain/input';
import { rowFault } from '@/lib/domain/items/import-rows';
import { noNotes, sheetNotes } from '@/lib/domain/items/sheet-fault';
import { sheetLimits } from '@/lib/domain/sheet';
import { now, today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { Prisma } from '@/lib/server/generated/client';
import { newIds } from '@/lib/server/new-ids';
import { Refusal } from '@/lib/server/refusal';
import { type SheetKindName, sheetKind } from '@/lib/server/sheets/sheet-kinds';
import { sealBytes } from '@/lib/server/sheets/sheet-seal';

/** Uploaded lists of past items, as their uploader sees them. The work on them is in check-sheet.ts and take-in-sheet.ts. */

const mayDraft = (actor: Actor) => {
  if (!can(actor, 'create')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
};

/** Since when nobody works on it: from the beginning. */
const nobody = new Date(0);

type Upload = { fileName: string; bytes: Uint8Array; kind?: SheetKindName };

/** Keeps a list to be looked through, in the place of the person's earlier ones of its kind. Answers its id. */
export async function uploadSheet({ fileName, bytes, kind = 'items' }: Upload, actor: Actor) {
  mayDraft(actor);
  if (bytes.length === 0) throw new Refusal([{ code: 'sheet_refused', field: 'sheet', fault: 'empty' }]);
  if (bytes.length > sheetLimits.bytes)
    throw new Refusal([{ code: 'sheet_refused', field: 'sheet', fault: 'too_large' }]);
  const { organisationId, id: userId } = actor;
  const fileSha256 = createHash('sha256').update(bytes).digest('hex');
  await throwAwayOld(actor, kind);
  const [id = ''] = newIds(1);
  await db.importSheet.create({
    data: {
      ...{ id, organisationId, userId, kind, fileName: nameOf(fileName), fileSha256 },
      bytes: sheetKind(kind).sealed ? sealBytes(id, bytes) : new Uint8Array(bytes),
      ...{ uploadedAt: now(), beatAt: nobody },
    },
    select: { id: true },
  });
  return id;
}

// Whoever begins anew has done with the list before; what was left lying for a month has been forgotten.
async function throwAwayOld({ organisationId, id: userId }: Actor, kind: SheetKindName) {
  const monthAgo = new Date(`${addDays(today(), -30)}T00:00:00Z`);
  await db.importSheet.deleteMany({
    where: {
      organisationId,
      state: { not: 'importing' },
      OR: [{ userId, kind, state: { not: 'checking' } }, { uploadedAt: { lt: monthAgo } }],
    },
  });
}

const nameOf = (fileName: string) =>
  fileName
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/^.*[/\\]/, '')
    .slice(0, 200) || '没有名称';

const shown = {
  ...{
    id: true,
    kind: true,
    fileName: true,
    fileSha256: true,
    state: true,
    fault: true,
    done: true,
    total: true,
    sound: true,
  },
  ...{ faulty: true, known: true, uploadedAt: true, beatAt: true },
} as const;

/** A list that the person has uploaded, and how far the work on it is; null for none and for another's. */
export async function sheetOf(id: string, actor: Actor) {
  mayDraft(actor);
  if (!rowId.safeParse(id).success) return null;
  const { organisationId, id: userId } = actor;
  const sheet = await db.importSheet.findFirst({ where: { id, organisationId, userId }, select: shown });
  if (!sheet) return null;
  const { fault, beatAt, ...facts } = sheet;
  const batches = await db.importBatch.findMany({
    where: { organisationId, userId, fileSha256: sheet.fileSha256, importedAt: { gte: sheet.uploadedAt } },
    select: { id: true, fieldId: true, rows: true },
    orderBy: { id: 'asc' },
  });
  const fields = await db.field.findMany({
    where: { id: { in: batches.map(({ fieldId }) => fieldId) } },
    select: { id: true, name: true },
  });
  return {
    ...facts,
    notes: fault === null ? noNotes : sheetNotes.parse(fault),
    /** Nobody is at work on it, though there is work left. */
    idle: ['waiting', 'checking', 'importing'].includes(sheet.state) && now().getTime() - beatAt.getTime() > patience,
    batches: batches.map(({ fieldId, ...batch }) => {
      return { ...batch, field: fields.find((field) => field.id === fieldId)?.name ?? '' };
    }),
  };
}
export type SheetInWork = NonNullable<Awaited<ReturnType<typeof sheetOf>>>;

/** After so many milliseconds without a sign of life the work is taken up by somebody else. */
export const patience = 30_000;

/** The uploaded list that the person has not done with. */
export async function openSheetOf(actor: Actor, kind: SheetKindName = 'items') {
  mayDraft(actor);
  const { organisationId, id: userId } = actor;
  return db.importSheet.findFirst({
    where: { organisationId, userId, kind, state: { notIn: ['imported', 'refused'] } },
    orderBy: { uploadedAt: 'desc' },
    select: { id: true, fileName: true },
  });
}

const faultyRows = 100;
const faults = z.array(rowFault);

/** Rows of a list with what is wrong with them, from a row on. */
export async function faultyRowsOf({ id, after }: { id: string; after: number }, actor: Actor) {
  const sheet = await sheetOf(id, actor);
  if (!sheet) return null;
  const rows = await db.importRow.findMany({
    where: {
      sheetId: id,
      known: false,
      draft: { equals: Prisma.DbNull },
      number: { gt: after },
    },
    orderBy: { number: 'asc' },
    take: faultyRows + 1,
    select: { number: true, title: true, faults: true },
  });
  const listed = rows.slice(0, faultyRows).map((row) => ({ ...row, faults: faults.parse(row.faults) }));
  return { rows: listed, next: rows.length > faultyRows ? (listed.at(-1)?.number ?? null) : null };
}
export type FaultyRow = NonNullable<Awaited<ReturnType<typeof faultyRowsOf>>>['rows'][number];

/** The sound rows are to be taken in. The work itself goes on apart from the request. Answers the list. */
export async function wantImport({ id }: { id: string }, actor: Actor) {
  const sheet = await sheetOf(id, actor);
  if (!sheet) throw new Refusal([{ code: 'not_found' }]);
  const { count } = await db.importSheet.updateMany({
    where: { id, state: 'checked', sound: { gt: 0 } },
    data: { state: 'importing', done: 0, total: sheet.sound, beatAt: nobody },
  });
  // Pressed twice: it is under way.
  if (count === 0 && !['importing', 'imported'].includes(sheet.state))
    throw new Refusal([{ code: 'nothing_to_import' }]);
  return sheet;
}

/** Nothing of the list is taken in. Answers what it was. */
export async function throwAwaySheet({ id }: { id: string }, actor: Actor) {
  const sheet = await sheetOf(id, actor);
  if (!sheet) throw new Refusal([{ code: 'not_found' }]);
  await db.importSheet.deleteMany({ where: { id, state: { notIn: ['importing', 'checking'] } } });
  return sheet;
}
