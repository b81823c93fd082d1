import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Actor, can } from '@/lib/domain/access';
import type { Day } from '@/lib/domain/calendar/day';
import { id as rowId } from '@/lib/domain/input';
import type { deliveryWays, RequestEvent } from '@/lib/domain/requests/events';
import { letterRules } from '@/lib/domain/requests/letter-rules';
import { parseLetter } from '@/lib/server/letters/request-letter';
import { Refusal } from '@/lib/server/refusal';
import { enterEvent } from '@/lib/server/requests/enter-event';
import { keepRequestFiles, recogniseRequestFiles } from '@/lib/server/requests/request-files';
import { inTransaction } from '@/lib/server/transaction';

export type Delivery = {
  /** The letter. */
  id: string;
  /** The day with which the period ends: signed for, or handed to the post office. */
  on: Day;
  way: (typeof deliveryWays)[number];
  /** What proves it in words: the number of the registered letter, who signed. */
  proof: string;
  restates: string;
};

/** Records how and when a signed letter reached its addressee, with what proves it, sealed with the request. */
export async function deliverLetter(
  { id, on, way, proof, restates }: Delivery,
  file: { name: string; bytes: Uint8Array } | null,
  actor: Actor & { name: string },
): Promise<void> {
  if (!can(actor, 'handle_requests')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
  const files = await recogniseRequestFiles(file ? [{ kind: 'proof', ...file }] : []);
  const { organisationId } = actor;
  await inTransaction(async (tx) => {
    const known = rowId.safeParse(id).success;
    const document = known
      ? await tx.document.findFirst({
          where: { id, organisationId, kind: 'reply' },
          select: { status: true, letter: true, revision: { select: { content: true } } },
        })
      : null;
    if (!document?.letter) throw new Refusal([{ code: 'not_found' }]);
    const { letter, revision, status } = document;
    if (status !== 'signed' || !revision || !letter.eventKey) throw new Refusal([{ code: 'move_not_open', status }]);
    const { event } = letterRules[parseLetter(revision.content).letter.kind];
    const consults = event === 'third_party_consulted' || event === 'other_body_consulted';
    const common = { id: randomUUID(), on };
    const delivered: RequestEvent = consults
      ? { ...common, kind: 'consultation_delivered', consultation: letter.eventKey }
      : { ...common, kind: 'delivered', way, proof };
    const request = { id: letter.requestId, organisationId };
    await enterEvent(tx, request, delivered, actor, { documentId: id, restates });
    await keepRequestFiles(tx, request, files, actor);
  });
}
