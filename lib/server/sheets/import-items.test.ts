import { beforeEach, describe, expect, test } from 'vitest';
import { itemDraft } from '@/lib/domain/items/content';
import { db } from '@/lib/server/db';
import { createItem } from '@/lib/server/items/create-item';
import { newIds } from '@/lib/server/new-ids';
import { checkSheet } from '@/lib/server/sheets/check-sheet';
import {
  faultyRowsOf,
  openSheetOf,
  sheetOf,
  throwAwaySheet,
  uploadSheet,
  wantImport,
} from '@/lib/server/sheets/import-sheets';
import { takeInSheet } from '@/lib/server/sheets/take-in-sheet';
import { workOnSheet } from '@/lib/server/sheets/work-on-sheet';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { lastEvents } from '@/lib/server/testing/an-organisation';
import { codesOf } from '@/lib/server/testing/issues-of';
import { csvOfRows, importRows, type PastRow, pastRow, uploadRows } from '@/lib/server/testing/past-items';
import { withDatabase } from '@/lib/server/testing/with-database';

withDatabase();
let town: Township;

beforeEach(async () => {
  town = await aTownship();
});

const row = pastRow;
const uploaded = (rows: readonly PastRow[], person = town.people.drafter) => uploadRows(rows, person);
const imported = async (rows: readonly PastRow[], person = town.people.drafter) => (await importRows(rows, person)).id;
const title = (n: number) => row(n).title;

const items = () =>
  db.disclosureItem.findMany({
    where: { organisationId: town.id },
    orderBy: { documentId: 'asc' },
    include: { document: { include: { participations: true } } },
  });

describe('a dry run', () => {
  test('lists every fault with its row, and takes nothing in', async () => {
    const id = await uploaded([
      row(1),
      row(2, { formedOn: '年底', node: '某处' }),
      row(3),
      row(3),
      row(5, { title: '' }),
    ]);
    expect(await sheetOf(id, town.people.drafter)).toMatchObject({
      state: 'checked',
      total: 5,
      sound: 2,
      faulty: 3,
      known: 0,
    });
    const found = await faultyRowsOf({ id, after: 0 }, town.people.drafter);
    expect(
      found?.rows.map(({ number, faults }) => [number, faults.map(({ column, problem }) => `${column} ${problem}`)]),
    ).toEqual([
      [3, ['node unknown_node', 'formedOn not_a_day']],
      [5, ['title repeated_row']],
      [6, ['title required']],
    ]);
    expect(await faultyRowsOf({ id, after: 5 }, town.people.drafter)).toMatchObject({
      rows: [{ number: 6 }],
      next: null,
    });
    expect(await items()).toEqual([]);
  });

  test('of a file that cannot be read says why, and keeps nothing of it', async () => {
    const id = await uploadSheet(
      { fileName: 'a.xls', bytes: Buffer.from('d0cf11e0a1b11ae1', 'hex') },
      town.people.drafter,
    );
    await workOnSheet(id);
    expect(await sheetOf(id, town.people.drafter)).toMatchObject({ state: 'refused', notes: { file: 'old_excel' } });
    expect(await db.importSheet.findUnique({ where: { id }, select: { bytes: true } })).toEqual({ bytes: null });
    const without = await uploadSheet(
      { fileName: 'b.csv', bytes: new TextEncoder().encode('标题,正文\na,b') },
      town.people.drafter,
    );
    await workOnSheet(without);
    expect(await sheetOf(without, town.people.drafter)).toMatchObject({
      state: 'refused',
      notes: { missing: ['node', 'formedOn'] },
    });
    expect(await codesOf(wantImport({ id: without }, town.people.drafter))).toEqual(['nothing_to_import']);
  });

  test('takes the place of the list before, and can be thrown away', async () => {
    const first = await uploaded([row(1)]);
    const second = await uploaded([row(2)]);
    expect(await sheetOf(first, town.people.drafter)).toBeNull();
    expect(await openSheetOf(town.people.drafter)).toMatchObject({ id: second });
    await throwAwaySheet({ id: second }, town.people.drafter);
    expect([await openSheetOf(town.people.drafter), await db.importRow.count({ where: { sheetId: second } })]).toEqual([
      null,
      0,
    ]);
  });

  test('is the affair of its uploader, and of drafters only', async () => {
    const id = await uploaded([row(1)]);
    const other = await town.person('drafter');
    expect([await sheetOf(id, other), await faultyRowsOf({ id, after: 0 }, other)]).toEqual([null, null]);
    expect(await codesOf(wantImport({ id }, other))).toEqual(['not_found']);
    expect(await codesOf(sheetOf(id, town.people.section_leader))).toEqual(['not_allowed']);
    expect(await codesOf(uploadSheet({ fileName: 'a', bytes: csvOfRows([]) }, town.people.auditor))).toEqual([
      'not_allowed',
    ]);
  });

  test('of a file too large, or of nothing, does not begin', async () => {
    const upload = (bytes: Uint8Array) => uploadSheet({ fileName: 'a', bytes }, town.people.drafter);
    expect(await codesOf(upload(new Uint8Array()))).toEqual(['sheet_refused']);
    expect(await codesOf(upload(new Uint8Array(20 * 1024 * 1024 + 1)))).toEqual(['sheet_refused']);
  });
});

