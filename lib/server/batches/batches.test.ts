import { beforeEach, describe, expect, test, vi } from 'vitest';
import { addDays } from '@/lib/domain/calendar/day';
import { batchHash } from '@/lib/domain/items/batch';
import { itemDraft } from '@/lib/domain/items/content';
import { declarations } from '@/lib/domain/workflow/secrecy';
import { handOverPages } from '@/lib/pages/hand-over';
import { batchRows, prepareRow, surroundingsOf } from '@/lib/server/batches/batch-rows';
import { batchDesk, batchLines, batchList, countOfMyBatches, takeOutOfBatch } from '@/lib/server/batches/batches';
import { moveBatch } from '@/lib/server/batches/move-batch';
import { proofBatch, proofWaitingBatches } from '@/lib/server/batches/proof-batch';
import { now, today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { kindOf } from '@/lib/server/documents/document-kinds';
import { moveDocument } from '@/lib/server/documents/move-document';
import { handOver } from '@/lib/server/documents/page-maker';
import { publishDue } from '@/lib/server/documents/publish-due';
import { countOfMyWork } from '@/lib/server/documents/work';
import type { SignedIn } from '@/lib/server/people/session';
import { aBatchOf, moveSeenBatch, secrecyOfToday } from '@/lib/server/testing/a-batch';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { saveOps } from '@/lib/server/testing/an-item-on-its-way';
import { lastEvents } from '@/lib/server/testing/an-organisation';
import { codesOf, issuesOf } from '@/lib/server/testing/issues-of';
import { type PastRow, pastRow } from '@/lib/server/testing/past-items';
import { moveOneStep } from '@/lib/server/testing/the-way';
import { withDatabase } from '@/lib/server/testing/with-database';

// Every row is made in all its forms and read back.
vi.setConfig({ testTimeout: 120_000 });
const { asApplication } = withDatabase();
let town: Township;

beforeEach(async () => {
  town = await aTownship();
});

const aBatch = (rows?: readonly PastRow[]) => aBatchOf(town, rows);

const deskOf = async (id: string, actor: SignedIn = town.people.drafter) => {
  const desk = await batchDesk({ id, after: null, open: false }, actor);
  if (!desk) throw new Error('no such batch');
  return desk;
};

const move = (id: string, wish: Parameters<typeof moveSeenBatch>[2], person: SignedIn) =>
  moveSeenBatch(town, id, wish, person);
const submit = (id: string) => move(id, { move: 'submit' }, town.people.drafter);
const approve = (id: string) => move(id, { move: 'approve', note: '同意' }, town.people.section_leader);
const signOff = (id: string) => move(id, { move: 'sign_off', note: '同意公开' }, town.people.principal_leader);

const documents = (batchId: string) =>
  db.document.findMany({
    where: { item: { batchId } },
    orderBy: { id: 'asc' },
    include: {
      item: true,
      revision: true,
      decisions: true,
      publications: true,
      publicEntry: true,
      participations: true,
    },
  });

describe('the way of a batch', () => {
  test('makes every row public, with a revision, decisions and a publication of its own', async () => {
    const single = await town.anItem({ status: 'published' });
    const id = await aBatch();
    await submit(id);
    await approve(id);
    await signOff(id);
    const rows = await documents(id);
    expect(rows.length).toBe(3);
    const serial = Number(single.indexNumber?.slice(-5));
    const { drafter, section_leader, principal_leader } = town.people;
    for (const [at, row] of rows.entries()) {
      expect(row.status).toBe('published');
      expect(row.item?.indexNumber).toBe(`${today().slice(0, 4)}-${String(serial + 1 + at).padStart(5, '0')}`);
      expect(row.decisions.map(({ kind, actorId }) => [kind, actorId]).toSorted()).toEqual(
        [
          ['submit', drafter.id],
          ['approve', section_leader.id],
          ['sign_off', principal_leader.id],
          ['publish', null],
        ].toSorted(),
      );
      expect(row.publications).toMatchObject([{ number: 1, act: 'publish', snapshot: row.revision?.content }]);
      expect(row.publicEntry).toMatchObject({ title: row.title, indexNumber: row.item?.indexNumber, withdrawn: false });
      expect(new Set(row.participations.map(({ stage }) => stage)).size).toBe(3);
    }
    const next = await town.anItem({ status: 'published' });
    expect(Number(next.indexNumber?.slice(-5))).toBe(serial + 4);
    expect((await lastEvents(town.id, 20)).filter((kind) => kind.startsWith('batch_'))).toEqual([
      'batch_published',
      'batch_moved',
      'batch_moved',
      'batch_moved',
    ]);
  });

  test('leaves of a row what the way of a single item leaves of it', async () => {
    const id = await aBatch([pastRow(1), pastRow(2)]);
    const [alone, together] = await documents(id);
    if (!alone || !together) throw new Error('no rows');
    await takeOutOfBatch({ id, documentId: alone.id }, town.people.drafter);
    for (;;) {
      const { status, version, revision } = await db.document.findUniqueOrThrow({
        where: { id: alone.id },
        include: { revision: true },
      });
      if (status === 'published') break;
      await moveOneStep({ id: alone.id, status, version, sha256: revision?.sha256 ?? null }, town.people);
    }
    await submit(id);
    await approve(id);
    await signOff(id);
    const [one, other] = [await leftOf(alone.id), await leftOf(together.id)];
    expect(JSON.stringify(other).replaceAll('第2批', '第1批')).toBe(JSON.stringify(one));
  });

  test('makes every row in every form and reads it back before it is signed: one that is not what was frozen stops all', async () => {
    const unprintable = '\u{10FFFD}';
    const id = await aBatch([pastRow(1), pastRow(2, { body: `名单${unprintable}予以公示。` }), pastRow(3)]);
    await submit(id);
    await approve(id);
    const [before, second] = [await deskOf(id), (await documents(id))[1]];
    expect(await issuesOf(signOff(id))).toEqual([
      {
        ...{ code: 'misprinted', medium: 'pdf', place: '整个文件', expected: unprintable, found: null, count: 1 },
        row: { path: second?.path, title: second?.title },
      },
    ]);
    expect(await deskOf(id)).toEqual(before);
    expect(await db.publication.count({ where: { document: { item: { batchId: id } } } })).toBe(0);
    handOver(async (page) => (await import('@/lib/pages/drawn-page')).drawnPage(page).replace('第13批', '第83批'));
    const other = await aBatch([pastRow(13), pastRow(14)]);
    await submit(other);
    await approve(other);
    expect(await issuesOf(signOff(other).finally(handOverPages))).toMatchObject([
      { code: 'misprinted', medium: 'html', row: { title: expect.stringContaining('第13批') } },
    ]);
  });

  test('is read back while it waits for a signature, row after row, and once a day', async () => {
    const id = await aBatch();
    await submit(id);
    await approve(id);
    expect(await proofBatch(id, { within: 0 })).toEqual({ rows: 3, read: 0, misprint: null });
    const staying = new AbortController().signal;
    const proofs = await proofWaitingBatches(staying);
    expect(proofs.find(({ batch }) => batch === id)).toEqual({ batch: id, rows: 3, read: 3, misprint: null });
    expect((await proofWaitingBatches(staying)).find(({ batch }) => batch === id)).toBeUndefined();
    expect(await proofBatch(id, { within: 0 })).toEqual({ rows: 3, read: 3, misprint: null });
    await signOff(id);
    for (const { publications } of await documents(id)) {
      expect(publications[0]?.files).toEqual({
        ...{ pdf: expect.any(Number), docx: expect.any(Number), json: expect.any(Number) },
      });
    }
  });

  test('binds leaders to the hash over every row, which anybody can count out', async () => {
    const id = await aBatch();
    await submit(id);
    const { covered } = await deskOf(id);
    const lines = [];
    for await (const rows of batchLines(id, town.people.section_leader)) lines.push(...rows);
    expect(covered).toEqual({
      rows: 3,
      sha256: batchHash(lines.map(({ path, sha256 }) => ({ path, sha256: sha256 ?? '' }))),
    });
    const other = { sha256: '0'.repeat(64) };
    expect(await codesOf(move(id, { move: 'approve', ...other }, town.people.section_leader))).toEqual(['stale_copy']);
    expect(await codesOf(move(id, { move: 'approve', number: 0 }, town.people.section_leader))).toEqual(['stale_copy']);
    await approve(id);
    expect(await codesOf(move(id, { move: 'sign_off', ...other }, town.people.principal_leader))).toEqual([
      'stale_copy',
    ]);
    const decided = await db.batchDecision.findMany({ where: { batchId: id }, orderBy: { number: 'asc' } });
    expect(decided.map(({ number, kind, sha256, rows }) => [number, kind, sha256, rows])).toEqual([
      [1, 'submit', covered?.sha256, 3],
      [2, 'approve', covered?.sha256, 3],
    ]);
    await expect(asApplication(`UPDATE batch_decision SET words = '改'`)).rejects.toThrow(/permission denied/);
  });

  test('is walked by three different people, each with the right role, field and password', async () => {
    const id = await aBatch();
    const { drafter, section_leader, principal_leader, auditor } = town.people;
    const both = await town.person('drafter', 'principal_leader');
    expect(await codesOf(move(id, { move: 'submit' }, auditor))).toEqual(['not_allowed']);
    await move(id, { move: 'submit' }, both);
    expect(await codesOf(move(id, { move: 'approve' }, drafter))).toEqual(['not_allowed']);
    const stranger = await town.person('section_leader');
    expect(await issuesOf(move(id, { move: 'approve' }, stranger))).toEqual([
      { code: 'not_allowed', denial: 'other_field' },
    ]);
    const { number, covered } = await deskOf(id);
    const request = { id, number, sha256: covered?.sha256, move: 'approve' as const, note: '' };
    expect(await codesOf(moveBatch({ ...request, declarations }, { ...section_leader, confirmedAt: null }))).toEqual([
      'password_needed',
    ]);
    expect(await codesOf(moveBatch(request, { ...section_leader, confirmedAt: now() }))).toEqual([
      'declaration_missing',
    ]);
    await approve(id);
    expect(await issuesOf(move(id, { move: 'sign_off' }, both))).toEqual([
      { code: 'not_allowed', denial: 'second_stage' },
    ]);
    await move(id, { move: 'sign_off' }, principal_leader);
  });

  test('goes back to the drafts, is mended, and goes again with another hash', async () => {
    const id = await aBatch();
    await submit(id);
    const { covered: first } = await deskOf(id);
    expect(await codesOf(move(id, { move: 'send_back' }, town.people.section_leader))).toEqual(['note_missing']);
    await move(id, { move: 'send_back', note: '第2条标题有误' }, town.people.section_leader);
    const [, row] = await documents(id);
    if (!row) throw new Error('no row');
    expect([row.status, row.revisionId]).toEqual(['draft', null]);
    await saveOps(
      row.id,
      [{ kind: 'set', field: 'title', from: row.title, to: `${row.title}（更正）` }],
      town.people.drafter,
    );
    await submit(id);
    const { covered: second, decisions } = await deskOf(id);
    expect(second?.sha256).not.toBe(first?.sha256);
    expect(decisions.map(({ move: each }) => each)).toEqual(['submit', 'send_back', 'submit']);
    await move(id, { move: 'take_back' }, town.people.drafter);
    await submit(id);
    await approve(id);
    await move(id, { move: 'send_back', note: '再核' }, town.people.principal_leader);
    await submit(id);
    await approve(id);
    await signOff(id);
    expect(new Set((await documents(id)).map(({ status }) => status))).toEqual(new Set(['published']));
  });

  test('of two who move at once one wins', async () => {
    const id = await aBatch();
    await submit(id);
    const both = await Promise.all([codesOf(approve(id)), codesOf(approve(id))]);
    expect(both.toSorted()).toEqual([[], ['stale_copy']]);
  });
});

describe('a row in whose way something stands', () => {
  const open = () => aBatch([pastRow(1), pastRow(2, { body: '李某，身份证号410325199001011234，手机13800138000。' })]);

  test('keeps the batch from being submitted, and is named', async () => {
    const id = await open();
    const [issue] = await issuesOf(submit(id));
    expect(issue).toMatchObject({
      code: 'batch_rows_open',
      count: 1,
      rows: [{ path: 'items/2', title: pastRow(2).title }],
    });
    const desk = await batchDesk({ id, after: null, open: true }, town.people.drafter);
    expect([desk?.open, desk?.rows.map(({ path }) => path)]).toEqual([1, ['items/2']]);
    expect((await documents(id)).map(({ status }) => status)).toEqual(['draft', 'draft']);
    expect(await db.revision.count({ where: { organisationId: town.id } })).toBe(0);
  });

  test('may be taken out, and goes its way alone', async () => {
    const id = await open();
    const [, row] = await documents(id);
    if (!row) throw new Error('no row');
    const attempt = () =>
      moveDocument(
        { id: row.id, version: row.version, move: 'submit', note: '', secrecy: secrecyOfToday(), declarations },
        { ...town.people.drafter, confirmedAt: null },
      );
    expect(await codesOf(attempt())).toEqual(['in_batch']);
    expect(await codesOf(takeOutOfBatch({ id, documentId: row.id }, town.people.auditor))).toEqual(['not_allowed']);
    await takeOutOfBatch({ id, documentId: row.id }, town.people.drafter);
    expect(await codesOf(attempt())).not.toContain('in_batch');
    expect(await codesOf(takeOutOfBatch({ id, documentId: row.id }, town.people.drafter))).toEqual(['not_found']);
    await submit(id);
    expect(
      await codesOf(takeOutOfBatch({ id, documentId: (await documents(id))[0]?.id ?? '' }, town.people.drafter)),
    ).toEqual(['move_not_open']);
    expect((await deskOf(id)).total).toBe(1);
  });

  test('is one that another field answers for, or that waits for a day of its own', async () => {
    const id = await aBatch();
    const [first, second] = await documents(id);
    const { id: fieldId } = await db.field.create({ data: { organisationId: town.id, name: '民生保障' } });
    await saveOps(first?.id ?? '', [{ kind: 'set', field: 'fieldId', from: null, to: fieldId }], town.people.drafter);
    await saveOps(second?.id ?? '', [{ kind: 'publishOn', from: null, to: '2099-12-31' }], town.people.drafter);
    expect(await issuesOf(submit(id))).toMatchObject([{ code: 'batch_rows_open', count: 2 }]);
    expect((await deskOf(id)).rows.map(({ open: standing }) => standing?.apart ?? false)).toEqual([true, true, false]);
  });
});

test('what is not for the public is signed with the batch and stays in the office', async () => {
  const again = addDays(today(), 300);
  const withheld = {
    attribute: '不予公开',
    withholding: '内部事务信息',
    withholdingBasis: '人事管理',
    reassessOn: again,
  };
  const id = await aBatch([pastRow(1), pastRow(2, withheld)]);
  const [, kept] = await documents(id);
  if (!kept) throw new Error('no row');
  const warned = (await prepared(id)).flatMap(({ unsettled }) => unsettled.warnings);
  const reasons = warned.map(({ key }) => ({ kind: 'reason' as const, key, from: null, to: '已核对。' }));
  if (reasons.length > 0) await saveOps(kept.id, reasons, town.people.drafter);
  await submit(id);
  await approve(id);
  await signOff(id);
  expect((await documents(id)).map(({ status, item }) => [status, item?.indexNumber !== null])).toEqual([
    ['published', true],
    ['signed', false],
  ]);
  expect(await publishDue(now())).toEqual({ published: [], held: [] });
});

test('a row is looked at as a single item is', async () => {
  const id = await aBatch([
    pastRow(1),
    pastRow(2, { body: '联系人王某，手机13800138000。' }),
    pastRow(3, { class: '' }),
  ]);
  for (const { row, content, findings } of await prepared(id)) {
    const single = await kindOf('item').prepare(db, row);
    expect([content, findings]).toEqual([single.content, single.findings]);
  }
});

async function prepared(id: string) {
  const around = await surroundingsOf(db, town.id);
  const found = [];
  for await (const rows of batchRows(db, id)) {
    for (const row of rows) found.push({ row, ...(await prepareRow(db, row, around)) });
  }
  return found;
}

test('a batch waits for whoever moves it next, as one matter', async () => {
  const { drafter, section_leader, principal_leader } = town.people;
  const waiting = async () => [
    await countOfMyBatches(drafter),
    await countOfMyBatches(section_leader),
    await countOfMyBatches(principal_leader),
  ];
  const id = await aBatch();
  expect([await waiting(), await countOfMyWork(drafter)]).toEqual([[1, 0, 0], 0]);
  await submit(id);
  expect([await waiting(), await countOfMyWork(section_leader)]).toEqual([[0, 1, 0], 0]);
  await approve(id);
  expect(await waiting()).toEqual([0, 0, 1]);
  expect(await batchList(principal_leader)).toMatchObject([{ id, status: 'in_sign_off', rows: 3, mine: true }]);
  await signOff(id);
  expect(await waiting()).toEqual([0, 0, 0]);
  const [row] = await documents(id);
  if (!row) throw new Error('no row');
  await moveDocument(
    { id: row.id, version: row.version, move: 'correct', note: '改正一处错字' },
    { ...drafter, confirmedAt: null },
  );
  expect(await countOfMyWork(drafter)).toBe(1); // from now on it goes alone
});

/** All that citizens and the office find of a row, but for what is its own: ids, numbers and moments. */
async function leftOf(id: string) {
  const document = await db.document.findUniqueOrThrow({
    where: { id },
    include: {
      item: true,
      revision: true,
      decisions: { orderBy: { at: 'asc' } },
      publications: true,
      publicEntry: true,
    },
  });
  // Of nearly the same words nearly the same size.
  const own =
    /^(files|id|documentId|organisationId|revisionId|decisionId|publicationId|batchId|rowSha256|sha256|officeSha256|path|indexNumber|version|at|createdAt|statusSince|frozenAt|publishedAt|firstPublishedAt|snapshot|content|office)$/;
  const kept = JSON.parse(JSON.stringify(document, (key, value) => (own.test(key) ? undefined : value)));
  const { draft } = document;
  const kinds = document.decisions.map(({ kind, stage, words, declarations: declared }) => ({
    kind,
    stage,
    words,
    declared,
  }));
  return { ...kept, decisions: kinds, draft: itemDraft.parse(draft), entry: document.publicEntry?.text };
}
