import 'server-only';
import { type Actor, can } from '@/lib/domain/access';
import { publishingPeriod } from '@/lib/domain/catalogue/publishing-period';
import { parseItem } from '@/lib/domain/items/item-of';
import { db } from '@/lib/server/db';
import { type DocumentFacts, deskFacts, documentFacts, remarksOf } from '@/lib/server/documents/document-facts';
import { draftNews } from '@/lib/server/documents/draft-news';
import { subjectOf } from '@/lib/server/documents/lock-document';
import { checkedDraft, checkedItem, itemStateOf } from '@/lib/server/items/disclosure-item';
import { asDate, dayOfDate } from '@/lib/server/items/item-columns';
import { dueOfItem } from '@/lib/server/reports/due';

/** All that the desk of one item shows: the draft, what may be chosen, what the rules say of it, and what may be done. */
export async function itemDesk(id: string, actor: Actor) {
  const document = await documentFacts(id, actor, 'item');
  if (!document) return null;
  const { revision } = document;
  const frozen = revision && parseItem(revision.content);
  const [choices, checked, facts] = await Promise.all([
    itemChoices(actor),
    frozen ? checkedItem(db, document, frozen) : checkedDraft(db, document),
    deskFacts(document, actor),
  ]);
  return {
    ...facts,
    document: factsOf(document),
    due: document.item && dueOfItem(document.item),
    state: itemStateOf(document),
    findings: checked.findings,
    /** Each hit of the personal data finder; its `key` is that of the finding that a reason settles. */
    hits: checked.hits,
    /** With what the same rules run while it is being typed. */
    organisation: checked.item.organisation,
    item: checked.item,
    beside: checked.beside,
    ...choices,
    /** What lies with the leaders or is public; null while it is being drafted. */
    frozen: revision && frozen && { number: revision.number, sha256: revision.sha256, item: frozen },
    remarks: remarksOf(document),
  };
}
export type ItemDesk = NonNullable<Awaited<ReturnType<typeof itemDesk>>>;

/** Whether the draft has moved on since a version, and if so the whole of it and who saved last. */
export async function itemSince(id: string, version: number, actor: Actor) {
  const document = await documentFacts(id, actor, 'item');
  return document && draftNews(document, version, itemStateOf);
}

/** What every page of an item says of it. */
export function factsOf(document: DocumentFacts) {
  const { id, title, status, version, path, statusSince, fieldId, field, item, revision } = document;
  if (!item) throw new Error(`document ${id} is not an item`);
  const { indexNumber, dueOn, dueProvisional, firstPublishedOn, batchId } = item;
  return {
    ...{
      id,
      title,
      status,
      version,
      path,
      statusSince,
      fieldId,
      field: field.name,
      indexNumber,
      dueProvisional,
      batchId,
    },
    /** Not so: signed, it stays in the office. */
    becomesPublic: revision?.becomesPublic ?? item.attribute === 'proactive',
    dueOn: dayOfDate(dueOn),
    firstPublishedOn: dayOfDate(firstPublishedOn),
  };
}

/** Items that stay in the office, by the day on which Article 18 asks again, the earliest first. */
export async function restrictedDue(actor: Actor, until: string) {
  const rows = await db.disclosureItem.findMany({
    where: {
      organisationId: actor.organisationId,
      attribute: { not: 'proactive' },
      reassessOn: { lte: asDate(until) ?? undefined },
      status: { not: 'withdrawn' },
    },
    orderBy: [{ reassessOn: 'asc' }, { documentId: 'asc' }],
    take: 500,
    select: {
      ...{ attribute: true, reassessOn: true, status: true },
      document: { select: { ...seen, id: true, title: true, field: { select: { name: true } } } },
    },
  });
  return rows
    .filter(({ document }) => can(actor, 'view', subjectOf(document)))
    .map(({ attribute, reassessOn, status, document: { id, title, field } }) => {
      return { id, title, attribute, status, field: field.name, reassessOn: dayOfDate(reassessOn) };
    });
}

const seen = { organisationId: true, fieldId: true, status: true, participations: true } as const;

/** Where an item can be put: open places of the catalogue, classes among them, and open fields. */
export async function itemChoices({ organisationId }: Actor) {
  const open = { organisationId, closedAt: null };
  const [nodes, fields] = await Promise.all([
    db.catalogueNode.findMany({
      where: open,
      orderBy: [{ kind: 'asc' }, { position: 'asc' }],
      select: {
        id: true,
        kind: true,
        parentId: true,
        code: true,
        label: true,
        basis: true,
        period: true,
        fieldId: true,
      },
    }),
    db.field.findMany({ where: open, orderBy: { id: 'asc' }, select: { id: true, name: true } }),
  ]);
  const known = nodes.map(({ period, ...node }) => ({ ...node, period: publishingPeriod.parse(period) }));
  return { nodes: known, classes: known.filter(({ kind }) => kind === 'own'), fields };
}
