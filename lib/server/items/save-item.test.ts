import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ItemBlock } from '@/lib/domain/items/body';
import type { ItemOp } from '@/lib/domain/items/merge';
import { createField } from '@/lib/server/catalogue/fields';
import { db } from '@/lib/server/db';
import { createItem } from '@/lib/server/items/create-item';
import { itemDesk, itemSince } from '@/lib/server/items/items';
import { saveItem } from '@/lib/server/items/save-item';
import type { SignedIn } from '@/lib/server/people/session';
import { reportDesk } from '@/lib/server/reports/reports';
import { saveDraft } from '@/lib/server/reports/save-draft';
import { aTownship } from '@/lib/server/testing/a-township';
import { nodeCalled } from '@/lib/server/testing/an-item-on-its-way';
import { lastEvents } from '@/lib/server/testing/an-organisation';
import { codesOf, issuesOf } from '@/lib/server/testing/issues-of';
import { withDatabase } from '@/lib/server/testing/with-database';

withDatabase();

const title = (from: string, to: string): ItemOp => ({ kind: 'set', field: 'title', from, to });
const paragraph = (id: string, text: string): ItemBlock => ({ id, kind: 'paragraph', runs: [{ text }] });
const save = (id: string, actor: SignedIn, changes: ItemOp[], saveId: string = randomUUID()) =>
  saveItem({ id, saveId, base: 0, changes }, actor);

async function anOpenItem() {
  const town = await aTownship();
  const clerk = town.people.drafter;
  const nodeId = await nodeCalled('article-20-12', clerk);
  const id = await createItem({ nodeId, title: '防火通知' }, clerk);
  return { ...town, id, nodeId, clerk };
}

test('an item begins at its place of the catalogue, with an address of its own', async () => {
  const { id, nodeId, clerk, id: organisationId } = await anOpenItem();
  const desk = await itemDesk(id, clerk);
  expect(desk?.document).toMatchObject({ title: '防火通知', path: 'items/1', status: 'draft', field: '政府信息公开' });
  expect(desk?.state.draft).toMatchObject({ nodeId, issuingBody: '柳河镇人民政府', ways: ['website'], body: [] });
  expect(desk?.nodes.length).toBeGreaterThanOrEqual(23);
  expect(desk?.findings.map(({ rule }) => rule)).toContain('I-CONTENT');
  expect(organisationId).toBeTruthy();
  await createItem({ nodeId, title: '又一件' }, clerk);
  expect(await db.document.findFirst({ where: { title: '又一件' }, select: { path: true } })).toEqual({
    path: 'items/2',
  });
});

test('only a drafter opens an item, at an open place of the own catalogue', async () => {
  const { nodeId, people, clerk } = await anOpenItem();
  expect(await codesOf(createItem({ nodeId, title: '' }, people.section_leader))).toEqual(['not_allowed']);
  expect(await codesOf(createItem({ nodeId: randomUUID(), title: '' }, clerk))).toEqual(['bad_input']);
  await db.catalogueNode.update({ where: { id: nodeId }, data: { closedAt: new Date() } });
  expect(await codesOf(createItem({ nodeId, title: '' }, clerk))).toEqual(['bad_input']);
});

test('a save changes the draft and its columns, raises the version and is told in the trail', async () => {
  const { id, clerk } = await anOpenItem();
  const answer = await save(id, clerk, [
    title('防火通知', '关于防火的通知'),
    { kind: 'set', field: 'formedOn', from: null, to: '2024-03-01' },
    { kind: 'body', from: [], to: [paragraph('b1', '各村注意。')] },
  ]);
  expect(answer).toMatchObject({ version: 1, conflicts: [], state: { draft: { title: '关于防火的通知' } } });
  const desk = await itemDesk(id, clerk);
  expect(desk?.state).toEqual(answer.state);
  // The twentieth working day after 1 March 2024.
  expect(desk?.document).toMatchObject({ title: '关于防火的通知', dueOn: '2024-03-29', dueProvisional: false });
  expect(await lastEvents(clerk.organisationId, 1)).toEqual(['draft_saved']);
  expect(await itemSince(id, 1, clerk)).toEqual({ version: 1 });
  expect(await itemSince(id, 0, clerk)).toMatchObject({ version: 1, by: clerk.name, state: answer.state });
});

test('the second delivery of a save changes nothing and is answered alike', async () => {
  const { id, clerk } = await anOpenItem();
  const saveId = randomUUID();
  const first = await save(id, clerk, [title('防火通知', '甲')], saveId);
  await save(id, clerk, [title('甲', '乙')]);
  const again = await save(id, clerk, [title('防火通知', '甲')], saveId);
  expect(again).toMatchObject({ applied: first.applied, conflicts: [], version: 2, state: { draft: { title: '乙' } } });
});

