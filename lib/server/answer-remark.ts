import 'server-only';
import type { Actor } from '@/lib/domain/access';
import { id as rowId } from '@/lib/domain/input';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { demand, lockDocument } from '@/lib/server/lock-document';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';

/** Answers one remark of the last return; an answer may be worded anew until the next submission. */
export async function answerRemark(request: { id: string; remarkId: string; answer: string }, actor: Actor) {
  const answer = request.answer.trim();
  if (answer === '') throw new Refusal([{ code: 'bad_input', field: 'answer', problem: 'required' }]);
  if (!rowId.safeParse(request.remarkId).success) throw new Refusal([{ code: 'not_found' }]);
  await db.$transaction(async (tx) => {
    const document = await lockDocument(tx, request.id, actor);
    demand(actor, 'edit', document);
    if (document.status !== 'draft') throw new Refusal([{ code: 'move_not_open', status: document.status }]);
    const written = await tx.remark.updateMany({
      where: { id: request.remarkId, documentId: document.id },
      data: { answer, answeredAt: now() },
    });
    if (written.count === 0) throw new Refusal([{ code: 'not_found' }]);
    await record(tx, actor, document.id, { kind: 'remark_answered', remarkId: request.remarkId });
  });
}
