import { beforeAll, expect, test } from 'vitest';
import { chainHash, genesisHash } from '@/lib/domain/audit';
import { db } from '@/lib/server/db';
import { aTownship } from '@/lib/server/testing/a-township';
import { withDatabase } from '@/lib/server/testing/with-database';
import { auditVerify } from '@/lib/server/verify/audit-verify';

// The owner of the tables can switch the triggers off. The chain tells what was done then.
const { asOwner } = withDatabase();
let organisationId: string;
let documentId: string;
let count: number;

beforeAll(async () => {
  const { id, aReport } = await aTownship();
  organisationId = id;
  documentId = (await aReport({ status: 'published', year: 2022 })).id;
  count = await db.auditEvent.count({ where: { organisationId } });
  for (const table of ['audit_event', 'decision', 'revision', 'publication']) {
    await asOwner(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  }
  await asOwner(`
    ALTER TABLE audit_event DROP CONSTRAINT audit_event_sequence, DROP CONSTRAINT audit_event_document_organisation;
    ALTER TABLE decision DROP CONSTRAINT decision_revision_id_sha256_fkey`);
});

const verdict = () => auditVerify(organisationId);
const line = (sequence: number) => `organisation_id = '${organisationId}' AND sequence = ${sequence}`;
const everyLine = () => Array.from({ length: count }, (_, position) => position + 1);

/** Does something to the trail, looks at what the check says, and puts all of it back. */
async function afterwards(sql: string) {
  await asOwner('CREATE TABLE kept AS TABLE audit_event');
  try {
    await asOwner(sql);
    return await verdict();
  } finally {
    await asOwner('DELETE FROM audit_event; INSERT INTO audit_event TABLE kept; DROP TABLE kept');
  }
}

test('a trail as it was written holds', async () => {
  expect(count).toBeGreaterThan(10);
  expect(await verdict()).toMatchObject({ lines: count, broken: null, unwitnessed: [] });
});

test.each([
  ['its words', `event = replace(event, '"kind":', '"kind" :')`],
  ['its hour', `at = at + interval '1 millisecond'`],
  ['its person', `actor_id = CASE WHEN actor_id IS NULL THEN gen_random_uuid() END`],
  ['its document', `document_id = CASE WHEN document_id IS NULL THEN gen_random_uuid() END`],
  ['its hash', `hash = reverse(hash)`],
  ['its link', `previous_hash = encode(sha256(previous_hash::bytea), 'hex')`],
])('any line altered in %s is named', async (_, change) => {
  for (const sequence of everyLine()) {
    const { broken } = await afterwards(`UPDATE audit_event SET ${change} WHERE ${line(sequence)}`);
    expect(broken, `line ${sequence}`).toEqual({ sequence, fault: 'altered' });
  }
});

test('any line left out is named, the first and the last too', async () => {
  for (const sequence of everyLine()) {
    const { broken } = await afterwards(`DELETE FROM audit_event WHERE ${line(sequence)}`);
    expect(broken, `line ${sequence}`).toEqual({ sequence, fault: 'missing' });
  }
});

test('any line left out is named also when the others close the gap', async () => {
  for (const sequence of everyLine().slice(0, -1)) {
    const { broken } = await afterwards(`
      DELETE FROM audit_event WHERE ${line(sequence)};
      UPDATE audit_event SET sequence = -(sequence - 1) WHERE organisation_id = '${organisationId}' AND sequence > ${sequence};
      UPDATE audit_event SET sequence = -sequence WHERE organisation_id = '${organisationId}' AND sequence < 0`);
    expect(broken?.sequence, `line ${sequence}`).toBe(sequence);
  }
});

test('a line put in is named, wherever it stands', async () => {
  for (const sequence of [...everyLine(), count + 1]) {
    const { broken } = await afterwards(`
      UPDATE audit_event SET sequence = -(sequence + 1) WHERE organisation_id = '${organisationId}' AND sequence >= ${sequence};
      UPDATE audit_event SET sequence = -sequence WHERE organisation_id = '${organisationId}' AND sequence < 0;
      INSERT INTO audit_event (organisation_id, sequence, at, event, previous_hash, hash)
        SELECT organisation_id, ${sequence}, at, event, previous_hash, hash FROM audit_event
        WHERE organisation_id = '${organisationId}' AND sequence <> ${sequence} ORDER BY sequence LIMIT 1`);
    expect(broken?.sequence, `before line ${sequence}`).toBe(sequence === 1 ? 2 : sequence);
  }
});

test('two lines that changed places are named', async () => {
  for (const sequence of everyLine().slice(0, -1)) {
    const { broken } = await afterwards(`
      UPDATE audit_event SET sequence = 0 WHERE ${line(sequence)};
      UPDATE audit_event SET sequence = ${sequence} WHERE ${line(sequence + 1)};
      UPDATE audit_event SET sequence = ${sequence + 1} WHERE ${line(0)}`);
    expect(broken, `line ${sequence}`).toEqual({ sequence, fault: 'altered' });
  }
});

test('a whole trail written anew is caught by the decisions, revisions and publications it no longer tells of', async () => {
  for (const kind of ['document_moved', 'document_published']) {
    await asOwner('CREATE TABLE kept AS TABLE audit_event');
    await asOwner(`CREATE TABLE kept_head AS TABLE audit_head`);
    await asOwner(`DELETE FROM audit_event WHERE organisation_id = '${organisationId}' AND event LIKE '%"${kind}"%'`);
    await writeAnew();
    const { broken, unwitnessed } = await verdict();
    expect(broken).toBeNull();
    expect(unwitnessed.length).toBeGreaterThan(0);
    await asOwner('DELETE FROM audit_event; INSERT INTO audit_event TABLE kept; DROP TABLE kept');
    await asOwner('DELETE FROM audit_head; INSERT INTO audit_head TABLE kept_head; DROP TABLE kept_head');
  }
  expect(await verdict()).toMatchObject({ broken: null, unwitnessed: [] });
});

async function writeAnew() {
  const rows = await db.auditEvent.findMany({ where: { organisationId }, orderBy: { sequence: 'asc' } });
  let previousHash = genesisHash;
  await asOwner(`DELETE FROM audit_event WHERE organisation_id = '${organisationId}'`);
  for (const [position, row] of rows.entries()) {
    const anew = { ...row, sequence: position + 1, at: row.at.toISOString(), previousHash };
    const hash = chainHash(anew);
    await db.auditEvent.create({ data: { ...anew, hash } });
    previousHash = hash;
  }
  await asOwner(
    `UPDATE audit_head SET sequence = ${rows.length}, hash = '${previousHash}' WHERE organisation_id = '${organisationId}'`,
  );
}

test.each([
  [
    'decision',
    `UPDATE decision SET words = '不同意' WHERE kind = 'approve'`,
    `UPDATE decision SET words = '同意' WHERE kind = 'approve'`,
  ],
  [
    'decision',
    `INSERT INTO decision (id, organisation_id, document_id, kind, stage, actor_id, actor_name, actor_post, revision_id, sha256, words, at)
     SELECT gen_random_uuid(), organisation_id, document_id, kind, stage, actor_id, actor_name, actor_post, revision_id, sha256, words, at
     FROM decision WHERE kind = 'approve'`,
    `DELETE FROM decision WHERE kind = 'approve' AND id = (SELECT max(id::text)::uuid FROM decision WHERE kind = 'approve')`,
  ],
  ['decision', `UPDATE decision SET at = at - interval '1 year'`, `UPDATE decision SET at = at + interval '1 year'`],
])('a %s that was altered or made up has no witness', async (what, tamper, restore) => {
  await asOwner(tamper);
  const { broken, unwitnessed } = await verdict();
  await asOwner(restore);
  expect(broken).toBeNull();
  expect(unwitnessed).toContainEqual({ what, id: expect.any(String), documentId });
});

test('a revision or publication that was altered, with its hash, has no witness', async () => {
  await asOwner(`
    UPDATE revision SET content = content || ' ', sha256 = sha256_hex(content || ' ');
    UPDATE publication SET snapshot = snapshot || ' ', sha256 = sha256_hex(snapshot || ' ')`);
  const { unwitnessed } = await verdict();
  expect(unwitnessed.map(({ what }) => what).toSorted()).toEqual(['publication', 'revision']);
});

test('a declaration that was taken away afterwards is named, among the rows of its own item and not of another', async () => {
  const town = await aTownship();
  const [item, other] = [await town.anItem({ status: 'published' }), await town.anItem({ status: 'published' })];
  expect(await auditVerify(town.id)).toMatchObject({ broken: null, unwitnessed: [] });
  await asOwner(`UPDATE decision SET declarations = '{}' WHERE kind = 'approve' AND document_id = '${item.id}'`);
  const found = [{ what: 'decision', documentId: item.id }];
  expect((await auditVerify(town.id)).unwitnessed).toMatchObject(found);
  expect((await auditVerify(town.id, item.id)).unwitnessed).toMatchObject(found);
  expect((await auditVerify(town.id, other.id)).unwitnessed).toEqual([]);
});
