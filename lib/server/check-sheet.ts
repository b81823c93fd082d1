import 'server-only';
import { type ImportContext, type ImportedRow, readList } from '@/lib/domain/items/import-rows';
import { noNotes, type SheetNotes } from '@/lib/domain/items/sheet-fault';
import type { SheetRow } from '@/lib/domain/sheet';
import { now, today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { defaultField } from '@/lib/server/default-field';
import { Prisma } from '@/lib/server/generated/client';
import { readSheet } from '@/lib/sheets/read-sheet';
import { RefusedSheet } from '@/lib/sheets/refused-sheet';

/** Reads an uploaded list and keeps every row with what is wrong with it. Nothing is taken in. */
export async function checkSheet(id: string) {
  const sheet = await db.importSheet.findUnique({ where: { id }, select: { organisationId: true, bytes: true } });
  if (!sheet?.bytes) return; // thrown away meanwhile
  await go(id, { state: 'checking', done: 0, total: 0 });
  await db.importRow.deleteMany({ where: { sheetId: id } });
  const cells = await rowsOf(sheet.bytes);
  if (!Array.isArray(cells)) return go(id, { state: 'refused', bytes: null, fault: { ...noNotes, file: cells.fault } });

  const { heads, rows } = readList(cells, await contextOf(sheet.organisationId));
  const { missing, repeated, unread } = heads;
  const fault: SheetNotes = {
    file: rows.length === 0 ? 'empty' : null,
    missing,
    repeated,
    unread: unread.slice(0, 40),
  };
  if (missing.length + repeated.length > 0)
    return go(id, { state: 'refused', bytes: null, fault: { ...fault, file: null } });
  if (rows.length === 0) return go(id, { state: 'refused', bytes: null, fault });
  await go(id, { total: rows.length });
  const known = await keep(id, sheet.organisationId, rows);
  const faulty = rows.filter(({ draft }) => draft === null).length;
  const sound = rows.length - faulty - known;
  await go(id, { state: 'checked', bytes: null, fault, faulty, known, sound });
}

type Progress = Prisma.ImportSheetUpdateManyMutationInput;

/** A step further; a list that was thrown away meanwhile stays away. */
const go = (id: string, data: Progress) =>
  db.importSheet.updateMany({ where: { id }, data: { ...data, beatAt: now() } });

async function rowsOf(bytes: Uint8Array): Promise<SheetRow[] | RefusedSheet> {
  try {
    return await readSheet(bytes);
  } catch (error) {
    if (error instanceof RefusedSheet) return error;
    throw error;
  }
}

async function contextOf(organisationId: string): Promise<ImportContext> {
  const { name } = await db.organisation.findUniqueOrThrow({ where: { id: organisationId }, select: { name: true } });
  const nodes = await db.catalogueNode.findMany({
    where: { organisationId },
    select: { id: true, kind: true, code: true, label: true, closedAt: true, fieldId: true, ways: true },
  });
  const fields = await db.field.findMany({
    where: { organisationId },
    select: { id: true, name: true, closedAt: true },
  });
  return {
    today: today(),
    organisation: name,
    nodes: nodes.map(({ closedAt, ...node }) => ({ ...node, open: closedAt === null })),
    fields: fields.map(({ closedAt, ...field }) => ({ ...field, open: closedAt === null })),
    defaultFieldId: await defaultField(db, organisationId),
  };
}

const atOnce = 500;

/** Writes the rows down, some hundred at a time. Answers how many an earlier import has taken in. */
async function keep(sheetId: string, organisationId: string, rows: readonly ImportedRow[]): Promise<number> {
  let known = 0;
  for (let at = 0; at < rows.length; at += atOnce) {
    const some = rows.slice(at, at + atOnce);
    const taken = await db.disclosureItem.findMany({
      where: { organisationId, rowSha256: { in: some.map(({ sha256 }) => sha256) } },
      select: { rowSha256: true },
    });
    const hashes = new Set(taken.map(({ rowSha256 }) => rowSha256));
    const data = some.map(({ number, sha256, title, faults, draft, fieldId }) => {
      const isKnown = draft !== null && hashes.has(sha256);
      const kept = isKnown ? { known: true, draft: Prisma.DbNull } : { draft: draft ?? Prisma.DbNull, fieldId };
      if (isKnown) known += 1;
      return { organisationId, sheetId, number, sha256, title: title.slice(0, 300), faults, ...kept };
    });
    await db.importRow.createMany({ data });
    await go(sheetId, { done: at + some.length });
  }
  return known;
}
