import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256 } from '@/lib/domain/hash';
import type { DraftOp } from '@/lib/domain/report/merge';
import { now, today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { answerRemark } from '@/lib/server/documents/answer-remark';
import { type MoveRequest, type Mover, moveDocument } from '@/lib/server/documents/move-document';
import type { SignedIn } from '@/lib/server/people/session';
import { reportDesk } from '@/lib/server/reports/reports';
import { saveDraft } from '@/lib/server/reports/save-draft';
import { aTownship } from '@/lib/server/testing/a-township';
import { lastEvents } from '@/lib/server/testing/an-organisation';
import { codesOf, issuesOf } from '@/lib/server/testing/issues-of';
import { withDatabase } from '@/lib/server/testing/with-database';

withDatabase();

const secrecy = { result: 'public' as const, by: '孙某', at: today(), statement: '' };
const confirmed = (person: SignedIn): Mover => ({ ...person, confirmedAt: now() });

/** The request as the page would send it now, but for what the test says. */
async function requestFor(id: string, actor: SignedIn, request: Partial<MoveRequest> & Pick<MoveRequest, 'move'>) {
  const desk = await reportDesk(id, actor);
  if (!desk) throw new Error(`no desk for ${id}`);
  const seen = desk.frozen ? { sha256: desk.frozen.sha256 } : { secrecy };
  return { id, version: desk.document.version, note: '', ...seen, ...request };
}

async function move(id: string, actor: SignedIn, request: Partial<MoveRequest> & Pick<MoveRequest, 'move'>) {
  await moveDocument(await requestFor(id, actor, request), confirmed(actor));
}

const save = (id: string, actor: SignedIn, ...changes: DraftOp[]) =>
  saveDraft({ id, saveId: randomUUID(), base: 0, changes }, actor);

const documentOf = (id: string) => db.document.findUniqueOrThrow({ where: { id }, include: { revision: true } });

test('submission freezes what would become public, byte for byte, with its hash', async () => {
  const { people, aReport } = await aTownship();
  const { id } = await aReport({ status: 'in_review', year: 2022 });
  const { revision } = await documentOf(id);
  expect(revision).toMatchObject({ number: 1, drafterId: people.drafter.id });
  expect(revision?.sha256).toBe(sha256(revision?.content ?? ''));
  expect(revision?.officeSha256).toBe(sha256(revision?.office ?? ''));
  expect(JSON.parse(revision?.office ?? '').secrecy).toMatchObject({ result: 'public', by: '孙某' });
});

test('a blank stops submission, and so do a warning without reason, a missing review and a day gone by', async () => {
  const { people, aReport } = await aTownship();
  const { id } = await aReport({ status: 'draft', year: 2022 });
  const { drafter } = people;
  const desk = await reportDesk(id, drafter);
  const address = 't3/new_received/natural_person' as const;
  const value = desk?.state.draft.tables.t3?.new_received?.natural_person ?? null;
  await save(
    id,
    drafter,
    { kind: 'cell', address, from: value, to: null },
    { kind: 'text', section: 's6', from: desk?.state.draft.text.s6 ?? [], to: [] },
    { kind: 'publishOn', from: null, to: '2020-01-01' },
  );
  const codes = await codesOf(moveDocument(await requestFor(id, drafter, { move: 'submit', secrecy: null }), drafter));
  expect(codes).toEqual(expect.arrayContaining(['rules_block', 'secrecy_missing', 'day_passed']));
  const future = { ...secrecy, at: '2999-01-01' };
  const issues = await issuesOf(
    moveDocument(await requestFor(id, drafter, { move: 'submit', secrecy: future }), drafter),
  );
  expect(issues).toContainEqual({ code: 'bad_input', field: 'secrecy.at', problem: 'not_a_day' });
  expect(await db.revision.count({ where: { documentId: id } })).toBe(0);
});

test('a warning is settled by a written reason, and the reason is frozen', async () => {
  const { people, aReport } = await aTownship();
  const { id } = await aReport({ status: 'draft', year: 2022 });
  const { drafter } = people;
  const desk = await reportDesk(id, drafter);
  const before = desk?.state.draft.preamble ?? [];
  const [first] = before;
  if (!first) throw new Error('the report has a preamble');
  const spoiled = [{ ...first, text: first.text.replace('本报告所列', '本报所列') }, ...before.slice(1)];
  await save(id, drafter, { kind: 'text', section: 'preamble', from: before, to: spoiled });
  expect(await codesOf(moveDocument(await requestFor(id, drafter, { move: 'submit' }), drafter))).toEqual([
    'reason_missing',
  ]);
  await save(id, drafter, { kind: 'reason', key: `G-TYPO:preamble#${first.id}:本报所列`, from: null, to: '原文如此' });
  await move(id, drafter, { move: 'submit' });
  const { revision } = await documentOf(id);
  expect(Object.values(JSON.parse(revision?.office ?? '').reasons)).toContain('原文如此');
});

test('remarks are fixed to places, answered one by one, and frozen with their answers', async () => {
  const { people, aReport } = await aTownship();
  const { drafter, section_leader: leader } = people;
  const { id } = await aReport({ status: 'in_review', year: 2022 });
  const remarks = [
    { place: 't3/new_received/natural_person', words: '这1件是什么？' },
    { place: 's1#b1', words: '写全称。' },
  ];
  expect(await codesOf(move(id, leader, { move: 'send_back' }))).toEqual(['note_missing']);
  expect(await codesOf(move(id, leader, { move: 'approve', remarks }))).toEqual(['remarks_left']);
  const nowhere = [{ place: 't9/nothing/here', words: '？' }];
  expect(await codesOf(move(id, leader, { move: 'send_back', remarks: nowhere }))).toEqual(['bad_input']);
  await move(id, leader, { move: 'send_back', remarks });

  expect(await issuesOf(move(id, drafter, { move: 'submit' }))).toEqual([{ code: 'answer_missing', count: 2 }]);
  const desk = await reportDesk(id, drafter);
  for (const { id: remarkId, place } of desk?.remarks ?? []) {
    expect(await codesOf(move(id, drafter, { move: 'submit' }))).toEqual(['answer_missing']);
    await answerRemark({ id, remarkId, answer: `已改：${place}` }, drafter);
  }
  await move(id, drafter, { move: 'submit' });
  const { revision } = await documentOf(id);
  const answers = remarks.map((remark) => ({ ...remark, answer: `已改：${remark.place}` }));
  expect(JSON.parse(revision?.office ?? '')).toMatchObject({ answers });
  expect(revision?.number).toBe(2);
});

test('a remark of an earlier return is no longer answered, nor one of another document', async () => {
  const { people, aReport } = await aTownship();
  const { drafter, section_leader: leader } = people;
  const { id } = await aReport({ status: 'in_review', year: 2022 });
  await move(id, leader, { move: 'send_back', remarks: [{ place: '', words: '再核对。' }] });
  const [first] = (await reportDesk(id, drafter))?.remarks ?? [];
  await answerRemark({ id, remarkId: first?.id ?? '', answer: '已核对' }, drafter);
  await move(id, drafter, { move: 'submit' });
  expect(await codesOf(answerRemark({ id, remarkId: first?.id ?? '', answer: '改口' }, drafter))).toEqual([
    'move_not_open',
  ]);
  await move(id, leader, { move: 'send_back', note: '数字有误' });
  expect(await codesOf(answerRemark({ id, remarkId: first?.id ?? '', answer: '改口' }, drafter))).toEqual([
    'not_found',
  ]);
  expect(await codesOf(answerRemark({ id, remarkId: 'nonsense', answer: '好' }, drafter))).toEqual(['not_found']);
  expect(await codesOf(answerRemark({ id, remarkId: first?.id ?? '', answer: ' ' }, drafter))).toEqual(['bad_input']);
});

test('a leader decides on the content they saw, with the password asked again within five minutes', async () => {
  const { people, aReport } = await aTownship();
  const { section_leader: leader } = people;
  const { id } = await aReport({ status: 'in_review', year: 2022 });
  const approval = await requestFor(id, leader, { move: 'approve' });
  expect(await codesOf(moveDocument(approval, { ...leader, confirmedAt: null }))).toEqual(['password_needed']);
  const longAgo = new Date(now().getTime() - 5 * 60_000);
  expect(await codesOf(moveDocument(approval, { ...leader, confirmedAt: longAgo }))).toEqual(['password_needed']);
  const other = { ...approval, sha256: 'f'.repeat(64) };
  expect(await codesOf(moveDocument(other, confirmed(leader)))).toEqual(['stale_copy']);
  await moveDocument(approval, confirmed(leader));
  expect(await documentOf(id)).toMatchObject({ status: 'in_sign_off' });
});

test('signing publishes at once: snapshot, number, office title, decision and trail in one', async () => {
  const { id: organisationId, aReport } = await aTownship();
  const { id, title } = await aReport({ status: 'published', year: 2022 });
  const { revision, status } = await documentOf(id);
  expect(status).toBe('published');
  const [publication, ...others] = await db.publication.findMany({ where: { documentId: id } });
  expect(others).toEqual([]);
  expect(publication).toMatchObject({
    ...{ number: 1, act: 'publish', path: 'reports/2022', title, signedBy: '主要领导', note: '' },
    ...{ snapshot: revision?.content, sha256: revision?.sha256 },
  });
  expect(await lastEvents(organisationId, 2)).toEqual(['document_published', 'document_moved']);
});

test('a correction goes the whole way again and carries its note; the first edition stays as it was', async () => {
  const { people, aReport } = await aTownship();
  const { drafter, section_leader: leader, principal_leader: principal } = people;
  const { id } = await aReport({ status: 'published', year: 2022 });
  const first = await db.publication.findFirstOrThrow({ where: { documentId: id } });
  expect(await codesOf(move(id, drafter, { move: 'correct' }))).toEqual(['note_missing']);
  await move(id, drafter, { move: 'correct', note: '更正表三的一处数字。' });

  const desk = await reportDesk(id, drafter);
  expect(desk?.state.draft.correctionNote).toBe('更正表三的一处数字。');
  await save(id, drafter, { kind: 'note', from: '更正表三的一处数字。', to: '' });
  expect(await issuesOf(move(id, drafter, { move: 'submit' }))).toEqual([
    { code: 'note_missing', field: 'note', move: 'correct' },
  ]);
  await save(id, drafter, { kind: 'note', from: '', to: '更正表三。' });
  await move(id, drafter, { move: 'submit' });
  await move(id, leader, { move: 'approve' });
  await move(id, principal, { move: 'sign_off' });
  const editions = await db.publication.findMany({ where: { documentId: id }, orderBy: { number: 'asc' } });
  expect(editions[0]).toEqual(first);
  expect(editions[1]).toMatchObject({ number: 2, act: 'correct', note: '更正表三。' });
  expect(JSON.parse(editions[1]?.snapshot ?? '')).toMatchObject({ correctionNote: '更正表三。' });
});

test('a withdrawal leaves a public notice, and the report can be corrected and published again', async () => {
  const { people, aReport } = await aTownship();
  const { id, title } = await aReport({ status: 'withdrawn', year: 2022 });
  const notice = await db.publication.findFirstOrThrow({ where: { documentId: id, act: 'withdraw' } });
  expect(notice).toMatchObject({ number: 2, note: '数据有误，重新核对后再公开。', revisionId: null });
  expect(JSON.parse(notice.snapshot)).toMatchObject({ title, withdraws: 1, day: today(), signedBy: '主要领导' });
  await move(id, people.drafter, { move: 'correct', note: '重新核对后公开。' });
  expect((await documentOf(id)).status).toBe('draft');
});

test('what must not stay public is withdrawn also while its correction is under way', async () => {
  const { people, aReport } = await aTownship();
  const { drafter, principal_leader: principal } = people;
  const { id } = await aReport({ status: 'published', year: 2022 });
  await move(id, drafter, { move: 'correct', note: '更正表三。' });
  await move(id, drafter, { move: 'submit' });
  expect((await reportDesk(id, principal))?.open).toContain('withdraw');
  await move(id, principal, { move: 'withdraw', note: '附有个人信息。' });
  expect(await documentOf(id)).toMatchObject({ status: 'withdrawn' });
  const editions = await db.publication.findMany({ where: { documentId: id }, orderBy: { number: 'asc' } });
  expect(editions.map(({ act }) => act)).toEqual(['publish', 'withdraw']);
  expect(await codesOf(move(id, principal, { move: 'withdraw', note: '再撤一次。' }))).toEqual(['move_not_open']);
});

test('what was never public cannot be withdrawn', async () => {
  const { people, aReport } = await aTownship();
  const { id } = await aReport({ status: 'in_sign_off', year: 2022 });
  const attempt = move(id, people.principal_leader, { move: 'withdraw', note: '撤下。' });
  expect(await issuesOf(attempt)).toEqual([{ code: 'move_not_open', status: 'in_sign_off' }]);
});

test('whoever drafted does not approve, and a leader who changed a comma does not either', async () => {
  const { people, aReport, person } = await aTownship();
  const { id } = await aReport({ status: 'draft', year: 2022 });
  const [field] = people.section_leader.leads;
  const both = { ...(await person('drafter', 'section_leader')), leads: field ? [field] : [] };
  await save(id, both, { kind: 'publishOn', from: null, to: '2099-01-01' });
  await move(id, people.drafter, { move: 'submit' });
  expect(await issuesOf(move(id, both, { move: 'approve' }))).toEqual([
    { code: 'not_allowed', denial: 'second_stage' },
  ]);
  const desk = await reportDesk(id, both);
  expect(desk?.may.approve).toBe('second_stage');
});

test('each move is refused to every role that it is not for', async () => {
  const { people, aReport } = await aTownship();
  const { id } = await aReport({ status: 'in_sign_off', year: 2022 });
  for (const role of ['drafter', 'section_leader', 'auditor'] as const) {
    const attempt = move(id, people[role], { move: 'sign_off' });
    expect(await issuesOf(attempt)).toEqual([{ code: 'not_allowed', denial: 'role_missing' }]);
  }
  const { version } = await documentOf(id);
  const asAdministrator = { id, version, move: 'sign_off' as const, note: '' };
  expect(await codesOf(moveDocument(asAdministrator, confirmed(people.administrator)))).toEqual(['not_allowed']);
  expect(await codesOf(move(id, people.principal_leader, { move: 'publish' }))).toEqual(['not_allowed']);
});

test('a leader of another field does not approve', async () => {
  const { aReport, person } = await aTownship();
  const { id } = await aReport({ status: 'in_review', year: 2022 });
  const other = await person('section_leader');
  expect(await issuesOf(move(id, other, { move: 'approve' }))).toEqual([
    { code: 'not_allowed', denial: 'other_field' },
  ]);
});

test('of twenty who move at once one wins, and the others are told who was first', async () => {
  const { people, aReport } = await aTownship();
  const { id } = await aReport({ status: 'in_review', year: 2022 });
  const { section_leader: leader, drafter } = people;
  const approval = await requestFor(id, leader, { move: 'approve' });
  const takeBack = await requestFor(id, drafter, { move: 'take_back' });
  const sendBack = await requestFor(id, leader, { move: 'send_back', note: '退回' });
  const attempts = Array.from({ length: 20 }, (_, turn) => {
    if (turn % 3 === 0) return moveDocument(takeBack, drafter);
    return moveDocument(turn % 3 === 1 ? approval : sendBack, confirmed(leader));
  });
  const told = (await Promise.all(attempts.map(issuesOf))).filter((issues) => issues.length > 0);
  const {
    kind,
    actorName: by,
    at,
  } = await db.decision.findFirstOrThrow({
    where: { documentId: id, kind: { not: 'submit' } },
  });
  expect(told).toEqual(Array(19).fill([{ code: 'stale_copy', by, at: at.toISOString(), move: kind }]));
  expect(await db.decision.count({ where: { documentId: id } })).toBe(2);
});
