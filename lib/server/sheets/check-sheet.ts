import 'server-only';
import { noNotes, type SheetNotes } from '@/lib/domain/items/sheet-fault';
import type { SheetRow } from '@/lib/domain/sheet';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { Prisma } from '@/lib/server/generated/client';
import { type ReadRow, type SheetKind, sheetKind } from '@/lib/server/sheets/sheet-kinds';
import { openBytes, sealDraft } from '@/lib/server/sheets/sheet-seal';
import { readSheet } from '@/lib/sheets/read-sheet';
import { RefusedSheet } from '@/lib/sheets/refused-sheet';

/** Reads an uploaded list and keeps every row with what is wrong with it. Nothing is taken in. */
export async function checkSheet(id: string) {
  const sheet = await db.importSheet.findUnique({
    where: { id },
    select: { organisationId: true, bytes: true, kind: true },
  });
  if (!sheet?.bytes) return; // thrown away meanwhile
  await go(id, { state: 'checking', done: 0, total: 0 });
  await db.importRow.deleteMany({ where: { sheetId: id } });
  const kind = sheetKind(sheet.kind);
  const cells = await rowsOf(kind.sealed ? openBytes(id, sheet.bytes) : sheet.bytes);
  if (!Array.isArray(cells)) return go(id, { state: 'refused', bytes: null, fault: { ...noNotes, file: cells.fault } });

  const { heads, rows } = await kind.read(cells, sheet.organisationId);
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
  const known = await keep({ id, organisationId: sheet.organisationId, kind }, rows);
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

const atOnce = 500;

/** Writes the rows down, some hundred at a time. Answers how many an earlier import has taken in. */
async function keep({ id: sheetId, organisationId, kind }: Kept, rows: readonly ReadRow[]): Promise<number> {
  let known = 0;
  for (let at = 0; at < rows.length; at += atOnce) {
    const some = rows.slice(at, at + atOnce);
    const hashes = await kind.taken(
      organisationId,
      some.map(({ sha256 }) => sha256),
    );
    const data = some.map(({ number, sha256, title, faults, draft, fieldId }) => {
      const isKnown = draft !== null && hashes.has(sha256);
      const said = draft && (kind.sealed ? sealDraft(sheetId, number, draft) : draft);
      const kept = isKnown ? { known: true, draft: Prisma.DbNull } : { draft: said ?? Prisma.DbNull, fieldId };
      if (isKnown) known += 1;
      return { organisationId, sheetId, number, sha256, title: title.slice(0, 300), faults, ...kept };
    });
    await db.importRow.createMany({ data });
    await go(sheetId, { done: at + some.length });
  }
  return known;
}

type Kept = { id: string; organisationId: string; kind: SheetKind };
