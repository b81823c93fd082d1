import { expect, test } from 'vitest';
import type { Relation } from '@/lib/domain/items/content';
import { today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { ensurePublicEntries } from '@/lib/server/documents/public-entry';
import { publishDue } from '@/lib/server/documents/publish-due';
import { itemDesk } from '@/lib/server/items/items';
import { changeOrganisation, organisationOf } from '@/lib/server/organisation/organisation-settings';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { lastEvents } from '@/lib/server/testing/an-organisation';
import { moveOneStep } from '@/lib/server/testing/the-way';
import { withDatabase } from '@/lib/server/testing/with-database';

const { asOwner } = withDatabase();

const year = today().slice(0, 4);

async function step(id: string, { people }: Township) {
  const desk = await itemDesk(id, people.drafter);
  if (!desk) throw new Error('the item is not to be seen');
  await moveOneStep({ ...desk.document, sha256: desk.frozen?.sha256 ?? null }, people);
}

const entryOf = (documentId: string) => db.publicEntry.findUniqueOrThrow({ where: { documentId } });
const itemOf = (documentId: string) => db.disclosureItem.findUniqueOrThrow({ where: { documentId } });

test('an item gets its index number and its day with its first publication, and keeps them', async () => {
  const { id: organisationId, people, anItem, correctItem } = await aTownship();
  const settings = (await organisationOf(people.administrator)).settings;
  const names = { name: '柳河镇人民政府', shortName: '柳河镇', officeName: '党政办公室' };
  const index = { prefix: '000014349', period: 'year' as const, width: '5' as const };
  await changeOrganisation({ ...names, settings: { ...settings, index } }, people.administrator);
  const { id, path } = await anItem({ status: 'published' });
  const given = `000014349/${year}-00001`;
  expect(await itemOf(id)).toMatchObject({ indexNumber: given, firstPublishedOn: new Date(`${today()}T00:00:00Z`) });
  const entry = await entryOf(id);
  expect(entry).toMatchObject({ path, number: 1, indexNumber: given, withdrawn: false, year: Number(year) });
  expect(entry.text).toBe('关于春季森林防火的通知\n一、明确责任\n各村要落实专人巡查，严禁野外用火。');
  expect(await lastEvents(organisationId, 3)).toEqual(['document_published', 'index_given', 'document_moved']);

  await correctItem(id, '更正标题。', { title: '关于森林防火的通知' });
  expect(await entryOf(id)).toMatchObject({
    ...{ number: 2, title: '关于森林防火的通知', indexNumber: given },
    firstPublishedAt: entry.firstPublishedAt,
  });
  expect((await anItem({ status: 'published' })).indexNumber).toBe(`000014349/${year}-00002`);
  await expect(asOwner(`UPDATE disclosure_item SET index_number = 'x' WHERE document_id = '${id}'`)).rejects.toThrow(
    'never change',
  );
});

test('fifty at once have fifty numbers without a gap, and what fails takes none', { timeout: 120_000 }, async () => {
  const town = await aTownship();
  const ids: string[] = [];
  for (let n = 0; n < 52; n += 1) ids.push((await town.anItem({ status: 'in_sign_off' })).id);
  const failing = ids.filter((_, at) => at % 26 === 0);
  await asOwner(`ALTER TABLE disclosure_item ADD CONSTRAINT fails
    CHECK (index_number IS NULL OR document_id NOT IN (${failing.map((id) => `'${id}'`).join()}))`);
  const outcomes = await Promise.allSettled(ids.map((id) => step(id, town)));
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(2);
  await asOwner('ALTER TABLE disclosure_item DROP CONSTRAINT fails');
  for (const id of failing) await step(id, town);
  const items = await db.disclosureItem.findMany({
    where: { organisationId: town.id },
    orderBy: { indexNumber: 'asc' },
  });
  expect(items.map(({ indexNumber }) => indexNumber)).toEqual(
    Array.from({ length: 52 }, (_, n) => `${year}-${String(n + 1).padStart(5, '0')}`),
  );
});

test('signing and publishing on the named day do not stand in each other’s way', { timeout: 120_000 }, async () => {
  const town = await aTownship();
  const waiting: string[] = [];
  for (let n = 0; n < 12; n += 1) waiting.push((await town.anItem({ status: 'signed' })).id);
  const signing: string[] = [];
  for (let n = 0; n < 12; n += 1) signing.push((await town.anItem({ status: 'in_sign_off' })).id);
  const day = new Date('2100-01-01');
  await Promise.all([publishDue(day), publishDue(day), ...signing.map((id) => step(id, town))]);
  const items = await db.disclosureItem.findMany({ where: { documentId: { in: [...waiting, ...signing] } } });
  expect(new Set(items.map(({ indexNumber }) => indexNumber)).size).toBe(24);
  expect(items.every(({ status }) => status === 'published')).toBe(true);
});

test('what is withdrawn is no longer found, and its notice bears the title that was public', async () => {
  const town = await aTownship();
  const { id, title } = await town.anItem({ status: 'published' });
  const other = await town.aReport({ status: 'withdrawn', year: 2023 });
  await step(id, town);
  expect(await entryOf(id)).toMatchObject({ withdrawn: true, number: 2 });
  expect(await entryOf(other.id)).toMatchObject({ withdrawn: true, number: 2, year: 2023, indexNumber: null });
  const notice = await db.publication.findFirstOrThrow({ where: { documentId: id, act: 'withdraw' } });
  expect(JSON.parse(notice.snapshot)).toMatchObject({ title, withdraws: 1 });
  await town.correctItem(id, '核对后重新公开。');
  expect(await entryOf(id)).toMatchObject({ withdrawn: false, number: 3 });
});

test('what was published before there were entries is entered at the start, once', async () => {
  const town = await aTownship();
  const [report, item] = [
    await town.aReport({ status: 'published', year: 2022 }),
    await town.anItem({ status: 'withdrawn' }),
  ];
  const ids = [report.id, item.id];
  const before = await db.publicEntry.findMany({ where: { documentId: { in: ids } }, orderBy: { documentId: 'asc' } });
  await asOwner(`DELETE FROM public_entry WHERE organisation_id = '${town.id}'`);
  await Promise.all([ensurePublicEntries(), ensurePublicEntries()]);
  const after = await db.publicEntry.findMany({ where: { documentId: { in: ids } }, orderBy: { documentId: 'asc' } });
  expect(after).toEqual(before);
  expect(after[0]?.text).toContain('政府信息公开工作年度报告');
});

test('an item that repeals another ends it from its own day, and frees it when it goes', async () => {
  const town = await aTownship();
  const old = await town.anItem({ status: 'published', title: '旧办法' });
  const repeals: Relation[] = [{ kind: 'repeals', path: old.path, title: '旧办法' }];
  const by = await town.anItem({
    status: 'published',
    title: '新办法',
    draft: { formedOn: '2021-05-06', relations: repeals },
  });
  const ended = { validity: 'repealed', endedOn: new Date('2021-05-06T00:00:00Z') };
  expect([await entryOf(old.id), await itemOf(old.id)]).toMatchObject([ended, ended]);
  const { event } = await db.auditEvent.findFirstOrThrow({
    where: { documentId: old.id },
    orderBy: { sequence: 'desc' },
  });
  expect(JSON.parse(event)).toEqual({ kind: 'validity_changed', validity: 'repealed', day: '2021-05-06', by: by.path });
  const snapshot = await db.publication.findFirstOrThrow({ where: { documentId: old.id } });
  expect(JSON.parse(snapshot.snapshot).validity).toBe('valid');

  await town.correctItem(old.id, '更正错字。', { documentNumber: '柳政〔2019〕3号' });
  expect(await entryOf(old.id)).toMatchObject(ended);
  await step(by.id, town);
  expect([await entryOf(old.id), await itemOf(old.id)]).toMatchObject([
    { validity: 'valid', endedOn: null },
    { validity: 'valid', endedOn: null },
  ]);
});
