import { expect, test } from 'vitest';
import { sha256 } from '@/lib/domain/hash';
import type { ItemBlock } from '@/lib/domain/items/body';
import type { ItemOp } from '@/lib/domain/items/merge';
import { declarations } from '@/lib/domain/workflow/secrecy';
import { createField } from '@/lib/server/catalogue/fields';
import { now, today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { answerRemark } from '@/lib/server/documents/answer-remark';
import { type MoveRequest, moveDocument } from '@/lib/server/documents/move-document';
import { publishDue } from '@/lib/server/documents/publish-due';
import { workList } from '@/lib/server/documents/work';
import { itemReviewOf } from '@/lib/server/items/item-review';
import { itemDesk, restrictedDue } from '@/lib/server/items/items';
import type { SignedIn } from '@/lib/server/people/session';
import { aTownship } from '@/lib/server/testing/a-township';
import { saveOps } from '@/lib/server/testing/an-item-on-its-way';
import { signedIn } from '@/lib/server/testing/an-organisation';
import { codesOf, issuesOf } from '@/lib/server/testing/issues-of';
import { withDatabase } from '@/lib/server/testing/with-database';

withDatabase();

const secrecy = { result: 'public' as const, by: '孙某', at: today(), statement: '没有涉密内容。' };
const withheld = {
  attribute: 'withheld' as const,
  withholding: 'in_process' as const,
  withholdingBasis: '《条例》第十六条第二款，尚在讨论。',
  reassessOn: '2098-01-01' as const,
};

async function move(id: string, request: Partial<MoveRequest> & Pick<MoveRequest, 'move'>, actor: SignedIn) {
  const desk = await itemDesk(id, actor);
  if (!desk) throw new Error('the item is not to be seen');
  const seen = { id, version: desk.document.version, note: '', sha256: desk.frozen?.sha256 };
  await moveDocument({ ...seen, ...request }, { ...actor, confirmedAt: now() });
}

test('drafter and section leader each make the three declarations, and both are kept with the decision', async () => {
  const { anItem, people } = await aTownship();
  const { id } = await anItem({ status: 'draft' });
  const missing = (count: number) => [{ code: 'declaration_missing', field: 'declarations', count }];
  expect(await issuesOf(move(id, { move: 'submit', secrecy }, people.drafter))).toEqual(missing(3));
  const two = declarations.slice(1);
  expect(await issuesOf(move(id, { move: 'submit', secrecy, declarations: two }, people.drafter))).toEqual(missing(1));
  await move(id, { move: 'submit', secrecy, declarations }, people.drafter);
  expect(await issuesOf(move(id, { move: 'approve' }, people.section_leader))).toEqual(missing(3));
  await move(id, { move: 'approve', declarations }, people.section_leader);
  await move(id, { move: 'sign_off' }, people.principal_leader);
  const decisions = await db.decision.findMany({ where: { documentId: id }, orderBy: { at: 'asc' } });
  expect(decisions.map((decision) => [decision.kind, decision.declarations.length])).toEqual([
    ['submit', 3],
    ['approve', 3],
    ['sign_off', 0],
    ['publish', 0],
  ]);
});

test('what is not for the public stays signed, is looked at again on its day, and can be taken up anew', async () => {
  const { anItem, people } = await aTownship();
  const { id, title } = await anItem({ status: 'published', draft: withheld });
  const desk = await itemDesk(id, people.drafter);
  expect(desk?.document).toMatchObject({ status: 'signed', becomesPublic: false });
  expect(await db.publication.count({ where: { documentId: id } })).toBe(0);
  expect((await publishDue(new Date('2099-01-01'))).published).toEqual([]);
  expect(await restrictedDue(people.drafter, '2097-12-31')).toEqual([]);
  expect(await restrictedDue(people.drafter, '2098-01-01')).toMatchObject([{ id, title, reassessOn: '2098-01-01' }]);
  const work = await workList(people.principal_leader);
  expect([...work.mine, ...work.others]).toEqual([]);

  expect(await codesOf(move(id, { move: 'correct' }, people.drafter))).toEqual(['note_missing']);
  await move(id, { move: 'correct', note: '到期重新评估' }, people.drafter);
  const again = await itemDesk(id, people.drafter);
  expect(again?.document.status).toBe('draft');
  expect(again?.state.draft).toMatchObject({ ...withheld, correctionNote: '' });
});

test('a signed item that waits for its day is not taken up like one that stays', async () => {
  const { anItem, people } = await aTownship();
  const { id } = await anItem({ status: 'signed' });
  expect(await codesOf(move(id, { move: 'correct', note: '改' }, people.drafter))).toEqual(['move_not_open']);
});

const remarkPlaces = ['title', 'body#b2', ''];

test('an item goes the whole way: frozen byte for byte, remarked by place, answered, approved, signed, public', async () => {
  const { anItem, people } = await aTownship();
  const { drafter, section_leader: leader, principal_leader: principal } = people;
  const { id } = await anItem({ status: 'in_review' });
  const nowhere = [{ place: 'nonsense', words: '？' }];
  expect(await codesOf(move(id, { move: 'send_back', remarks: nowhere }, leader))).toEqual(['bad_input']);
  const remarks = remarkPlaces.map((place) => ({ place, words: `请改“${place}”` }));
  await move(id, { move: 'send_back', remarks }, leader);
  expect(await codesOf(move(id, { move: 'submit', secrecy, declarations }, drafter))).toEqual(['answer_missing']);
  for (const { id: remarkId } of (await itemDesk(id, drafter))?.remarks ?? []) {
    await answerRemark({ id, remarkId, answer: '已改' }, drafter);
  }
  await saveOps(
    id,
    [{ kind: 'set', field: 'title', from: '关于春季森林防火的通知', to: '关于森林防火的通知' }],
    drafter,
  );
  await move(id, { move: 'submit', secrecy, declarations }, drafter);

  const review = await itemReviewOf(id, leader);
  expect(review?.since).toMatchObject({
    revision: 1,
    changes: [{ kind: 'field', field: 'title' }, { kind: 'unchanged' }],
  });
  expect(review?.remarks.map(({ place, answer }) => [place, answer])).toEqual(remarkPlaces.map((at) => [at, '已改']));
  await move(id, { move: 'approve', declarations }, leader);
  await move(id, { move: 'sign_off' }, principal);
  const { revision } = await db.document.findUniqueOrThrow({ where: { id }, include: { revision: true } });
  expect(revision?.sha256).toBe(sha256(revision?.content ?? ''));
  const published = await db.publication.findFirstOrThrow({ where: { documentId: id } });
  expect(published).toMatchObject({
    number: 1,
    act: 'publish',
    snapshot: revision?.content,
    title: '关于森林防火的通知',
  });
});

test('a telephone needs a written reason, and the leader sees the number and the reason', async () => {
  const { anItem, people } = await aTownship();
  const { drafter, section_leader: leader } = people;
  const { id } = await anItem({ status: 'draft' });
  const body: ItemBlock[] = [{ id: 'tel', kind: 'paragraph', runs: [{ text: '值班手机13912345678。' }] }];
  const saved = await saveOps(id, [{ kind: 'body', from: [], to: body }], drafter);
  expect(saved.hits).toMatchObject([{ text: '13912345678', masked: '1391***5678' }]);
  const [finding] = saved.findings;
  if (!finding) throw new Error('a telephone is a finding');
  const submit = () => move(id, { move: 'submit', secrecy, declarations }, drafter);
  expect(await issuesOf(submit())).toEqual([{ code: 'reason_missing', count: 1 }]);
  const reason: ItemOp = { kind: 'reason', key: finding.key, from: null, to: '防火值班电话，应当公开。' };
  await saveOps(id, [reason], drafter);
  await submit();
  const review = await itemReviewOf(id, leader);
  expect(review?.findings).toMatchObject([{ rule: 'I-PERSONAL', reason: '防火值班电话，应当公开。' }]);
  expect(review?.hits).toMatchObject([
    { key: finding.key, text: '13912345678', before: expect.stringContaining('值班手机') },
  ]);
  const trail = await db.auditEvent.findMany({ where: { documentId: id } });
  expect(trail.map(({ event }) => event).join()).not.toContain('13912345678');

  const { content } = await db.revision.findFirstOrThrow({ where: { documentId: id } });
  expect(content).not.toContain('防火值班电话');
});

test('the leaders of the chosen field decide, and nobody else', async () => {
  const { anItem, people, person } = await aTownship();
  const other = await person('section_leader');
  await createField({ name: '应急管理', leaders: [other.id] }, people.administrator);
  const field = await db.field.findFirstOrThrow({ where: { organisationId: other.organisationId, name: '应急管理' } });
  const { id } = await anItem({ status: 'in_review', draft: { fieldId: field.id } });
  expect(await issuesOf(move(id, { move: 'approve', declarations }, people.section_leader))).toEqual([
    { code: 'not_allowed', denial: 'other_field' },
  ]);
  expect((await itemDesk(id, people.drafter))?.reviewers).toEqual([other.name]);
  await move(id, { move: 'approve', declarations }, await signedIn(other.id, other.organisationId));
});

test('three people: whoever changed a word approves nothing, and each move is refused to other roles', async () => {
  const { anItem, people, person } = await aTownship();
  const { id } = await anItem({ status: 'draft' });
  const both = { ...(await person('drafter', 'section_leader')), leads: people.section_leader.leads };
  await saveOps(id, [{ kind: 'set', field: 'documentNumber', from: '', to: '柳政〔2020〕3号' }], both);
  await move(id, { move: 'submit', secrecy, declarations }, people.drafter);
  expect(await issuesOf(move(id, { move: 'approve', declarations }, both))).toEqual([
    { code: 'not_allowed', denial: 'second_stage' },
  ]);
  await move(id, { move: 'take_back' }, people.drafter);
  await move(id, { move: 'submit', secrecy, declarations }, people.drafter);
  await move(id, { move: 'approve', declarations }, people.section_leader);
  for (const role of ['drafter', 'section_leader', 'auditor'] as const) {
    expect(await codesOf(move(id, { move: 'sign_off' }, people[role]))).toEqual(['not_allowed']);
  }
});

test('a correction bears its note and leaves the register alone until it is public; a withdrawal comes at any time', async () => {
  const { anItem, people, correctItem } = await aTownship();
  const { drafter, principal_leader: principal } = people;
  const { id, title } = await anItem({ status: 'published' });
  await correctItem(id, '更正发文字号。', { documentNumber: '柳政〔2020〕3号' });
  const editions = await db.publication.findMany({ where: { documentId: id }, orderBy: { number: 'asc' } });
  expect(editions.map(({ act, note }) => [act, note])).toEqual([
    ['publish', ''],
    ['correct', '更正发文字号。'],
  ]);
  await move(id, { move: 'correct', note: '再更正。' }, drafter);
  await saveOps(
    id,
    [
      { kind: 'set', field: 'title', from: title, to: '另一个标题' },
      { kind: 'set', field: 'documentNumber', from: '柳政〔2020〕3号', to: '柳政〔2020〕4号' },
    ],
    drafter,
  );
  expect(await db.disclosureItem.findUnique({ where: { documentId: id } })).toMatchObject({
    documentNumber: '柳政〔2020〕3号',
  });
  await move(id, { move: 'withdraw', note: '附有个人信息。' }, principal);
  const notice = await db.publication.findFirstOrThrow({ where: { documentId: id, act: 'withdraw' } });
  expect(JSON.parse(notice.snapshot)).toMatchObject({ title, withdraws: 2 });
  await move(id, { move: 'correct', note: '核对后重新公开。' }, drafter);
  expect((await itemDesk(id, drafter))?.document).toMatchObject({ title, status: 'draft' });
});

test('what is public is withdrawn before it can be withheld', async () => {
  const { anItem, people } = await aTownship();
  const { id } = await anItem({ status: 'published' });
  await move(id, { move: 'correct', note: '改为不公开。' }, people.drafter);
  await saveOps(id, [{ kind: 'set', field: 'attribute', from: 'proactive', to: 'withheld' }], people.drafter);
  const { findings } = (await itemDesk(id, people.drafter)) ?? { findings: [] };
  expect(findings.map(({ rule }) => rule)).toContain('I-PUBLIC');
  expect(await codesOf(move(id, { move: 'submit', secrecy, declarations }, people.drafter))).toContain('rules_block');
});

test('on its day a signed item becomes public by itself, unless the rules have come to hold it back', async () => {
  const { anItem, people } = await aTownship();
  const older = await anItem({ status: 'published', title: '旧办法' });
  const relations = [{ kind: 'repeals' as const, path: older.path, title: '旧办法' }];
  const [one, held] = [await anItem({ status: 'signed' }), await anItem({ status: 'signed', draft: { relations } })];
  await move(older.id, { move: 'withdraw', note: '有误。' }, people.principal_leader);
  const mine = new Set([one.id, held.id]);
  const dueAt = async (at: string) => {
    const { published, held } = await publishDue(new Date(at));
    return [published.filter((id) => mine.has(id)), held.filter((id) => mine.has(id))];
  };
  expect(await dueAt('2099-12-30T15:59:59Z')).toEqual([[], []]);
  expect(await dueAt('2099-12-30T16:00:00Z')).toEqual([[one.id], [held.id]]); // midnight in China
  expect((await itemDesk(held.id, people.principal_leader))?.findings).toMatchObject([{ rule: 'I-RELATED' }]);
});

test('a place that is closed takes nothing new, and what is under way or public there goes on', async () => {
  const { anItem, people, correctItem } = await aTownship();
  const [draft, signed, published] = [
    await anItem({ status: 'draft' }),
    await anItem({ status: 'in_sign_off' }),
    await anItem({ status: 'published' }),
  ];
  const { nodeId } = await db.disclosureItem.findUniqueOrThrow({ where: { documentId: draft.id } });
  await db.catalogueNode.update({ where: { id: nodeId }, data: { closedAt: now() } });
  expect((await itemDesk(draft.id, people.drafter))?.findings).toMatchObject([{ rule: 'I-NODE' }]);
  await move(signed.id, { move: 'sign_off' }, people.principal_leader);
  await correctItem(published.id, '更正。', { documentNumber: '柳政〔2020〕3号' });
  expect(await db.publication.count({ where: { documentId: { in: [signed.id, published.id] } } })).toBe(3);
});
