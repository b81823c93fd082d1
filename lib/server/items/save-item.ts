import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/domain/access';
import type { AuditEvent } from '@/lib/domain/audit';
import type { InputProblem, Issue } from '@/lib/domain/issue';
import { narrowedItemOp, subjectsOfItemOp } from '@/lib/domain/items/apply-item-op';
import type { Attachment } from '@/lib/domain/items/content';
import {
  type ItemConflict,
  type ItemOp,
  type ItemSave,
  type ItemState,
  itemOp,
  itemOpIssues,
  mergeItem,
} from '@/lib/domain/items/merge';
import type { ItemHit } from '@/lib/domain/items/personal-hits';
import type { Finding } from '@/lib/domain/report/finding';
import { db, type Tx } from '@/lib/server/db';
import type { LockedDocument } from '@/lib/server/documents/lock-document';
import { type Drafts, type SavedDraft, saveChanges, type Told } from '@/lib/server/documents/save-changes';
import { savedEvents } from '@/lib/server/documents/saved-events';
import { checkedDraft, itemStateOf } from '@/lib/server/items/disclosure-item';
import { fieldOfItem, writeColumns } from '@/lib/server/items/item-columns';

export type SavedItem = SavedDraft<ItemOp, ItemState, ItemConflict> & {
  /** What the rules say of the draft after the save, and each hit of the personal data finder. */
  findings: readonly Finding[];
  hits: readonly ItemHit[];
};

/** Saves the draft of a disclosure item. */
export async function saveItem(request: ItemSave & { id: string }, actor: Actor): Promise<SavedItem> {
  const saved = await saveChanges(itemDrafts, request, actor);
  const { id } = request;
  const { organisationId } = actor;
  const document = await db.document.findUniqueOrThrow({ where: { id, organisationId } });
  const { findings, hits } = await checkedDraft(db, document);
  return { ...saved, findings, hits };
}

/** A value that stood in the way was the draft's own: it is JSON, and nothing more is asked of it. */
const clash: z.ZodType<Told<ItemConflict>> = z.object({
  op: itemOp,
  current: z.custom<ItemConflict['current']>(),
  by: z.string().nullable(),
  at: z.string().nullable(),
});

/** What is kept of one accepted save of an item. */
export const savedItemChanges = z.object({ applied: z.array(itemOp), conflicts: z.array(clash) });

export const itemDrafts: Drafts<ItemOp, ItemState, ItemConflict> = {
  kind: 'item',
  stateOf: itemStateOf,
  objections: async (tx, document, ops) => [...itemOpIssues(ops), ...(await unknownChoices(tx, document, ops))],
  merge: async (_tx, _document, state, ops) => mergeItem(state, ops),
  subjectsOf: subjectsOfItemOp,
  narrowed: narrowedItemOp,
  eventsOf,
  kept: savedItemChanges,
  async follow(tx, document, { draft }) {
    await writeColumns(tx, document, draft);
    return { title: draft.title, fieldId: await fieldOfItem(tx, document.organisationId, draft) };
  },
};

/** Nodes, classes and fields are the organisation's and open; files are those that were laid into this document. */
async function unknownChoices(tx: Tx, document: LockedDocument, ops: readonly ItemOp[]): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const op of ops) {
    if (op.kind === 'set' && typeof op.to === 'string' && !(await isChoice(tx, document, op.field, op.to)))
      issues.push(refused(op.field, 'unknown_choice'));
  }
  const named = ops.flatMap((op) => (op.kind === 'attachments' ? op.to : []));
  const shown = ops.flatMap((op) => (op.kind === 'body' ? op.to : [])).flatMap((block) => imageOf(block) ?? []);
  if (named.length + shown.length === 0) return issues;
  const files = await filesOf(tx, document.id);
  for (const file of named) if (!isHeld(files, file)) issues.push(refused('attachments', 'unknown_choice'));
  for (const { block, sha256 } of shown) {
    const type = files.get(sha256)?.type;
    if (type !== 'png' && type !== 'jpeg') issues.push(refused(`body#${block}`, 'unknown_choice'));
  }
  return issues;
}

const refused = (field: string, problem: InputProblem): Issue => ({ code: 'bad_input', field, problem });

async function isChoice(tx: Tx, { organisationId }: LockedDocument, field: string, id: string): Promise<boolean> {
  const open = { id, organisationId, closedAt: null };
  if (field === 'nodeId') return (await tx.catalogueNode.count({ where: open })) > 0;
  if (field === 'classId') return (await tx.catalogueNode.count({ where: { ...open, kind: 'own' } })) > 0;
  return field !== 'fieldId' || (await tx.field.count({ where: open })) > 0;
}

const imageOf = (block: Extract<ItemOp, { kind: 'body' }>['to'][number]) =>
  block.kind === 'image' ? { block: block.id, sha256: block.sha256 } : null;

type Held = ReadonlyMap<string, { type: Attachment['type']; size: number }>;

async function filesOf(tx: Tx, documentId: string): Promise<Held> {
  const rows = await tx.documentFile.findMany({
    where: { documentId },
    select: { sha256: true, file: { select: { type: true, size: true } } },
  });
  return new Map(rows.map(({ sha256, file }) => [sha256, file]));
}

function isHeld(files: Held, { sha256, type, size }: Attachment): boolean {
  const file = files.get(sha256);
  return file !== undefined && file.type === type && file.size === size;
}

function eventsOf(save: { saveId: string; version: number }, applied: readonly ItemOp[]): AuditEvent[] {
  const reasons = applied.filter((op) => op.kind === 'reason');
  const sections = applied.filter((op) => op.kind !== 'reason').map((op) => (op.kind === 'set' ? op.field : op.kind));
  return savedEvents(save, { sections, reasons });
}
