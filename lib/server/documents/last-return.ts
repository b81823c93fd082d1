import 'server-only';
import type { Tx } from '@/lib/server/db';

/**
 * What the leaders remarked when they last returned the document: earlier remarks were all answered then, and what has
 * become public since is settled.
 */
export async function remarksOfLastReturn(tx: Tx, documentId: string) {
  const last = await tx.decision.findFirst({
    where: { documentId, kind: { in: ['send_back', 'publish'] } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { remarks: { select: { id: true, place: true, words: true, answer: true }, orderBy: { id: 'asc' } } },
  });
  return last?.remarks ?? [];
}
