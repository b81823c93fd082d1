import { expect, test, vi } from 'vitest';
import { sha256 } from '@/lib/domain/hash';
import { report } from '@/lib/domain/report/content';
import { db } from '@/lib/server/db';
import { publishDue } from '@/lib/server/documents/publish-due';
import { workList } from '@/lib/server/documents/work';
import { publicSnapshot } from '@/lib/server/public/public-reports';
import { aTownship } from '@/lib/server/testing/a-township';
import { lastEvents } from '@/lib/server/testing/an-organisation';
import { issuesOf } from '@/lib/server/testing/issues-of';
import { withDatabase } from '@/lib/server/testing/with-database';

const { asOwner } = withDatabase();

// A report that is brought to `signed` names 31 December 2099.
const before = new Date('2099-12-30T23:59:59+08:00');
const onTheDay = new Date('2099-12-31T00:00:00+08:00');
const afterDowntime = new Date('2100-02-01T00:00:00+08:00');

test('what is signed waits for the day that the draft named', async () => {
  const { aReport } = await aTownship();
  const { id, sha256 } = await aReport({ status: 'signed', year: 2022 });
  expect(await publishDue(before)).toEqual({ published: [], held: [] });
  expect(await publishDue(onTheDay)).toEqual({ published: [id], held: [] });
  expect(await db.publication.findMany({ where: { documentId: id }, select: { number: true, sha256: true } })).toEqual([
    { number: 1, sha256 },
  ]);
  const last = await db.decision.findFirstOrThrow({ where: { documentId: id, kind: 'publish' } });
  expect(last).toMatchObject({ actorId: null, actorName: '系统', sha256 });
});

test('it is also published when nobody was there on the day', async () => {
  const { aReport } = await aTownship();
  const { id } = await aReport({ status: 'signed', year: 2022 });
  expect(await publishDue(afterDowntime)).toEqual({ published: [id], held: [] });
  expect(await publishDue(afterDowntime)).toEqual({ published: [], held: [] });
});

test('of twenty processes at once, one publishes', async () => {
  const [one, other] = [await aTownship(), await aTownship()];
  const documents = [
    await one.aReport({ status: 'signed', year: 2022 }),
    await other.aReport({ status: 'signed', year: 2022 }),
  ];
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => publishDue(onTheDay)));
  const published = outcomes.flatMap((outcome) => outcome.published);
  expect(published.toSorted()).toEqual(documents.map(({ id }) => id).toSorted());
  for (const { id } of documents) {
    expect(await db.publication.count({ where: { documentId: id } })).toBe(1);
    expect(await db.document.findUnique({ where: { id }, select: { status: true } })).toEqual({ status: 'published' });
  }
});

test('what the rules no longer let through stays signed, and the trail says so once', async () => {
  const { id: organisationId, aReport, people } = await aTownship();
  const { id } = await aReport({ status: 'signed', year: 2022 });
  // Published meanwhile, the year before does not end where this report begins.
  await aReport({ status: 'published', year: 2021 });
  expect(await publishDue(onTheDay)).toEqual({ published: [], held: [id] });
  expect(await publishDue(onTheDay)).toEqual({ published: [], held: [id] });
  expect(await lastEvents(organisationId, 2)).toEqual(['publication_held', 'document_published']);
  expect(await db.document.findUnique({ where: { id }, select: { status: true } })).toEqual({ status: 'signed' });
  expect((await workList(people.principal_leader)).mine).toEqual([]);
  vi.useFakeTimers({ now: onTheDay, toFake: ['Date'] });
  const { mine } = await workList(people.principal_leader).finally(() => vi.useRealTimers());
  expect(mine).toMatchObject([{ id, status: 'signed', held: true, open: null }]);
});

test('a content that is not the one that was signed is never published', async () => {
  const { aReport } = await aTownship();
  const { id } = await aReport({ status: 'signed', year: 2022 });
  await asOwner(`
    ALTER TABLE revision DISABLE TRIGGER append_only;
    ALTER TABLE revision DROP CONSTRAINT revision_sha256;
    UPDATE revision SET content = replace(content, '2022年', '2023年') WHERE document_id = '${id}'`);
  expect(await publishDue(onTheDay)).toMatchObject({ published: [], held: expect.arrayContaining([id]) });
  const held = await db.auditEvent.findFirstOrThrow({ where: { documentId: id }, orderBy: { sequence: 'desc' } });
  expect(JSON.parse(held.event)).toMatchObject({ kind: 'publication_held', reason: 'hash' });
});

// No typeface has a shape for it, so that the PDF would say less than what was signed.
const unprintable = '\u{10FFFD}';

test('what cannot be printed as it was signed is refused to whoever signs, with format, place and words', async () => {
  const town = await aTownship();
  const { id } = await town.aReport({ status: 'published', year: 2022 });
  const { preamble } = report.parse(JSON.parse((await publicSnapshot(town.slug, 2022, 1)) ?? ''));
  const to = (preamble ?? []).map((block) => ({ ...block, text: `${block.text}${unprintable}` }));
  const change = { kind: 'text' as const, section: 'preamble', from: preamble ?? [], to };
  expect(await issuesOf(town.correct(id, '补一个字。', [change]))).toEqual([
    { code: 'misprinted', medium: 'pdf', place: '整个文件', expected: unprintable, found: null, count: 1 },
  ]);
  expect(await db.publication.count({ where: { documentId: id } })).toBe(1);
  expect(await db.document.findUnique({ where: { id }, select: { status: true } })).toEqual({ status: 'in_sign_off' });
});

test('what cannot be printed as it was signed stays signed on its day, and the trail says so', async () => {
  const { aReport } = await aTownship();
  const { id } = await aReport({ status: 'signed', year: 2022 });
  const { content } = await db.revision.findFirstOrThrow({ where: { documentId: id } });
  const spoiled = content
    .replace('本报告由', `本报告${unprintable}由`)
    .replace('编制本报告', `编制本报告${unprintable}`);
  await asOwner(`
    ALTER TABLE revision DISABLE TRIGGER append_only;
    ALTER TABLE decision DROP CONSTRAINT decision_revision_id_sha256_fkey;
    UPDATE revision SET content = $$${spoiled}$$, sha256 = '${sha256(spoiled)}' WHERE document_id = '${id}'`);
  expect(await publishDue(onTheDay)).toMatchObject({ published: [], held: expect.arrayContaining([id]) });
  const held = await db.auditEvent.findFirstOrThrow({ where: { documentId: id }, orderBy: { sequence: 'desc' } });
  expect(JSON.parse(held.event)).toMatchObject({ reason: 'misprint', findings: ['pdf 整个文件'] });
  expect(await db.publication.count({ where: { documentId: id } })).toBe(0);
});
