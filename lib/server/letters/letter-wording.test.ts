import { beforeEach, describe, expect, test } from 'vitest';
import { received } from '@/lib/domain/requests/a-request';
import { letterManner, mannerParts } from '@/lib/domain/requests/letter-manner';
import { letterKinds } from '@/lib/domain/requests/letters';
import { aLetter } from '@/lib/domain/requests/some-letters';
import { db } from '@/lib/server/db';
import { changeLetterhead, changeLetterWording, letterWording } from '@/lib/server/letters/letter-wording';
import { aRequestWith, bringLetter, deskOf, withLetterhead } from '@/lib/server/testing/a-letter';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { codesOf } from '@/lib/server/testing/issues-of';
import { withDatabase } from '@/lib/server/testing/with-database';
import { composeLetter } from '@/lib/text/compose-letter';

withDatabase();
let town: Township;
beforeEach(async () => {
  town = await aTownship();
  await withLetterhead(town.people.drafter);
});

const thanks = { opening: '', explanation: '如有疑问，请拨打{电话}。', closing: '感谢您的来信。' };
const head = { prefix: '柳政', reconsiderationOrgan: '清河县人民政府', court: '清河县人民法院' };

const wordingChanges = async () => {
  const lines = await db.auditEvent.findMany({ where: { organisationId: town.id }, orderBy: { sequence: 'asc' } });
  return lines
    .map(({ event }) => JSON.parse(event))
    .filter(({ kind }) => kind === 'organisation_changed')
    .map(({ fields }) => fields);
};

/** A letter of a kind that is being drafted, to a request of its own. */
async function aDraft(kind: 'granted' | 'process_info', people = town.people) {
  const request = await aRequestWith(received('2024-03-01'), people.drafter);
  return bringLetter({ requestId: request.id, kind, status: 'draft' }, people);
}

const wordsOf = async (id: string) => (await deskOf(id, town.people.drafter)).content?.paragraphs.map((p) => p.text);

test('the words of a kind stand in its drafts from now on, and in no letter of another kind', async () => {
  const { administrator } = town.people;
  await changeLetterWording({ kind: 'granted', manner: thanks }, administrator);
  expect((await letterWording(administrator)).letters.wording).toEqual({ granted: thanks });
  expect(await wordsOf((await aDraft('granted')).id)).toContain('感谢您的来信。');
  expect(await wordsOf((await aDraft('process_info')).id)).not.toContain('感谢您的来信。');
  // Taken out again, the usual words are back.
  await changeLetterWording({ kind: 'granted', manner: { opening: '', explanation: '', closing: '' } }, administrator);
  expect((await letterWording(administrator)).letters.wording).toEqual({});
  expect(await wordsOf((await aDraft('granted')).id)).toContain('特此告知。');
});

test('the head is on all letters: prefix of the number, organ and court of the remedies', async () => {
  await changeLetterhead(head, town.people.administrator);
  const request = await aRequestWith(received('2024-03-01'), town.people.drafter);
  const facts = { on: '2024-03-08' };
  const wish = { requestId: request.id, kind: 'process_info' as const, status: 'in_review' as const, facts };
  const { id, number } = await bringLetter(wish, town.people);
  expect(number).toBe('柳政公开告〔2024〕1号');
  expect((await wordsOf(id))?.join('')).toContain('向清河县人民政府申请行政复议');
  expect((await wordsOf(id))?.join('')).toContain('清河县人民法院');
});

test('a letter that was submitted keeps its words', async () => {
  const request = await aRequestWith(received('2024-03-01'), town.people.drafter);
  const { id } = await bringLetter({ requestId: request.id, kind: 'granted', status: 'in_review' }, town.people);
  const before = await wordsOf(id);
  await changeLetterWording({ kind: 'granted', manner: thanks }, town.people.administrator);
  await changeLetterhead(head, town.people.administrator);
  expect(await wordsOf(id)).toEqual(before);
});

describe('what the law makes a letter say', () => {
  const office = { name: '甲', officeName: '乙', address: '丙', phone: '丁', reconsiderationOrgan: '戊', court: '' };
  const composed = (kind: (typeof letterKinds)[number], own: string) =>
    composeLetter(aLetter(kind), {
      ...{ organisation: { name: '甲', shortName: '甲' }, office, request: { year: 2024, number: 3 }, number: '' },
      manner: { opening: own, explanation: own, closing: own, enclosures: '' },
    }).paragraphs;

  test.each(letterKinds)('%s: no words take away what is mandatory', (kind) => {
    const usual = composed(kind, '').filter(({ mandatory }) => mandatory);
    expect(usual.length).toBeGreaterThan(0);
    for (const own of [' ', '\n', '略。', '本告知书不写明救济途径。'])
      expect(composed(kind, own).filter(({ mandatory }) => mandatory)).toEqual(usual);
  });

  test('is not among what can be edited', async () => {
    expect(mannerParts).toEqual(['opening', 'explanation', 'closing']);
    expect(letterManner.parse({ ...thanks, remedy: '', finding: '', withheld: '' })).toEqual(thanks);
    for (const closing of ['{remedy}', '{finding', '}'])
      expect(letterManner.safeParse({ ...thanks, closing }).success).toBe(false);
    await changeLetterWording({ kind: 'process_info', manner: thanks }, town.people.administrator);
    const { content } = await deskOf((await aDraft('process_info')).id, town.people.drafter);
    const said = new Set(content?.paragraphs.filter(({ mandatory }) => mandatory).map(({ id }) => id));
    expect(said).toEqual(new Set(['finding', 'detail', 'remedy', 'contact']));
  });
});

test('is for the administrators of the organisation alone', async () => {
  const strangers = await aTownship();
  await withLetterhead(strangers.people.drafter);
  await changeLetterWording({ kind: 'granted', manner: thanks }, strangers.people.administrator);
  await changeLetterhead(head, strangers.people.administrator);
  const { letters } = await letterWording(town.people.administrator);
  expect(letters).toMatchObject({ wording: {}, prefix: '德政' });
  for (const who of ['drafter', 'section_leader', 'principal_leader', 'auditor'] as const) {
    const actor = town.people[who];
    expect(await codesOf(letterWording(actor))).toEqual(['not_allowed']);
    expect(await codesOf(changeLetterhead(head, actor))).toEqual(['not_allowed']);
    expect(await codesOf(changeLetterWording({ kind: 'granted', manner: thanks }, actor))).toEqual(['not_allowed']);
  }
});

test('the trail names every part that was changed, and nothing where nothing was', async () => {
  const { administrator } = town.people;
  await changeLetterhead(head, administrator);
  await changeLetterhead(head, administrator);
  await changeLetterWording({ kind: 'granted', manner: thanks }, administrator);
  await changeLetterWording({ kind: 'granted', manner: { ...thanks, closing: '' } }, administrator);
  expect(await wordingChanges()).toEqual([
    ['letters.prefix', 'letters.reconsiderationOrgan', 'letters.court'],
    ['letters.wording.granted.explanation', 'letters.wording.granted.closing'],
    ['letters.wording.granted.closing'],
  ]);
});
