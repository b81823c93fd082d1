import 'server-only';
import { type Actor, can } from '@/lib/domain/access';
import { blankItem, type Way, ways } from '@/lib/domain/items/content';
import type { ItemState } from '@/lib/domain/items/merge';
import { now } from '@/lib/server/clock';
import { addressSeries, nextOf } from '@/lib/server/counters';
import { db, type Tx } from '@/lib/server/db';
import { columnsOf, fieldOfItem } from '@/lib/server/items/item-columns';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';

/** Opens an item at a place of the catalogue. Answers its id. */
export async function createItem({ nodeId, title }: { nodeId: string; title: string }, actor: Actor): Promise<string> {
  if (!can(actor, 'create')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
  const { organisationId } = actor;
  return db.$transaction(async (tx) => {
    const node = await tx.catalogueNode.findFirst({
      where: { id: nodeId, organisationId, closedAt: null },
      select: { ways: true, organisation: { select: { name: true } } },
    });
    if (!node) throw new Refusal([{ code: 'bad_input', field: 'nodeId', problem: 'unknown_choice' }]);
    const chosen = ways.filter((way) => node.ways.includes(way));
    const blank = blankItem(nodeId, node.organisation.name);
    const draft = { ...blank, title, ways: chosen.length > 0 ? chosen : (['website'] satisfies Way[]) };
    return write(tx, { draft, office: { reasons: {}, publishOn: null } }, actor);
  });
}

async function write(tx: Tx, { draft, office }: ItemState, actor: Actor): Promise<string> {
  const { organisationId } = actor;
  const columns = await columnsOf(tx, organisationId, draft);
  const fieldId = await fieldOfItem(tx, organisationId, draft);
  const path = itemPath(await nextOf(tx, organisationId, addressSeries));
  const at = now();
  const { id } = await tx.document.create({
    data: {
      ...{ organisationId, kind: 'item' as const, title: draft.title, path, draft, office },
      ...{ fieldId, drafterId: actor.id, createdAt: at, statusSince: at },
    },
    select: { id: true },
  });
  await tx.disclosureItem.create({
    data: { documentId: id, organisationId, ...columns },
    select: { documentId: true },
  });
  await record(tx, actor, id, { kind: 'document_created', documentKind: 'item', path, title: draft.title });
  return id;
}

/** Short and permanent: the index number is given only when the item becomes public. */
export const itemPath = (number: number) => `items/${number}`;
