import 'server-only';
import { proofOfItem } from '@/lib/documents/item-proof';
import { rereadItem } from '@/lib/documents/reading/items/compare';
import { canonicalJson } from '@/lib/domain/canonical';
import { checkItem } from '@/lib/domain/items/check';
import { itemDraft, itemOffice } from '@/lib/domain/items/content';
import { draftOfItem, type ItemLabels, itemOf, type OpenItem, parseItem } from '@/lib/domain/items/item-of';
import type { ItemState } from '@/lib/domain/items/merge';
import { itemHits } from '@/lib/domain/items/personal-hits';
import { parseItemPlace } from '@/lib/domain/items/places';
import { itemRevisionOffice } from '@/lib/domain/items/revision-office';
import type { Beside } from '@/lib/domain/items/rules/rule';
import { allowListOf, maskStyleOf, organisationSettings } from '@/lib/domain/organisation';
import { declarations } from '@/lib/domain/workflow/secrecy';
import { today } from '@/lib/server/clock';
import type { Tx } from '@/lib/server/db';
import { comingItem, withPages } from '@/lib/server/documents/coming-pages';
import type { DocumentKind, Filed } from '@/lib/server/documents/document-kinds';
import { readingsOf } from '@/lib/server/files/file-readings';
import { paperFonts } from '@/lib/server/files/paper-fonts';
import { announceItem, comingFactsOf, factsOfItem, settleRepeals } from '@/lib/server/items/announce-item';
import { bodyPictures } from '@/lib/server/items/body-pictures';
import { fieldOfItem } from '@/lib/server/items/item-columns';

/** The disclosure item as a kind of document. */
export const disclosureItem: DocumentKind = {
  declarations,

  becomesPublic: (content) => parseItem(content).attribute === 'proactive',

  async prepare(tx, document) {
    const { office } = itemStateOf(document);
    const { item, findings } = await checkedDraft(tx, document);
    return {
      content: canonicalJson(item),
      title: item.title,
      correctionNote: item.correctionNote ?? '',
      findings,
      office,
    };
  },

  async check(tx, document, content) {
    return (await checkedItem(tx, document, parseItem(content))).findings;
  },

  placesIn: async () => (place) => parseItemPlace(place) !== null,

  correctionNoteOf: (content) => parseItem(content).correctionNote ?? '',

  async proof(content, facts, coming) {
    const { tx, document } = coming;
    const item = parseItem(content);
    const pictures = await bodyPictures(document.organisationId, [item.body]);
    const { indexNumber, firstPublishedOn } = await comingFactsOf(tx, document, facts.publishedOn);
    const snapshot = { item, indexNumber, firstPublishedOn, facts, pictures };
    const proof = await proofOfItem(snapshot, paperFonts());
    // A day stands for the moment: the page says no more of it.
    const firstPublishedAt = new Date(`${firstPublishedOn}T12:00:00+08:00`);
    const page = await comingItem(coming, { item, indexNumber, firstPublishedAt }, proof.files);
    return withPages(proof, coming, page, (file) => rereadItem('html', file, snapshot, page.content));
  },

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

/** What the rules look at beside the item: the catalogue, what is public, the office's own numbers, and the attachments. */
async function besideOf(tx: Tx, document: Filed, item: OpenItem, isFrozen: boolean): Promise<Beside> {
  const { organisationId, id: documentId, path } = document;
  const node = await tx.catalogueNode.findFirst({
    where: { organisationId, code: item.node.code },
    select: { id: true, closedAt: true },
  });
  const { settings } = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { settings: true },
  });
  const known = organisationSettings.parse(settings);
  const allow = allowListOf(known);
  const own = await tx.publicEntry.findUnique({ where: { documentId }, select: { withdrawn: true, nodeId: true } });
  return {
    ...{ today: today(), path, allow, mask: maskStyleOf(known) },
    // What is under way or public there goes on when the place is closed, as in a closed field.
    nodeOpen: node !== null && (node.closedAt === null || isFrozen || own?.nodeId === node.id),
    isPublic: own?.withdrawn === false,
    related: await relatedOf(tx, organisationId, item),
    files: await readingsOf(tx, organisationId, item.attachments, allow),
  };
}

async function relatedOf(tx: Tx, organisationId: string, { relations }: OpenItem): Promise<Beside['related']> {
  if (relations.length === 0) return new Map();
  const rows = await tx.publicEntry.findMany({
    where: { organisationId, kind: 'item', withdrawn: false, path: { in: relations.map(({ path }) => path) } },
    select: { path: true, title: true, validity: true },
  });
  return new Map(rows.map(({ path, ...entry }) => [path, entry]));
}

/** The item that a draft makes, as it stands, with what the rules and the personal data finder say of it. */
export const checkedDraft = async (tx: Tx, document: Filed) =>
  checked(tx, document, itemOf(itemStateOf(document).draft, await labelsOf(tx, document)), false);

/** The same of a frozen item. */
export const checkedItem = (tx: Tx, document: Filed, item: OpenItem) => checked(tx, document, item, true);

async function checked(tx: Tx, document: Filed, item: OpenItem, isFrozen: boolean) {
  const beside = await besideOf(tx, document, item, isFrozen);
  const hits = item.attribute === 'proactive' ? itemHits(item, beside) : [];
  return { item, beside, findings: checkItem({ item, ...beside }), hits };
}

async function nodeCalled(tx: Tx, { organisationId }: Filed, code: string): Promise<string | null> {
  const node = await tx.catalogueNode.findFirst({ where: { organisationId, code }, select: { id: true } });
  return node?.id ?? null;
}
