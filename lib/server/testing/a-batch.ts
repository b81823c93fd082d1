import { declarations } from '@/lib/domain/workflow/secrecy';
import { batchDesk } from '@/lib/server/batches/batches';
import { type BatchRequest, moveBatch } from '@/lib/server/batches/move-batch';
import { now, today } from '@/lib/server/clock';
import type { SignedIn } from '@/lib/server/people/sign-in-session';
import type { Township } from '@/lib/server/testing/a-township';
import { importRows, type PastRow, pastRow } from '@/lib/server/testing/past-items';

/** Past items taken in from a list, as one batch; answers its id. */
export async function aBatchOf(
  { people }: Township,
  rows: readonly PastRow[] = [pastRow(1), pastRow(2), pastRow(3)],
): Promise<string> {
  const { batches } = await importRows(rows, people.drafter);
  const [batch] = batches;
  if (!batch) throw new Error('nothing was imported');
  return batch.id;
}

export const secrecyOfToday = () => ({
  result: 'public' as const,
  by: '孙某',
  at: today(),
  statement: '没有涉密内容。',
});

/** Makes a move as somebody who has seen the batch as it stands, and has just given the password. */
export async function moveSeenBatch(
  { people }: Township,
  id: string,
  wish: Partial<BatchRequest> & Pick<BatchRequest, 'move'>,
  person: SignedIn,
) {
  const desk = await batchDesk({ id, after: null, open: false }, people.drafter);
  if (!desk) throw new Error('no such batch');
  const seen = { number: desk.number, sha256: desk.covered?.sha256, note: '', secrecy: secrecyOfToday(), declarations };
  return moveBatch({ id, ...seen, ...wish }, { ...person, confirmedAt: now() });
}
