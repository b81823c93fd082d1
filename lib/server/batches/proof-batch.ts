import 'server-only';
import { setImmediate as turn } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Issue } from '@/lib/domain/issue';
import { atMost } from '@/lib/server/at-most';
import { now, today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { kindOf } from '@/lib/server/documents/document-kinds';
import { type Announced, isProofRead, misprintOf, proofOf } from '@/lib/server/documents/proof-read';
import type { Document, Revision } from '@/lib/server/generated/client';

/** How far the rows of a batch that become public are proof-read, with the first one that is not what was frozen. */
export type BatchProof = { rows: number; read: number; misprint: Extract<Issue, { code: 'misprinted' }> | null };

type Patience = {
  /** Milliseconds, after which no further row is begun. */
  within: number;
  /** How many rows at once: while one waits for the database another one is drawn. */
  atOnce?: number;
  leaving?: AbortSignal;
};

const chunk = 200;

/**
 * Makes and reads the files and pages of the rows of a batch that was approved, before anything is held for it. What has
 * been read of a row is remembered by its content and the day, so that the next call goes on where this one ended.
 */
export async function proofBatch(batchId: string, { within, atOnce = 4, leaving }: Patience): Promise<BatchProof> {
  const begun = performance.now();
  const proof: BatchProof = { rows: 0, read: 0, misprint: null };
  const one = atMost(atOnce);
  const goesOn = () => !proof.misprint && performance.now() - begun < within && !leaving?.aborted;
  for await (const rows of comingRows(batchId)) {
    await Promise.all(rows.map((row) => one(() => proofRow(row, proof, goesOn))));
    if (proof.misprint) return proof;
  }
  return proof;
}

async function proofRow({ slug, revision, ...document }: ComingRow, proof: BatchProof, goesOn: () => boolean) {
  proof.rows += 1;
  if (!revision) return;
  const announced = announcedRow(slug, revision, now());
  const known = isProofRead(document, revision, announced);
  if (!known && !goesOn()) return;
  const { misprints } = await proofOf(db, document, revision, announced);
  proof.misprint ??= misprintOf(misprints, document);
  proof.read += 1;
  if (!known) await turn(); // readers come in between
}

/** What a row says of itself when it becomes public with its batch: its first edition. */
export const announcedRow = (slug: string, { content }: Pick<Revision, 'content'>, publishedAt: Date): Announced => ({
  ...{ number: 1, note: kindOf('item').correctionNoteOf(content), publishedAt, slug },
});

type ComingRow = Document & { slug: string; revision: Revision | null };

async function* comingRows(batchId: string): AsyncGenerator<ComingRow[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await db.document.findMany({
      where: {
        ...{ id: { gt: after }, item: { batchId }, status: 'in_sign_off', publications: { none: {} } },
        revision: { becomesPublic: true },
      },
      orderBy: { id: 'asc' },
      take: chunk,
      include: { revision: true, organisation: { select: { slug: true } } },
    });
    yield rows.map(({ organisation, ...row }) => ({ ...row, slug: organisation.slug }));
    const last = rows.at(-1);
    if (!last || rows.length < chunk) return;
    after = last.id;
  }
}

type Waiting = { id: string; sha256: string };
const done = new LRUCache<string, true>({ max: 1_000 });

/** Proof-reads the batches that lie before whoever signs, so that nobody waits for it; answers what was read anew. */
export async function proofWaitingBatches(leaving: AbortSignal): Promise<(BatchProof & { batch: string })[]> {
  const waiting = await db.$queryRaw<Waiting[]>`
    SELECT batch_id AS id, sha256 FROM (
      SELECT DISTINCT ON (batch_id) batch_id, kind, sha256, at FROM batch_decision ORDER BY batch_id, number DESC) last
    WHERE kind = 'approve' ORDER BY at`;
  const proofs: (BatchProof & { batch: string })[] = [];
  for (const { id: batch, sha256 } of waiting) {
    // On another day the files say another day.
    const name = `${batch} ${sha256} ${today()}`;
    if (done.has(name) || leaving.aborted) continue;
    const proof = await proofBatch(batch, { within: Number.POSITIVE_INFINITY, atOnce: 1, leaving });
    if (proof.read === proof.rows) done.set(name, true);
    proofs.push({ batch, ...proof });
  }
  return proofs;
}
