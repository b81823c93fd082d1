import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { DraftOp } from '@/lib/domain/report/merge';
import { now, today } from '@/lib/server/clock';
import { answerRemark } from '@/lib/server/documents/answer-remark';
import { type MoveRequest, moveDocument } from '@/lib/server/documents/move-document';
import { historyOf, trail } from '@/lib/server/documents/trail';
import { countOfMyWork, workList } from '@/lib/server/documents/work';
import type { SignedIn } from '@/lib/server/people/session';
import { reportDesk } from '@/lib/server/reports/reports';
import { reviewOf, signOffBrief } from '@/lib/server/reports/review';
import { saveDraft } from '@/lib/server/reports/save-draft';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { withDatabase } from '@/lib/server/testing/with-database';

withDatabase();

let town: Township;
let people: Township['people'];
let id: string;

const decisions = '/decisions' as const;
const remark = { place: 's6#b1', words: '写清楚。' };

// Last year's report is public; this year's was returned once, changed in one cell and one sentence, and submitted again.
beforeAll(async () => {
  town = await aTownship();
  people = town.people;
  await town.aReport({ status: 'published', year: 2021 });
  id = (await town.aReport({ status: 'in_review', year: 2022 })).id;
  await move(people.section_leader, { move: 'send_back', remarks: [remark] });
  const { remarks, state } = await desk(people.drafter);
  await answerRemark({ id, remarkId: remarks[0]?.id ?? '', answer: '已写清楚。' }, people.drafter);
  const licensing = state.draft.tables.t2_5?.licensing?.decisions ?? null;
  const last = state.draft.text.s6 ?? [];
  await save(
    { kind: 'cell', address: `t2_5/licensing${decisions}`, from: licensing, to: Number(licensing) + 1 },
    { kind: 'text', section: 's6', from: last, to: [...last, { id: 'b9', kind: 'paragraph', text: '特此报告。' }] },
  );
  await move(people.drafter, { move: 'submit' });
});

const save = (...changes: DraftOp[]) => saveDraft({ id, saveId: randomUUID(), base: 0, changes }, people.drafter);

async function desk(actor: SignedIn) {
  const found = await reportDesk(id, actor);
  if (!found) throw new Error('no desk');
  return found;
}

async function move(actor: SignedIn, request: Partial<MoveRequest> & Pick<MoveRequest, 'move'>) {
  const { document, frozen } = await desk(actor);
  const secrecy = { result: 'public' as const, by: '孙某', at: today(), statement: '' };
  const seen = frozen ? { sha256: frozen.sha256 } : { secrecy };
  await moveDocument(
    { id, version: document.version, note: '', ...seen, ...request },
    { ...actor, confirmedAt: now() },
  );
}

test('the leader sees what changed since they last decided, and nothing else as changed', async () => {
  const review = await reviewOf(id, people.section_leader);
  expect(review?.since).toMatchObject({ revision: 1, kind: 'send_back', by: people.section_leader.name });
  const changed = review?.since?.changes.filter(({ kind }) => kind !== 'unchanged');
  expect(changed).toMatchObject([
    { kind: 'cell', address: `t2_5/licensing${decisions}` },
    { kind: 'sentence', section: 's6', before: null, after: '特此报告。' },
  ]);
  expect(review?.remarks).toEqual([{ ...remark, answer: '已写清楚。' }]);
  expect(review?.revision.number).toBe(2);
});

test('the leader sees what differs from last year, the settled findings with their reasons, and what they may do', async () => {
  const review = await reviewOf(id, people.section_leader);
  expect(review?.previous?.year).toBe(2021);
  expect(review?.lastYear?.some(({ kind }) => kind === 'sentence')).toBe(true);
  expect(review?.equations).toMatchObject({ total: 42, agree: 42, differ: 0 });
  for (const finding of review?.findings ?? []) expect(finding.reason).toBe('已核对，情况属实。');
  expect(review?.open).toEqual(['approve', 'send_back']);
  expect(review?.secrecy).toMatchObject({ by: '孙某' });
  expect((await reviewOf(id, people.drafter))?.open).toEqual(['take_back']);
  expect((await reviewOf(id, people.auditor))?.open).toEqual([]);
  expect(await reviewOf(id, people.administrator)).toBeNull();
});

test('work waits for exactly the person whose move is next, with deadline and age', async () => {
  const counts = await Promise.all([people.drafter, people.section_leader, people.principal_leader].map(countOfMyWork));
  expect(counts).toEqual([0, 1, 0]);
  const { mine, others } = await workList(people.section_leader);
  expect(others).toEqual([]);
  expect(mine).toMatchObject([
    {
      id,
      year: 2022,
      status: 'in_review',
      due: { official: '2023-01-31', day: '2023-01-31' },
      drafter: people.drafter.name,
    },
  ]);
  expect(mine[0]?.due?.left).toBeLessThan(0);
  expect((await workList(people.drafter)).others).toMatchObject([{ id, waitingFor: [people.section_leader.name] }]);
  expect(await workList(people.administrator)).toMatchObject({ mine: [], others: [] });
});

test('the brief tells the principal leader the figures, the hands and that nothing changed since approval', async () => {
  await move(people.section_leader, { move: 'approve', note: '同意，呈主要领导签发。' });
  const brief = await signOffBrief(id, people.principal_leader);
  expect(brief?.figures.length).toBeGreaterThan(0);
  expect(brief?.figures.every(({ lastYear }) => lastYear !== null)).toBe(true);
  expect(brief).toMatchObject({
    submitted: { actorName: people.drafter.name },
    approved: { words: '同意，呈主要领导签发。', sha256: brief?.revision.sha256 },
    nextNumber: 1,
    open: ['send_back', 'sign_off'],
  });
  expect((await reviewOf(id, people.principal_leader))?.since).toMatchObject({
    kind: 'approve',
    changes: expect.not.arrayContaining([expect.objectContaining({ kind: 'cell' })]),
  });
});

test('the history tells every decision, revision, save and line, and the trail is for auditors and administrators', async () => {
  const history = await historyOf(id, people.auditor);
  expect(history?.decisions.map(({ kind }) => kind)).toEqual(['submit', 'send_back', 'submit', 'approve']);
  expect(history?.revisions.map(({ number }) => number)).toEqual([1, 2]);
  expect(history?.saves[0]?.changes).toHaveLength(2);
  expect(history?.lines[0]?.event).toMatchObject({ kind: 'document_created' });
  expect(history?.verified).toMatchObject({ broken: null, unwitnessed: [] });
  const { lines, next } = await trail({}, people.auditor);
  expect(lines[0]?.sequence).toBe(lines.length);
  expect(next).toBeNull();
  const earlier = await trail({ before: 3 }, people.administrator);
  expect(earlier.lines.map(({ sequence }) => sequence)).toEqual([2, 1]);
  await expect(trail({}, people.drafter)).rejects.toThrow('not_allowed');
});
