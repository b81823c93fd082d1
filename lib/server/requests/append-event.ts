import 'server-only';
import { type Actor, can, type RequestDeed } from '@/lib/domain/access';
import { id as rowId } from '@/lib/domain/input';
import type { Issue } from '@/lib/domain/issue';
import type { RequestEvent, RequestEventKind } from '@/lib/domain/requests/events';
import type { Tx } from '@/lib/server/db';
import { holdTrail } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';
import { enterEvent } from '@/lib/server/requests/enter-event';
import { inTransaction } from '@/lib/server/transaction';

export type EventEntry = {
  /** The request. */
  id: string;
  /** The version of it that the person saw. */
  version: number;
  /** Each with a key of its own; several where a wrong one is reversed and entered anew in one go. */
  events: RequestEvent | readonly RequestEvent[];
  /** Why a published year changes; asked for where one does. */
  restates?: string;
};

// What a leader decides, a leader may enter.
const ofLeaders: readonly RequestEventKind[] = ['extended', 'deferred'];

/** Enters what happened to a request. Of two who enter at once on what both saw, one is told that the other was first. */
export async function appendEvent({ id, version, events, restates }: EventEntry, actor: Actor & { name: string }) {
  const added: readonly RequestEvent[] = 'kind' in events ? [events] : events;
  const deed: RequestDeed = added.every(({ kind }) => ofLeaders.includes(kind)) ? 'consent' : 'handle_requests';
  if (!can(actor, deed)) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
  if (!rowId.safeParse(id).success) throw new Refusal([{ code: 'not_found' }]);
  const { organisationId } = actor;
  await inTransaction(async (tx) => {
    await holdTrail(tx, organisationId);
    await refuseStale(tx, { id, organisationId }, version);
    await enterEvent(tx, { id, organisationId }, added, actor, restates === undefined ? {} : { restates });
  });
}

type Request = { id: string; organisationId: string };

/** Holds the request; refuses where something was entered since it was at a version. */
export async function refuseStale(tx: Tx, { id, organisationId }: Request, version: number) {
  const [held] = await tx.$queryRaw<{ version: number }[]>`
    SELECT version FROM disclosure_request WHERE id = ${id}::uuid AND organisation_id = ${organisationId}::uuid FOR UPDATE`;
  if (!held) throw new Refusal([{ code: 'not_found' }]);
  if (held.version !== version) throw new Refusal([await whoMoved(tx, id)]);
}

async function whoMoved(tx: Tx, requestId: string): Promise<Issue> {
  const newest = { where: { requestId }, orderBy: { sequence: 'desc' } } as const;
  const event = await tx.requestEvent.findFirst({ ...newest, select: { userName: true, recordedAt: true } });
  const change = await tx.requestChange.findFirst({ ...newest, select: { userName: true, changedAt: true } });
  if (!event) throw new Error(`request ${requestId} has a version and no event`);
  if (change && change.changedAt > event.recordedAt)
    return { code: 'request_moved', by: change.userName, at: change.changedAt.toISOString() };
  return { code: 'request_moved', by: event.userName, at: event.recordedAt.toISOString() };
}
