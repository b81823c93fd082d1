import { expect, test } from 'vitest';
import type { Role } from '@/lib/domain/access';
import {
  changeField,
  closeField,
  createField,
  fieldList,
  fieldOf,
  reopenField,
  sectionLeaders,
} from '@/lib/server/catalogue/fields';
import { db } from '@/lib/server/db';
import { changeOrganisation, organisationOf } from '@/lib/server/organisation/organisation-settings';
import {
  addPerson,
  changePerson,
  disablePerson,
  enablePerson,
  peopleList,
  personOf,
  resetPassword,
} from '@/lib/server/people/people';
import type { SignedIn } from '@/lib/server/people/session';
import { Refusal } from '@/lib/server/refusal';
import { anOrganisation, lastEvents } from '@/lib/server/testing/an-organisation';
import { withDatabase } from '@/lib/server/testing/with-database';

const { asOwner } = withDatabase();

const facts = { name: '李某', post: '' };

async function issuesOf(attempt: () => Promise<unknown>) {
  try {
    await attempt();
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.issues;
    throw error;
  }
}

test('a person is added, changed, disabled and enabled, and every step stands in the trail', async () => {
  const { id, slug, administrator } = await anOrganisation();
  const added = await addPerson({ ...facts, signInName: `${slug}.LI`, roles: ['drafter'] }, administrator);
  expect(added.signInName).toBe(`${slug}.li`);
  await changePerson(
    { id: added.id, name: '李某某', post: '党建办公室', roles: ['auditor', 'drafter'] },
    administrator,
  );
  expect(await personOf(added.id, administrator)).toMatchObject({
    name: '李某某',
    roles: ['drafter', 'auditor'],
    disabled: false,
  });
  await disablePerson({ id: added.id }, administrator);
  expect((await peopleList(administrator)).map(({ name, disabled }) => [name, disabled])).toEqual([
    ['王某', false],
    ['李某某', true],
  ]);
  await enablePerson({ id: added.id }, administrator);
  expect((await lastEvents(id, 5)).reverse()).toEqual([
    'user_created',
    'user_changed',
    'role_granted',
    'user_disabled',
    'user_enabled',
  ]);
});

test('a name to sign in with is there once in the whole installation', async () => {
  const here = await anOrganisation();
  const there = await anOrganisation();
  const again = () =>
    addPerson({ ...facts, signInName: here.administrator.signInName, roles: ['drafter'] }, there.administrator);
  expect(await issuesOf(again)).toEqual([{ code: 'name_taken', field: 'signInName' }]);
});

test('the last administrator can neither be disabled nor lose the role', async () => {
  const { administrator } = await anOrganisation();
  const last = [{ code: 'last_administrator', field: 'roles' }];
  expect(await issuesOf(() => disablePerson(administrator, administrator))).toEqual(last);
  expect(
    await issuesOf(() => changePerson({ ...facts, id: administrator.id, roles: ['auditor'] }, administrator)),
  ).toEqual(last);
});

test('of two administrators who disable each other at once, one stays', async () => {
  const { id, administrator, person } = await anOrganisation();
  const other = await person('administrator');
  const both = await Promise.all([
    issuesOf(() => disablePerson(other, administrator)),
    issuesOf(() => disablePerson(administrator, other)),
  ]);
  expect(both.flat()).toEqual([{ code: 'last_administrator', field: 'roles' }]);
  expect(await db.user.count({ where: { organisationId: id, disabledAt: null } })).toBe(1);
});

test('an administrator has no other role, and nobody is without one', async () => {
  const { administrator, person } = await anOrganisation();
  const { id } = await person('drafter');
  const give = (roles: Role[]) => issuesOf(() => changePerson({ ...facts, id, roles }, administrator));
  expect(await give(['administrator', 'drafter'])).toEqual([{ code: 'administrator_apart', field: 'roles' }]);
  expect(await give([])).toEqual([{ code: 'bad_input', field: 'roles', problem: 'required' }]);
  expect(await give(['administrator'])).toEqual([]);
});

test('a field has leaders who have the role, and loses those who lose it', async () => {
  const { id, administrator, person } = await anOrganisation();
  const zhang = await person('section_leader');
  const li = await person('drafter');
  await createField({ name: '政府信息公开', leaders: [zhang.id] }, administrator);
  const [field] = await fieldList(administrator);
  expect(field).toMatchObject({ name: '政府信息公开', closed: false, leaders: [{ id: zhang.id, disabled: false }] });
  expect(await sectionLeaders(administrator)).toMatchObject([{ id: zhang.id }]);

  const change = { id: field?.id ?? '', name: '政务公开' };
  expect(await issuesOf(() => changeField({ ...change, leaders: [li.id] }, administrator))).toEqual([
    { code: 'leader_without_role', field: 'leaders', name: '李某' },
  ]);
  await changePerson({ ...facts, id: zhang.id, roles: ['auditor'] }, administrator);
  expect(await fieldOf(change.id, administrator)).toMatchObject({ name: '政府信息公开', leaders: [] });
  await changeField({ ...change, leaders: [] }, administrator);
  await closeField(change, administrator);
  expect(await fieldOf(change.id, administrator)).toMatchObject({ name: '政务公开', closed: true });
  await reopenField(change, administrator);
  expect((await lastEvents(id, 3)).reverse()).toEqual(['field_changed', 'field_closed', 'field_reopened']);
  expect(await issuesOf(() => createField({ name: '政务公开', leaders: [] }, administrator))).toEqual([
    { code: 'name_taken', field: 'name' },
  ]);
});

