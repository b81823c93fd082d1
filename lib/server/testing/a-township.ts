import { randomUUID } from 'node:crypto';
import { type Role, roles } from '@/lib/domain/access';
import type { ItemDraft } from '@/lib/domain/items/content';
import { aReport } from '@/lib/domain/report/a-report';
import { cellsOf, valueAt } from '@/lib/domain/report/cells';
import type { Report } from '@/lib/domain/report/content';
import { formatFor } from '@/lib/domain/report/formats';
import { countedAt } from '@/lib/domain/report/live-numbers';
import type { DraftOp } from '@/lib/domain/report/merge';
import { unsettled } from '@/lib/domain/report/settled';
import type { Status } from '@/lib/domain/workflow/moves';
import { createField } from '@/lib/server/catalogue/fields';
import { db } from '@/lib/server/db';
import { kindOf } from '@/lib/server/documents/document-kinds';
import { moveDocument } from '@/lib/server/documents/move-document';
import type { SignedIn } from '@/lib/server/people/session';
import { createReport } from '@/lib/server/reports/create-report';
import { allFormats } from '@/lib/server/reports/formats';
import { reportDesk } from '@/lib/server/reports/reports';
import { saveDraft } from '@/lib/server/reports/save-draft';
import { bringItem, correctItem, type ItemWish, withdrawItem } from '@/lib/server/testing/an-item-on-its-way';
import { anOrganisation, signedIn } from '@/lib/server/testing/an-organisation';
import { moveOneStep, type People } from '@/lib/server/testing/the-way';

export type Township = Awaited<ReturnType<typeof aTownship>>;

type Wish = { status: Status; year: number };

/** An organisation with one person a role and one field, in which reports and items can be brought on their way. */
export async function aTownship(shortName?: string) {
  const organisation = await anOrganisation(shortName);
  const entries = roles.map(
    async (role): Promise<[Role, SignedIn]> => [
      role,
      role === 'administrator' ? organisation.administrator : await organisation.person(role),
    ],
  );
  const people = Object.fromEntries(await Promise.all(entries)) as People; // one entry a role
  await createField({ name: '政府信息公开', leaders: [people.section_leader.id] }, people.administrator);
  people.section_leader = await signedIn(people.section_leader.id, organisation.id); // leads the field from now on
  return {
    ...organisation,
    people,
    aReport: (wish: Wish) => bring(wish, people),
    anItem: (wish: ItemWish) => bringItem(wish, people),
    /** Corrects a published item with a public note, the whole way to its next edition. */
    correctItem: (id: string, note: string, draft: Partial<ItemDraft> = {}) => correctItem(id, note, draft, people),
    withdrawItem: (id: string) => withdrawItem(id, people),
    /** Corrects a published report with a public note, the whole way to its next edition. */
    correct: (id: string, note: string, changes: DraftOp[]) => correct({ id, note, changes }, people),
  };
}

/** Opens and fills the report of a year through the commands that people use, and moves it on to the status wished. */
async function bring({ status, year }: Wish, people: People) {
  const { drafter } = people;
  const id = await createReport({ year }, drafter);
  await fill(id, year, drafter);
  // What is to stay signed waits for a day that no test lives to see.
  if (status === 'signed') await save(id, [{ kind: 'publishOn', from: null, to: '2099-12-31' }], drafter);
  return moveOn(id, status, people);
}

async function correct({ id, note, changes }: { id: string; note: string; changes: DraftOp[] }, people: People) {
  const { document } = await deskOf(id, people.drafter);
  await moveDocument({ id, version: document.version, move: 'correct', note }, people.drafter);
  if (changes.length > 0) await save(id, changes, people.drafter);
  return moveOn(id, 'published', people);
}

async function moveOn(id: string, status: Status, people: People) {
  const { drafter } = people;
  for (;;) {
    const { document, frozen } = await deskOf(id, drafter);
    const sha256 = frozen?.sha256 ?? null;
    const done = document.status === status || !(await moveOneStep({ ...document, sha256 }, people));
    const { slug } = drafter.organisation;
    if (done) return { id, year: document.year, title: document.title, organisationSlug: slug, sha256 };
  }
}

async function deskOf(id: string, actor: SignedIn) {
  const desk = await reportDesk(id, actor);
  if (!desk) throw new Error(`report ${id} is not to be seen`);
  return desk;
}

async function fill(id: string, year: number, drafter: SignedIn) {
  const format = formatFor(year, allFormats());
  if (!format) throw new Error(`no format for ${year}`);
  const wanted = aReport(format, { year, name: drafter.organisation.name });
  const { state, registers } = await deskOf(id, drafter);
  const before = state.draft;
  const figures = cellsOf(format)
    .filter(({ computed, address }) => !computed && !countedAt(format, address, registers))
    .map(({ address }): DraftOp => {
      return { kind: 'cell', address, from: valueAt(before.tables, address), to: valueAt(wanted.tables, address) };
    });
  await save(id, [...figures, ...prose(wanted)], drafter);
  const document = await db.document.findUniqueOrThrow({ where: { id } });
  const { findings, office } = await db.$transaction((tx) => kindOf(document.kind).prepare(tx, document));
  const reasons = unsettled(findings, office.reasons).warnings.map(
    ({ key }): DraftOp => ({ kind: 'reason', key, from: null, to: '已核对，情况属实。' }),
  );
  if (reasons.length > 0) await save(id, reasons, drafter);
}

const prose = ({ preamble = [], text = {} }: Report): DraftOp[] =>
  Object.entries({ preamble, ...text }).map(([section, to]) => ({ kind: 'text', section, from: [], to }));

async function save(id: string, changes: DraftOp[], drafter: SignedIn) {
  const { conflicts } = await saveDraft({ id, saveId: randomUUID(), base: 0, changes }, drafter);
  if (conflicts.length > 0) throw new Error('the draft holds something else already');
}
