import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { calendar } from '@/lib/domain/calendar/calendar';
import { addDays, type Day } from '@/lib/domain/calendar/day';
import { addWorkingDays } from '@/lib/domain/calendar/working-days';
import { type RegisterFilter, registerFilter } from '@/lib/domain/items/register-filter';
import { today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { dueItems, type RegisterRow, registerChoices, registerPage, registerRows } from '@/lib/server/items/register';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { issuesOf } from '@/lib/server/testing/issues-of';
import { withDatabase } from '@/lib/server/testing/with-database';

const { asOwner } = withDatabase();
const count = 170;
let town: Township;
let ids: { nodes: string[]; fields: string[]; people: string[] };
let all: RegisterRow[];

const nothing = registerFilter.parse({});
const by = (chosen: Partial<RegisterFilter>): RegisterFilter => ({ ...nothing, ...chosen });

beforeAll(async () => {
  town = await aTownship();
  const { id: organisationId, people } = town;
  await db.field.create({ data: { organisationId, name: '民生保障' } });
  const where = { organisationId };
  const [nodes, fields] = [await db.catalogueNode.findMany({ where }), await db.field.findMany({ where })];
  const second = await town.person('drafter');
  ids = {
    nodes: nodes.slice(0, 3).map(({ id }) => id),
    fields: fields.map(({ id }) => id),
    people: [people.drafter.id, second.id],
  };
  await fill(organisationId);
  all = await rowsBy(nothing);
});

// Days around today and years ago, states and people in every combination: each number walks through its own round.
async function fill(organisationId: string) {
  await asOwner(
    `INSERT INTO document (id, organisation_id, kind, title, path, field_id, drafter_id, status, draft)
     SELECT md5('d' || n)::uuid, $1, 'item', '信息' || n, 'items/' || n, ($2::uuid[])[1 + n % 2], ($3::uuid[])[1 + n / 2 % 2],
       'draft', '{}' FROM generate_series(1, $4::int) n`,
    [organisationId, ids.fields, ids.people, count],
  );
  await asOwner(
    `INSERT INTO disclosure_item (document_id, organisation_id, node_id, class_id, attribute, formed_on, due_on, first_published_on, reassess_on)
     SELECT md5('d' || n)::uuid, $1, ($2::uuid[])[1 + n % 3], CASE WHEN n % 5 = 0 THEN ($2::uuid[])[1] END,
       CASE WHEN n % 11 = 0 THEN 'withheld' ELSE 'proactive' END::"Attribute",
       CASE WHEN n % 13 > 0 THEN $3::date - n * 9 END, CASE WHEN n % 13 > 0 THEN $3::date - 20 + n % 40 END,
       CASE WHEN n % 4 = 0 THEN $3::date - n % 30 END, CASE WHEN n % 11 = 0 THEN $3::date - 40 + n % 80 END
     FROM generate_series(1, $4::int) n`,
    [organisationId, ids.nodes, today(), count],
  );
  await asOwner(
    `UPDATE document SET status = 'withdrawn' WHERE organisation_id = '${organisationId}' AND path LIKE '%0'`,
  );
}

async function rowsBy(filter: RegisterFilter): Promise<RegisterRow[]> {
  const rows: RegisterRow[] = [];
  for await (const some of registerRows(filter, town.people.drafter)) rows.push(...some);
  return rows;
}

/** Goes through the register page by page, as a reader does. */
async function walked(filter: RegisterFilter, direction: 'after' | 'before', from: RegisterFilter['after']) {
  const shown: RegisterRow[][] = [];
  for (let place = from; ; ) {
    const page = await registerPage({ ...filter, [direction]: place }, town.people.drafter);
    shown.push(page.rows);
    place = page[direction];
    if (place === null) return direction === 'after' ? shown.flat() : shown.toReversed().flat();
  }
}

const days = { soon: () => addWorkingDays(today(), 5, calendar).day, month: () => addDays(today(), 30) };
const isOpen = (row: RegisterRow) =>
  row.firstPublishedOn === null && row.attribute === 'proactive' && row.dueOn !== null;

/** The same question, asked of the rows one by one. */
function answers(row: RegisterRow & { is: Record<string, string | null> }, filter: RegisterFilter): boolean {
  const { dueOn, firstPublishedOn, reassessOn } = row;
  const due: Record<string, () => boolean> = {
    overdue: () => isOpen(row) && dueOn !== null && dueOn < today(),
    today: () => isOpen(row) && dueOn === today(),
    soon: () => isOpen(row) && dueOn !== null && dueOn > today() && dueOn <= days.soon(),
    late: () => firstPublishedOn !== null && dueOn !== null && firstPublishedOn > dueOn,
  };
  const inYear = (day: Day | null, year: number | null) => year === null || day?.slice(0, 4) === String(year);
  const again = filter.reassess === 'due' ? today() : days.month();
  return (
    (filter.status === null || row.status === filter.status) &&
    Object.entries(row.is).every(([key, id]) => {
      const wanted = filter[key as 'node']; // one of the keys that hold an id
      return wanted === null || wanted === id;
    }) &&
    inYear(row.formedOn, filter.year) &&
    inYear(firstPublishedOn, filter.published) &&
    (filter.due === null || due[filter.due]?.() === true) &&
    (filter.reassess === null || (reassessOn !== null && reassessOn <= again))
  );
}

test('any filter finds exactly what asking row by row finds, and counts it', async () => {
  const columns = await db.disclosureItem.findMany({ where: { organisationId: town.id } });
  const isOf = new Map(
    columns.map((item) => [
      item.documentId,
      { node: item.nodeId, class: item.classId, field: item.fieldId, person: item.drafterId },
    ]),
  );
  const oracle = (filter: RegisterFilter) =>
    all.filter((row) => answers({ ...row, is: isOf.get(row.id) ?? {} }, filter));
  const maybe = <Value>(...values: Value[]) => fc.option(fc.constantFrom(...values), { nil: null, freq: 1 });
  const thisYear = Number(today().slice(0, 4));
  const anyFilter = fc.record({
    ...{ node: maybe(...ids.nodes), class: maybe(ids.nodes[0] ?? ''), field: maybe(...ids.fields) },
    ...{ person: maybe(...ids.people), status: maybe('draft' as const, 'withdrawn' as const) },
    ...{ year: maybe(thisYear, thisYear - 1, thisYear - 3), published: maybe(thisYear, thisYear - 1) },
    due: maybe('overdue' as const, 'today' as const, 'soon' as const, 'late' as const),
    reassess: maybe('due' as const, 'soon' as const),
  });
  const property = fc.asyncProperty(anyFilter, async (chosen) => {
    const filter = by(chosen);
    const [wanted, page] = [oracle(filter), await registerPage(filter, town.people.drafter)];
    expect(page.rows.map(({ id }) => id)).toEqual(wanted.slice(0, 50).map(({ id }) => id));
    expect(page.total).toBe(wanted.length);
    expect(page.all).toBe(oracle({ ...filter, status: null }).length);
    for (const [status, number] of page.byStatus) expect(number).toBe(oracle({ ...filter, status }).length);
    for (const [due, number] of page.byDue) expect(number).toBe(oracle({ ...filter, due }).length);
  });
  await fc.assert(property, { numRuns: 150 });
  expect(oracle(by({ due: 'late' })).length).toBeGreaterThan(3);
  expect(oracle(by({ reassess: 'soon' })).length).toBeGreaterThan(oracle(by({ reassess: 'due' })).length);
});

test.each(['newest', 'due', 'formed', 'published'] as const)(
  'pages by %s show every row once, forth and back',
  async (sort) => {
    const whole = await rowsBy(by({ sort }));
    const forth = await walked(by({ sort }), 'after', null);
    expect(forth.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
    expect(new Set(whole.map(({ id }) => id)).size).toBe(count);
    const lastPage = await registerPage(by({ sort, after: placeOf(whole[149], sort) }), town.people.drafter);
    expect([lastPage.rows.length, lastPage.after]).toEqual([count - 150, null]);
    const back = await walked(by({ sort }), 'before', lastPage.before);
    expect(back.map(({ id }) => id)).toEqual(whole.slice(0, 150).map(({ id }) => id));
    if (sort === 'due')
      expect(whole.map(({ dueOn }) => dueOn ?? '9')).toEqual(whole.map(({ dueOn }) => dueOn ?? '9').toSorted());
    if (sort === 'formed') expect(whole.at(-1)?.formedOn).toBeNull();
  },
);

function placeOf(row: RegisterRow | undefined, sort: RegisterFilter['sort']) {
  if (!row) throw new Error('no such row');
  const day = { newest: null, due: row.dueOn, formed: row.formedOn, published: row.firstPublishedOn }[sort];
  return { day, id: row.id };
}

test('what is due is told by field, the most pressing first', async () => {
  const told = await dueItems(town.people.section_leader);
  expect(told.map(({ name }) => name).toSorted()).toEqual(['政府信息公开', '民生保障'].toSorted());
  for (const { fieldId, overdue, today: now, soon, rows } of told) {
    const page = await registerPage(by({ field: fieldId }), town.people.drafter);
    expect([overdue, now, soon]).toEqual(['overdue', 'today', 'soon'].map((kind) => page.byDue.get(kind as 'soon')));
    const first = (await rowsBy(by({ field: fieldId, sort: 'due' }))).filter(isOpen).slice(0, 5);
    expect(rows.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
  }
});

test('an item follows the state, the field and the drafter of its document, whoever writes them', async () => {
  const [{ id }] = [await db.document.findFirstOrThrow({ where: { organisationId: town.id, path: 'items/7' } })];
  const copied = () =>
    db.disclosureItem.findUniqueOrThrow({ where: { documentId: id }, select: { status: true, fieldId: true } });
  await db.document.update({ where: { id }, data: { status: 'withdrawn', fieldId: ids.fields[0] } });
  expect(await copied()).toEqual({ status: 'withdrawn', fieldId: ids.fields[0] });
  await db.disclosureItem.update({ where: { documentId: id }, data: { status: 'published', fieldId: null } });
  expect(await copied()).toEqual({ status: 'withdrawn', fieldId: ids.fields[0] });
  await db.document.update({ where: { id }, data: { status: 'draft', fieldId: ids.fields[1] } });
});

test('it can be narrowed to what the office has', async () => {
  const { nodes, fields, people } = await registerChoices(town.people.auditor);
  expect([nodes.length, fields.length, people.length]).toEqual([23, 2, 2]);
});

test('an administrator sees no register', async () => {
  const { administrator } = town.people;
  for (const attempt of [registerPage(nothing, administrator), registerChoices(administrator), dueItems(administrator)])
    expect(await issuesOf(attempt)).toMatchObject([{ code: 'not_allowed' }]);
});
