import 'server-only';
import { textOfBody } from '@/lib/domain/items/body';
import type { ItemContent } from '@/lib/domain/items/content';
import { indexNumber, indexSeries } from '@/lib/domain/items/index-number';
import { draftOfItem, parseItem } from '@/lib/domain/items/item-of';
import { organisationSettings } from '@/lib/domain/organisation';
import { dayOf } from '@/lib/server/clock';
import { comingOf, nextOf } from '@/lib/server/counters';
import type { Tx } from '@/lib/server/db';
import type { PublicFacts } from '@/lib/server/documents/public-entry';
import { asDate, columnsOf, dayOfDate } from '@/lib/server/items/item-columns';
import { record } from '@/lib/server/record';

type Filed = { id: string; organisationId: string; path: string };

/** Gives the index number and the day of first publication, once, and brings the columns to what is becoming public. */
export async function announceItem(tx: Tx, document: Filed, content: string, at: Date) {
  const { id: documentId, organisationId } = document;
  const ids = await placesOf(tx, organisationId, parseItem(content));
  const columns = await columnsOf(tx, organisationId, draftOfItem(parseItem(content), { ...ids, fieldId: null }));
  const item = await tx.disclosureItem.findUniqueOrThrow({ where: { documentId }, select: { indexNumber: true } });
  const given = item.indexNumber === null ? await numberFor(tx, organisationId, dayOf(at)) : null;
  const first = given && { indexNumber: given, firstPublishedOn: asDate(dayOf(at)) };
  await tx.disclosureItem.update({
    where: { documentId },
    data: { ...columns, ...first },
    select: { documentId: true },
  });
  if (given) await record(tx, { id: null, organisationId }, documentId, { kind: 'index_given', indexNumber: given });
}

// Taken in the transaction of the publication: what fails gives its number back.
const numberFor = (tx: Tx, organisationId: string, day: Day) => numbered(tx, organisationId, day, nextOf);

/** The index number and the day of first publication that an item has, or gets if nothing else is published before. */
export async function comingFactsOf(tx: Tx, { id: documentId, organisationId }: Filed, today: Day) {
  const { indexNumber: given, firstPublishedOn } = await tx.disclosureItem.findUniqueOrThrow({
    where: { documentId },
    select: { indexNumber: true, firstPublishedOn: true },
  });
  return {
    indexNumber: given ?? (await numbered(tx, organisationId, today, comingOf)),
    firstPublishedOn: dayOfDate(firstPublishedOn) ?? today,
  };
}

type Day = ReturnType<typeof dayOf>;

async function numbered(tx: Tx, organisationId: string, day: Day, numberOf: typeof comingOf): Promise<string> {
  const { settings } = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { settings: true },
  });
  const { index } = organisationSettings.parse(settings);
  return indexNumber(index, day, await numberOf(tx, organisationId, `index:${indexSeries(index, day)}`));
}

/** What lists and searches know of an item. */
export async function factsOfItem(tx: Tx, document: Filed, content: string): Promise<PublicFacts> {
  const item = parseItem(content);
  const { indexNumber: number } = await tx.disclosureItem.findUniqueOrThrow({
    where: { documentId: document.id },
    select: { indexNumber: true },
  });
  return {
    title: item.title,
    text: [item.title, textOfBody(item.body)].join('\n'),
    year: null,
    indexNumber: number,
    ...(await placesOf(tx, document.organisationId, item)),
    validity: item.validity,
    endedOn: asDate(item.endedOn),
    documentNumber: item.documentNumber,
    formedOn: asDate(item.formedOn),
  };
}

/** Nodes keep their code: what is signed names them by it. */
async function placesOf(tx: Tx, organisationId: string, { node, class: itsClass }: ItemContent) {
  const called = async (code: string) => {
    const found = await tx.catalogueNode.findFirstOrThrow({ where: { organisationId, code }, select: { id: true } });
    return found.id;
  };
  return { nodeId: await called(node.code), classId: itsClass && (await called(itsClass.code)) };
}

/**
 * After an edition came or went: each item that it repeals, or did before, is repealed from the earliest day on which one
 * that repeals it was formed, or else holds as it says itself.
 */
export async function settleRepeals(tx: Tx, document: Filed, before: string | null, after: string | null) {
  const repealed = (content: string | null) =>
    content === null ? [] : parseItem(content).relations.flatMap(({ kind, path }) => (kind === 'repeals' ? path : []));
  // Its own edition comes last: somebody may have repealed it before.
  for (const path of new Set([...repealed(before), ...repealed(after), document.path])) {
    await settleValidity(tx, document, path);
  }
}

async function settleValidity(tx: Tx, { path: by, organisationId }: Filed, path: string) {
  const held = await tx.$queryRaw<{ document_id: string }[]>`
    SELECT document_id FROM public_entry
    WHERE organisation_id = ${organisationId}::uuid AND path = ${path} AND NOT withdrawn FOR UPDATE`;
  const documentId = held[0]?.document_id;
  if (!documentId) return;
  const entry = await tx.publicEntry.findUniqueOrThrow({ where: { documentId } });
  const { snapshot } = await tx.publication.findUniqueOrThrow({
    where: { id: entry.publicationId },
    select: { snapshot: true },
  });
  const [repeal] = await tx.$queryRaw<{ day: Date | null }[]>`
    SELECT min(other.formed_on) AS day FROM public_relation JOIN public_entry other USING (document_id)
    WHERE public_relation.organisation_id = ${organisationId}::uuid AND public_relation.path = ${path}
      AND public_relation.kind = 'repeals' AND NOT other.withdrawn`;
  const own = parseItem(snapshot);
  const day = repeal?.day ?? null;
  const [validity, endedOn] = day ? (['repealed', day] as const) : [own.validity, asDate(own.endedOn)];
  if (entry.validity === validity && dayOfDate(entry.endedOn) === dayOfDate(endedOn)) return;
  const data = { validity, endedOn };
  await tx.publicEntry.update({ where: { documentId }, data, select: { documentId: true } });
  await tx.disclosureItem.update({ where: { documentId }, data, select: { documentId: true } });
  const said = { kind: 'validity_changed' as const, validity, day: dayOfDate(endedOn), by: path === by ? null : by };
  await record(tx, { id: null, organisationId }, documentId, said);
}
