import 'server-only';
import { letterDocumentTitle } from '@/lib/documents/letter-paper';
import { type Actor, can } from '@/lib/domain/access';
import { id as rowId } from '@/lib/domain/input';
import { blankLetter, type LetterOfficeSide } from '@/lib/domain/requests/letter-draft';
import { suggestedFacts } from '@/lib/domain/requests/letter-known';
import type { LetterKind } from '@/lib/domain/requests/letters';
import { now, today } from '@/lib/server/clock';
import { nextOf } from '@/lib/server/counters';
import { db, type Tx } from '@/lib/server/db';
import { defaultField } from '@/lib/server/items/default-field';
import { dayOfDate } from '@/lib/server/items/item-columns';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';
import { eventsOf } from '@/lib/server/requests/request-events';
import { earlierInMonth, ofSameApplicant } from '@/lib/server/requests/same-applicant';

/** Opens a letter of a kind to a request, with what the request tells already. Answers its id. */
export async function createLetter(
  { requestId, kind }: { requestId: string; kind: LetterKind },
  actor: Actor,
): Promise<string> {
  if (!can(actor, 'create')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
  const { organisationId } = actor;
  return db.$transaction(async (tx) => {
    const { year, number } = await requestFor(tx, requestId, organisationId);
    const draft = blankLetter(kind, await suggestionsFor(tx, requestId, kind));
    const office: LetterOfficeSide = { reasons: {}, publishOn: null, restates: '' };
    const title = letterDocumentTitle(kind, { year, number });
    const path = `letters/${await nextOf(tx, organisationId, 'letter')}`;
    const at = now();
    const { id } = await tx.document.create({
      data: {
        ...{ organisationId, kind: 'reply' as const, title, path, draft, office },
        ...{ fieldId: await defaultField(tx, organisationId), drafterId: actor.id, createdAt: at, statusSince: at },
      },
      select: { id: true },
    });
    await tx.requestLetter.create({
      data: { documentId: id, organisationId, requestId, kind },
      select: { documentId: true },
    });
    await record(tx, actor, id, { kind: 'document_created', documentKind: 'reply', path, title });
    return id;
  });
}

async function requestFor(tx: Tx, id: string, organisationId: string) {
  const known = rowId.safeParse(id).success;
  const request = known ? await tx.disclosureRequest.findFirst({ where: { id, organisationId } }) : null;
  if (!request) throw new Refusal([{ code: 'not_found' }]);
  return request;
}

/** What the register tells for a letter of a kind: who asked for what, how often, and what the calendar says. */
export async function suggestionsFor(tx: Tx, requestId: string, kind: LetterKind) {
  const request = await tx.disclosureRequest.findUniqueOrThrow({ where: { id: requestId } });
  const { year, applicantName, asked } = request;
  const earlier = kind === 'fee_notice' ? await earlierInMonth(tx, request) : null;
  const ofYear = await tx.disclosureRequest.aggregate({
    where: { ...(ofSameApplicant(request) ?? { id: requestId }), year },
    ...{ _count: true, _min: { arrivedOn: true } },
  });
  const facts = {
    ...{ applicantName, asked, requestsOfYear: ofYear._count },
    firstOfYear: dayOfDate(ofYear._min.arrivedOn) ?? '',
    itemsBefore: earlier?.reduce((sum, { items }) => sum + items, 0) ?? null,
  };
  return suggestedFacts(kind, facts, await eventsOf(tx, requestId), today());
}
