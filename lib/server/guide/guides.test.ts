import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { canonicalJson } from '@/lib/domain/canonical';
import { aGuide } from '@/lib/domain/guide/a-guide';
import { sha256 } from '@/lib/domain/hash';
import { db } from '@/lib/server/db';
import { answerRemark } from '@/lib/server/documents/answer-remark';
import { moveDocument } from '@/lib/server/documents/move-document';
import { guideHistoryOf } from '@/lib/server/documents/trail';
import { workList } from '@/lib/server/documents/work';
import { guideDesk, guideReviewOf, guideSince } from '@/lib/server/guide/guides';
import { openGuide } from '@/lib/server/guide/open-guide';
import { saveGuide } from '@/lib/server/guide/save-guide';
import { changeOrganisation, organisationOf } from '@/lib/server/organisation/organisation-settings';
import { editionsOf } from '@/lib/server/public/public-editions';
import {
  bringGuide,
  correctGuide,
  moveGuideOn,
  saveGuideOps,
  withdrawGuide,
} from '@/lib/server/testing/a-guide-on-its-way';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { lastEvents } from '@/lib/server/testing/an-organisation';
import { issuesOf } from '@/lib/server/testing/issues-of';
import { withDatabase } from '@/lib/server/testing/with-database';

withDatabase();

let town: Township;
beforeAll(async () => {
  town = await aTownship();
});

const save = (id: string, field: 'phone' | 'periods', from: string, to: string) =>
  saveGuide({ id, saveId: randomUUID(), base: 0, changes: [{ kind: 'set', field, from, to }] }, town.people.drafter);

test('one guide an organisation, begun with what the settings know and a text of the law', async () => {
  const { people } = await aTownship();
  const { name, shortName, officeName, settings } = await organisationOf(people.administrator);
  const contact = { ...settings.contact, phone: '0379-66512345' };
  await changeOrganisation({ name, shortName, officeName, settings: { ...settings, contact } }, people.administrator);
  const [one, other] = await Promise.all([openGuide(people.drafter), openGuide(people.drafter)]);
  expect(one).toBe(other);
  const desk = await guideDesk(one, people.drafter);
  expect(desk?.document).toMatchObject({ path: 'guide', title: '柳河镇人民政府政府信息公开指南', status: 'draft' });
  expect(desk?.state.draft.phone).toBe('0379-66512345');
  expect(desk?.state.draft.application).toContain('身份证明');
  expect(await issuesOf(openGuide(people.section_leader))).toMatchObject([{ code: 'not_allowed' }]);
});

test('what is typed is merged by field, and both values are kept where two people differ', async () => {
  const id = await openGuide(town.people.drafter);
  expect(await save(id, 'phone', '', '0379-1')).toMatchObject({ conflicts: [], version: 1 });
  const clash = await save(id, 'phone', '', '0379-2');
  expect(clash).toMatchObject({ conflicts: [{ current: '0379-1', by: '李某', op: { to: '0379-2' } }], applied: [] });
  expect(clash.state.draft.phone).toBe('0379-1');
  expect(await guideSince(id, 0, town.people.drafter)).toMatchObject({ version: 1, status: 'draft' });
});

test('a draft with superseded time limits goes nowhere; put right, it goes the way of every document', async () => {
  const { people } = await aTownship();
  const stale = { periods: '自收到申请之日起30个工作日内予以答复。' };
  const refused = bringGuide({ status: 'in_review', draft: stale }, people);
  expect(await issuesOf(refused)).toEqual([{ code: 'rules_block', count: 1 }]);

  const id = await openGuide(people.drafter);
  const [waiting] = (await workList(people.drafter)).mine;
  expect(waiting).toMatchObject({ id, kind: 'guide', open: { blocks: 1, warnings: 0 } });
  const right = '自收到申请之日起20个工作日内予以答复。';
  await saveGuideOps(id, [{ kind: 'set', field: 'periods', from: stale.periods, to: right }], people.drafter);
  await bringGuide({ status: 'in_review' }, people);
  const review = await guideReviewOf(id, people.section_leader);
  expect(review).toMatchObject({ findings: [], since: null, guide: { texts: { periods: [right] } } });
});

test('signed, corrected and withdrawn: hash, log, entry and trail as of every document', async () => {
  const { id: organisationId, slug, people } = await aTownship();
  const { id, sha256: signed } = await bringGuide({ status: 'published' }, people);
  const entry = () => db.publicEntry.findUniqueOrThrow({ where: { documentId: id } });
  expect(await entry()).toMatchObject({ kind: 'guide', path: 'guide', number: 1, withdrawn: false });
  expect((await entry()).text).toContain('清河县人民政府办公室');

  await correctGuide(id, '办公电话改号。', { phone: '0379-66519999' }, people);
  const editions = await editionsOf(slug, 'guide');
  expect(editions).toMatchObject([
    { number: 1, act: 'publish', sha256: signed },
    { number: 2, act: 'correct', note: '办公电话改号。' },
  ]);
  const history = await guideHistoryOf(id, people.auditor);
  expect(history?.revisions.map(({ guide }) => sha256(canonicalJson(guide)))).toEqual(
    editions.map((edition) => edition.sha256),
  );
  expect(history?.verified).toMatchObject({ broken: null, unwitnessed: [] });

  await withdrawGuide(id, people);
  expect(await entry()).toMatchObject({ number: 3, withdrawn: true });
  expect(await lastEvents(organisationId, 2)).toEqual(['document_published', 'document_moved']);
});

test('a form that cannot be printed as it is signed stops the publication', async () => {
  const { people } = await aTownship();
  const { privacy } = aGuide().texts;
  const draft = { privacy: [...privacy, '联系表情\u{1FAE0}不能印出。'].join('\n') };
  const { id } = await bringGuide({ status: 'in_sign_off', draft }, people);
  expect(await issuesOf(moveGuideOn(id, 'published', people))).toMatchObject([
    { code: 'misprinted', medium: 'pdf', expected: '\u{1FAE0}' },
  ]);
  expect(await db.publication.count({ where: { documentId: id } })).toBe(0);
});

test('a leader sees what has changed since the last decision, and remarks on a field', async () => {
  const { people } = await aTownship();
  const { id } = await bringGuide({ status: 'in_review' }, people);
  const leader = people.section_leader;
  const seen = await guideReviewOf(id, leader);
  const request = { id, version: seen?.document.version ?? -1, move: 'send_back' as const, note: '' };
  const remark = (place: string) =>
    moveDocument({ ...request, remarks: [{ place, words: '电话已经改号。' }] }, { ...leader, confirmedAt: null });
  expect(await issuesOf(remark('body#b1'))).toMatchObject([{ field: 'remark/body#b1' }]);
  await remark('phone');
  const [asked] = (await guideDesk(id, people.drafter))?.remarks ?? [];
  await answerRemark({ id, remarkId: asked?.id ?? '', answer: '已改。' }, people.drafter);
  await bringGuide({ status: 'in_review', draft: { phone: '0379-66519999' } }, people);
  const again = await guideReviewOf(id, leader);
  expect(again?.remarks).toEqual([{ place: 'phone', words: '电话已经改号。', answer: '已改。' }]);
  expect(again?.since?.changes.filter(({ kind }) => kind !== 'unchanged')).toMatchObject([
    { kind: 'field', field: 'phone', after: '0379-66519999' },
  ]);
});
