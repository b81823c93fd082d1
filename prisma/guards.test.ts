import { beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '@/lib/domain/hash';
import { withDatabase } from '@/lib/server/testing/with-database';

// What the database refuses by itself, tried as the application's role by direct SQL.
const { asApplication, asOwner } = withDatabase();

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [township, neighbour, field, report, other] = [1, 2, 3, 4, 5].map(id) as [string, string, string, string, string];
const [drafter, leader, principal, stranger] = [11, 12, 13, 14].map(id) as [string, string, string, string];
const content = '{"title":"报告"}';
const hash = sha256(content);

beforeAll(async () => {
  await asApplication(`
    INSERT INTO organisation (id, slug, name, short_name, level, office_name) VALUES
      ('${township}', 'a', '甲镇人民政府', '甲镇', 'township', '办公室'),
      ('${neighbour}', 'b', '乙镇人民政府', '乙镇', 'township', '办公室');
    INSERT INTO field (id, organisation_id, name) VALUES ('${field}', '${township}', '政府信息公开');
    INSERT INTO user_account (id, organisation_id, sign_in_name, name, post, password_hash) VALUES
      ('${drafter}', '${township}', 'drafter', '李某', '科员', '-'),
      ('${leader}', '${township}', 'leader', '张某', '副镇长', '-'),
      ('${principal}', '${township}', 'principal', '陈某', '镇长', '-'),
      ('${stranger}', '${neighbour}', 'stranger', '某某', '科员', '-');
    INSERT INTO document (id, organisation_id, kind, title, path, field_id, drafter_id, draft) VALUES
      ('${report}', '${township}', 'annual_report', '报告', 'reports/1', '${field}', '${drafter}', '{}'),
      ('${other}', '${township}', 'annual_report', '报告', 'reports/2', '${field}', '${drafter}', '{}');
    INSERT INTO revision (id, organisation_id, document_id, number, content, sha256, office, office_sha256, drafter_id) VALUES
      ('${id(20)}', '${township}', '${report}', 1, '${content}', '${hash}', '{}', '${sha256('{}')}', '${drafter}');
    UPDATE document SET status = 'in_review', revision_id = '${id(20)}' WHERE id = '${report}'`);
});

const decide = (n: number, kind: string, stage: string, actor: string, revision = id(20), document = report) =>
  asApplication(
    `INSERT INTO decision (id, organisation_id, document_id, kind, stage, actor_id, actor_name, actor_post, revision_id, sha256)
     VALUES ($1, $2, $3, $4, $5, $6, '某', '某', $7, $8)`,
    [id(n), township, document, kind, stage, actor, revision, hash],
  );

const publish = (n: number, decision: number, snapshot = content) =>
  asApplication(
    `INSERT INTO publication (id, organisation_id, document_id, kind, path, number, act, title, revision_id, decision_id, snapshot, sha256, signed_by)
     VALUES ($1, $2, $3, 'annual_report', 'reports/1', 1, 'publish', '报告', $4, $5, $6, $7, '主要领导')`,
    [id(n), township, report, id(20), id(decision), snapshot, sha256(snapshot)],
  );

describe('three different people', () => {
  test('whoever drafted does not approve', async () => {
    await expect(decide(30, 'approve', 'review', drafter)).rejects.toThrow('one person takes one stage');
  });

  test('nobody signs before the approval', async () => {
    await expect(decide(31, 'sign_off', 'sign_off', principal)).rejects.toThrow('needs an approval');
  });

  test('whoever approved does not sign, and nothing is published on an approval alone', async () => {
    await decide(32, 'approve', 'review', leader);
    await expect(decide(33, 'sign_off', 'sign_off', leader)).rejects.toThrow('one person takes one stage');
    await expect(publish(40, 32)).rejects.toThrow('follows from the signature');
  });

  test('signed by a third, it is published byte for byte and not otherwise', async () => {
    await decide(34, 'sign_off', 'sign_off', principal);
    await expect(publish(41, 34, '{"title":"另一报告"}')).rejects.toThrow('byte for byte');
    await publish(42, 34);
  });

  test('a stage cannot be dressed up as another', async () => {
    await expect(decide(35, 'approve', 'drafting', stranger)).rejects.toThrow('decision_stage');
  });

  test('nobody writes a participation by hand', async () => {
    const sql = `INSERT INTO participation VALUES ('${township}', '${other}', '${leader}', 'review')`;
    await expect(asApplication(sql)).rejects.toThrow('permission denied');
  });
});

describe('what belongs together', () => {
  test('a hash is the hash of its content', async () => {
    const sql = `INSERT INTO revision (id, organisation_id, document_id, number, content, sha256, office, office_sha256, drafter_id)
      VALUES ('${id(50)}', '${township}', '${report}', 2, '{}', '${hash}', '{}', '${sha256('{}')}', '${drafter}')`;
    await expect(asApplication(sql)).rejects.toThrow('revision_sha256');
  });

  test('a decision names a revision of its own document', async () => {
    await expect(decide(51, 'submit', 'drafting', drafter, id(20), other)).rejects.toThrow('decision_own_revision');
  });

  test('a person of another organisation takes no part', async () => {
    const sql = `INSERT INTO draft_change (organisation_id, document_id, save_id, user_id, version, changes)
      VALUES ('${township}', '${report}', '${id(52)}', '${stranger}', 1, '[]')`;
    await expect(asApplication(sql)).rejects.toThrow('organisation');
  });
});

describe('what was written stays written', () => {
  const tables = ['revision', 'decision', 'publication', 'audit_event', 'draft_change', 'participation'].concat([
    'stored_file',
    'file_chunk',
    'document_file',
    'ledger_entry',
    'import_batch',
    'batch_decision',
    'verification',
  ]);
  const changes = tables.flatMap((table) => [
    `UPDATE ${table} SET organisation_id = organisation_id`,
    `DELETE FROM ${table}`,
    `TRUNCATE ${table} CASCADE`,
  ]);

  test.each(changes)('%s', async (sql) => {
    await expect(asApplication(sql)).rejects.toThrow('permission denied');
    await expect(asOwner(sql)).rejects.toThrow('append-only');
  });

  test.each([
    'ALTER TABLE decision DISABLE TRIGGER ALL',
    'ALTER TABLE decision DISABLE TRIGGER append_only',
    'DROP TRIGGER append_only ON decision',
    'SET session_replication_role = replica',
    'CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE sql AS $$ SELECT NULL $$',
    'SET ROLE gongkai_owner',
    'DELETE FROM document',
    "UPDATE remark SET words = ''",
  ])('the application may not: %s', async (sql) => {
    await expect(asApplication(sql)).rejects.toThrow(/permission denied|must be owner/);
  });
});
