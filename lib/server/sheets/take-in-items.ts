import 'server-only';
import { itemOffice } from '@/lib/domain/items/content';
import { now } from '@/lib/server/clock';
import { addressSeries, nextOf } from '@/lib/server/counters';
import type { Tx } from '@/lib/server/db';
import { newIds } from '@/lib/server/new-ids';
import { record } from '@/lib/server/record';

const atOnce = 500;

type Sheet = { id: string; organisationId: string; userId: string; fileName: string; fileSha256: string };
type Wanted = { number: number; fieldId: string };

/** Takes the sound rows of a list in as drafts of its uploader, a batch a field. Answers how many. */
export async function takeInItems(tx: Tx, sheet: Sheet, noted: (done: number) => Promise<unknown>): Promise<number> {
  const { id, organisationId, userId } = sheet;
  const wanted = await tx.$queryRaw<Wanted[]>`
    SELECT number, field_id AS "fieldId" FROM import_row
    WHERE sheet_id = ${id}::uuid AND draft IS NOT NULL
      AND NOT EXISTS (SELECT FROM disclosure_item WHERE organisation_id = ${organisationId}::uuid AND row_sha256 = import_row.sha256)
    ORDER BY field_id, number`;
  const batches = await openBatches(tx, sheet, wanted);
  const first = wanted.length > 0 ? await nextOf(tx, organisationId, addressSeries, wanted.length) : 0;
  const ids = newIds(wanted.length);
  for (let at = 0; at < wanted.length; at += atOnce) {
    const some = wanted.slice(at, at + atOnce);
    const chunk: Chunk = {
      numbers: some.map(({ number }) => number),
      ids: ids.slice(at, at + atOnce),
      batchIds: some.map(({ fieldId }) => batches.get(fieldId)?.id ?? ''),
      first: first + at,
    };
    await writeDrafts(tx, sheet, chunk);
    await noted(at + some.length);
  }
  for (const [fieldId, { id: batchId, rows }] of batches) {
    const { fileName, fileSha256 } = sheet;
    await record(tx, { id: userId, organisationId }, null, {
      ...{ kind: 'items_imported', batchId, fieldId, rows, fileName, fileSha256 },
    });
  }
  return wanted.length;
}

/** The leaders of a field review a batch, so that each field has its own. */
async function openBatches(tx: Tx, { organisationId, userId, fileName, fileSha256 }: Sheet, wanted: readonly Wanted[]) {
  const counts = new Map<string, number>();
  for (const { fieldId } of wanted) counts.set(fieldId, (counts.get(fieldId) ?? 0) + 1);
  const batches = new Map<string, { id: string; rows: number }>();
  for (const [fieldId, rows] of counts) {
    const data = { organisationId, userId, fieldId, fileName, fileSha256, rows, importedAt: now() };
    batches.set(fieldId, await tx.importBatch.create({ data, select: { id: true, rows: true } }));
  }
  return batches;
}

type Chunk = { numbers: number[]; ids: string[]; batchIds: string[]; first: number };

/** Documents and items of some rows. What an item says in columns is said by its draft; of the past nothing falls due. */
async function writeDrafts(tx: Tx, { id, organisationId, userId }: Sheet, { numbers, ids, batchIds, first }: Chunk) {
  const at = now();
  const office = JSON.stringify(itemOffice.parse({}));
  await tx.$executeRaw`
    INSERT INTO document (id, organisation_id, kind, title, path, field_id, drafter_id, draft, office, created_at, status_since)
    SELECT taken.id, ${organisationId}::uuid, 'item', draft ->> 'title', 'items/' || (${first}::int + taken.at - 1),
      field_id, ${userId}::uuid, draft, ${office}::jsonb, ${at}, ${at}
    FROM unnest(${ids}::uuid[], ${numbers}::int[]) WITH ORDINALITY AS taken (id, number, at)
      JOIN import_row ON sheet_id = ${id}::uuid AND import_row.number = taken.number`;
  await tx.$executeRaw`
    INSERT INTO disclosure_item (document_id, organisation_id, node_id, class_id, attribute, validity, normative, document_number,
      formed_on, reassess_on, ended_on, batch_id, row_sha256)
    SELECT taken.id, ${organisationId}::uuid, (draft ->> 'nodeId')::uuid, (draft ->> 'classId')::uuid,
      (draft ->> 'attribute')::"Attribute", (draft ->> 'validity')::"Validity", (draft ->> 'normative')::boolean,
      draft ->> 'documentNumber', (draft ->> 'formedOn')::date,
      CASE WHEN draft ->> 'attribute' <> 'proactive' THEN (draft ->> 'reassessOn')::date END, (draft ->> 'endedOn')::date,
      taken.batch_id, sha256
    FROM unnest(${ids}::uuid[], ${numbers}::int[], ${batchIds}::uuid[]) AS taken (id, number, batch_id)
      JOIN import_row ON sheet_id = ${id}::uuid AND import_row.number = taken.number`;
}