test('the trail names the facts of the organisation that were changed, and nothing where nothing was', async () => {
  const { id, administrator } = await anOrganisation();
  const before = await organisationOf(administrator);
  await changeOrganisation(before, administrator);
  expect(await lastEvents(id, 1)).toEqual(['user_created']);
  const contact = { ...before.settings.contact, phone: '0379-66581001' };
  await changeOrganisation({ ...before, shortName: '柳镇', settings: { ...before.settings, contact } }, administrator);
  const [line] = await db.auditEvent.findMany({
    where: { organisationId: id },
    orderBy: { sequence: 'desc' },
    take: 1,
  });
  expect(JSON.parse(line?.event ?? '')).toEqual({
    kind: 'organisation_changed',
    fields: ['shortName', 'contact.phone'],
  });
});

/** Every query and command of these files, aimed at one person, one field and one organisation. */
const doors: Record<string, (actor: SignedIn, personId: string, fieldId: string) => Promise<unknown>> = {
  personOf: (actor, id) => personOf(id, actor),
  changePerson: (actor, id) => changePerson({ id, name: '别人', post: '别处', roles: ['auditor'] }, actor),
  disablePerson: (actor, id) => disablePerson({ id }, actor),
  enablePerson: (actor, id) => enablePerson({ id }, actor),
  resetPassword: (actor, id) => resetPassword({ id }, actor),
  fieldOf: (actor, _, id) => fieldOf(id, actor),
  changeField: (actor, _, id) => changeField({ id, name: '别的', leaders: [] }, actor),
  closeField: (actor, _, id) => closeField({ id }, actor),
  reopenField: (actor, _, id) => reopenField({ id }, actor),
  leadersFromElsewhere: (actor, id) => createField({ name: '别的', leaders: [id] }, actor),
  peopleList: (actor) => peopleList(actor),
  fieldList: (actor) => fieldList(actor),
  sectionLeaders: (actor) => sectionLeaders(actor),
  organisationOf: (actor) => organisationOf(actor),
  addPerson: (actor) => addPerson({ ...facts, signInName: 'from-outside', roles: ['drafter'] }, actor),
};

async function aTownWithAField() {
  const town = await anOrganisation();
  const leader = await town.person('section_leader');
  await createField({ name: '政府信息公开', leaders: [leader.id] }, town.administrator);
  const [field] = await fieldList(town.administrator);
  if (!field) throw new Error('the field was not made');
  return { ...town, leader, field };
}

const everythingOf = async (organisationId: string) => [
  await db.user.findMany({
    where: { organisationId },
    include: { roles: true, sessions: true },
    orderBy: { id: 'asc' },
  }),
  await db.field.findMany({ where: { organisationId }, include: { leaders: true } }),
  await db.organisation.findUnique({ where: { id: organisationId } }),
  await asOwner('SELECT count(*) FROM audit_event WHERE organisation_id = $1', [organisationId]),
];

test.each(Object.keys(doors))('%s shows and changes nothing of another organisation', async (name) => {
  const here = await aTownWithAField();
  const { administrator: stranger } = await anOrganisation();
  const before = await everythingOf(here.id);
  let answer: unknown;
  const issues = await issuesOf(async () => {
    answer = await doors[name]?.(stranger, here.leader.id, here.field.id);
  });
  if (issues.length > 0) expect(issues).toEqual([{ code: 'not_found' }]);
  const shown = JSON.stringify(answer) ?? '';
  for (const secret of [here.id, here.slug, here.leader.id, here.field.id]) expect(shown).not.toContain(secret);
  expect(await everythingOf(here.id)).toEqual(before);
});

test.each(Object.keys(doors))('%s is closed to everybody but the administrator', async (name) => {
  const here = await aTownWithAField();
  const others = await here.person('drafter', 'section_leader', 'principal_leader', 'auditor');
  const before = await everythingOf(here.id);
  const issues = await issuesOf(async () => doors[name]?.(others, here.leader.id, here.field.id));
  expect(issues).toEqual([{ code: 'not_allowed', denial: 'role_missing' }]);
  expect(await everythingOf(here.id)).toEqual(before);
});
