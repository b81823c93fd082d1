import { expect, test } from 'vitest';
import { declarations } from '@/lib/domain/workflow/secrecy';
import { now, today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { itemDesk, restrictedDue } from '@/lib/server/items';
import { type MoveRequest, moveDocument } from '@/lib/server/move-document';
import { publishDue } from '@/lib/server/publish-due';
import type { SignedIn } from '@/lib/server/session';
import { aTownship } from '@/lib/server/testing/a-township';
import { codesOf, issuesOf } from '@/lib/server/testing/issues-of';
import { withDatabase } from '@/lib/server/testing/with-database';
import { workList } from '@/lib/server/work';

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
