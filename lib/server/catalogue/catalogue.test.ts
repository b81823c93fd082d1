import { beforeAll, describe, expect, test } from 'vitest';
import { article26 } from '@/lib/domain/catalogue/publishing-period';
import {
  changeNode,
  closeNode,
  createNode,
  deleteNode,
  moveNode,
  nodeList,
  nodeOf,
  reopenNode,
} from '@/lib/server/catalogue/catalogue';
import { installMissingCatalogues } from '@/lib/server/catalogue/install-catalogue';
import { db } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';
import { foundOrganisation } from '@/lib/server/organisation/found-organisation';
import type { SignedIn } from '@/lib/server/people/session';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { lastEvents, password } from '@/lib/server/testing/an-organisation';
import { issuesOf } from '@/lib/server/testing/issues-of';
import { withDatabase } from '@/lib/server/testing/with-database';

const { asOwner } = withDatabase();
let town: Township;
let administrator: SignedIn;

beforeAll(async () => {
  town = await aTownship();
  ({ administrator } = town.people);
});

const labelled = async (label: string) => {
  const node = (await nodeList(administrator)).find((each) => each.label === label);
  if (!node) throw new Error(`no node ${label}`);
  return node;
};
const own = { basis: '', period: article26, ways: ['website' as const], fieldId: null };
const add = (code: string, label: string) => createNode({ ...own, code, label }, administrator);

describe('the nodes of the law', () => {
  test('stand in every township from its founding, in the order of the law', async () => {
    const nodes = (await nodeList(administrator)).filter(({ kind }) => kind !== 'own');
    expect(nodes.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['规范性文件', '财政预算决算', '其他法定公开信息', '农业农村政策', '社会救助']),
    );
    expect([nodes.length, nodes[0]?.label, nodes[14]?.label, nodes[15]?.label]).toEqual([
      23,
      '规范性文件',
      '其他法定公开信息',
      '农业农村政策',
    ]);
    expect(nodes[6]).toMatchObject({ label: '财政预算决算', period: { days: 20, unit: 'calendar_day' } });
  });

  test('of a county are those of Article 20 alone', async () => {
    const names = { slug: 'county-a', name: '某县人民政府', shortName: '某县', officeName: '某县人民政府办公室' };
    const first = { signInName: 'county-a.admin', name: '王某', post: '', password };
    const { id } = await foundOrganisation({ ...names, level: 'county' }, first);
    expect(await db.catalogueNode.count({ where: { organisationId: id } })).toBe(15);
  });

  test('are given once to an organisation from before the catalogue', async () => {
    const { id } = await aTownship();
    await asOwner(`DELETE FROM catalogue_node WHERE organisation_id = '${id}'`);
    await installMissingCatalogues();
    await installMissingCatalogues();
    expect(await db.catalogueNode.count({ where: { organisationId: id } })).toBe(23);
    expect(await lastEvents(id, 1)).toEqual(['catalogue_installed']);
  });

  test('keep their words, and take another period, ways and field', async () => {
    const { id, label, basis } = await labelled('筹资筹劳');
    const [{ id: fieldId }] = [await db.field.findFirstOrThrow({ where: { organisationId: town.id } })];
    const change = { period: { days: 7, unit: 'working_day' as const }, ways: ['notice_board' as const], fieldId };
    expect(await issuesOf(changeNode({ id, label: '筹资', basis, ...change }, administrator))).toEqual([
      { code: 'node_of_law', field: 'label' },
    ]);
    expect(await issuesOf(changeNode({ id, label, basis: '无', ...change }, administrator))).toEqual([
      { code: 'node_of_law', field: 'basis' },
    ]);
    await changeNode({ id, ...change }, administrator);
    expect(await labelled('筹资筹劳')).toMatchObject({ label, basis, period: change.period, ways: ['notice_board'] });
    const line = await db.auditEvent.findFirst({ where: { organisationId: town.id }, orderBy: { sequence: 'desc' } });
    expect(JSON.parse(line?.event ?? '')).toMatchObject({ kind: 'node_changed', facts: ['period', 'ways', 'fieldId'] });
  });

  test('move the last day of what is not public yet with their period, and of nothing else', async () => {
    const { id, ways, field } = await labelled('宅基地使用情况审核');
    const at = (number: number, days: object) => anItem({ path: `items/${number}`, nodeId: id, ...days });
    const formed = { formedOn: new Date('2020-12-31'), dueOn: new Date('2021-01-29') };
    const open = await at(101, formed);
    const known = await at(102, { ...formed, firstPublishedOn: new Date('2021-01-05') });
    const past = await at(103, { formedOn: new Date('2015-03-02') });
    const period = { days: 3, unit: 'working_day' as const };
    await changeNode({ id, period, ways, fieldId: field?.id ?? null }, administrator);
    const days = await db.disclosureItem.findMany({
      where: { documentId: { in: [open, known, past] } },
      orderBy: { documentId: 'asc' },
      select: { dueOn: true },
    });
    expect(days.map(({ dueOn }) => dueOn?.toISOString().slice(0, 10) ?? null)).toEqual([
      '2021-01-06',
      '2021-01-29',
      null,
    ]);
  });

  test('cannot be deleted, but closed and opened again', async () => {
    const { id } = await labelled('公务员招考');
    expect(await issuesOf(deleteNode({ id }, administrator))).toEqual([{ code: 'node_of_law' }]);
    await closeNode({ id }, administrator);
    expect(await labelled('公务员招考')).toMatchObject({ closed: true });
    await reopenNode({ id }, administrator);
    expect(await lastEvents(town.id, 2)).toEqual(['node_reopened', 'node_closed']);
  });
});

