import { beforeEach, expect, test } from 'vitest';
import type { Day } from '@/lib/domain/calendar/day';
import { aRequest, received } from '@/lib/domain/requests/a-request';
import type { RequestEvent } from '@/lib/domain/requests/events';
import { today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { kindOf } from '@/lib/server/documents/document-kinds';
import { moveDocument } from '@/lib/server/documents/move-document';
import { registersOf } from '@/lib/server/reports/registers';
import { reportDesk } from '@/lib/server/reports/reports';
import { restatementsFor } from '@/lib/server/reports/restatements';
import { reviewOf, signOffBrief } from '@/lib/server/reports/review';
import { saveDraft } from '@/lib/server/reports/save-draft';
import { aBareRequest, entering } from '@/lib/server/testing/a-bare-request';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { issuesOf } from '@/lib/server/testing/issues-of';
import { withDatabase } from '@/lib/server/testing/with-database';

withDatabase();
let town: Township;
beforeEach(async () => {
  town = await aTownship();
});

const year = Number(today().slice(0, 4)) - 2;
const day = (rest: string, of = year): Day => `${of}-${rest}` as Day;

async function aRequestWith(arrived: Day, events: RequestEvent[], restates?: string) {
  const request = await aBareRequest(town.people.drafter, arrived);
  await entering(request, events, town.people.drafter, restates);
  return request;
}

const opened = () => received(day('12-20'));
const told = (of: number) => restatementsFor(db, town.id, of);
const cellsOf = async (of: number, past: number) =>
  Object.fromEntries(
    ((await told(of)).find(({ year: each }) => each === past)?.cells ?? []).map(({ address, before, after }) => [
      address,
      [before, after],
    ]),
  );

async function linkHolds() {
  const [past, next] = [await registersOf(db, town.id, year), await registersOf(db, town.id, year + 1)];
  for (const column of ['natural_person', 'other_org', 'total'])
    expect(next[`requests/carried_over/${column}`]).toBe(past[`requests/carried_forward/${column}`]);
}

test('an answer entered late asks for a reason, moves what was carried on, and is told to the next report', async () => {
  const request = await aRequestWith(day('12-20'), opened());
  await town.aReport({ status: 'published', year });
  expect(await told(year + 1)).toEqual([]);
  const late = aRequest([day('12-29'), 'replied', { row: 'granted' }]);
  expect(await issuesOf(entering(request, late, town.people.drafter))).toEqual([
    { code: 'restatement_missing', field: 'restates', years: [year] },
  ]);
  await linkHolds();
  await entering(request, late, town.people.drafter, '答复当时没有登记');
  await linkHolds();
  expect(await told(year + 1)).toMatchObject([{ year, requests: [{ id: request.id }], reasons: ['答复当时没有登记'] }]);
  expect(await cellsOf(year + 1, year)).toEqual({
    't3/granted/natural_person': [0, 1],
    't3/granted/total': [0, 1],
    't3/results_total/natural_person': [0, 1],
    't3/results_total/total': [0, 1],
    't3/carried_forward/natural_person': [1, 0],
    't3/carried_forward/total': [1, 0],
  });
});

test('the reversal of a counted answer brings the request back into the years that are public', async () => {
  const request = await aRequestWith(day('12-20'), [...opened(), ...aRequest([day('12-29'), 'replied'])]);
  await town.aReport({ status: 'published', year });
  const reversal = aRequest([day('03-01', year + 1), 'reversed', { event: 'replied', reason: '登记错了' }]);
  await entering(request, reversal, town.people.drafter, '答复没有发出');
  await linkHolds();
  expect(await cellsOf(year + 1, year)).toMatchObject({
    't3/granted/total': [1, 0],
    't3/carried_forward/total': [0, 1],
  });
});

test('taken up again by order of a court, it is counted where it was', async () => {
  const request = await aRequestWith(day('12-01'), [
    ...received(day('12-01')),
    ...aRequest([day('12-10'), 'replied', { row: 'denied_process_info' }]),
  ]);
  await town.aReport({ status: 'published', year });
  const sued = aRequest(
    [day('02-01', year + 1), 'litigation_opened'],
    [day('06-01', year + 1), 'litigation_closed', { result: 'corrected' }],
    [day('06-10', year + 1), 'reopened', { because: 'litigation' }],
    [day('06-20', year + 1), 'replied', { id: 'second', row: 'granted' }],
  );
  await entering(request, sued, town.people.drafter);
  expect(await told(year + 1)).toEqual([]);
  await linkHolds();
  expect(await registersOf(db, town.id, year + 1)).toMatchObject({
    'requests/granted/total': 0,
    'cases/litigation_direct_corrected': 1,
  });
});

test('a register that begins later restates nothing before it', async () => {
  await town.aReport({ status: 'published', year });
  const settings = { requests: { registerSince: year + 1 } };
  await db.organisation.update({ where: { id: town.id }, data: { settings } });
  await aRequestWith(day('12-20'), opened());
  expect(await told(year + 1)).toEqual([]);
  expect((await registersOf(db, town.id, year + 1))['requests/carried_over/total']).toBe(1);
});

test('the next report cannot go out silently: the leaders read the change, and it is told once', async () => {
  const { drafter, section_leader: leader, principal_leader: principal } = town.people;
  await aRequestWith(day('12-20'), opened());
  await town.aReport({ status: 'published', year });
  const draft = await town.aReport({ status: 'draft', year: year + 1 });
  await aRequestWith(day('12-21'), received(day('12-21')), '当时漏登');
  const desk = await reportDesk(draft.id, drafter);
  expect(desk?.restated).toMatchObject([{ year, reasons: ['当时漏登'] }]);
  const key = `T3-RESTATED:${year}`;
  const open = async () => {
    const document = await db.document.findUniqueOrThrow({ where: { id: draft.id } });
    const { findings, office } = await kindOf('annual_report').prepare(db, document);
    return findings.filter((finding) => finding.severity === 'block' || !office.reasons[finding.key]);
  };
  const before = await open();
  expect(before.map((finding) => finding.key)).toContain(key);
  const link = before.find(
    ({ rule, places: [place] }) => rule === 'T3-YEAR-LINK' && JSON.stringify(place).includes('natural'),
  );
  expect(link?.facts).toMatchObject({ value: 2, restated: 2 });
  await saveDraft(
    {
      ...{ id: draft.id, saveId: crypto.randomUUID(), base: desk?.document.version ?? 0 },
      changes: before.map((finding) => ({ kind: 'reason', key: finding.key, from: null, to: '漏登，已补登' })),
    },
    drafter,
  );
  expect(await open()).toEqual([]);
  const { document } = (await reportDesk(draft.id, drafter)) ?? { document: { version: 0 } };
  const secrecy = { result: 'public' as const, by: '孙某', at: today(), statement: '' };
  await moveDocument({ id: draft.id, version: document.version, move: 'submit', note: '', secrecy }, drafter);
  // What comes after the freezing is for the report after it.
  await aRequestWith(day('12-22'), received(day('12-22')), '又漏一件');
  expect((await reviewOf(draft.id, leader))?.restated).toMatchObject([{ year, reasons: ['当时漏登'] }]);
  expect((await signOffBrief(draft.id, principal))?.restated).toHaveLength(1);
});

test('what one report has told the one after it does not tell again', async () => {
  await aRequestWith(day('12-20'), opened());
  await town.aReport({ status: 'published', year: year - 1 });
  await town.aReport({ status: 'published', year });
  await aRequestWith(day('12-21', year - 1), received(day('12-21', year - 1)), '漏登一');
  expect((await told(year + 1)).map((each) => each.year)).toEqual([year - 1, year]);
  await town.aReport({ status: 'published', year: year + 1 });
  expect(await told(year + 2)).toEqual([]);
  await aRequestWith(day('12-22', year - 1), received(day('12-22', year - 1)), '漏登二');
  expect(await told(year + 2)).toMatchObject([
    { year: year - 1, reasons: ['漏登二'] },
    { year, reasons: ['漏登二'] },
    { year: year + 1, reasons: ['漏登二'] },
  ]);
});