describe('an import', () => {
  test('takes the sound rows in as drafts, marked, in the order of the list, with one line of the trail a field', async () => {
    const { administrator } = town.people;
    await db.field.create({ data: { organisationId: town.id, name: '民生保障' } });
    const id = await imported([
      row(1),
      row(2, { field: '民生保障' }),
      row(3, { formedOn: '' }),
      row(4, { publishedOn: '2015-03-09', place: '公开栏' }),
    ]);
    const taken = await items();
    expect(taken.map(({ document }) => document.title).toSorted()).toEqual([title(1), title(2), title(4)].toSorted());
    expect(taken.map(({ document }) => document.path)).toEqual(['items/1', 'items/2', 'items/3']);
    for (const { document, ...item } of taken) {
      expect(document).toMatchObject({ kind: 'item', status: 'draft', drafterId: town.people.drafter.id });
      expect(document.participations).toMatchObject([{ userId: town.people.drafter.id, stage: 'drafting' }]);
      expect(item).toMatchObject({ dueOn: null, firstPublishedOn: null, indexNumber: null, status: 'draft' });
      expect([item.batchId, item.rowSha256, item.formedOn?.toISOString().slice(0, 10)]).toEqual([
        expect.any(String),
        expect.any(String),
        '2015-03-02',
      ]);
      itemDraft.parse(document.draft);
    }
    const last = taken.find(({ document }) => document.title === title(4));
    expect(itemDraft.parse(last?.document.draft).importedFrom).toEqual({ publishedOn: '2015-03-09', place: '公开栏' });
    const sheet = await sheetOf(id, town.people.drafter);
    expect(sheet).toMatchObject({ state: 'imported', done: 3, faulty: 1 });
    expect(sheet?.batches.map(({ rows, field }) => [field, rows]).toSorted()).toEqual(
      [
        ['政府信息公开', 2],
        ['民生保障', 1],
      ].toSorted(),
    );
    expect(await lastEvents(administrator.organisationId, 3)).toEqual([
      'items_imported',
      'items_imported',
      'leaders_set',
    ]);
    expect((await faultyRowsOf({ id, after: 0 }, town.people.drafter))?.rows).toMatchObject([{ number: 4 }]); // to be mended
  });

  test('of the same file adds nothing', async () => {
    await imported([row(1), row(2)]);
    const again = await uploaded([row(1), row(2), row(3)], await town.person('drafter'));
    expect(await db.importSheet.findUnique({ where: { id: again } })).toMatchObject({ sound: 1, known: 2, faulty: 0 });
    const same = await uploaded([row(1), row(2)]);
    expect(await sheetOf(same, town.people.drafter)).toMatchObject({ sound: 0, known: 2 });
    expect(await codesOf(wantImport({ id: same }, town.people.drafter))).toEqual(['nothing_to_import']);
    expect((await items()).length).toBe(2);
  });

  test('of the same rows by two people at once takes each row in once', async () => {
    const other = await town.person('drafter');
    const rows = Array.from({ length: 40 }, (_, n) => row(n));
    const [one, two] = [await uploaded(rows), await uploaded(rows, other)];
    await wantImport({ id: one }, town.people.drafter);
    await wantImport({ id: two }, other);
    await Promise.all([workOnSheet(one), workOnSheet(two)]);
    const taken = await items();
    expect([taken.length, new Set(taken.map(({ rowSha256 }) => rowSha256)).size]).toEqual([40, 40]);
    expect(await db.importSheet.count({ where: { id: { in: [one, two] }, state: 'imported' } })).toBe(2);
  });

  test('shares the addresses of items with those that are opened meanwhile', async () => {
    const { id: nodeId } = await db.catalogueNode.findFirstOrThrow({ where: { organisationId: town.id } });
    await createItem({ nodeId, title: '之前' }, town.people.drafter);
    await imported([row(1), row(2)]);
    await createItem({ nodeId, title: '之后' }, town.people.drafter);
    const paths = (await items()).map(({ document }) => document.path);
    expect(paths.toSorted()).toEqual(['items/1', 'items/2', 'items/3', 'items/4']);
  });

  test('takes in all rows or none', async () => {
    const id = await uploaded([row(1), row(2)]);
    await wantImport({ id }, town.people.drafter);
    // The second row names a node that has gone since it was looked through.
    await db.$executeRaw`UPDATE import_row SET draft = jsonb_set(draft, '{nodeId}', '"00000000-0000-7000-8000-000000000009"') WHERE sheet_id = ${id}::uuid AND number = 3`;
    await expect(takeInSheet(id)).rejects.toThrow();
    expect([await items(), await db.importBatch.count({ where: { organisationId: town.id } })]).toEqual([[], 0]);
    expect(await sheetOf(id, town.people.drafter)).toMatchObject({ state: 'importing' });
  });

  test('that was broken off is taken up by whoever looks next, and by nobody before', async () => {
    const id = await uploaded([row(1)]);
    await wantImport({ id }, town.people.drafter);
    await db.importSheet.update({ where: { id }, data: { beatAt: new Date() } }); // somebody is at it
    await workOnSheet(id);
    expect(await sheetOf(id, town.people.drafter)).toMatchObject({ state: 'importing', idle: false });
    await db.importSheet.update({ where: { id }, data: { beatAt: new Date(Date.now() - 60_000) } });
    expect(await sheetOf(id, town.people.drafter)).toMatchObject({ idle: true });
    await workOnSheet(id);
    expect(await sheetOf(id, town.people.drafter)).toMatchObject({ state: 'imported', idle: false });
  });

  test('pressed twice is one import', async () => {
    const id = await uploaded([row(1)]);
    await wantImport({ id }, town.people.drafter);
    await wantImport({ id }, town.people.drafter);
    await Promise.all([workOnSheet(id), workOnSheet(id)]);
    await wantImport({ id }, town.people.drafter);
    expect((await items()).length).toBe(1);
  });
});

test('a check that was broken off begins anew', async () => {
  const id = await uploadSheet({ fileName: 'a.csv', bytes: csvOfRows([row(1), row(2)]) }, town.people.drafter);
  await db.importSheet.update({ where: { id }, data: { state: 'checking' } });
  await db.importRow.create({
    data: { organisationId: town.id, sheetId: id, number: 2, sha256: '0'.repeat(64), title: '半途', faults: [] },
  });
  await checkSheet(id);
  expect(await sheetOf(id, town.people.drafter)).toMatchObject({ state: 'checked', sound: 2, faulty: 0 });
});

test('ids are of version 7, and grow', () => {
  const ids = newIds(10_000);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(10_000);
  for (const id of ids.slice(0, 50))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
