import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { DraftOp } from '@/lib/domain/report/merge';
import { db } from '@/lib/server/db';
import type { SignedIn } from '@/lib/server/people/session';
import { createReport } from '@/lib/server/reports/create-report';
import { draftSince, reportDesk } from '@/lib/server/reports/reports';
import { saveDraft } from '@/lib/server/reports/save-draft';
import { aTownship } from '@/lib/server/testing/a-township';
import { lastEvents } from '@/lib/server/testing/an-organisation';
import { codesOf, issuesOf } from '@/lib/server/testing/issues-of';
import { withDatabase } from '@/lib/server/testing/with-database';

withDatabase();

const cell = (address: `t3/${string}/${string}`, from: number | null, to: number | null): DraftOp => {
  return { kind: 'cell', address, from, to };
};
const received = 't3/new_received/natural_person' as const;
const carried = 't3/carried_over/natural_person' as const;

const save = (id: string, actor: SignedIn, changes: DraftOp[], saveId: string = randomUUID()) =>
  saveDraft({ id, saveId, base: 0, changes }, actor);

async function anOpenDraft() {
  const town = await aTownship();
  const id = await createReport({ year: 2022 }, town.people.drafter);
  return { ...town, id, organisationId: town.id, clerk: town.people.drafter };
}

test('a save changes the draft, raises its version and is told in the trail', async () => {
  const { id, organisationId, clerk } = await anOpenDraft();
  const answer = await save(id, clerk, [cell(received, null, 12)]);
  expect(answer).toMatchObject({
    version: 1,
    conflicts: [],
    state: { draft: { tables: { t3: { new_received: { natural_person: 12 } } } } },
  });
  expect((await reportDesk(id, clerk))?.state).toEqual(answer.state);
  expect(await lastEvents(organisationId, 1)).toEqual(['draft_saved']);
  expect(await draftSince(id, 1, clerk)).toEqual({ version: 1 });
  expect(await draftSince(id, 0, clerk)).toMatchObject({
    version: 1,
    by: clerk.name,
    status: 'draft',
    state: answer.state,
  });
});

test('the second delivery of a save changes nothing and is answered alike', async () => {
  const { id, clerk } = await anOpenDraft();
  const saveId = randomUUID();
  const first = await save(id, clerk, [cell(received, null, 12)], saveId);
  await save(id, clerk, [cell(received, 12, 13)]);
  const again = await save(id, clerk, [cell(received, null, 12)], saveId);
  expect(again.applied).toEqual(first.applied);
  expect(again.conflicts).toEqual([]);
  expect(again.version).toBe(2);
  expect(again.state.draft.tables.t3?.new_received?.natural_person).toBe(13);
});

test('a save that changes nothing leaves the version alone', async () => {
  const { id, clerk } = await anOpenDraft();
  expect((await save(id, clerk, [cell(received, null, null)])).version).toBe(0);
  expect(await db.draftChange.count({ where: { documentId: id } })).toBe(0);
});

test('two people in different cells merge; in the same cell the second is told who was first', async () => {
  const { id, clerk, person } = await anOpenDraft();
  const colleague = await person('drafter');
  await save(id, clerk, [cell(received, null, 12)]);
  const { conflicts, state, applied } = await save(id, colleague, [cell(received, null, 20), cell(carried, null, 3)]);
  expect(applied).toEqual([cell(carried, null, 3)]);
  expect(conflicts).toEqual([
    { op: cell(received, null, 20), current: 12, by: clerk.name, at: expect.stringMatching(/^\d{4}-.*Z$/) },
  ]);
  expect(state.draft.tables.t3).toMatchObject({
    new_received: { natural_person: 12 },
    carried_over: { natural_person: 3 },
  });
});

