import type { Role } from '@/lib/domain/access';
import { addDays } from '@/lib/domain/calendar/day';
import type { Status } from '@/lib/domain/workflow/moves';
import { today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { addEntry } from '@/lib/server/items/ledger';
import { createRequest } from '@/lib/server/requests/create-request';
import { uploadSheet } from '@/lib/server/sheets/import-sheets';
import { workOnSheet } from '@/lib/server/sheets/work-on-sheet';
import { bringGuide } from '@/lib/server/testing/a-guide-on-its-way';
import { bringLetter, withLetterhead } from '@/lib/server/testing/a-letter';
import { aRequestForm } from '@/lib/server/testing/a-request-form';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { importRows, pastRow, uploadRows } from '@/lib/server/testing/past-items';

/** An address and who opens it: a person of the story's organisation, one of another, or nobody. */
export type OfficePage = [address: string, by: Role | { sessionId: string } | null];

type Pages = Record<string, OfficePage[]>;

/** Every page of the office, by its route. */
export async function officePages(township: Township): Promise<Pages> {
  return {
    '/admin/sign-in': [['/admin/sign-in', null]],
    ...(await registers(township)),
    ...documentPages('reports', await reports(township)),
    ...documentPages('items', await items(township)),
    ...documentPages('guide', await guides()),
    ...(await requestsAndLetters(township)),
    ...(await settings(township)),
    // When there is something to do.
    '/admin': [
      ['/admin', 'drafter'],
      ['/admin', 'section_leader'],
      ['/admin', 'principal_leader'],
    ],
  };
}

type OnTheirWay = Record<'draft' | 'in_review' | 'in_sign_off' | 'published', { id: string; town?: Township }>;

/** The pages that every kind of document has, each opened by whom and at the status that it is for. */
function documentPages(kind: string, { draft, in_review, in_sign_off, published }: OnTheirWay): Pages {
  const at = ({ id, town }: OnTheirWay['draft'], page: string, by: Role): OfficePage => [
    `/admin/${kind}/${id}${page}`,
    town ? town.people[by] : by,
  ];
  const base = `/admin/${kind}/[id]`;
  return {
    [base]: [at(draft, '', 'drafter'), at(in_review, '', 'drafter')],
    [`${base}/preview`]: [at(draft, '/preview', 'drafter')],
    [`${base}/review`]: [at(in_review, '/review', 'section_leader')],
    [`${base}/sign-off`]: [
      at(in_sign_off, '/sign-off', 'principal_leader'),
      at(in_sign_off, '/sign-off?return=1', 'principal_leader'),
    ],
    [`${base}/correct`]: [at(published, '/correct', 'drafter')],
    [`${base}/withdraw`]: [at(published, '/withdraw', 'principal_leader')],
    [`${base}/history`]: [at(published, '/history', 'auditor')],
  };
}

const reports = async ({ aReport }: Township): Promise<OnTheirWay> => ({
  draft: await aReport({ status: 'draft', year: 2024 }),
  in_review: await aReport({ status: 'in_review', year: 2023 }),
  in_sign_off: await aReport({ status: 'in_sign_off', year: 2022 }),
  published: await aReport({ status: 'published', year: 2021 }),
});

async function items({ anItem }: Township): Promise<OnTheirWay> {
  const item = (status: Status, title: string) => anItem({ status, title, node: 'article-20-11' });
  return {
    draft: await item('draft', '柳河镇2020年农村危房改造补助对象公示'),
    in_review: await item('in_review', '柳河镇2020年惠民资金发放情况公示'),
    in_sign_off: await item('in_sign_off', '柳河镇2020年低保对象公示'),
    published: await item('published', '关于春季森林防火的通知'),
  };
}

/** An organisation has one guide, so that each status has an organisation. */
async function guides(): Promise<OnTheirWay> {
  const guide = async (status: Status) => {
    const town = await aTownship();
    return { ...(await bringGuide({ status }, town.people)), town };
  };
  return {
    draft: await guide('draft'),
    in_review: await guide('in_review'),
    in_sign_off: await guide('in_sign_off'),
    published: await guide('published'),
  };
}

async function registers({ id: organisationId, people: { drafter } }: Township): Promise<Pages> {
  const { batches } = await importRows([pastRow(1), pastRow(2)], drafter);
  const doubtful = pastRow(4, { body: '补助对象李某，手机13800138000，一次补助500元。' });
  const sheet = await uploadRows([pastRow(3), doubtful, pastRow(5, { formedOn: '2015年底', node: '民生' })], drafter);
  const field = await db.field.findFirstOrThrow({ where: { organisationId } });
  const month = today().slice(0, 7);
  const figures = { kind: 'licensing' as const, month, fieldId: field.id, count: 38, amount: null };
  const entry = await addEntry({ ...figures, source: '许可台账第3册' }, drafter);
  return {
    '/admin/reports': [['/admin/reports', 'drafter']],
    '/admin/items': [['/admin/items', 'drafter']],
    '/admin/items/new': [['/admin/items/new', 'drafter']],
    '/admin/items/due': [['/admin/items/due', 'drafter']],
    '/admin/items/import': [['/admin/items/import', 'drafter']],
    '/admin/items/import/[id]': [[`/admin/items/import/${sheet}`, 'drafter']],
    '/admin/batches': [['/admin/batches', 'drafter']],
    '/admin/batches/[id]': batches.map(({ id }): OfficePage => [`/admin/batches/${id}`, 'drafter']),
    '/admin/guide': [['/admin/guide', 'drafter']],
    '/admin/ledger': [['/admin/ledger', 'drafter']],
    '/admin/ledger/[id]': [[`/admin/ledger/${entry}`, 'drafter']],
  };
}

async function requestsAndLetters({ people }: Township): Promise<Pages> {
  const { drafter } = people;
  await withLetterhead(drafter);
  const whole = await createRequest({ form: aRequestForm({ arrivedOn: addDays(today(), -7) }) }, drafter);
  const letter = async (status: Status) => {
    const requestId = await createRequest({ form: aRequestForm() }, drafter);
    return bringLetter({ requestId, kind: 'granted', status }, people);
  };
  const [draft, review, end] = [await letter('draft'), await letter('in_review'), await letter('in_sign_off')];
  const signed = await letter('signed');
  const list =
    '到达日期,收件渠道,申请人类型,姓名或者名称,联系电话,所需信息的内容,答复日期,办理结果\r\n' +
    '2024-03-04,当面提交,自然人,周小明,13837900001,惠民惠农补贴发放明细,2024-03-11,予以公开\r\n' +
    '三月,当面提交,自然人,吴小明,13837900002,土地征收公告,,\r\n';
  const bytes = new TextEncoder().encode(list);
  const sheet = await uploadSheet({ fileName: '2024年登记簿.csv', bytes, kind: 'requests' }, drafter);
  await workOnSheet(sheet);
  return {
    '/admin/requests': [
      ['/admin/requests', 'drafter'],
      ['/admin/requests', 'auditor'],
    ],
    '/admin/requests/new': [['/admin/requests/new', 'drafter']],
    '/admin/requests/[id]': [
      [`/admin/requests/${whole}`, 'drafter'],
      [`/admin/requests/${whole}?enter=extended`, 'drafter'],
    ],
    '/admin/requests/[id]/change': [[`/admin/requests/${whole}/change`, 'drafter']],
    '/admin/requests/[id]/explanation': [[`/admin/requests/${whole}/explanation`, 'drafter']],
    '/admin/requests/export-applicants': [['/admin/requests/export-applicants', 'drafter']],
    '/admin/requests/import': [['/admin/requests/import', 'drafter']],
    '/admin/requests/import/[id]': [[`/admin/requests/import/${sheet}`, 'drafter']],
    '/admin/letters/new': [[`/admin/letters/new?request=${whole}`, 'drafter']],
    '/admin/letters/[id]': [
      [`/admin/letters/${draft.id}`, 'drafter'],
      [`/admin/letters/${signed.id}`, 'drafter'],
    ],
    '/admin/letters/[id]/review': [[`/admin/letters/${review.id}/review`, 'section_leader']],
    '/admin/letters/[id]/sign-off': [[`/admin/letters/${end.id}/sign-off`, 'principal_leader']],
    '/admin/letters/[id]/history': [[`/admin/letters/${signed.id}/history`, 'auditor']],
  };
}

async function settings({ id: organisationId, people, anItem }: Township): Promise<Pages> {
  const posted = await anItem({ status: 'published', title: '柳河镇2020年临时救助对象公示' });
  const field = await db.field.findFirstOrThrow({ where: { organisationId } });
  const node = await db.catalogueNode.findFirstOrThrow({ where: { organisationId } });
  const byAdministrator = ['/admin/catalogue', '/admin/catalogue/new', '/admin/fields', '/admin/fields/new'];
  const more = ['/admin/letters/wording', '/admin/organisation', '/admin/people', '/admin/people/new'];
  const alone = [...byAdministrator, ...more, '/admin/password', '/admin/requests/settings', '/admin/trail'];
  return {
    ...Object.fromEntries(alone.map((address): [string, OfficePage[]] => [address, [[address, 'administrator']]])),
    '/admin/board': [['/admin/board', 'drafter']],
    '/admin/board/[id]': [[`/admin/board/${posted.id}`, 'drafter']],
    '/admin/catalogue/[id]': [[`/admin/catalogue/${node.id}`, 'administrator']],
    '/admin/fields/[id]': [[`/admin/fields/${field.id}`, 'administrator']],
    '/admin/people/[id]': [[`/admin/people/${people.drafter.id}`, 'administrator']],
  };
}
