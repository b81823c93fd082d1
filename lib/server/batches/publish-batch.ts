import 'server-only';
import { textOfBody } from '@/lib/domain/items/body';
import { indexNumber, indexSeries } from '@/lib/domain/items/index-number';
import { parseItem } from '@/lib/domain/items/item-of';
import { signatory, theProcess } from '@/lib/domain/workflow/signatory';
import { type Surroundings, surroundingsOf } from '@/lib/server/batches/batch-rows';
import type { BatchState } from '@/lib/server/batches/batch-state';
import { announcedRow } from '@/lib/server/batches/proof-batch';
import { dayOf } from '@/lib/server/clock';
import { nextOf } from '@/lib/server/counters';
import type { Tx } from '@/lib/server/db';
import { kindOf } from '@/lib/server/documents/document-kinds';
import { misprintOf, proofOf } from '@/lib/server/documents/proof-read';
import { asDate } from '@/lib/server/items/item-columns';
import { newIds } from '@/lib/server/new-ids';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';

const atOnce = 500;

/**
 * Makes the signed rows of a batch public that are for the public: what `publish` does for one document, for all of them.
 * The index numbers are taken in one stretch, so that none is skipped and the rows follow each other.
 */
export async function publishBatch(tx: Tx, batch: BatchState, sha256: string, at: Date) {
  const { id, organisationId } = batch;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT document.id FROM disclosure_item JOIN document ON document.id = disclosure_item.document_id
      JOIN revision ON revision.id = document.revision_id
    WHERE batch_id = ${id}::uuid AND document.status = 'signed' AND becomes_public
      AND NOT EXISTS (SELECT FROM publication WHERE publication.document_id = document.id)
    ORDER BY document.id`;
  if (rows.length === 0) return;
  const around = await surroundingsOf(tx, organisationId);
  const day = dayOf(at);
  const { index } = around.known;
  const first = await nextOf(tx, organisationId, `index:${indexSeries(index, day)}`, rows.length);
  const numbers = rows.map((_, position) => indexNumber(index, day, first + position));
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce).map((row) => row.id);
    const files = await proofRows(tx, some, at);
    await enter(tx, { organisationId, ids: some, numbers: numbers.slice(from, from + atOnce), files, at }, around);
  }
  await record(tx, { id: null, organisationId }, null, {
    ...{ kind: 'batch_published', batchId: id, rows: rows.length, sha256 },
    ...{ firstIndexNumber: numbers[0] ?? '', lastIndexNumber: numbers.at(-1) ?? '' },
  });
}

/** What was read of each row before; refuses where that is not what was frozen. Sizes of the files, as JSON. */
async function proofRows(tx: Tx, ids: readonly string[], at: Date): Promise<string[]> {
  const rows = await tx.document.findMany({
    where: { id: { in: [...ids] } },
    include: { revision: true, organisation: { select: { slug: true } } },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const files: string[] = [];
  for (const id of ids) {
    const row = byId.get(id);
    if (!row?.revision) throw new Error('a row of the batch is signed without a revision');
    const { organisation, revision, ...document } = row;
    const proof = await proofOf(tx, document, row.revision, announcedRow(organisation.slug, row.revision, at));
    const misprint = misprintOf(proof.misprints, document);
    if (misprint) throw new Refusal([misprint]);
    files.push(JSON.stringify(proof.files));
  }
  return files;
}

type Chunk = { organisationId: string; ids: string[]; numbers: string[]; files: string[]; at: Date };

async function enter(tx: Tx, chunk: Chunk, around: Surroundings) {
  const { organisationId, ids, numbers, files, at } = chunk;
  const [decisions, publications] = [newIds(ids.length), newIds(ids.length)];
  await tx.$executeRaw`
    INSERT INTO decision (id, organisation_id, document_id, kind, stage, actor_id, actor_name, actor_post, revision_id, sha256, at)
    SELECT row.id, ${organisationId}::uuid, row.document_id, 'publish', NULL, NULL, ${theProcess.name}, ${theProcess.post},
      revision.id, revision.sha256, ${at}
    FROM unnest(${decisions}::uuid[], ${ids}::uuid[]) AS row (id, document_id)
      JOIN document ON document.id = row.document_id JOIN revision ON revision.id = document.revision_id`;
  await tx.$executeRaw`
    UPDATE document SET status = 'published', status_since = ${at}, version = version + 1 WHERE id = ANY (${ids}::uuid[])`;
  await tx.$executeRaw`
    UPDATE disclosure_item SET index_number = row.number, first_published_on = ${dayOf(at)}::date
    FROM unnest(${ids}::uuid[], ${numbers}::text[]) AS row (document_id, number)
    WHERE disclosure_item.document_id = row.document_id`;
  await tx.$executeRaw`
    INSERT INTO publication (id, organisation_id, document_id, kind, path, number, act, title, revision_id, decision_id, snapshot,
      sha256, note, signed_by, files, published_at)
    SELECT row.id, ${organisationId}::uuid, document.id, document.kind, path, 1, 'publish', title, revision.id, row.decision_id,
      content, sha256, coalesce(content::json ->> 'correctionNote', ''), ${signatory}, row.files::jsonb, ${at}
    FROM unnest(${publications}::uuid[], ${ids}::uuid[], ${decisions}::uuid[], ${files}::text[])
        AS row (id, document_id, decision_id, files)
      JOIN document ON document.id = row.document_id JOIN revision ON revision.id = document.revision_id`;
  await writeEntries(tx, { ...chunk, publications }, around);
}

async function writeEntries(
  tx: Tx,
  { organisationId, ids, numbers, publications, at }: Chunk & { publications: string[] },
  around: Surroundings,
) {
  const found = await tx.document.findMany({
    where: { id: { in: ids } },
    select: { id: true, path: true, draft: true, office: true, revision: { select: { content: true } } },
  });
  const byId = new Map(found.map((document) => [document.id, document]));
  const year = Number(dayOf(at).slice(0, 4));
  const idOf = (code: string | undefined) => (code === undefined ? null : (around.nodesByCode.get(code)?.id ?? null));
  await tx.publicEntry.createMany({
    data: ids.map((documentId, position) => {
      const { path, item } = contentOf(byId.get(documentId));
      return {
        ...{ documentId, organisationId, kind: 'item' as const, path, number: 1, year },
        ...{ publicationId: publications[position] ?? '', indexNumber: numbers[position] ?? null },
        ...{ title: item.title, text: [item.title, textOfBody(item.body)].join('\n') },
        ...{ nodeId: idOf(item.node.code), classId: idOf(item.class?.code) },
        ...{ validity: item.validity, documentNumber: item.documentNumber },
        ...{ formedOn: asDate(item.formedOn), endedOn: asDate(item.endedOn) },
        ...{ firstPublishedAt: at, publishedAt: at },
      };
    }),
  });
  for (const document of found) {
    const content = document.revision?.content ?? '';
    const { item } = contentOf(document);
    // What it repeals changes elsewhere; nothing can have named it before it was public.
    if (item.relations.length > 0) await kindOf('item').settle(tx, { ...document, organisationId }, null, content);
  }
}

function contentOf(document: { path: string; revision: { content: string } | null } | undefined) {
  if (!document?.revision) throw new Error('a row of the batch is signed without a revision');
  return { path: document.path, item: parseItem(document.revision.content) };
}
