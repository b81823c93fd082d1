import 'server-only';
import type { AttachmentText } from '@/lib/domain/attachment';
import { canonicalJson } from '@/lib/domain/canonical';
import { checkItem } from '@/lib/domain/items/check';
import { itemDraft, itemOffice } from '@/lib/domain/items/content';
import { draftOfItem, type ItemLabels, itemOf, type OpenItem, parseItem } from '@/lib/domain/items/item-of';
import type { ItemState } from '@/lib/domain/items/merge';
import { parseItemPlace } from '@/lib/domain/items/places';
import { itemRevisionOffice } from '@/lib/domain/items/revision-office';
import type { Beside } from '@/lib/domain/items/rules/rule';
import { declarations } from '@/lib/domain/workflow/secrecy';
import { announceItem, factsOfItem, settleRepeals } from '@/lib/server/announce-item';
import { today } from '@/lib/server/clock';
import type { Tx } from '@/lib/server/db';
import type { DocumentKind, Filed } from '@/lib/server/document-kinds';
import { fieldOfItem } from '@/lib/server/item-columns';

/** The disclosure item as a kind of document. */
export const disclosureItem: DocumentKind = {
  declarations,

  becomesPublic: (content) => parseItem(content).attribute === 'proactive',

  async prepare(tx, document) {
    const { draft, office } = itemStateOf(document);
    const item = itemOf(draft, await labelsOf(tx, document));
    const findings = checkItem({ item, ...(await besideOf(tx, document, item)) });
    return {
      content: canonicalJson(item),
      title: item.title,
      correctionNote: item.correctionNote ?? '',
      findings,
      office,
    };
  },

  async check(tx, document, content) {
    const item = parseItem(content);
    return checkItem({ item, ...(await besideOf(tx, document, item)) });
  },

  placesIn: async () => (place) => parseItemPlace(place) !== null,

  correctionNoteOf: (content) => parseItem(content).correctionNote ?? '',

  factsOf: factsOfItem,
  announce: announceItem,
  settle: settleRepeals,

  async reopen(tx, document, { content, office }, note) {
    const item = parseItem(content);
    const { draft: before } = itemStateOf(document);
    const ids = {
      nodeId: (await nodeCalled(tx, document, item.node.code)) ?? before.nodeId,
      classId: item.class && (await nodeCalled(tx, document, item.class.code)),
      fieldId: before.fieldId,
    };
    const { reasons } = itemRevisionOffice.parse(JSON.parse(office));
    return {
      draft: { ...draftOfItem(item, ids), correctionNote: note },
      office: { reasons, publishOn: null },
      title: item.title,
      fieldId: await fieldOfItem(tx, document.organisationId, ids),
    };
  },
};

export const itemStateOf = (document: { draft: unknown; office: unknown }): ItemState => ({
  draft: itemDraft.parse(document.draft),
  office: itemOffice.parse(document.office),
});

/** The printed names of what a draft names by id, as they are today. */
async function labelsOf(tx: Tx, document: Filed): Promise<ItemLabels> {
  const { organisationId } = document;
  const { nodeId, classId } = itemStateOf(document).draft;
  const organisation = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { name: true, shortName: true, level: true },
  });
  const node = await tx.catalogueNode.findFirstOrThrow({
    where: { id: nodeId, organisationId },
    select: { code: true, label: true, basis: true },
  });
  const itsClass =
    classId &&
    (await tx.catalogueNode.findFirstOrThrow({
      where: { id: classId, organisationId },
      select: { code: true, label: true },
    }));
  const field = await tx.document.findUniqueOrThrow({
    where: { id: document.id },
    select: { field: { select: { name: true } } },
  });
  return { organisation, node, class: itsClass || null, field: field.field.name };
}

/** What the rules look at beside the item: the catalogue, what is public, and what the attachments say. */
async function besideOf(tx: Tx, document: Filed, item: OpenItem): Promise<Beside> {
  const { organisationId } = document;
  const node = await tx.catalogueNode.findFirst({
    where: { organisationId, code: item.node.code },
    select: { closedAt: true },
  });
  return {
    today: today(),
    nodeOpen: node?.closedAt === null,
    related: new Map(),
    texts: new Map<string, AttachmentText>(),
    allow: [],
  };
}

async function nodeCalled(tx: Tx, { organisationId }: Filed, code: string): Promise<string | null> {
  const node = await tx.catalogueNode.findFirst({ where: { organisationId, code }, select: { id: true } });
  return node?.id ?? null;
}
