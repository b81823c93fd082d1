import { randomUUID } from 'node:crypto';
import type { GuideDraft, GuideField } from '@/lib/domain/guide/content';
import type { GuideOp } from '@/lib/domain/guide/merge';
import type { Status } from '@/lib/domain/workflow/moves';
import { moveDocument } from '@/lib/server/documents/move-document';
import { type GuideDesk, guideDesk } from '@/lib/server/guide/guides';
import { openGuide } from '@/lib/server/guide/open-guide';
import { saveGuide } from '@/lib/server/guide/save-guide';
import type { SignedIn } from '@/lib/server/people/session';
import { moveOneStep, type People } from '@/lib/server/testing/the-way';

/** What an office fills in that its settings don't know. */
export const howToReachUs: Partial<GuideDraft> = {
  address: '柳河镇政府路1号',
  postcode: '471400',
  hours: '工作日8:00至12:00，14:30至17:30',
  phone: '0379-66512345',
  fax: '0379-66512346',
  email: 'liuhe@example.gov.cn',
  reviewer: '清河县人民政府',
  supervisor: '清河县人民政府办公室',
  supervisorPhone: '0379-66310000',
  in_person: '柳河镇政府路1号，党政办公室',
  post: '柳河镇政府路1号，党政办公室，邮编471400',
  online: '电子邮箱liuhe@example.gov.cn',
  by_fax: '0379-66512346',
  oral: '柳河镇政府路1号，党政办公室',
};

export type GuideWish = { status: Status; draft?: Partial<GuideDraft> };

/** Opens and fills the guide through the commands that people use, and moves it on to the status wished. */
export async function bringGuide({ status, draft }: GuideWish, people: People) {
  const id = await openGuide(people.drafter);
  await fillGuide(id, { ...howToReachUs, ...draft }, people.drafter);
  return moveGuideOn(id, status, people);
}

/** Corrects a published guide with a public note, the whole way to its next edition. */
export async function correctGuide(id: string, note: string, draft: Partial<GuideDraft>, people: People) {
  const { document } = await deskOf(id, people.drafter);
  await moveDocument(
    { id, version: document.version, move: 'correct', note },
    { ...people.drafter, confirmedAt: null },
  );
  await fillGuide(id, draft, people.drafter);
  return moveGuideOn(id, 'published', people);
}

/** Withdraws a published guide with a public reason. */
export const withdrawGuide = (id: string, people: People) => moveGuideOn(id, 'withdrawn', people);

async function fillGuide(id: string, wanted: Partial<GuideDraft>, drafter: SignedIn) {
  const { state } = await deskOf(id, drafter);
  const changes = Object.entries(wanted).map(([name, to]): GuideOp => {
    const field = name as GuideField; // the draft's own keys
    return { kind: 'set', field, from: state.draft[field], to };
  });
  await saveGuideOps(id, changes, drafter);
}

export async function saveGuideOps(id: string, changes: GuideOp[], drafter: SignedIn) {
  if (changes.length === 0) return;
  const { conflicts } = await saveGuide({ id, saveId: randomUUID(), base: 0, changes }, drafter);
  if (conflicts.length > 0) throw new Error('the draft holds something else already');
}

export async function moveGuideOn(id: string, status: Status, people: People) {
  for (;;) {
    const { document, frozen } = await deskOf(id, people.drafter);
    const sha256 = frozen?.sha256 ?? null;
    const done = document.status === status || !(await moveOneStep({ ...document, sha256 }, people));
    if (done) return { id, path: document.path, title: document.title, sha256 };
  }
}

async function deskOf(id: string, actor: SignedIn): Promise<GuideDesk> {
  const desk = await guideDesk(id, actor);
  if (!desk) throw new Error(`guide ${id} is not to be seen`);
  return desk;
}
