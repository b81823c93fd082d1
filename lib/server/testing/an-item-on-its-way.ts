import { randomUUID } from 'node:crypto';
import type { ItemDraft } from '@/lib/domain/items/content';
import type { ItemOp } from '@/lib/domain/items/merge';
import type { Status } from '@/lib/domain/workflow/moves';
import { db } from '@/lib/server/db';
import { moveDocument } from '@/lib/server/documents/move-document';
import { createItem } from '@/lib/server/items/create-item';
import { type ItemDesk, itemDesk } from '@/lib/server/items/items';
import { saveItem } from '@/lib/server/items/save-item';
import type { SignedIn } from '@/lib/server/people/session';
import { moveOneStep, type People } from '@/lib/server/testing/the-way';

export type ItemWish = {
  status: Status;
  title?: string;
  /** Code of its place in the catalogue. */
  node?: string;
  /** What differs from a sound item. */
  draft?: Partial<ItemDraft>;
  /** Lays files into it; answers what differs because of them. */
  lay?: (id: string, drafter: SignedIn) => Promise<Partial<ItemDraft>>;
};

/** Opens and fills an item through the commands that people use, and moves it on to the status wished. */
export async function bringItem(
  { status, title = '关于春季森林防火的通知', node, draft, lay }: ItemWish,
  people: People,
) {
  const { drafter } = people;
  const id = await createItem({ nodeId: await nodeCalled(node ?? 'article-20-12', drafter), title }, drafter);
  await fillItem(id, { ...sound, ...draft, ...(await lay?.(id, drafter)) }, drafter);
  // What is to stay signed waits for a day that no test lives to see.
  if (status === 'signed') await saveOps(id, [{ kind: 'publishOn', from: null, to: '2099-12-31' }], drafter);
  return moveItemOn(id, status, people);
}

/** Corrects a published item with a public note, the whole way to its next edition. */
export async function correctItem(id: string, note: string, draft: Partial<ItemDraft>, people: People) {
  const { document } = await deskOf(id, people.drafter);
  await moveDocument(
    { id, version: document.version, move: 'correct', note },
    { ...people.drafter, confirmedAt: null },
  );
  await fillItem(id, draft, people.drafter);
  return moveItemOn(id, 'published', people);
}

/** Withdraws a published item with a public reason. */
export const withdrawItem = (id: string, people: People) => moveItemOn(id, 'withdrawn', people);

const sound: Partial<ItemDraft> = {
  formedOn: '2020-03-02',
  source: 'made',
  body: [
    { id: 'b1', kind: 'heading', level: 1, runs: [{ text: '一、明确责任' }] },
    { id: 'b2', kind: 'paragraph', runs: [{ text: '各村要落实专人巡查，严禁野外用火。' }] },
  ],
};

async function fillItem(id: string, wanted: Partial<ItemDraft>, drafter: SignedIn) {
  const { state } = await deskOf(id, drafter);
  const ops = Object.entries(wanted).map(([field, to]) => opFor(state.draft, field as keyof ItemDraft, to));
  if (ops.length > 0) await saveOps(id, ops, drafter);
  const { findings } = await deskOf(id, drafter);
  const reasons = findings
    .filter(({ severity, key }) => severity === 'warn' && !state.office.reasons[key])
    .map(({ key }): ItemOp => ({ kind: 'reason', key, from: null, to: '已核对，情况属实。' }));
  if (reasons.length > 0) await saveOps(id, reasons, drafter);
}

const lists = ['body', 'attachments', 'relations'];

const opFor = (draft: ItemDraft, field: keyof ItemDraft, to: unknown) =>
  ({ ...(lists.includes(field) ? { kind: field } : { kind: 'set', field }), from: draft[field], to }) as ItemOp; // the field names its values

export async function saveOps(id: string, changes: ItemOp[], drafter: SignedIn) {
  const saved = await saveItem({ id, saveId: randomUUID(), base: 0, changes }, drafter);
  if (saved.conflicts.length > 0) throw new Error('the draft holds something else already');
  return saved;
}

async function moveItemOn(id: string, status: Status, people: People) {
  for (;;) {
    const { document, frozen } = await deskOf(id, people.drafter);
    const sha256 = frozen?.sha256 ?? null;
    const done = document.status === status || !(await moveOneStep({ ...document, sha256 }, people));
    if (done) return { id, path: document.path, title: document.title, sha256, indexNumber: document.indexNumber };
  }
}

export async function nodeCalled(code: string, { organisationId }: SignedIn): Promise<string> {
  const node = await db.catalogueNode.findFirstOrThrow({ where: { organisationId, code }, select: { id: true } });
  return node.id;
}

async function deskOf(id: string, actor: SignedIn): Promise<ItemDesk> {
  const desk = await itemDesk(id, actor);
  if (!desk) throw new Error(`item ${id} is not to be seen`);
  return desk;
}
