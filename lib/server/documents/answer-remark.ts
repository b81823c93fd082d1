import 'server-only';
import type { Actor } from '@/lib/domain/access';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { remarksOfLastReturn } from '@/lib/server/documents/last-return';
import { demand, lockDocument } from '@/lib/server/documents/lock-document';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';

type Answer = { id: string; remarkId: string; answer: string };

/** Answers one remark of the last return; an answer may be worded anew until the next submission. */
export async function answerRemark({ id, remarkId, ...said }: Answer, actor: Actor) {
  const answer = said.answer.trim();
  if (answer === '') throw new Refusal([{ code: 'bad_input', field: 'answer', problem: 'required' }]);
  await db.$transaction(async (tx) => {
    const document = await lockDocument(tx, id, actor);
    demand(actor, 'edit', document);
    if (document.status !== 'draft') throw new Refusal([{ code: 'move_not_open', status: document.status }]);
    const open = await remarksOfLastReturn(tx, document.id);
    if (!open.some((remark) => remark.id === remarkId)) throw new Refusal([{ code: 'not_found' }]);
    await tx.remark.update({ where: { id: remarkId }, data: { answer, answeredAt: now() } });
    await record(tx, actor, document.id, { kind: 'remark_answered', remarkId });
  });
}
