import 'server-only';
import type { Day } from '@/lib/domain/calendar/day';
import { publishingPeriod } from '@/lib/domain/catalogue/publishing-period';
import { asDay, type ItemDraft } from '@/lib/domain/items/content';
import { dueDay } from '@/lib/domain/items/due-day';
import type { Tx } from '@/lib/server/db';
import { standingOf } from '@/lib/server/documents/lock-document';
import { defaultField } from '@/lib/server/items/default-field';
import { calendarInForce } from '@/lib/server/organisation/calendar';

type Standing = { id: string; organisationId: string } & Parameters<typeof standingOf>[0];

/** What the register filters and sorts by follows the draft; where an edition is public, it follows the edition. */
export async function writeColumns(tx: Tx, document: Standing, draft: ItemDraft) {
  if (standingOf(document).isPublic) return;
  const data = await columnsOf(tx, document.organisationId, draft);
  await tx.disclosureItem.update({ where: { documentId: document.id }, data, select: { documentId: true } });
}

/** The columns of an item that say what its draft says. */
export async function columnsOf(tx: Tx, organisationId: string, draft: Omit<ItemDraft, 'body'>) {
  const { nodeId, classId, attribute, normative, documentNumber, formedOn, reassessOn, validity, endedOn } = draft;
  const { period } = await tx.catalogueNode.findFirstOrThrow({
    where: { id: nodeId, organisationId },
    select: { period: true },
  });
  // What was public before this system kept it does not fall due again.
  const due =
    formedOn && !draft.importedFrom ? dueDay(formedOn, publishingPeriod.parse(period), calendarInForce()) : null;
  return {
    ...{ nodeId, classId, attribute, normative, documentNumber, validity },
    formedOn: asDate(formedOn),
    dueOn: asDate(due?.day ?? null),
    dueProvisional: due?.provisional ?? false,
    reassessOn: asDate(attribute === 'proactive' ? null : reassessOn),
    endedOn: asDate(validity === 'valid' ? null : endedOn),
  };
}

/** The field that answers for an item: the one chosen, else its node's while that is open, else the default. */
export async function fieldOfItem(
  tx: Tx,
  organisationId: string,
  { fieldId, nodeId }: { fieldId: string | null; nodeId: string },
): Promise<string> {
  if (fieldId) return fieldId;
  const node = await tx.catalogueNode.findFirst({
    where: { id: nodeId, organisationId },
    select: { field: { select: { id: true, closedAt: true } } },
  });
  return node?.field && !node.field.closedAt ? node.field.id : defaultField(tx, organisationId);
}

/** A day as PostgreSQL's DATE, which Prisma carries as midnight in UTC. */
export const asDate = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));

/** A DATE as a day: 2020-12-31. */
export const dayOfDate = (date: Date | null): Day | null => date && asDay(date.toISOString().slice(0, 10));
