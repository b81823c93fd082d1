import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { db } from '@/lib/server/db';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { withDatabase } from '@/lib/server/testing/with-database';

// Each call is a process of its own; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 });
const { asOwner } = withDatabase();
let town: Township;

beforeAll(async () => {
  town = await aTownship();
  await town.aReport({ status: 'published', year: 2022 });
  await town.aReport({ status: 'withdrawn', year: 2023 });
});

type Said = { code: number; stdout: string; stderr: string };

const gongkai = (...args: string[]) =>
  new Promise<Said>((resolve) => {
    const program = join(import.meta.dirname, '../gongkai');
    execFile(process.execPath, [program, ...args], { env: process.env }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stdout, stderr });
    });
  });

test('export-report prints the published snapshot, the same bytes', async () => {
  const { snapshot } = await db.publication.findFirstOrThrow({
    where: { organisationId: town.id, path: 'reports/2022' },
  });
  const exported = await gongkai('export-report', town.slug, '2022');
  expect(exported).toEqual({ code: 0, stdout: snapshot, stderr: '' });
  const file = join(await mkdtemp(join(tmpdir(), 'gongkai-export-')), 'report.json');
  await writeFile(file, exported.stdout);
  expect(await gongkai('check', file)).toMatchObject({ code: 0 });
});

test('export-report says why there is nothing to print', async () => {
  expect(await gongkai('export-report', town.slug, '2023')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('已撤下'),
  });
  expect(await gongkai('export-report', town.slug, '2024')).toMatchObject({ code: 1, stdout: '' });
  expect(await gongkai('export-report', 'nowhere', '2022')).toMatchObject({ code: 1, stdout: '' });
  expect(await gongkai('export-report', town.slug)).toMatchObject({ code: 2, stdout: '' });
});

test('audit verify finds all in order, and names the first broken line', async () => {
  const { hash } = await db.auditHead.findUniqueOrThrow({ where: { organisationId: town.id } });
  expect(await gongkai('audit', 'verify', town.slug)).toMatchObject({ code: 0, stdout: expect.stringContaining(hash) });
  await asOwner(`
    ALTER TABLE audit_event DISABLE TRIGGER USER;
    UPDATE audit_event SET at = at + interval '1 second' WHERE organisation_id = '${town.id}' AND sequence = 7`);
  const { code, stdout } = await gongkai('audit', 'verify');
  expect([code, stdout]).toEqual([1, '柳河镇人民政府：第7条与写入时不一致。\n']);
  expect(await gongkai('audit', 'verify', 'nowhere')).toMatchObject({ code: 1, stdout: '' });
  expect(await gongkai('audit')).toMatchObject({ code: 2 });
});