test('fifty saves at once in fifty cells are all kept', async () => {
  const { id, clerk } = await anOpenDraft();
  const desk = await reportDesk(id, clerk);
  const rows = Object.entries(desk?.state.draft.tables.t3 ?? {});
  const addresses = rows
    .flatMap(([row, cells]) => Object.keys(cells).map((column) => `t3/${row}/${column}` as const))
    .slice(0, 50);
  const saves = addresses.map((address, value) => save(id, clerk, [cell(address, null, value)]));
  const versions = (await Promise.all(saves)).map(({ version }) => version);
  expect(versions.toSorted((one, other) => one - other)).toEqual(addresses.map((_, position) => position + 1));
  const after = (await reportDesk(id, clerk))?.state.draft.tables.t3;
  for (const [value, address] of addresses.entries()) {
    const [, row = '', column = ''] = address.split('/');
    expect(after?.[row]?.[column]).toBe(value);
  }
});

test('“all empty cells are zero” is one deliberate act, and stands in the trail as such', async () => {
  const { id, organisationId, clerk } = await anOpenDraft();
  const { state } = await save(id, clerk, [{ kind: 'declare_zero', addresses: [received, carried] }]);
  expect(state.draft.tables.t3).toMatchObject({
    new_received: { natural_person: 0 },
    carried_over: { natural_person: 0 },
  });
  expect(state.office.origins[received]).toMatchObject({ kind: 'declared_zero' });
  expect(await lastEvents(organisationId, 1)).toEqual(['zeros_declared']);
});

test('of a section, the history keeps the paragraphs that a save changed', async () => {
  const { id, clerk } = await anOpenDraft();
  const [one, two, three] = ['一', '二', '三'].map((text) => ({
    id: `b${text.codePointAt(0)}`,
    kind: 'paragraph' as const,
    text,
  }));
  if (!one || !two || !three) throw new Error('three paragraphs');
  await save(id, clerk, [{ kind: 'text', section: 's1', from: [], to: [one, two] }]);
  await save(id, clerk, [
    { kind: 'text', section: 's1', from: [one, two], to: [one, { ...two, text: '二、改' }, three] },
  ]);
  const last = await db.draftChange.findFirstOrThrow({ where: { documentId: id }, orderBy: { version: 'desc' } });
  expect(last.changes).toMatchObject({ applied: [{ from: [two], to: [{ ...two, text: '二、改' }, three] }] });
});

test('what the format does not have, a total, and a wrong figure are refused at their place', async () => {
  const { id, clerk } = await anOpenDraft();
  const refused: [DraftOp, string][] = [
    [cell('t3/nothing/here', null, 1), 'unknown_choice'],
    [cell('t3/new_received/total', null, 1), 'unknown_choice'],
    [cell(received, null, -1), 'negative'],
    [cell(received, null, 1e15), 'too_large'],
    [{ kind: 'text', section: 's2', from: [], to: [] }, 'unknown_choice'],
    [
      { kind: 'text', section: 's1', from: [], to: [{ id: 'b1', kind: 'paragraph', text: '\u0007' }] },
      'control_characters',
    ],
    [{ kind: 'reason', key: 'X', from: '\0', to: '好' }, 'control_characters'],
    [{ kind: 'note', from: '\ud800', to: '好' }, 'control_characters'],
  ];
  for (const [op, problem] of refused) {
    expect(await issuesOf(save(id, clerk, [op])), JSON.stringify(op)).toMatchObject([{ code: 'bad_input', problem }]);
  }
  expect((await reportDesk(id, clerk))?.document.version).toBe(0);
});

test('only a drafter saves, and only while it is a draft', async () => {
  const { people, aReport } = await aTownship();
  const { id } = await aReport({ status: 'in_review', year: 2022 });
  const note: DraftOp[] = [{ kind: 'note', from: '', to: '改' }];
  expect(await codesOf(save(id, people.drafter, note))).toEqual(['move_not_open']);
  for (const role of ['section_leader', 'principal_leader', 'auditor', 'administrator'] as const) {
    expect(await codesOf(save(id, people[role], note))).toEqual(['not_allowed']);
  }
  expect(await codesOf(save('nonsense', people.drafter, note))).toEqual(['not_found']);
});
