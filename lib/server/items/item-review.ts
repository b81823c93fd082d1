import 'server-only';
import type { Actor } from '@/lib/domain/access';
import { itemChanges } from '@/lib/domain/items/changes';
import { parseItem } from '@/lib/domain/items/item-of';
import { itemMasks } from '@/lib/domain/items/personal-masks';
import { itemRevisionOffice } from '@/lib/domain/items/revision-office';
import { db } from '@/lib/server/db';
import { documentFacts } from '@/lib/server/documents/document-facts';
import { kindOf } from '@/lib/server/documents/document-kinds';
import { frozenFacts, isFrozen, lastDecided } from '@/lib/server/documents/frozen-facts';
import { checkedItem } from '@/lib/server/items/disclosure-item';
import { factsOf } from '@/lib/server/items/items';

/**
 * What leaders see of the frozen content of an item: its findings with the reasons written for them, personal data that
 * stays among them, and what has changed since a leader last decided. Null where nothing is frozen.
 */
export async function itemReviewOf(id: string, actor: Actor) {
  const document = await documentFacts(id, actor, 'item');
  if (!isFrozen(document)) return null;
  const { revision } = document;
  const kind = kindOf('item');
  const item = parseItem(revision.content);
  const [{ findings, hits, beside }, facts, last] = await Promise.all([
    checkedItem(db, document, item),
    frozenFacts(document, actor),
    lastDecided(document),
  ]);
  const office = itemRevisionOffice.parse(JSON.parse(revision.office));
  return {
    ...facts,
    document: factsOf(document),
    item,
    /** Each hit of the personal data finder; its `key` is that of the finding that has the reason. */
    hits,
    /** What no longer stands there: masked by the drafter, or before it came to the office. */
    masked: itemMasks(item, beside.files),
    becomesPublic: kind.becomesPublic(revision.content),
    findings: findings.map((finding) => ({ ...finding, reason: office.reasons[finding.key] ?? null })),
    /** Null when no leader has decided yet. */
    since: last && { ...last.by, changes: itemChanges(parseItem(last.content), item) },
    remarks: office.answers,
    secrecy: office.secrecy,
    publishOn: office.publishOn,
    /** What the section leader is asked to declare. */
    declarations: kind.declarations,
  };
}
export type ItemReview = NonNullable<Awaited<ReturnType<typeof itemReviewOf>>>;
