import 'server-only';
import type { Actor } from '@/lib/domain/access';
import { can } from '@/lib/domain/access';
import { db } from '@/lib/server/db';
import { documentFacts } from '@/lib/server/documents/document-facts';
import { checkedDraft } from '@/lib/server/items/disclosure-item';

/** What was found in the files of a draft, by hash: an editor asks when a file has come in. Null where it is not to be seen. */
export async function fileReadings(id: string, actor: Actor) {
  const document = await documentFacts(id, actor, 'item');
  if (!document) return null;
  const { beside } = await checkedDraft(db, document);
  return [...beside.files];
}

const atOnce = 12;

/** Items of the organisation that are public now, by words of their title, their number or index number; newest first. */
export async function publicItemsCalled(words: string, actor: Actor) {
  if (!can(actor, 'view')) return [];
  const wanted = words.trim().slice(0, 100);
  if (wanted === '') return [];
  const contains = { contains: wanted, mode: 'insensitive' as const };
  return db.publicEntry.findMany({
    where: {
      ...{ organisationId: actor.organisationId, kind: 'item', withdrawn: false },
      OR: [{ title: contains }, { documentNumber: contains }, { indexNumber: contains }],
    },
    orderBy: { firstPublishedAt: 'desc' },
    take: atOnce,
    select: { path: true, title: true, validity: true, indexNumber: true },
  });
}