test('two people in different blocks merge; in the same field the second is told who was first', async () => {
  const { id, clerk, person } = await anOpenItem();
  const colleague = await person('drafter');
  const [one, two] = [paragraph('b1', '一'), paragraph('b2', '二')];
  await save(id, clerk, [title('防火通知', '甲'), { kind: 'body', from: [], to: [one] }]);
  const { conflicts, state } = await save(id, colleague, [
    title('防火通知', '乙'),
    { kind: 'body', from: [], to: [two] },
  ]);
  expect(state.draft.body).toEqual([two, one]);
  expect(conflicts).toEqual([
    { op: title('防火通知', '乙'), current: '甲', by: clerk.name, at: expect.stringMatching(/^\d{4}-.*Z$/) },
  ]);
});

test('thirty saves at once are all kept', async () => {
  const { id, clerk } = await anOpenItem();
  const blocks = Array.from({ length: 30 }, (_, n) => paragraph(`b${n}`, `第${n}段`));
  const saves = blocks.map((block) => save(id, clerk, [{ kind: 'body', from: [], to: [block] }]));
  const versions = (await Promise.all(saves)).map(({ version }) => version);
  expect(versions.toSorted((one, other) => one - other)).toEqual(blocks.map((_, at) => at + 1));
  expect((await itemDesk(id, clerk))?.state.draft.body).toHaveLength(30);
});

test('an unknown place, class, field, file or picture is refused where it stands', async () => {
  const { id, clerk, nodeId } = await anOpenItem();
  const other = await aTownship();
  const theirs = await nodeCalled('article-20-12', other.people.drafter);
  const file = { sha256: 'a'.repeat(64), name: '一.pdf', type: 'pdf' as const, size: 1 };
  const picture: ItemBlock = { id: 'p', kind: 'image', sha256: 'a'.repeat(64), alt: '' };
  const refused: [ItemOp, string][] = [
    [{ kind: 'set', field: 'nodeId', from: nodeId, to: theirs }, 'nodeId'],
    [{ kind: 'set', field: 'classId', from: null, to: nodeId }, 'classId'],
    [{ kind: 'set', field: 'fieldId', from: null, to: randomUUID() }, 'fieldId'],
    [{ kind: 'attachments', from: [], to: [file] }, 'attachments'],
    [{ kind: 'body', from: [], to: [picture] }, 'body#p'],
  ];
  for (const [op, field] of refused) {
    expect(await issuesOf(save(id, clerk, [op]))).toEqual([{ code: 'bad_input', field, problem: 'unknown_choice' }]);
  }
});

test('the field of the place answers for an item, until another is chosen', async () => {
  const { id, clerk, nodeId, people } = await anOpenItem();
  await createField({ name: '应急管理', leaders: [] }, people.administrator);
  const field = await db.field.findFirstOrThrow({ where: { organisationId: clerk.organisationId, name: '应急管理' } });
  const other = await nodeCalled('article-20-1', clerk);
  await db.catalogueNode.update({ where: { id: other }, data: { fieldId: field.id } });
  await save(id, clerk, [{ kind: 'set', field: 'nodeId', from: nodeId, to: other }]);
  expect((await itemDesk(id, clerk))?.document.field).toBe('应急管理');
  const { fieldId } = await db.document.findFirstOrThrow({ where: { id }, select: { fieldId: true } });
  expect(fieldId).toBe(field.id);
  await db.field.update({ where: { id: field.id }, data: { closedAt: new Date() } });
  await save(id, clerk, [title('防火通知', '甲')]);
  expect((await itemDesk(id, clerk))?.document.field).toBe('政府信息公开');
});

test('an item is no report and a report no item', async () => {
  const { id, clerk, people, aReport } = await anOpenItem();
  const report = await aReport({ status: 'draft', year: 2022 });
  expect(await itemDesk(report.id, clerk)).toBeNull();
  expect(await reportDesk(id, clerk)).toBeNull();
  const note = [{ kind: 'note' as const, from: '', to: '改' }];
  expect(await codesOf(saveDraft({ id, saveId: randomUUID(), base: 0, changes: note }, clerk))).toEqual(['not_found']);
  expect(await codesOf(save(report.id, clerk, [title('', '甲')]))).toEqual(['not_found']);
  expect(await codesOf(save(id, people.section_leader, [title('防火通知', '甲')]))).toEqual(['not_allowed']);
});

test('what has been submitted is not saved any more', async () => {
  const { anItem, people } = await aTownship();
  const { id } = await anItem({ status: 'in_review' });
  expect(await codesOf(save(id, people.drafter, [title('x', '甲')]))).toEqual(['move_not_open']);
});
