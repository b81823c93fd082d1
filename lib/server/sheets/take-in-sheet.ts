import 'server-only';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { sheetKind } from '@/lib/server/sheets/sheet-kinds';

/** Takes the sound rows of a list in: all of them or none. Rows that were taken in before, by whomever, are left out. */
export async function takeInSheet(id: string) {
  const sheet = await db.importSheet.findUnique({
    where: { id },
    select: { id: true, organisationId: true, userId: true, fileName: true, fileSha256: true, kind: true },
  });
  if (!sheet) return;
  const { organisationId } = sheet;
  // Apart from the transaction, so that whoever waits sees it.
  const noted = (done: number) => db.importSheet.updateMany({ where: { id }, data: { done, beatAt: now() } });
  await db.$transaction(
    async (tx) => {
      // Of two lists with the same rows one waits, and then finds them there.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('import ' || ${organisationId}, 0))`;
      const taken = await sheetKind(sheet.kind).takeIn(tx, sheet, noted);
      // Only what is to be mended is kept.
      await tx.$executeRaw`DELETE FROM import_row WHERE sheet_id = ${id}::uuid AND (draft IS NOT NULL OR known)`;
      await tx.importSheet.update({ where: { id }, data: { state: 'imported', done: taken, total: taken } });
    },
    { timeout: 300_000, maxWait: 20_000 },
  );
}
