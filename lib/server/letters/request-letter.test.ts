import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { received } from '@/lib/domain/requests/a-request';
import { letterRules } from '@/lib/domain/requests/letter-rules';
import { replyKinds, rowByReply } from '@/lib/domain/requests/results';
import { letterInput } from '@/lib/domain/requests/some-letters';
import { typedAs } from '@/lib/domain/requests/typed-letter';
import { now, today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { moveDocument } from '@/lib/server/documents/move-document';
import { createLetter } from '@/lib/server/letters/create-letter';
import { deliverLetter } from '@/lib/server/letters/deliver-letter';
import { letterFile } from '@/lib/server/letters/letter-files';
import { letterChoices, letterDesk, letterReviewOf, letterSince, lettersOfRequest } from '@/lib/server/letters/letters';
import { parseLetter } from '@/lib/server/letters/request-letter';
import { changeLetterKind, saveLetter } from '@/lib/server/letters/save-letter';
import { eventsOf } from '@/lib/server/requests/request-events';
import { entering } from '@/lib/server/testing/a-bare-request';
import {
  aRequestWith,
  bringLetter,
  deskOf,
  fillLetter,
  moveLetterOn,
  saveLetterOps,
  withLetterhead,
} from '@/lib/server/testing/a-letter';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { codesOf, issuesOf } from '@/lib/server/testing/issues-of';
import { withDatabase } from '@/lib/server/testing/with-database';

const { asApplication } = withDatabase();
let town: Township;
beforeAll(async () => {
  town = await aTownship();
  await withLetterhead(town.people.drafter);
});

const secrecy = { result: 'public' as const, by: '孙某', at: today(), statement: '没有涉密内容。' };
const submit = (id: string, version: number, given: typeof secrecy | null = secrecy) =>
  moveDocument(
    { id, version, move: 'submit', note: '', secrecy: given },
    { ...town.people.drafter, confirmedAt: null },
  );

// What some answers need to have happened.
const before: Partial<Record<string, Parameters<typeof received>[1][]>> = {
  third_party_rights: [
    ['2024-03-04', 'third_party_consulted'],
    ['2024-03-06', 'third_party_answered', { answer: 'objects_with_reason' }],
  ],
  still_unclear: [
    ['2024-03-05', 'correction_asked', { respondBy: '2024-03-20' }],
    ['2024-03-12', 'corrected'],
  ],
};

const answerable = (kind: string) => aRequestWith(received('2024-03-01', ...(before[kind] ?? [])), town.people.drafter);

describe('an answer that is signed', () => {
  test.each(replyKinds)('%s: puts the request into its one row of table three', { timeout: 60_000 }, async (kind) => {
    const request = await answerable(kind);
    const signed = await bringLetter({ requestId: request.id, kind, status: 'signed' }, town.people);
    const row = await db.disclosureRequest.findUniqueOrThrow({ where: { id: request.id } });
    expect(row).toMatchObject({ stage: 'closed', resultRow: rowByReply[kind] });
    expect(letterRules[kind].row).toBe(rowByReply[kind]);
    const replied = (await eventsOf(db, request.id)).filter((event) => event.kind === 'replied');
    expect(replied).toMatchObject([{ id: signed.id, on: '2024-03-21', reply: kind }]);
    const entered = await db.requestEvent.findFirstOrThrow({ where: { requestId: request.id, key: signed.id } });
    expect(entered).toMatchObject({ documentId: signed.id, userId: town.people.principal_leader.id });
    expect(signed).toMatchObject({ eventKey: signed.id, signedOn: today(), status: 'signed' });
    expect(signed.number).toMatch(/^德政公开告〔2024〕\d+号$/);
  });

  test('took three different people', async () => {
    const request = await answerable('granted');
    const { id } = await bringLetter({ requestId: request.id, kind: 'granted', status: 'signed' }, town.people);
    const parts = await db.participation.findMany({ where: { documentId: id }, orderBy: { stage: 'asc' } });
    expect(parts.map(({ stage }) => stage)).toEqual(['drafting', 'review', 'sign_off']);
    expect(new Set(parts.map(({ userId }) => userId)).size).toBe(3);
  });

  test('is word for word what is frozen, and names nobody outside of it', async () => {
    const request = await answerable('granted');
    const facts = { addressee: '欧阳无名' };
    const { id, title } = await bringLetter(
      { requestId: request.id, kind: 'granted', status: 'signed', facts },
      town.people,
    );
    const { revision } = await db.document.findUniqueOrThrow({ where: { id }, include: { revision: true } });
    const content = parseLetter(revision?.content ?? '');
    expect(content).toMatchObject({
      addressee: '欧阳无名',
      signature: town.people.drafter.organisation.name,
      day: '2024-03-21',
    });
    expect(content.paragraphs.map((part) => part.text).join('')).toContain('60日内向嵩县人民政府申请行政复议');
    const { year, number } = await db.disclosureRequest.findUniqueOrThrow({ where: { id: request.id } });
    expect(title).toBe(`政府信息公开告知书（${year}-${number}号申请）`);
    const lines = await db.auditEvent.findMany({ where: { documentId: id } });
    expect(lines.length).toBeGreaterThan(4);
    expect(JSON.stringify(lines.map(({ event }) => event))).not.toContain('欧阳无名');
    const saves = await db.draftChange.findMany({ where: { documentId: id } });
    expect(JSON.stringify(saves.map(({ changes }) => changes))).not.toContain('欧阳无名');
  });

  test('stays as it is: nobody returns it or corrects it', async () => {
    const request = await answerable('granted');
    const { id } = await bringLetter({ requestId: request.id, kind: 'granted', status: 'signed' }, town.people);
    const { document, open } = await deskOf(id, town.people.drafter);
    expect(open).toEqual([]);
    expect((await deskOf(id, town.people.principal_leader)).open).toEqual([]);
    for (const [move, mover] of [
      ['send_back', town.people.principal_leader],
      ['correct', town.people.drafter],
    ] as const) {
      const wish = { id, version: document.version, move, note: '日期有误' };
      expect(await codesOf(moveDocument(wish, { ...mover, confirmedAt: now() }))).toEqual(['move_not_open']);
    }
  });

  test('is had as PDF and DOCX by whoever may see who asked', async () => {
    const request = await answerable('granted');
    const { id, number } = await bringLetter({ requestId: request.id, kind: 'granted', status: 'signed' }, town.people);
    const pdf = await letterFile(id, 'pdf', town.people.drafter);
    expect(pdf?.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf?.name).toContain(number);
    expect((await letterFile(id, 'docx', town.people.principal_leader))?.bytes.subarray(0, 2).toString()).toBe('PK');
    expect(await codesOf(letterFile(id, 'pdf', town.people.auditor))).toEqual(['not_allowed']);
    const seen = await deskOf(id, town.people.auditor);
    expect(JSON.stringify(seen.content)).not.toContain('赵某');
    expect(JSON.stringify(await letterReviewOf(id, town.people.auditor))).not.toContain('赵某');
  });
});

describe('what contradicts', () => {
  test('is not submitted, and says which article stands in the way', async () => {
    const request = await answerable('not_existing');
    const id = await createLetter({ requestId: request.id, kind: 'not_existing' }, town.people.drafter);
    const { document, findings } = await deskOf(id, town.people.drafter);
    expect(findings.map(({ key }) => key)).toContain('L-FACT:required:search.places');
    expect(await codesOf(submit(id, document.version))).toEqual(['rules_block']);
    const { number } = await db.requestLetter.findUniqueOrThrow({ where: { documentId: id } });
    expect(number).toBeNull(); // what was refused took no number
  });

  test('what the register refuses since the approval stops the signature', async () => {
    const request = await answerable('granted');
    const waiting = await bringLetter({ requestId: request.id, kind: 'granted', status: 'in_sign_off' }, town.people);
    const [withdrawn] = received('2024-03-01', ['2024-03-20', 'withdrawn']).slice(2);
    if (withdrawn) await entering(request, withdrawn, town.people.drafter);
    await expect(codesOf(moveLetterOn(waiting.id, 'signed', town.people))).resolves.toEqual(['rules_block']);
    expect((await deskOf(waiting.id, town.people.drafter)).document).toMatchObject({
      status: 'in_sign_off',
      signedOn: null,
    });
    expect((await eventsOf(db, request.id)).map(({ kind }) => kind)).not.toContain('replied');
  });

  test('of two answers that wait for the signature one is signed', async () => {
    const request = await answerable('granted');
    const wish = { requestId: request.id, status: 'in_sign_off' as const };
    const one = await bringLetter({ ...wish, kind: 'granted' }, town.people);
    const other = await bringLetter({ ...wish, kind: 'publication' }, town.people);
    const answers = await Promise.all([one, other].map(({ id }) => codesOf(moveLetterOn(id, 'signed', town.people))));
    expect(answers.filter((codes) => codes.length === 0)).toHaveLength(1);
    expect((await eventsOf(db, request.id)).filter(({ kind }) => kind === 'replied')).toHaveLength(1);
  });
});

describe('a number', () => {
  test('is given with the first submission, runs without gaps, and stays when the letter is returned', async () => {
    const own = await aTownship();
    const { people } = own;
    await withLetterhead(people.drafter);
    const numbers = [];
    for (const [kind, status] of [
      ['granted', 'in_review'],
      ['correction_notice', 'in_review'],
      ['publication', 'in_review'],
    ] as const) {
      const request = await aRequestWith(received('2024-03-01'), people.drafter);
      numbers.push(await bringLetter({ requestId: request.id, kind, status, facts: { on: '2024-03-04' } }, people));
    }
    expect(numbers.map(({ number }) => number)).toEqual([
      ...['德政公开告〔2024〕1号', '德政公开补〔2024〕1号', '德政公开告〔2024〕2号'],
    ]);
    const [first] = numbers;
    if (!first) throw new Error('no letter');
    const returned = { id: first.id, version: first.version, move: 'send_back' as const, note: '写明理由' };
    await moveDocument({ ...returned, sha256: first.sha256 ?? '' }, { ...people.section_leader, confirmedAt: now() });
    const { document } = await deskOf(first.id, people.drafter);
    expect(document).toMatchObject({ status: 'draft', number: '德政公开告〔2024〕1号' });
    const other = { id: first.id, version: document.version, kind: 'publication' as const };
    expect(await codesOf(changeLetterKind(other, people.drafter))).toEqual(['letter_numbered']);
    expect(await moveLetterOn(first.id, 'in_review', people)).toMatchObject({ number: '德政公开告〔2024〕1号' });
    const change = `UPDATE request_letter SET number = 'x' WHERE document_id = '${first.id}'`;
    await expect(asApplication(change)).rejects.toThrow(/never change/);
  });
});

describe('a draft', () => {
  test('keeps what is half done as it is typed, and both values where two people differ', async () => {
    const request = await answerable('process_info');
    const { drafter, section_leader: leader } = town.people;
    const id = await createLetter({ requestId: request.id, kind: 'process_info' }, drafter);
    const save = (from: string, to: string, actor = drafter, saveId = randomUUID()) =>
      saveLetter({ id, saveId, base: 0, changes: [{ kind: 'fact', name: 'reason', from, to }] }, actor);
    const saveId = randomUUID();
    expect(await save('', '方案还在讨论 ', drafter, saveId)).toMatchObject({ version: 1, conflicts: [] });
    expect(await save('', '方案还在讨论 ', drafter, saveId)).toMatchObject({ version: 1 }); // delivered twice
    const clash = await save('', '张三的方案');
    expect(clash).toMatchObject({ applied: [], conflicts: [{ current: '方案还在讨论 ', by: '李某' }], version: 1 });
    const { state } = await deskOf(id, drafter);
    expect(state.draft.facts.reason).toBe('方案还在讨论 '); // as it was typed
    expect(await letterSince(id, 0, drafter)).toMatchObject({ version: 1, status: 'draft', by: '李某' });
    expect(await letterSince(id, 1, drafter)).toEqual({ version: 1 });
    expect(await letterSince(id, 0, town.people.auditor)).toBeNull();
    expect(await codesOf(save('方案还在讨论 ', '别的', leader))).toEqual(['not_allowed']);
    await save('方案还在讨论 ', '');
    expect((await deskOf(id, drafter)).state.draft.facts).not.toHaveProperty('reason');
    // Who saved which facts is kept, never what they say.
    const saves = await db.draftChange.findMany({ where: { documentId: id } });
    expect(saves.map(({ version }) => version).sort()).toEqual([1, 2]);
    const kept = JSON.stringify(saves.map(({ changes }) => changes));
    expect(kept).not.toContain('方案');
    expect(kept).toContain('reason');
  });

  test('refuses what it cannot keep or fill in', async () => {
    const request = await answerable('granted');
    const { drafter } = town.people;
    const id = await createLetter({ requestId: request.id, kind: 'granted' }, drafter);
    for (const [op, problem] of [
      [{ kind: 'manner', name: 'closing', from: '', to: '感谢{name}' }, 'unknown_placeholder'],
      [{ kind: 'fact', name: 'publicInterest', from: '', to: '甲'.repeat(4_001) }, 'too_long'],
      [{ kind: 'fact', name: 'publicInterest', from: '', to: '甲\u202e乙' }, 'control_characters'],
    ] as const) {
      const refused = saveLetter({ id, saveId: randomUUID(), base: 0, changes: [op] }, drafter);
      expect(await issuesOf(refused)).toMatchObject([{ code: 'bad_input', problem }]);
    }
    await saveLetterOps(id, [{ kind: 'manner', name: 'closing', from: '', to: '感谢您来信，{电话}。' }], drafter);
    await fillLetter(id, typedAs(letterInput('granted')), drafter);
    expect((await deskOf(id, drafter)).content?.paragraphs.at(-1)?.text).toMatch(/^感谢您来信，\d*。?/);
  });

  test('becomes a letter of another kind with what both ask for', async () => {
    const request = await answerable('granted');
    const { drafter } = town.people;
    const id = await createLetter({ requestId: request.id, kind: 'granted' }, drafter);
    await fillLetter(id, { addressee: '赵某', asked: '预算', on: '2024-03-08', 'handing.how': 'enclosed' }, drafter);
    const { document } = await deskOf(id, drafter);
    await changeLetterKind({ id, version: document.version, kind: 'needs_creation' }, drafter);
    const after = await deskOf(id, drafter);
    expect(after.document).toMatchObject({ kind: 'needs_creation', title: expect.stringContaining('无法提供') });
    expect(after.state.draft.facts).toEqual({ addressee: '赵某', asked: '预算', on: '2024-03-08' });
  });

  test('begins with what the request tells', async () => {
    const request = await answerable('granted');
    const id = await createLetter({ requestId: request.id, kind: 'granted' }, town.people.drafter);
    const { state, known } = await deskOf(id, town.people.drafter);
    expect(state.draft.facts).toMatchObject({ addressee: '某某', asked: '预算', information: '预算', on: today() });
    expect(known).toEqual({ receivedOn: '2024-03-01' });
  });

  test('asks for a secrecy review where something is disclosed, and only there', async () => {
    for (const [kind, codes] of [
      ['granted', ['secrecy_missing']],
      ['publication', []],
    ] as const) {
      const request = await answerable(kind);
      const { id, version } = await bringLetter({ requestId: request.id, kind, status: 'draft' }, town.people);
      expect(await codesOf(submit(id, version, null))).toEqual(codes);
    }
  });

  test('is had as a file by nobody before it is submitted, and as a marked PDF alone after', async () => {
    const request = await answerable('granted');
    const draft = await bringLetter({ requestId: request.id, kind: 'granted', status: 'draft' }, town.people);
    expect(await codesOf(letterFile(draft.id, 'pdf', town.people.drafter))).toEqual(['move_not_open']);
    await moveLetterOn(draft.id, 'in_review', town.people);
    expect(await codesOf(letterFile(draft.id, 'docx', town.people.drafter))).toEqual(['move_not_open']);
    expect((await letterFile(draft.id, 'pdf', town.people.drafter))?.bytes.length).toBeGreaterThan(1_000);
  });
});

describe('delivery', () => {
  const pdf = { name: '回执.txt', bytes: Buffer.from('x') };
  const delivery = { on: '2024-03-22', way: 'post', proof: '挂号信XA123', restates: '' } as const;

  test('is recorded with way, day and proof, once', async () => {
    const request = await answerable('granted');
    const { id } = await bringLetter({ requestId: request.id, kind: 'granted', status: 'signed' }, town.people);
    expect((await deskOf(id, town.people.drafter)).delivery).toEqual({ of: 'outcome', deliveredOn: null });
    await deliverLetter({ id, ...delivery }, null, town.people.drafter);
    expect((await deskOf(id, town.people.drafter)).delivery).toEqual({ of: 'outcome', deliveredOn: '2024-03-22' });
    const events = await eventsOf(db, request.id);
    expect(events.at(-1)).toMatchObject({ kind: 'delivered', way: 'post', proof: '挂号信XA123' });
    expect(await codesOf(deliverLetter({ id, ...delivery }, null, town.people.drafter))).toEqual([
      'request_event_refused',
    ]);
  });

  test('of a letter to a third party starts its fifteen days', async () => {
    const request = await answerable('granted');
    const wish = { requestId: request.id, kind: 'third_party_inquiry' as const, status: 'signed' as const };
    const { id, number } = await bringLetter(wish, town.people);
    expect(number).toContain('公开征');
    await deliverLetter({ id, ...delivery }, null, town.people.drafter);
    expect((await eventsOf(db, request.id)).at(-1)).toMatchObject({ kind: 'consultation_delivered', consultation: id });
  });

  test('is refused before the signature, and with a file that is none', async () => {
    const request = await answerable('granted');
    const { id } = await bringLetter({ requestId: request.id, kind: 'granted', status: 'in_review' }, town.people);
    expect(await codesOf(deliverLetter({ id, ...delivery }, null, town.people.drafter))).toEqual(['move_not_open']);
    expect(await codesOf(deliverLetter({ id, ...delivery }, pdf, town.people.drafter))).toEqual(['attachment_refused']);
    expect(await codesOf(deliverLetter({ id, ...delivery }, null, town.people.auditor))).toEqual(['not_allowed']);
  });
});

test('which letters a request is open to, and which there are', async () => {
  const request = await answerable('granted');
  const { drafter } = town.people;
  const choices = await letterChoices(request.id, drafter);
  expect(choices?.obstacles.get('granted')).toEqual([]);
  expect(choices?.obstacles.get('correction_lapsed')).toMatchObject([{ because: 'correction_not_asked' }]);
  expect(choices?.drafts).toEqual([]);
  await bringLetter({ requestId: request.id, kind: 'granted', status: 'signed' }, town.people);
  expect(await lettersOfRequest(request.id, drafter)).toMatchObject([{ kind: 'granted', status: 'signed' }]);
  expect((await letterChoices(request.id, drafter))?.obstacles.get('granted')).toMatchObject([
    { because: 'request_closed' },
  ]);
  const strangers = await aTownship();
  expect(await letterChoices(request.id, strangers.people.drafter)).toBeNull();
  expect(await letterDesk('00000000-0000-7000-8000-000000000000', drafter)).toBeNull();
  expect(await issuesOf(createLetter({ requestId: 'x', kind: 'granted' }, drafter))).toEqual([{ code: 'not_found' }]);
});
