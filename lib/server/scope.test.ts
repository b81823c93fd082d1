import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, expect, test } from 'vitest';
import { batchMoves } from '@/lib/domain/items/batch';
import { registerFilter } from '@/lib/domain/items/register-filter';
import { requestFilter } from '@/lib/domain/requests/register-filter';
import { batchDesk, batchLines, batchList, countOfMyBatches, takeOutOfBatch } from '@/lib/server/batches/batches';
import { moveBatch } from '@/lib/server/batches/move-batch';
import {
  changeNode,
  closeNode,
  createNode,
  deleteNode,
  fieldsForNodes,
  moveNode,
  nodeList,
  nodeOf,
  reopenNode,
} from '@/lib/server/catalogue/catalogue';
import {
  changeField,
  closeField,
  createField,
  fieldList,
  fieldOf,
  reopenField,
  sectionLeaders,
} from '@/lib/server/catalogue/fields';
import { now, today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { answerRemark } from '@/lib/server/documents/answer-remark';
import { figureAuthors } from '@/lib/server/documents/draft-changes';
import { moveDocument } from '@/lib/server/documents/move-document';
import { guideHistoryOf, historyOf, itemHistoryOf, letterHistoryOf, trail } from '@/lib/server/documents/trail';
import { countOfMyWork, workList } from '@/lib/server/documents/work';
import { addFile, addPicture, askToAdd, itemFile, replaceFile } from '@/lib/server/files/files';
import { guideDesk, guideOfOffice, guideReviewOf, guideSince } from '@/lib/server/guide/guides';
import { openGuide } from '@/lib/server/guide/open-guide';
import { saveGuide } from '@/lib/server/guide/save-guide';
import {
  boardItem,
  boardItems,
  endPosting,
  photographPosting,
  recordPosting,
  revokePosting,
  sheetsOf,
} from '@/lib/server/items/board';
import { createItem } from '@/lib/server/items/create-item';
import { fileReadings, publicItemsCalled } from '@/lib/server/items/item-companions';
import { itemReviewOf } from '@/lib/server/items/item-review';
import { itemChoices, itemDesk, itemSince, restrictedDue } from '@/lib/server/items/items';
import { addEntry, correctEntry, ledgerEntry, ledgerFields, ledgerOf } from '@/lib/server/items/ledger';
import { dueItems, registerChoices, registerPage, registerRows } from '@/lib/server/items/register';
import { saveItem } from '@/lib/server/items/save-item';
import { createLetter } from '@/lib/server/letters/create-letter';
import { deliverLetter } from '@/lib/server/letters/deliver-letter';
import { letterFile } from '@/lib/server/letters/letter-files';
import { letterWording } from '@/lib/server/letters/letter-wording';
import { letterChoices, letterDesk, letterReviewOf, letterSince, lettersOfRequest } from '@/lib/server/letters/letters';
import { changeLetterKind, saveLetter } from '@/lib/server/letters/save-letter';
import { organisationOf } from '@/lib/server/organisation/organisation-settings';
import {
  changePerson,
  disablePerson,
  enablePerson,
  peopleList,
  personOf,
  resetPassword,
} from '@/lib/server/people/people';
import type { SignedIn } from '@/lib/server/people/session';
import { createReport } from '@/lib/server/reports/create-report';
import { draftSince, reportDesk, reportList } from '@/lib/server/reports/reports';
import { reviewOf, signOffBrief } from '@/lib/server/reports/review';
import { saveDraft } from '@/lib/server/reports/save-draft';
import { appendEvent } from '@/lib/server/requests/append-event';
import { changeRequest } from '@/lib/server/requests/change-request';
import { createRequest } from '@/lib/server/requests/create-request';
import { exportedApplicants, exportedRequests } from '@/lib/server/requests/export-requests';
import { dueRequests, feeOf, pressingRequests } from '@/lib/server/requests/request-due';
import { addRequestFile, askToAddToRequest, eraseRequestFile, requestFile } from '@/lib/server/requests/request-files';
import { requestChoices, requestRegisterPage, requestRows } from '@/lib/server/requests/request-register';
import { requestSettings } from '@/lib/server/requests/request-settings';
import { assignRequest, requestDesk, revealApplicant } from '@/lib/server/requests/requests';
import { missingKeysOf } from '@/lib/server/sealing/missing-keys';
import {
  faultyRowsOf,
  openSheetOf,
  sheetOf,
  throwAwaySheet,
  uploadSheet,
  wantImport,
} from '@/lib/server/sheets/import-sheets';
import { aRequestForm } from '@/lib/server/testing/a-request-form';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { issuesOf } from '@/lib/server/testing/issues-of';
import { importRows, pastRow } from '@/lib/server/testing/past-items';
import { withDatabase } from '@/lib/server/testing/with-database';
import { keepOutcome, standingFaults } from '@/lib/server/verify/verification';

// Everything that takes a person is tried by people of another organisation, who know every id and hold every role.
withDatabase();

let theirs: {
  draft: string;
  reviewed: string;
  published: string;
  field: string;
  person: string;
  remark: string;
  entry: string;
  node: string;
  sheet: string;
  batch: string;
  item: string;
  guide: string;
  shown: string;
  posting: string;
  request: string;
  letter: string;
};
let ours: Township;
const version = 0;

beforeAll(async () => {
  const town = await aTownship();
  ours = await aTownship();
  const [draft, reviewed, published] = [
    await town.aReport({ status: 'draft', year: 2021 }),
    await town.aReport({ status: 'in_review', year: 2022 }),
    await town.aReport({ status: 'published', year: 2023 }),
  ];
  const { field } = await db.fieldLeader.findFirstOrThrow({
    where: { organisationId: town.id },
    select: { field: { select: { id: true } } },
  });
  await createNode({ ...ownNode, code: 'key-tasks', fieldId: field.id }, town.people.administrator);
  const { id: node } = await db.catalogueNode.findFirstOrThrow({ where: { organisationId: town.id, kind: 'own' } });
  const { id: shown } = await town.anItem({ status: 'published' });
  const posting = { documentId: shown, place: '镇政府信息公开栏', postedOn: today() };
  const found = { of: 'row', what: 'decision', id: shown } as const;
  await keepOutcome(town.id, { editions: 1, answers: 9, faultCount: 1, faults: [found] }, now(), null);
  const entry = { kind: 'licensing' as const, month: '2020-07', fieldId: field.id, count: 38, amount: null };
  const request = await createRequest({ form: aRequestForm() }, town.people.drafter);
  theirs = {
    request,
    letter: await createLetter({ requestId: request, kind: 'granted' }, town.people.drafter),
    ...{ shown, posting: await recordPosting(posting, town.people.drafter) },
    batch: (await importRows([pastRow(1)], town.people.drafter)).batches[0]?.id ?? '',
    sheet: await uploadSheet({ fileName: 'a.csv', bytes: new Uint8Array([97]) }, town.people.drafter),
    entry: await addEntry({ ...entry, source: '许可台账' }, town.people.drafter),
    item: (await town.anItem({ status: 'draft' })).id,
    guide: await openGuide(town.people.drafter),
    ...{ draft: draft.id, reviewed: reviewed.id, published: published.id },
    ...{ node, field: field.id, person: town.people.drafter.id, remark: crypto.randomUUID() },
  };
});

type Attempt = (actor: SignedIn) => Promise<unknown>;
const ownNode = {
  ...{ label: '重点任务公开', basis: '', ways: ['website' as const] },
  period: { days: 20, unit: 'working_day' as const },
};
const aFile = { name: '一.pdf', bytes: new Uint8Array([1]) };
const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';
const aPicture = { name: '一.png', bytes: new Uint8Array(Buffer.from(onePixel, 'base64')) };
const noOne = { name: '某某', post: '', roles: ['drafter'] as const };
const move = (id: string, name: 'submit' | 'approve' | 'withdraw') => (actor: SignedIn) =>
  moveDocument({ id, version, move: name, note: '意见', sha256: '0'.repeat(64) }, { ...actor, confirmedAt: now() });

/** By file and name. What comes back must be nothing of theirs: null, an empty list, or a refusal. */
const attempts: Record<string, Attempt[]> = {
  'answer-remark answerRemark': [
    (actor) => answerRemark({ id: theirs.draft, remarkId: theirs.remark, answer: '好' }, actor),
  ],
  'append-event appendEvent': [
    (actor) =>
      appendEvent(
        { id: theirs.request, version: 1, events: { id: 'r', kind: 'replied', on: '2024-03-08', row: 'granted' } },
        actor,
      ),
  ],
  'batches batchDesk': [(actor) => batchDesk({ id: theirs.batch, after: null, open: false }, actor)],
  'batches batchLines': [async (actor) => (await batchLines(theirs.batch, actor).next()).value],
  'batches batchList': [batchList],
  'batches countOfMyBatches': [async (actor) => void expect(await countOfMyBatches(actor)).toBe(0)],
  'batches takeOutOfBatch': [
    (actor) => takeOutOfBatch({ id: theirs.batch, documentId: theirs.draft }, actor),
    (actor) => takeOutOfBatch({ id: theirs.batch, documentId: theirs.batch }, actor),
  ],
  'board boardItem': [(actor) => boardItem(theirs.shown, actor)],
  'board boardItems': [async (actor) => (await boardItems({}, actor)).items],
  'board endPosting': [(actor) => endPosting({ id: theirs.posting, takenDownOn: today() }, actor)],
  'board photographPosting': [(actor) => photographPosting({ id: theirs.posting, photo: aPicture }, actor)],
  'board recordPosting': [
    (actor) => recordPosting({ documentId: theirs.shown, place: '公告栏', postedOn: today() }, actor),
  ],
  'board revokePosting': [(actor) => revokePosting({ id: theirs.posting }, actor)],
  'board sheetsOf': [async (actor) => (await sheetsOf([theirs.shown], actor)).sheets],
  'catalogue changeNode': [(actor) => changeNode({ id: theirs.node, ...ownNode, fieldId: null }, actor)],
  'catalogue closeNode': [(actor) => closeNode({ id: theirs.node }, actor)],
  'catalogue createNode': [(actor) => createNode({ ...ownNode, code: 'theirs', fieldId: theirs.field }, actor)],
  'catalogue deleteNode': [(actor) => deleteNode({ id: theirs.node }, actor)],
  'catalogue fieldsForNodes': [fieldsForNodes],
  'catalogue moveNode': [(actor) => moveNode({ id: theirs.node, direction: 'up' }, actor)],
  'catalogue nodeList': [nodeList],
  'catalogue nodeOf': [(actor) => nodeOf(theirs.node, actor)],
  'catalogue reopenNode': [(actor) => reopenNode({ id: theirs.node }, actor)],
  'create-item createItem': [(actor) => createItem({ nodeId: theirs.node, title: '别的' }, actor)],
  'create-report createReport': [(actor) => createReport({ year: 2019 }, actor)], // in one's own organisation only
  'change-request changeRequest': [
    (actor) => changeRequest({ id: theirs.request, version: 1, typed: { asked: '改' }, reason: '打字错误' }, actor),
  ],
  'create-request createRequest': [
    // in one's own organisation only
    (actor) => createRequest({ form: aRequestForm(), handlerId: theirs.person }, actor),
  ],
  'draft-changes figureAuthors': [async (actor) => void expect(await figureAuthors(theirs.draft, actor)).toEqual({})],
  'fields changeField': [(actor) => changeField({ id: theirs.field, name: '别的', leaders: [] }, actor)],
  'fields closeField': [(actor) => closeField({ id: theirs.field }, actor)],
  'fields createField': [(actor) => createField({ name: '别的', leaders: [theirs.person] }, actor)],
  'fields fieldList': [fieldList],
  'fields fieldOf': [(actor) => fieldOf(theirs.field, actor)],
  'fields reopenField': [(actor) => reopenField({ id: theirs.field }, actor)],
  'fields sectionLeaders': [sectionLeaders],
  'guides guideDesk': [(actor) => guideDesk(theirs.guide, actor)],
  'guides guideOfOffice': [guideOfOffice],
  'guides guideReviewOf': [(actor) => guideReviewOf(theirs.guide, actor)],
  'guides guideSince': [(actor) => guideSince(theirs.guide, 0, actor)],
  'import-sheets faultyRowsOf': [(actor) => faultyRowsOf({ id: theirs.sheet, after: 0 }, actor)],
  'import-sheets openSheetOf': [openSheetOf],
  'import-sheets sheetOf': [(actor) => sheetOf(theirs.sheet, actor)],
  'import-sheets throwAwaySheet': [(actor) => throwAwaySheet({ id: theirs.sheet }, actor)],
  'import-sheets uploadSheet': [(actor) => uploadSheet({ fileName: 'a.csv', bytes: new Uint8Array([97]) }, actor)],
  'import-sheets wantImport': [(actor) => wantImport({ id: theirs.sheet }, actor)],
  'ledger addEntry': [
    (actor) =>
      addEntry(
        { kind: 'licensing', month: '2020-07', fieldId: theirs.field, count: 1, amount: null, source: '台账' },
        actor,
      ),
  ],
  'ledger correctEntry': [
    (actor) => correctEntry({ id: theirs.entry, kind: 'licensing', count: 9, amount: null, source: '台账' }, actor),
  ],
  'ledger ledgerEntry': [(actor) => ledgerEntry(theirs.entry, actor)],
  'ledger ledgerFields': [async (actor) => ledgerFields(actor)],
  'ledger ledgerOf': [(actor) => ledgerOf('licensing', 2020, actor)],
  'files addFile': [(actor) => addFile(theirs.item, aFile, actor)],
  'files addPicture': [(actor) => addPicture(theirs.item, aFile, actor)],
  'files askToAdd': [(actor) => askToAdd(theirs.item, actor)],
  'files itemFile': [(actor) => itemFile(theirs.item, '0'.repeat(64), actor)],
  'files replaceFile': [(actor) => replaceFile(theirs.item, '0'.repeat(64), aFile, actor)],
  'item-companions fileReadings': [(actor) => fileReadings(theirs.item, actor)],
  'item-companions publicItemsCalled': [(actor) => publicItemsCalled('报告', actor)],
  'item-review itemReviewOf': [(actor) => itemReviewOf(theirs.item, actor)],
  'items itemChoices': [itemChoices],
  'items itemDesk': [(actor) => itemDesk(theirs.item, actor)],
  'items restrictedDue': [(actor) => restrictedDue(actor, '2099-12-31')],
  'items itemSince': [(actor) => itemSince(theirs.item, 0, actor)],
  'move-batch moveBatch': batchMoves.map(
    (move) => (actor: SignedIn) =>
      moveBatch({ id: theirs.batch, move, number: 0, note: '意见' }, { ...actor, confirmedAt: now() }),
  ),
  'move-document moveDocument': [
    (actor) => move(theirs.item, 'submit')(actor),
    (actor) => move(theirs.draft, 'submit')(actor),
    (actor) => move(theirs.reviewed, 'approve')(actor),
    (actor) => move(theirs.published, 'withdraw')(actor),
  ],
  'open-guide openGuide': [openGuide], // in one's own organisation only
  'organisation-settings organisationOf': [organisationOf],
  'people changePerson': [(actor) => changePerson({ id: theirs.person, ...noOne }, actor)],
  'people disablePerson': [(actor) => disablePerson({ id: theirs.person }, actor)],
  'people enablePerson': [(actor) => enablePerson({ id: theirs.person }, actor)],
  'people peopleList': [peopleList],
  'people personOf': [(actor) => personOf(theirs.person, actor)],
  'people resetPassword': [(actor) => resetPassword({ id: theirs.person }, actor)],
  'register dueItems': [dueItems],
  'register registerChoices': [registerChoices],
  'register registerPage': [
    (actor) => registerPage(registerFilter.parse({}), actor),
    (actor) => registerPage(registerFilter.parse({ node: theirs.node }), actor),
  ],
  'register registerRows': [async (actor) => (await registerRows(registerFilter.parse({}), actor).next()).value],
  'reports draftSince': [(actor) => draftSince(theirs.draft, 0, actor)],
  'reports reportDesk': [(actor) => reportDesk(theirs.draft, actor), (actor) => reportDesk(theirs.published, actor)],
  'reports reportList': [reportList],
  'export-requests exportedRequests': [
    async (actor) => (await (await exportedRequests(requestFilter.parse({}), 'csv', actor)).next()).value,
  ],
  'export-requests exportedApplicants': [
    async (actor) =>
      (await (await exportedApplicants(requestFilter.parse({}), { format: 'csv', reason: '核对' }, actor)).next())
        .value,
  ],
  'create-letter createLetter': [(actor) => createLetter({ requestId: theirs.request, kind: 'granted' }, actor)],
  'deliver-letter deliverLetter': [
    (actor) => deliverLetter({ id: theirs.letter, on: today(), way: 'post', proof: 'x', restates: '' }, null, actor),
  ],
  'letter-files letterFile': [(actor) => letterFile(theirs.letter, 'pdf', actor)],
  'letter-wording letterWording': [
    async (actor) => void expect((await letterWording(actor)).organisation.name).toBe(actor.organisation.name),
  ],
  'letters letterChoices': [(actor) => letterChoices(theirs.request, actor)],
  'letters letterDesk': [(actor) => letterDesk(theirs.letter, actor)],
  'letters letterReviewOf': [(actor) => letterReviewOf(theirs.letter, actor)],
  'letters letterSince': [(actor) => letterSince(theirs.letter, 0, actor)],
  'letters lettersOfRequest': [(actor) => lettersOfRequest(theirs.request, actor)],
  'save-letter changeLetterKind': [
    (actor) => changeLetterKind({ id: theirs.letter, version: 0, kind: 'repeat' }, actor),
  ],
  'save-letter saveLetter': [
    (actor) =>
      saveLetter(
        {
          ...{ id: theirs.letter, saveId: crypto.randomUUID(), base: 0 },
          changes: [{ kind: 'fact', name: 'reason', from: '', to: '别的' }],
        },
        actor,
      ),
  ],
  'missing-keys missingKeysOf': [missingKeysOf],
  'request-due dueRequests': [dueRequests],
  'request-due feeOf': [(actor) => feeOf(theirs.request, { method: 'items', quantity: 1 }, actor)],
  'request-due pressingRequests': [pressingRequests],
  'request-files addRequestFile': [(actor) => addRequestFile(theirs.request, { kind: 'other', ...aFile }, actor)],
  'request-files askToAddToRequest': [(actor) => askToAddToRequest(theirs.request, actor)],
  'request-files eraseRequestFile': [
    (actor) => eraseRequestFile({ id: theirs.request, fileId: theirs.request }, actor),
  ],
  'request-files requestFile': [(actor) => requestFile(theirs.request, theirs.request, actor)],
  'request-register requestChoices': [requestChoices],
  'request-register requestRegisterPage': [
    (actor) => requestRegisterPage(requestFilter.parse({}), actor),
    (actor) => requestRegisterPage(requestFilter.parse({ handler: theirs.person }), actor),
  ],
  'request-register requestRows': [async (actor) => (await requestRows(requestFilter.parse({}), actor).next()).value],
  'request-settings requestSettings': [requestSettings],
  'requests assignRequest': [(actor) => assignRequest({ id: theirs.request, handlerId: actor.id }, actor)],
  'requests requestDesk': [(actor) => requestDesk(theirs.request, actor)],
  'requests revealApplicant': [(actor) => revealApplicant({ id: theirs.request, reason: '看看' }, actor)],
  'review reviewOf': [(actor) => reviewOf(theirs.reviewed, actor)],
  'review signOffBrief': [(actor) => signOffBrief(theirs.reviewed, actor)],
  'save-draft saveDraft': [
    (actor) =>
      saveDraft(
        { id: theirs.draft, saveId: crypto.randomUUID(), base: 0, changes: [{ kind: 'note', from: '', to: '改' }] },
        actor,
      ),
  ],
  'save-guide saveGuide': [
    (actor) =>
      saveGuide(
        {
          ...{ id: theirs.guide, saveId: crypto.randomUUID(), base: 0 },
          changes: [{ kind: 'set', field: 'phone', from: '', to: '改' }],
        },
        actor,
      ),
  ],
  'save-item saveItem': [
    (actor) =>
      saveItem(
        {
          ...{ id: theirs.item, saveId: crypto.randomUUID(), base: 0 },
          changes: [{ kind: 'set', field: 'title', from: '', to: '改' }],
        },
        actor,
      ),
  ],
  'trail letterHistoryOf': [(actor) => letterHistoryOf(theirs.letter, actor)],
  'trail guideHistoryOf': [(actor) => guideHistoryOf(theirs.guide, actor)],
  'trail historyOf': [(actor) => historyOf(theirs.published, actor)],
  'trail itemHistoryOf': [(actor) => itemHistoryOf(theirs.item, actor)],
  'trail trail': [(actor) => trail({}, actor)],
  'verification standingFaults': [standingFaults],
  'work countOfMyWork': [countOfMyWork],
  'work workList': [workList],
};

/** What takes a person but no id from outside: it can reach nothing but what is the person's own. */
const onlyOneself = [
  'ask-to-manage askToManage',
  'change-password changePassword',
  'confirm-password confirmPassword',
  'confirm-password isConfirmed',
  'organisation-settings changeOrganisation',
  'letter-wording changeLetterWording',
  'letter-wording changeLetterhead',
  'request-settings changeRequestSettings',
  'people addPerson',
  'sign-in signOut',
  'sign-in signOutEverywhere',
];

/** Parts of the queries and commands above, which hand them a document that they have found for the actor. */
const parts = [
  'batch-state batchState',
  'batch-state subjectOfBatch',
  'document-facts deskFacts',
  'document-facts documentFacts',
  'document-facts documentsFacts',
  'document-facts permissions',
  'create-request handlerOf',
  'form-action formAction',
  'freeze-revision freezeRevision',
  'frozen-facts frozenFacts',
  'lock-document demand',
  'lock-document lockDocument',
  'request-files keepRequestFiles',
  'save-changes lockDraft',
  'save-changes saveChanges',
  'save-changes saveLocked',
];

test('every query and command that takes a person is tried here', async () => {
  const found = await exportsThatTakeAPerson();
  expect(found.toSorted()).toEqual([...Object.keys(attempts), ...onlyOneself, ...parts].toSorted());
});

test('a person of another organisation learns nothing and changes nothing', async () => {
  const before = await everythingOfTheirs();
  const secrets = Object.values(theirs);
  for (const [name, tries] of Object.entries(attempts)) {
    for (const attempt of tries) {
      for (const person of Object.values(ours.people)) {
        const heard = JSON.stringify(await heardBy(person, attempt)) ?? '';
        for (const secret of secrets) expect(heard, `${name} to ${person.roles[0]}`).not.toContain(secret);
      }
    }
  }
  expect(await everythingOfTheirs()).toEqual(before);
});

async function heardBy(person: SignedIn, attempt: Attempt): Promise<unknown> {
  let answer: unknown = null;
  const issues = await issuesOf(
    attempt(person).then((result) => {
      answer = result;
    }),
  );
  const told = issues.map(({ code }) => code);
  expect(['not_found', 'not_allowed', 'report_exists', 'name_taken', 'no_format', 'bad_input']).toEqual(
    expect.arrayContaining(told),
  );
  return answer;
}

async function everythingOfTheirs() {
  const { organisationId } = await db.document.findUniqueOrThrow({ where: { id: theirs.draft } });
  const where = { organisationId };
  return {
    documents: await db.document.findMany({ where, orderBy: { id: 'asc' } }),
    people: await db.user.findMany({ where, include: { roles: true, leads: true }, orderBy: { id: 'asc' } }),
    fields: await db.field.findMany({ where, include: { leaders: true } }),
    batches: await db.batchDecision.count({ where }),
    sheets: await db.importSheet.findMany({ where }),
    requests: await db.disclosureRequest.findMany({ where }),
    requestEvents: await db.requestEvent.count({ where }),
    requestChanges: await db.requestChange.count({ where }),
    nodes: await db.catalogueNode.findMany({ where, orderBy: { id: 'asc' } }),
    decisions: await db.decision.count({ where }),
    trail: await db.auditEvent.count({ where }),
  };
}

/** By their types: functions of lib/server that are exported and want an Actor, a Mover or whoever is SignedIn. */
async function exportsThatTakeAPerson(): Promise<string[]> {
  const files = (await readdir(import.meta.dirname, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .filter(({ parentPath }) => !/(generated|testing|demonstration)/.test(parentPath));
  const names = await Promise.all(
    files.map(async ({ name: file, parentPath }) => {
      const code = await readFile(join(parentPath, file), 'utf8');
      const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
      return source.statements.flatMap(exported).map((name) => `${file.slice(0, -3)} ${name}`);
    }),
  );
  return names.flat();
}

const isPerson = ({ type }: ts.ParameterDeclaration) => /\b(Actor|Mover|SignedIn)\b/.test(type?.getText() ?? '');

function exported(statement: ts.Statement): string[] {
  const isExported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (!isExported) return [];
  if (ts.isFunctionDeclaration(statement))
    return statement.parameters.some(isPerson) ? [statement.name?.text ?? ''] : [];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
    initializer && ts.isArrowFunction(initializer) && initializer.parameters.some(isPerson) ? [name.getText()] : [],
  );
}
