import 'server-only';
import { importedRequest } from '@/lib/domain/requests/import-request';
import type { Tx } from '@/lib/server/db';
import { holdTrail, record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';
import { writeRequest } from '@/lib/server/requests/create-request';
import { enterEvent } from '@/lib/server/requests/enter-event';
import type { Sheet } from '@/lib/server/sheets/sheet-kinds';
import { openDraft } from '@/lib/server/sheets/sheet-seal';

/**
 * Takes the sound rows of a list of requests in by the door of all events, in the order of their arrival, so that numbers run
 * as the requests came. What the register refuses now, though the dry run did not, is left out.
 */
export async function takeInRequests(tx: Tx, sheet: Sheet, noted: (done: number) => Promise<unknown>): Promise<number> {
  const { id, organisationId, userId, fileSha256 } = sheet;
  await holdTrail(tx, organisationId);
  const rows = await tx.importRow.findMany({
    where: { sheetId: id, known: false },
    orderBy: { number: 'asc' },
    select: { number: true, sha256: true, draft: true },
  });
  const drafts = rows.flatMap(({ number, sha256, draft }) =>
    draft === null ? [] : [{ sha256, request: importedRequest.parse(openDraft(id, number, draft)) }],
  );
  drafts.sort((one, other) => (one.request.arrivedOn < other.request.arrivedOn ? -1 : 1));
  const { name } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } });
  let taken = 0;
  for (const [at, { sha256, request }] of drafts.entries()) {
    const known = await tx.disclosureRequest.count({ where: { organisationId, rowSha256: sha256 } });
    if (known === 0 && (await takeIn(tx, sheet, name, { sha256, request }))) taken += 1;
    if (at % 20 === 19) await noted(at + 1);
  }
  if (taken > 0)
    await record(tx, { id: userId, organisationId }, null, { kind: 'requests_imported', rows: taken, fileSha256 });
  return taken;
}

type Draft = { sha256: string; request: ReturnType<typeof importedRequest.parse> };

async function takeIn(tx: Tx, { organisationId, userId }: Sheet, name: string, { sha256, request }: Draft) {
  const { events, restates, ...form } = request;
  await tx.$executeRaw`SAVEPOINT taken_in`;
  try {
    const id = await writeRequest(tx, { ...form, organisationId, handlerId: userId, rowSha256: sha256 });
    await enterEvent(tx, { id, organisationId }, events, { id: userId, name }, { restates });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT taken_in`;
    return false;
  }
  await tx.$executeRaw`RELEASE SAVEPOINT taken_in`;
  return true;
}
