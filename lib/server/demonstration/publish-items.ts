import 'server-only';
import { randomUUID } from 'node:crypto';
import { addDays } from '@/lib/domain/calendar/day';
import type { ItemBlock } from '@/lib/domain/items/body';
import type { ItemOp } from '@/lib/domain/items/merge';
import type { MoveName, Status } from '@/lib/domain/workflow/moves';
import { declarations } from '@/lib/domain/workflow/secrecy';
import { today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { acting } from '@/lib/server/demonstration/acting';
import { drafter, principalLeader, sectionLeader } from '@/lib/server/demonstration/cast';
import { items, type MadeUp, type Part } from '@/lib/server/demonstration/items';
import { type Mover, moveDocument } from '@/lib/server/documents/move-document';
import { createItem } from '@/lib/server/items/create-item';
import { saveItem } from '@/lib/server/items/save-item';

/** Takes the items of the demonstration as far as they have come, by the three people whose work that is. */
export async function publishItems() {
  const clerk = await acting(drafter);
  for (const item of items) {
    const title = item.title.replaceAll('{year}', thisYear());
    const there = await db.document.findFirst({ where: { organisationId: clerk.organisationId, kind: 'item', title } });
    const id = there?.id ?? (await draftOf(item, title, clerk));
    await bring(id, item.status);
  }
}

const thisYear = () => today().slice(0, 4);

async function draftOf(item: MadeUp, title: string, clerk: Mover): Promise<string> {
  const nodeId = await nodeCalled(item.node, clerk);
  const classId = await nodeCalled(item.class, clerk);
  const id = await createItem({ nodeId, title }, clerk);
  const documentNumber = item.documentNumber?.replaceAll('{year}', thisYear()) ?? '';
  const changes: ItemOp[] = [
    { kind: 'set', field: 'classId', from: null, to: classId },
    { kind: 'set', field: 'formedOn', from: null, to: addDays(today(), -item.formed) },
    { kind: 'set', field: 'source', from: null, to: 'made' },
    { kind: 'body', from: [], to: item.body.map(blockOf) },
    ...(documentNumber
      ? [{ kind: 'set', field: 'documentNumber', from: '', to: documentNumber } satisfies ItemOp]
      : []),
    ...(item.normative ? [{ kind: 'set', field: 'normative', from: false, to: true } satisfies ItemOp] : []),
  ];
  const { conflicts } = await saveItem({ id, saveId: randomUUID(), base: 0, changes }, clerk);
  if (conflicts.length > 0) throw new Error('an item of the demonstration holds something else already');
  return id;
}

async function nodeCalled(code: string, { organisationId }: Mover): Promise<string> {
  const { id } = await db.catalogueNode.findFirstOrThrow({ where: { organisationId, code }, select: { id: true } });
  return id;
}

function blockOf(part: Part, position: number): ItemBlock {
  const id = `b${position + 1}`;
  const runs = (text: string) => [{ text: text.replaceAll('{year}', thisYear()) }];
  if (typeof part === 'string') return { id, kind: 'paragraph', runs: runs(part) };
  if ('heading' in part) return { id, kind: 'heading', level: 1, runs: runs(part.heading) };
  if ('list' in part) return { id, kind: 'list', ordered: true, entries: part.list.map(runs) };
  return { id, kind: 'table', headerRows: 1, rows: part.table.map((row) => row.map((text) => ({ runs: runs(text) }))) };
}

type Step = { move: MoveName; by: { signInName: string }; note: string };

const steps: Partial<Record<Status, Step>> = {
  draft: { move: 'submit', by: drafter, note: '' },
  in_review: { move: 'approve', by: sectionLeader, note: '同意，呈主要领导签发。' },
  in_sign_off: { move: 'sign_off', by: principalLeader, note: '同意公开。' },
};

async function bring(id: string, wish: MadeUp['status']) {
  for (;;) {
    const { status, version, revision } = await db.document.findUniqueOrThrow({
      where: { id },
      select: { status: true, version: true, revision: { select: { sha256: true } } },
    });
    const step = steps[status];
    if (status === wish || !step) return;
    const { move, by, note } = step;
    const secrecy = { result: 'public' as const, by: '孙某', at: today(), statement: '没有涉密内容。' };
    const seen = revision ? { sha256: revision.sha256 } : { secrecy };
    await moveDocument({ id, version, move, note, declarations, ...seen }, await acting(by));
  }
}