describe('an own node', () => {
  test('is added at the end, once a name and an address', async () => {
    await add('key-tasks', '重点任务公开');
    await add('exemplary-cases', '典型事例公开');
    expect((await nodeList(administrator)).slice(-2).map(({ code }) => code)).toEqual(['key-tasks', 'exemplary-cases']);
    expect(await issuesOf(add('key-tasks', '别的'))).toEqual([{ code: 'name_taken', field: 'code' }]);
    expect(await issuesOf(add('other', '社会救助'))).toEqual([{ code: 'name_taken', field: 'label' }]);
  });

  test('changes its name, and what is as it was leaves no line', async () => {
    const { id } = await labelled('重点任务公开');
    await changeNode({ id, ...own, label: '重点工作公开' }, administrator);
    await changeNode({ id, ...own, label: '重点工作公开' }, administrator);
    expect(await lastEvents(town.id, 2)).toEqual(['node_changed', 'node_created']);
    expect(await nodeOf(id, administrator)).toMatchObject({ label: '重点工作公开', items: 0 });
  });

  test('moves among those of its part, and no further', async () => {
    const { id } = await labelled('典型事例公开');
    const order = async () => (await nodeList(administrator)).slice(-2).map(({ code }) => code);
    await moveNode({ id, direction: 'up' }, administrator);
    expect(await order()).toEqual(['exemplary-cases', 'key-tasks']);
    await moveNode({ id, direction: 'up' }, administrator); // its part ends here
    await moveNode({ id, direction: 'down' }, administrator);
    expect(await order()).toEqual(['key-tasks', 'exemplary-cases']);
    expect(await lastEvents(town.id, 3)).toEqual(['node_moved', 'node_moved', 'node_changed']);
  });

  test('is deleted while nothing hangs on it, else its items are counted', async () => {
    const { id } = await labelled('典型事例公开');
    const law = await labelled('社会救助');
    const documentId = await anItem({ path: 'items/1', nodeId: law.id, classId: id });
    expect(await issuesOf(deleteNode({ id }, administrator))).toEqual([{ code: 'node_in_use', items: 1 }]);
    await db.disclosureItem.update({ where: { documentId }, data: { classId: null } });
    await deleteNode({ id }, administrator);
    expect(await nodeOf(id, administrator)).toBeNull();
    expect(await lastEvents(town.id, 1)).toEqual(['node_deleted']);
  });

  test('is given to a field of its own organisation only', async () => {
    const other = await aTownship();
    const field = await db.field.findFirstOrThrow({ where: { organisationId: other.id } });
    const attempt = createNode({ ...own, code: 'x', label: '某类', fieldId: field.id }, administrator);
    expect(await issuesOf(attempt)).toEqual([{ code: 'not_found' }]);
  });
});

test('only administrators look after the catalogue', async () => {
  const { drafter } = town.people;
  const { id } = await labelled('社会救助');
  const attempts = [nodeList(drafter), nodeOf(id, drafter), closeNode({ id }, drafter), deleteNode({ id }, drafter)];
  for (const attempt of attempts) expect(await issuesOf(attempt)).toMatchObject([{ code: 'not_allowed' }]);
});

type Columns = Omit<Prisma.DisclosureItemUncheckedCreateInput, 'documentId' | 'organisationId'> & { path: string };

async function anItem({ path, ...columns }: Columns): Promise<string> {
  const organisationId = town.id;
  const { id: fieldId } = await db.field.findFirstOrThrow({ where: { organisationId } });
  const document = { organisationId, kind: 'item' as const, title: '低保名单公示', path, fieldId, draft: {} };
  const { id } = await db.document.create({ data: { ...document, drafterId: town.people.drafter.id } });
  await db.disclosureItem.create({ data: { ...columns, documentId: id, organisationId } });
  return id;
}
